/*
 * test_inject.c - faults injected from outside: a correct program, the fault,
 * what becomes of it, and the correct run again after undo.
 */
#include "script_fixture.h"

static struct output out;

static const char *
how_name(enum gopark_how how)
{
    switch (how) {
    case END_NOT:
        return "runs";
    case END_RETURN:
        return "returns";
    case END_PANIC:
        return "panic";
    case END_FATAL:
        return "fatal";
    case END_DEADLOCK:
        return "deadlock";
    case END_STALLED:
        return "stalled";
    default:
        return "other";
    }
}

/* "returns, 1 leaked: 1 2 3" */
static const char *
summary(struct world *w)
{
    static char buf[512];
    struct gopark_blocked b[16];
    int n = 0, leaked = 0;

    if (world_end(w)->how == END_RETURN)
        n = world_leaks(w, b, 16);
    for (int i = 0; i < n; i++)
        leaked += b[i].leak == LEAK_LEAKED;
    snprintf(buf, sizeof buf, "%s, %d leaked:", how_name(world_end(w)->how),
             leaked);
    n = (int)strlen(buf);
    snprintf(buf + n, sizeof buf - (size_t)n, " %.200s", out.text);
    for (char *s = buf; *s != '\0'; s++)
        *s = *s == '\n' ? ' ' : *s;
    while (buf[strlen(buf) - 1] == ' ')
        buf[strlen(buf) - 1] = '\0';
    return buf;
}

struct fault {
    const char *script;  /* correct */
    const char *correct; /* what becomes of it */
    uint64_t at;         /* the step at which the input comes */
    struct gopark_input in;
    const char *faulty; /* what becomes of it then */
};

static const char range[] =
    "local jobs, done = chan(0, 'jobs'), chan()\n"
    "go(function() for j in range(jobs) do print(j) end done:close() end)\n"
    "for i = 1, 3 do jobs:send(i) end\n"
    "close(jobs)\n"
    "select { recv(done), recv(time.After(time.Second)) }\n";

static const char group[] =
    "local wg = sync.WaitGroup()\n"
    "for i = 1, 2 do wg:Add(1) go(function() wg:Done() end) end\n"
    "wg:Wait() print('all')\n";

static const char lock[] =
    "local mu, n = sync.Mutex('mu'), 0\n"
    "local function add() mu:Lock() n = n + 1 mu:Unlock() end\n"
    "add() add() print(n)\n";

static const char cancelled[] =
    "local ctx, cancel = context.WithCancel(context.Background())\n"
    "go(function() ctx:Done():recv() print('stopped') end)\n"
    "time.Sleep(1000) cancel() time.Sleep(1000)\n";

static const char ticker[] =
    "local pulse = time.NewTicker(time.Second)\n"
    "local n = 0\n"
    "go(function() for _ in range(pulse.C) do n = n + 1 end end)\n"
    "time.Sleep(2500 * time.Millisecond) pulse:Stop()\n"
    "time.Sleep(2 * time.Second) print(n) os.exit(0)\n";

static const char signal[] =
    "local mu = sync.Mutex() local cond = sync.Cond(mu) local ready\n"
    "go(function() mu:Lock() while not ready do cond:Wait() end mu:Unlock()\n"
    " print('ready') end)\n"
    "time.Sleep(1000) mu:Lock() ready = true cond:Signal() mu:Unlock()\n"
    "time.Sleep(1000)\n";

static const char handover[] =
    "local ch = chan(0, 'ch')\n"
    "go(function() ch:send('x') end)\n"
    "time.Sleep(1000) print((ch:recv())) time.Sleep(1000)\n";

static const char worker[] =
    "go(function() for i = 1, 3 do time.Sleep(1000) print(i) end end)\n"
    "time.Sleep(10000) print('end')\n";

static const char idle[] = "time.Sleep(time.Millisecond) print('end')\n";

