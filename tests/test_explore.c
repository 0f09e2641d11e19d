/*
 * test_explore.c - exact numbers: schedules, traces and verdicts of the small
 * programs T01 to T71, with every strategy that is exhaustive.
 */
#include "explore_fixture.h"

struct row {
    const char *id, *decl, *prog;
    int schedules, traces;
    const char *found; /* over the traces: findings(); "" none */
    const char *more;  /* Lua before the program; may be NULL */
};

#define PHILOSOPHERS3 "L a;L b;U b;U a|L b;L c;U c;U b|L c;L a;U a;U c"
#define LOCKED "L m;I x;U m"
#define PREDICATE "L m;!while S.ready == 0 do cv:Wait() end;U m"
#define WORKER "!while select{recv(done), recv(c)} == 2 do end"
#define CHECKED "!if S.f == 0 then m:Lock();!if S.f == 0 then S.x = 1;" \
                "!S.f = 1 end;!m:Unlock() end;R x"

#define CHECKED_ATOMIC \
    "!if a:Load() == 0 then m:Lock();!if a:Load() == 0 then S.x = 1;" \
    "!a:Store(1) end;!m:Unlock() end;R x"

static const struct row rows[] = {
    { "T01", "m:mutex", "L m;L m", 1, 1, "deadlock{1} 1", NULL },
    { "T02", "A:mutex B:mutex", "L A;L B;U B;U A|L B;L A;U A;U B", 6, 3,
      "deadlock{1,2} 1", NULL },
    { "T03", "A:mutex B:mutex", "L A;L B;U B;U A|L A;L B;U B;U A", 2, 2, "",
      NULL },
    { "T04", "A:mutex B:mutex G:mutex",
      "L G;L A;L B;U B;U A;U G|L G;L B;L A;U A;U B;U G", 2, 2, "", NULL },
    { "T05", "A:mutex B:mutex", "L A;U A|L B;U B", 6, 1, "", NULL },
    { "T06", "a:mutex b:mutex c:mutex", PHILOSOPHERS3, 168, 7,
      "deadlock{1,2,3} 1", NULL },
    { "T07", "a:mutex b:mutex c:mutex d:mutex",
      "L a;L b;U b;U a|L b;L c;U c;U b|L c;L d;U d;U c|L d;L a;U a;U d", 98184,
      15, "deadlock{1,2,3,4} 1", NULL },
    { "T08", "a:mutex b:mutex c:mutex",
      "L a;L b;U b;U a|L b;L c;U c;U b|L a;L c;U c;U a", 142, 6, "", NULL },
    { "T09", "m:mutex", "L m|L m;U m", 2, 2, "deadlock{2} 1", NULL },
    { "T10", "m:mutex", "L m;U m;L m;U m|L m;U m;L m;U m", 6, 6, "", NULL },
    { "T11", "m:mutex", LOCKED "|" LOCKED, 2, 2, "",
      "check.finally(function() return S.x == 2 end)" },
    { "T11 3x", "m:mutex", LOCKED "|" LOCKED "|" LOCKED, 6, 6, "",
      "check.finally(function() return S.x == 3 end)" },
    { "T11b", "", "W x;!go(function() S.x = 2 end)", 1, 1, "", NULL },
    { "T12", "m:mutex", "U m", 1, 1, "panic{1} 1", NULL },
    { "T13", "w:rw", "RL w;RU w|RL w;RU w", 6, 1, "", NULL },
    { "T14", "w:rw", "RL w;RU w|WL w;WU w", 3, 3, "", NULL },
    { "T15", "w:rw", "RL w;RL w;RU w;RU w|WL w;WU w", 5, 5,
      "deadlock{1,2} 1", NULL },
    { "T16", "w:rw", "RL w;WL w", 1, 1, "deadlock{1} 1", NULL },
    { "T17", "w:rw", "RL w;W x;RU w|RL w;W x;RU w", 20, 2,
      "race{2,1} 2", NULL },
    { "T18", "w:rw", "RL w;RU w|RL w;RU w|WL w;WU w", 26, 9, "", NULL },
    { "T19", "c:0", "s c|r c", 1, 1, "", NULL },
    { "T20", "c:0", "s c|s c|r c", 2, 2, "deadlock{1} 1; deadlock{2} 1",
      NULL },
    { "T21", "c:0", "s c|s c|s c|s c|s c|r c", 5, 5,
      "deadlock{1,2,3,4} 1; deadlock{1,2,3,5} 1; deadlock{1,2,4,5} 1; "
      "deadlock{1,3,4,5} 1; deadlock{2,3,4,5} 1",
      NULL },
    { "T22", "c:0 d:0", "s c;s d|r d;r c", 1, 1, "deadlock{1,2} 1", NULL },
    { "T23", "c:0 d:0", "s c;r d|s d;r c", 1, 1, "deadlock{1,2} 1", NULL },
    { "T24", "c:1 d:1", "s c;r d|s d;r c", 4, 1, "", NULL },
    { "T25", "c:1", "s c|s c", 2, 2, "deadlock{1} 1; deadlock{2} 1", NULL },
    { "T26", "c:2", "s c;s c;s c;s c|r c;r c;r c;r c", 8, 8, "", NULL },
    { "T27", "c:0", "s c|x c", 1, 1, "panic{1} 1; race{1,2} 1", NULL },
    { "T28", "c:1", "s c|x c", 2, 2, "panic{1} 1; race{2,1} 2", NULL },
    { "T29", "c:0", "x c|x c", 2, 2, "panic{1} 1; panic{2} 1", NULL },
    { "T30", "c:0", "r c|r c|x c", 2, 2, "", NULL },
    { "T31 r", "n:nil", "r n", 1, 1, "deadlock{1} 1", NULL },
    { "T31 s", "n:nil", "s n", 1, 1, "deadlock{1} 1", NULL },
    { "T31 sel", "", "sel{}", 1, 1, "deadlock{1} 1", NULL },
    { "T32", "c:0",
      "!for _ in range(c) do end|!for _ in range(c) do end|s c;s c", 4, 4,
      "deadlock{1,2} 4", NULL },
    { "T33", "c:0",
      "!for _ in range(c) do end|!for _ in range(c) do end|s c;s c;x c", 8, 8,
      "", NULL },
    { "T34", "a:1 b:1",
      "s a;s a;s a|r a;s b;r a;s b;r a;s b|r b;r b;r b", 29, 1, "", NULL },
    { "T34 cap 0", "a:0 b:0",
      "s a;s a;s a|r a;s b;r a;s b;r a;s b|r b;r b;r b", 1, 1, "", NULL },
    { "T35", "q:1", "s q;r q|s q;r q", 2, 2, "", NULL },
    { "T35 3x", "q:2", "s q;r q|s q;r q|s q;r q", 54, 54, "", NULL },
    { "T36", "c:0 d:0", "s c|s d|sel{r c,r d}", 2, 2,
      "deadlock{1} 1; deadlock{2} 1", NULL },
    { "T37", "c:0", "s c|sel{r c,-}", 2, 2, "deadlock{1} 1", NULL },
    { "T38", "c:1", "s c|sel{r c,-}", 2, 2, "", NULL },
    { "T39", "c:0", "sel{s c,-}|sel{r c,-}", 2, 2, "", NULL },
    { "T40", "res:0 done:0", "s res|sel{r res,r done}|x done", 3, 3,
      "deadlock{1} 1", NULL },
    { "T40 timer", "res:0 t:timer", "s res|sel{r res,r t}", 3, 3,
      "deadlock{1} 1", NULL },
    { "T41", "res:1 done:0", "s res|sel{r res,r done}|x done", 6, 4, "",
      NULL },
    { "T42", "a:1 b:1", "s a|s b|sel{r a,r b};sel{r a,r b}", 6, 4, "", NULL },
    { "T43", "wg=2", "D|D|Wait", 2, 2, "", NULL },
    { "T44", "wg=2", "D|Wait", 1, 1, "deadlock{2} 1", NULL },
    { "T45", "wg=1", "D|D|Wait", 4, 4, "panic{1} 2; panic{2} 2", NULL },
    { "T46", "wg=0", "Add 1;W x;D|Wait;R x", 5, 3,
      "race{1,2} 2; race{1,2} 2", NULL },
    { "T47", "m:mutex cv:cond", "L m;CW;U m|Sig", 3, 2, "deadlock{1} 1",
      NULL },
    { "T48", "m:mutex cv:cond", "L m;CW;U m|L m;Sig;U m", 2, 2,
      "deadlock{1} 1", NULL },
    { "T49", "m:mutex cv:cond", PREDICATE "|L m;W ready;Sig;U m", 2, 2, "",
      NULL },
    { "T50", "m:mutex cv:cond",
      PREDICATE "|" PREDICATE "|L m;W ready;Sig;U m", 8, 8,
      "deadlock{1} 1; deadlock{2} 1", NULL },
    { "T51", "m:mutex cv:cond",
      PREDICATE "|" PREDICATE "|L m;W ready;Bc;U m", 10, 10, "", NULL },
    { "T52", "o:once", "O;R x|O;R x", 6, 2, "", NULL },
    { "T53", "m:mutex c:0", "L m;s c;U m|L m;r c;U m", 2, 2,
      "deadlock{1,2} 1; deadlock{1,2} 1", NULL },
    { "T54", "m:mutex c:1", "L m;s c;U m|L m;r c;U m", 2, 2,
      "deadlock{1,2} 1", NULL },
    { "T55", "m:mutex c:0", "L m;s c;U m|r c;L m;U m", 1, 1, "", NULL },
    { "T56", "m:mutex c:0", "L m;s c;U m|L m;U m;r c", 2, 2,
      "deadlock{1,2} 1", NULL },
    { "T57", "m:mutex c:0 d:0",
      "L m;s c;U m|sel{r c,r d};L m;U m|x d", 10, 4,
      "deadlock{1,2} 1; deadlock{1} 1", NULL },
    { "T58", "c:0 done:0", WORKER "|s c;x done", 1, 1, "", NULL },
    { "T59", "c:0 done:0", WORKER "|s c", 1, 1, "deadlock{1} 1", NULL },
    { "T60", "c:0 done:0", WORKER "|s c|x done", 3, 3, "deadlock{2} 1",
      NULL },
    { "T61", "", "I x|I x", 6, 4, "race{2,1} 4", NULL },
    { "T62", "m:mutex n:mutex", LOCKED "|L n;I x;U n", 70, 4,
      "race{2,1} 4", NULL },
    { "T63", "a:atomic",
      "W d;st|!if a:Load() == 1 then local _ = S.d end", 3, 2, "", NULL },
    { "T64", "", "W d;W f|!if S.f == 1 then local _ = S.d end", 3, 2,
      "race{1,2} 2; race{2,1} 1",
      NULL },
    { "T65", "a:atomic", "W d;st|ld;R d", 6, 3, "race{1,2} 2", NULL },
    { "T66", "c:1", "s c;R d|W d;r c", 5, 2, "race{2,1} 2", NULL },
    { "T67", "c:0", "s c;R d|W d;r c", 1, 1, "", NULL },
    { "T68", "m:mutex", CHECKED "|" CHECKED, 62, 4,
      "race{2,1} 2; race{2,1} 4", NULL },
    { "T69", "m:mutex a:atomic", CHECKED_ATOMIC "|" CHECKED_ATOMIC, 62, 4, "",
      NULL },
    { "T70", "c:2", "s c;I x;r c|s c;I x;r c", 70, 18, "race{2,1} 18", NULL },
    { "T71", "m:mutex", "W x;L m;U m|L m;U m;W x", 11, 3, "race{1,2} 2", NULL },
};
enum { NROW = sizeof rows / sizeof rows[0] };

