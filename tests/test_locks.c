/*
 * test_locks.c - what locking tells beyond what happened: lock order, locks
 * taken twice, locks held across channel operations (analysis.md LO, MIX;
 * the programs are those of section 9).
 */
#include "script_fixture.h"

#define PAIR                                                                   \
    "local A, B, G = sync.Mutex('A'), sync.Mutex('B'), sync.Mutex('G')\n"      \
    "local function two(x, y)\n"                                               \
    "  x:Lock()\n"                                                             \
    "  y:Lock()\n"                                                             \
    "  y:Unlock() x:Unlock()\n"                                                \
    "end\n"
#define LATER " time.Sleep(time.Millisecond) "

/* Each with words that the report must have, or none: then no finding. */
static const struct {
    const char *id, *script, *words[4];
} programs[] = {
    { "T01",
      "local m = sync.Mutex('m') go(function() m:Lock()\nm:Lock() end)" LATER,
      { "RECURSIVE LOCK: goroutine 2 locks m at test.lua:2, and has it already "
        "since test.lua:1" } },
    { "T02",
      PAIR "go(two, A, B)" LATER "go(two, B, A)" LATER,
      { "POTENTIAL DEADLOCK (lock order), cycle of 2\n"
        "  A -> B  goroutine 2: A at test.lua:3, then B at test.lua:4\n"
        "  B -> A  goroutine 3: B at test.lua:3, then A at test.lua:4\n" } },
    { "T03", PAIR "go(two, A, B)" LATER "go(two, A, B)" LATER, { NULL } },
    { "T04",
      PAIR "local function gate(x, y) G:Lock() two(x, y) G:Unlock() end"
           " go(gate, A, B)" LATER "go(gate, B, A)" LATER,
      { NULL } },
    { "T05",
      PAIR "go(function() A:Lock() A:Unlock() end)"
           " go(function() B:Lock() B:Unlock() end)" LATER,
      { NULL } },
    { "one goroutine alone",
      PAIR "go(function() two(A, B) two(B, A) end)" LATER,
      { NULL } },
    { "after join",
      PAIR "local wg = sync.WaitGroup() wg:Add(1)"
           " go(function() two(A, B) wg:Done() end) wg:Wait()"
           " go(two, B, A)" LATER,
      { NULL } },
    { "after go", PAIR "two(A, B) go(two, B, A)" LATER, { NULL } },
    { "T06",
      "local f = { sync.Mutex('f1'), sync.Mutex('f2'),"
      " sync.Mutex('f3') } for i = 1, 3 do go(function() f[i]:Lock()"
      " f[i % 3 + 1]:Lock() f[i % 3 + 1]:Unlock() f[i]:Unlock() end)" LATER
      "end",
      { "cycle of 3", "f1 -> f2", "f2 -> f3", "f3 -> f1" } },
    { "T08",
      "local f = { sync.Mutex('f1'), sync.Mutex('f2'),"
      " sync.Mutex('f3') } for i = 1, 3 do go(function()"
      " local x, y = f[i], f[i % 3 + 1] if i == 3 then x, y = y, x end"
      " x:Lock() y:Lock() y:Unlock() x:Unlock() end)" LATER "end",
      { NULL } },
    { "two readers",
      "local A, B = sync.RWMutex('A'), sync.RWMutex('B')"
      " local function two(x, y) x:RLock() y:RLock() y:RUnlock()"
      " x:RUnlock() end go(two, A, B)" LATER "go(two, B, A)" LATER,
      { NULL } },
    { "a reader and a writer",
      "local A, B = sync.RWMutex('A'), sync.RWMutex('B')"
      " local function two(x, y) x:RLock() y:Lock() y:Unlock()"
      " x:RUnlock() end go(two, A, B)" LATER "go(two, B, A)" LATER,
      { "cycle of 2" } },
    { "TryLock asks, but does not wait",
      PAIR
      "go(two, A, B)" LATER
      "go(function() B:Lock() A:TryLock() A:Unlock() B:Unlock() end)" LATER,
      { NULL } },
    { "TryLock holds",
      PAIR
      "go(two, A, B)" LATER
      "go(function() B:TryLock() A:Lock() A:Unlock() B:Unlock() end)" LATER,
      { "cycle of 2" } },
    { "T15",
      "local rw = sync.RWMutex('rw') go(function() rw:RLock() rw:RLock()"
      " rw:RUnlock() rw:RUnlock() end)" LATER,
      { "RECURSIVE READ LOCK", "a writer arrives" } },
    { "T16",
      "local rw = sync.RWMutex('rw') go(function() rw:RLock() rw:Lock()"
      " end)" LATER,
      { "RECURSIVE LOCK" } },
    { "another unlocks",
      "local m = sync.Mutex('m') m:Lock() go(function() m:Unlock() end)" LATER,
      { "UNLOCK BY ANOTHER: goroutine 2 unlocks m", "goroutine 1 locked it" } },
    { "T54",
      "local m, c = sync.Mutex('m'), chan(1, 'c')"
      " go(function() m:Lock() c:send(1) m:Unlock() end)" LATER
      "go(function() m:Lock() c:recv() m:Unlock() end)" LATER,
      { "POSSIBLE DEADLOCK (lock and channel)", "while it holds m",
        "takes m at", "before it gets to" } },
    { "T56",
      "local m, c = sync.Mutex('m'), chan(0, 'c')"
      " go(function() m:Lock() m:Unlock() c:recv() end)" LATER
      "go(function() m:Lock() c:send(1) m:Unlock() end)" LATER,
      { "POSSIBLE DEADLOCK (lock and channel)", "goroutine 3 sends to c",
        "goroutine 2 takes m" } },
    { "T55",
      "local m, c = sync.Mutex('m'), chan(0, 'c')"
      " go(function() c:recv() m:Lock() m:Unlock() end)" LATER
      "go(function() m:Lock() c:send(1) m:Unlock() end)" LATER,
      { NULL } },
};