static const struct fault faults[] = {
    { range,
      "returns, 0 leaked: 1 2 3",
      0,
      { .kind = IN_SKIP, .text = "close jobs" },
      "returns, 1 leaked: 1 2 3" },
    { range,
      "returns, 0 leaked: 1 2 3",
      0,
      { .kind = IN_SKIP, .text = "send jobs 2" },
      "returns, 0 leaked: 1 3" },
    { range,
      "returns, 0 leaked: 1 2 3",
      0,
      { .kind = IN_SKIP, .text = "send ch#1 3" },
      "returns, 0 leaked: 1 2" },
    { range,
      "returns, 0 leaked: 1 2 3",
      0,
      { .kind = IN_SKIP, .text = "recv jobs 3" },
      "deadlock, 0 leaked: 1 2" },
    { group,
      "returns, 0 leaked: all",
      0,
      { .kind = IN_SKIP, .text = "done wg 2" },
      "deadlock, 0 leaked:" },
    { lock,
      "returns, 0 leaked: 2",
      0,
      { .kind = IN_SKIP, .text = "unlock mu" },
      "deadlock, 0 leaked:" },
    { lock,
      "returns, 0 leaked: 2",
      0,
      { .kind = IN_SKIP, .text = "unlock mu 2" },
      "returns, 0 leaked: 2" },
    { cancelled,
      "returns, 0 leaked: stopped",
      0,
      { .kind = IN_SKIP, .text = "cancel ctx" },
      "returns, 1 leaked:" },
    { ticker,
      "other, 0 leaked: 2",
      0,
      { .kind = IN_SKIP, .text = "stop pulse" },
      "other, 0 leaked: 4" },
    { signal,
      "returns, 0 leaked: ready",
      0,
      { .kind = IN_SKIP, .text = "signal cond" },
      "returns, 1 leaked:" },
    { handover,
      "returns, 0 leaked: x",
      0,
      { .kind = IN_SKIP, .text = "recv ch" },
      "returns, 1 leaked: nil" },
    { worker,
      "returns, 0 leaked: 1 2 3 end",
      3,
      { .kind = IN_DELAY, .g = 2, .n = 50000 },
      "returns, 0 leaked: end" },
    { worker,
      "returns, 0 leaked: 1 2 3 end",
      3,
      { .kind = IN_STALL, .g = 2 },
      "returns, 0 leaked: end" },
    { worker,
      "returns, 0 leaked: 1 2 3 end",
      3,
      { .kind = IN_PANIC, .g = 2, .text = "boom" },
      "panic, 0 leaked:" },
    { worker,
      "returns, 0 leaked: 1 2 3 end",
      2,
      { .kind = IN_PANIC, .g = 2 },
      "panic, 0 leaked:" },
    { worker,
      "returns, 0 leaked: 1 2 3 end",
      2,
      { .kind = IN_SYSCALL, .g = 2, .n = 50000 },
      "returns, 0 leaked: end" },
    { handover,
      "returns, 0 leaked: x",
      3,
      { .kind = IN_CLOSE, .object = 1 },
      "panic, 0 leaked:" },
    { idle,
      "returns, 0 leaked: end",
      1,
      { .kind = IN_LEAK, .text = "recv" },
      "returns, 1 leaked: end" },
    { idle,
      "returns, 0 leaked: end",
      1,
      { .kind = IN_LEAK, .text = "send" },
      "returns, 1 leaked: end" },
    { idle,
      "returns, 0 leaked: end",
      1,
      { .kind = IN_LEAK, .text = "select" },
      "returns, 1 leaked: end" },
    { idle,
      "returns, 0 leaked: end",
      1,
      { .kind = IN_LEAK, .text = "timer" },
      "returns, 1 leaked: end" },
    { idle,
      "returns, 0 leaked: end",
      1,
      { .kind = IN_LEAK, .text = "pool" },
      "returns, 3 leaked: end" },
    { idle,
      "returns, 0 leaked: end",
      1,
      { .kind = IN_LEAK, .text = "mutex" },
      "returns, 1 leaked: end" },
};

static struct session *
open_session(const char *script, int procs)
{
    struct gopark_err err = { 0 };
    struct gopark_opts o = script_opts(script, &out);
    struct session *s;

    o.procs = procs;
    ck_assert_msg(session_open(&s, &o, SESSION_BUDGET, &err) == GOPARK_OK, "%s",
                  err.text);
    return s;
}

static void
expect(struct session *s, const char *what, const char *expected, int i)
{
    struct gopark_err err = { 0 };
    enum gopark_rc rc = session_run(s, WORLD_TO_END, &err);

    ck_assert_msg(rc == GOPARK_OK, "%s", err.text);
    ck_assert_msg(strcmp(summary(session_world(s)), expected) == 0,
                  "%d, %s: \"%s\", not \"%s\"", i, what,
                  summary(session_world(s)), expected);
}

/* The output, once it has been written, is not written again. */
START_TEST(each_fault_has_its_consequence_and_can_be_undone)
{
    const struct fault *f = &faults[_i];
    struct gopark_err err = { 0 };
    struct session *s = open_session(f->script, 1);
    uint64_t steps;
    int64_t t;

    expect(s, "correct", f->correct, _i);
    steps = world_steps(session_world(s));
    t = world_now(session_world(s));
    session_close(s);

    s = open_session(f->script, 1);
    ck_assert(session_run(s, f->at, &err) == GOPARK_OK);
    session_mark(s);
    if (session_input(s, &f->in, NULL, &err) != GOPARK_OK)
        ck_abort_msg("%d: %s", _i, err.text);
    expect(s, "faulty", f->faulty, _i);
    ck_assert_msg(session_undo(s, &err) == GOPARK_OK, "%s", err.text);
    ck_assert_uint_eq(world_steps(session_world(s)), f->at);
    session_run(s, WORLD_TO_END, &err);
    ck_assert_uint_eq(world_steps(session_world(s)), steps);
    ck_assert_int_eq(world_now(session_world(s)), t);
    session_close(s);
}
END_TEST

static const char awaited[] =
    "local done = chan()\n"
    "go(function() for i = 1, 3 do time.Sleep(1000) print(i) end\n"
    " done:close() end)\n"
    "done:recv() print('end')\n";