static void
expect(const struct row *t, enum explore_strategy st, int executions,
       bool exact)
{
    struct world *w = open_program(t->decl, t->more ? t->more : "", t->prog);
    struct explore_result *r = explore(w, st);

    ck_assert_msg(r->complete && r->par, "%s: %s", t->id, r->why);
    ck_assert_msg((int)r->executions == executions,
                  "%s, %s: %llu executions, %d expected", t->id,
                  explore_strategy_name(st),
                  (unsigned long long)r->executions, executions);
    if (exact)
        ck_assert_msg(r->plain == t->schedules,
                      "%s: stand for %g schedules, %d expected", t->id,
                      r->plain, t->schedules);
    if (exact)
        ck_assert_msg(strcmp(findings(r, true), t->found) == 0,
                      "%s: found '%s', '%s' expected", t->id,
                      findings(r, true), t->found);
    explore_free(r);
    world_close(w);
}

START_TEST(dpor_visits_each_trace_once)
{
    expect(&rows[_i], EXPLORE_DPOR, rows[_i].traces, true);
}
END_TEST

START_TEST(sleep_sets_visit_each_trace_once)
{
    expect(&rows[_i], EXPLORE_SLEEP, rows[_i].traces, true);
}
END_TEST

START_TEST(plain_search_visits_each_schedule)
{
#ifdef GOPARK_HEAP_DEBUG /* slow */
    if (rows[_i].schedules > 1000)
        return;
#endif
    expect(&rows[_i], EXPLORE_PLAIN, rows[_i].schedules, false);
}
END_TEST