START_TEST(reports_are_those_of_the_rules)
{
    struct gopark_opts o = script_opts(programs[_i].script, NULL);
    struct lockwatch *lw;
    struct world *w;
    char *text;

    o.procs = 1;
    w = script_open(&o);
    lw = lockwatch_start(w);
    script_go(w, WORLD_TO_END);
    text = lockwatch_report(lw, GOPARK_EN);
    if (programs[_i].words[0] == NULL)
        ck_assert_msg(strstr(text, "in one order") != NULL, "%s:\n%s",
                      programs[_i].id, text);
    for (int k = 0; k < 4 && programs[_i].words[k] != NULL; k++)
        ck_assert_msg(strstr(text, programs[_i].words[k]) != NULL, "%s:\n%s",
                      programs[_i].id, text);
    free(text);
    text = lockwatch_report(lw, GOPARK_ZH);
    ck_assert(strstr(text, "锁") != NULL);
    free(text);
    lockwatch_stop(lw);
    world_close(w);
}
END_TEST

START_TEST(a_cycle_is_told_once)
{
    struct gopark_opts o = script_opts(
        PAIR "for i = 1, 5 do go(two, A, B)" LATER "go(two, B, A)" LATER " end",
        NULL);
    struct lockwatch *lw;
    struct world *w;
    char *text, *first;

    o.procs = 1;
    w = script_open(&o);
    lw = lockwatch_start(w);
    script_go(w, WORLD_TO_END);
    text = lockwatch_report(lw, GOPARK_EN);
    first = strstr(text, "POTENTIAL");
    ck_assert_ptr_nonnull(first);
    ck_assert_msg(strstr(first + 1, "POTENTIAL") == NULL, "%s", text);
    free(text);
    lockwatch_stop(lw);
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("locks");
    TCase *t = tcase_create("order");
    SRunner *sr;
    int failed;

    tcase_add_loop_test(t, reports_are_those_of_the_rules, 0,
                        (int)(sizeof programs / sizeof programs[0]));
    tcase_add_test(t, a_cycle_is_told_once);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