START_TEST(a_stalled_goroutine_goes_on_when_it_is_let_go)
{
    struct session *s = open_session(awaited, 2);
    struct gopark_input in = { .kind = IN_STALL, .g = 2 };
    struct gopark_err err = { 0 };
    struct gopark_g g;

    session_run(s, 4, &err);
    ck_assert(session_input(s, &in, NULL, &err) == GOPARK_OK);
    ck_assert(session_input(s, &in, NULL, &err) == GOPARK_EREFUSED);
    expect(s, "held back", "stalled, 0 leaked: 1", 0);
    ck_assert(world_g(session_world(s), 2, &g));
    ck_assert_int_eq(g.place, AT_STALLED);
    in.kind = IN_UNSTALL;
    ck_assert(session_input(s, &in, NULL, &err) == GOPARK_OK);
    expect(s, "let go", "returns, 0 leaked: 1 2 3 end", 0);
    session_close(s);
}
END_TEST

/* One that would be blocked even if it were let go does not help. */
START_TEST(a_deadlock_is_one_also_with_a_stalled_goroutine)
{
    struct session *s = open_session(
        "local a, b = chan(), chan()\n"
        "go(function() a:recv() end)\n"
        "go(function() b:recv() a:send(1) end)\n"
        "time.Sleep(1000) b:len() time.Sleep(1000) b:recv()\n",
        1);
    struct gopark_input in = { .kind = IN_STALL, .g = 2 };
    struct gopark_err err = { 0 };
    struct world *w = session_world(s);
    struct gopark_g g;

    while (!world_g(w, 2, &g) || g.status != G_WAITING)
        session_run(s, world_steps(w) + 1, &err);
    ck_assert(session_input(s, &in, NULL, &err) == GOPARK_OK);
    expect(s, "held back", "deadlock, 0 leaked:", 0);
    session_close(s);
}
END_TEST

START_TEST(a_delayed_goroutine_goes_on_by_itself)
{
    struct session *s = open_session(awaited, 1);
    struct gopark_input in = { .kind = IN_DELAY, .g = 2, .n = 7000000 };
    struct gopark_err err = { 0 };

    session_run(s, 4, &err);
    ck_assert(session_input(s, &in, NULL, &err) == GOPARK_OK);
    expect(s, "delayed", "returns, 0 leaked: 1 2 3 end", 0);
    ck_assert(world_now(session_world(s)) > 7000000);
    session_close(s);
}
END_TEST

START_TEST(all_faults_can_be_cleared)
{
    struct session *s = open_session(range, 1);
    struct gopark_input in = { .kind = IN_SKIP, .text = "close jobs" };
    struct gopark_err err = { 0 };
    struct gopark_fault f[4];

    ck_assert(session_input(s, &in, NULL, &err) == GOPARK_OK);
    ck_assert_int_eq(world_faults(session_world(s), f, 4), 1);
    ck_assert_str_eq(f[0].op, "close");
    ck_assert_str_eq(f[0].text, "jobs");
    in.kind = IN_CLEAR;
    ck_assert(session_input(s, &in, NULL, &err) == GOPARK_OK);
    ck_assert_int_eq(world_faults(session_world(s), f, 4), 0);
    expect(s, "cleared", "returns, 0 leaked: 1 2 3", 0);
    session_close(s);
}
END_TEST

START_TEST(what_makes_no_sense_is_refused)
{
    static const struct gopark_input wrong[] = {
        { .kind = IN_SKIP, .text = "cloze jobs" },
        { .kind = IN_SKIP, .text = "close" },
        { .kind = IN_SKIP, .text = "close jobs 0" },
        { .kind = IN_SKIP, .text = "close jobs 1 2" },
        { .kind = IN_PANIC, .g = 9 },
        { .kind = IN_DELAY, .g = 1, .n = 0 },
        { .kind = IN_UNSTALL, .g = 1 },
        { .kind = IN_CLOSE, .object = 77 },
        { .kind = IN_LEAK, .text = "socket" },
    };
    struct session *s = open_session(range, 1);
    struct gopark_err err;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        err.text[0] = '\0';
        ck_assert(session_input(s, &wrong[i], NULL, &err) != GOPARK_OK);
        ck_assert_msg(err.text[0] != '\0', "%zu", i);
    }
    session_close(s);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("inject");
    TCase *t = tcase_create("faults");
    SRunner *sr;
    int failed;

    tcase_add_loop_test(t, each_fault_has_its_consequence_and_can_be_undone, 0,
                        (int)(sizeof faults / sizeof faults[0]));
    tcase_add_test(t, a_stalled_goroutine_goes_on_when_it_is_let_go);
    tcase_add_test(t, a_deadlock_is_one_also_with_a_stalled_goroutine);
    tcase_add_test(t, a_delayed_goroutine_goes_on_by_itself);
    tcase_add_test(t, all_faults_can_be_cleared);
    tcase_add_test(t, what_makes_no_sense_is_refused);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