/* check.always looks at the states on the way, so that the order of what is
 * otherwise independent matters: reduction must leave it. */
START_TEST(always_sees_every_state)
{
    static const char *const more[] = {
        "check.always(function() return not (S.y == 1 and S.x == 0) end)",
        "check.always(function() return seen ~= 2 end)",
    };
    static const char *const prog[] = {
        "W x|W y",
        "!S.x = 1 seen = 1|!S.y = 1 seen = 2|!S.d = 1 seen = 3",
    };
    static const int executions[] = { 2, 5 }, broken[] = { 1, 5 };
    struct world *w = open_program("", more[_i], prog[_i]);
    struct explore_result *r = explore(w, EXPLORE_DPOR);
    struct explore_result *plain = explore(w, EXPLORE_PLAIN);

    ck_assert(r->complete && plain->complete);
    ck_assert_int_eq((int)r->executions, executions[_i]);
    ck_assert_int_eq(r->nfinding, 1);
    ck_assert_int_eq(r->finding[0].verdict, EXPLORE_CHECK);
    ck_assert_int_eq((int)r->finding[0].count, broken[_i]);
    ck_assert_str_eq(findings(r, true), findings(plain, true));
    explore_free(r);
    explore_free(plain);
    world_close(w);
}
END_TEST

static struct explore_result *
outputs_of(struct world *w, enum explore_strategy st)
{
    struct explore_opts o;
    struct explore_result *r;
    struct gopark_err err;

    explore_opts_init(&o);
    o.strategy = st;
    o.outputs = true;
    ck_assert(explore_run(w, &o, &r, &err) == GOPARK_OK);
    return r;
}

/* What a timer starts does not exist when main returns, and could all the
 * same have come first. */
START_TEST(a_timer_can_come_before_the_end)
{
    struct world *w = open_text(
        "local a, c = atomic.Int64(), chan(1)\n"
        "go(function() local _ = #c end)\n"
        "time.AfterFunc(20, function() a:Add(1) end)\n"
        "print(a:Load())\n", false);
    struct explore_result *r = outputs_of(w, EXPLORE_DPOR);
    struct explore_result *plain = outputs_of(w, EXPLORE_PLAIN);

    ck_assert(r->complete && plain->complete);
    ck_assert_int_eq(r->noutput, 2);
    ck_assert_int_eq(plain->noutput, 2);
    ck_assert_msg(r->plain == (double)plain->executions, "%g", r->plain);
    explore_free(r);
    explore_free(plain);
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("explore");
    TCase *tc = tcase_create("rows");

    tcase_set_timeout(tc, 120);
    tcase_add_loop_test(tc, dpor_visits_each_trace_once, 0, NROW);
    tcase_add_loop_test(tc, sleep_sets_visit_each_trace_once, 0, NROW);
    tcase_add_loop_test(tc, plain_search_visits_each_schedule, 0, NROW);
    tcase_add_test(tc, a_timer_can_come_before_the_end);
    tcase_add_loop_test(tc, always_sees_every_state, 0, 2);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
