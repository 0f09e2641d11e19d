/*
 * test_random.c - programs that nobody wrote: they end as Go's would, the
 * same way each time, and every invariant holds after every step.
 */
#include <stdarg.h>

#include "script_fixture.h"
#include "world_fixture.h"

#ifdef GOPARK_HEAP_DEBUG
enum { NPROGRAM = 60 };
#else
enum { NPROGRAM = 300 };
#endif

static struct rng dice;

static int
roll(int n)
{
    return (int)((rng_next(&dice) >> 33) % (uint64_t)n);
}

/* --- writing a program ------------------------------------------------- */

static char text[1 << 16];
static size_t len;

__attribute__((format(printf, 1, 2))) static void
say(const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    len += (size_t)vsnprintf(text + len, sizeof text - len, fmt, ap);
    va_end(ap);
}

/* One statement of a goroutine, over channels c1..c4, locks, a counter. */
static void
say_statement(int depth)
{
    int c = 1 + roll(4), d = 1 + roll(4), k = roll(100);

    switch (roll(depth > 0 ? 16 : 14)) {
    case 0:
    case 1:
        say("c%d:send(%d)\n", c, k);
        break;
    case 2:
    case 3:
        say("local v = c%d:recv()\n", c);
        break;
    case 4:
        say("select { recv(c%d), send(c%d, %d), default() }\n", c, d, k);
        break;
    case 5:
        say("print(select { recv(c%d), send(c%d, %d), recv(c%d),"
            " recv(time.After(%d)) })\n",
            c, d, k, 1 + roll(4), 1 + roll(5000));
        break;
    case 6:
        say("mu:Lock() n = n + 1 mu:Unlock()\n");
        break;
    case 7:
        say("rw:RLock() local x = n rw:RUnlock()\n");
        break;
    case 8:
        say("rw:Lock() n = n + %d rw:Unlock()\n", k);
        break;
    case 9:
        say("time.Sleep(%d)\n", roll(20000));
        break;
    case 10:
        say("runtime.Gosched()\n");
        break;
    case 11:
        say("print(%d, n, #c%d)\n", k, c);
        break;
    case 12:
        say("pcall(close, c%d)\n", c);
        break;
    case 13:
        say("local s = 0 for i = 1, %d do s = s + i end\n", roll(3000));
        break;
    case 14:
        say("for _ = 1, %d do\n", 1 + roll(4));
        say_statement(depth - 1);
        say("end\n");
        break;
    case 15:
        say("go(function()\n");
        for (int i = roll(3); i >= 0; i--) {
            say("do ");
            say_statement(depth - 1);
            say("end\n");
        }
        say("end)\n");
        break;
    }
}

static void
say_program(void)
{
    int gs = 1 + roll(6);

    len = 0;
    for (int i = 1; i <= 4; i++)
        say("local c%d = chan(%d)\n", i, roll(3) == 0 ? 0 : roll(4));
    say("local mu, rw, wg, n = sync.Mutex(), sync.RWMutex(),"
        " sync.WaitGroup(), 0\n");
    for (int g = 0; g < gs; g++) {
        say("wg:Add(1) go(function()\n");
        for (int i = 2 + roll(6); i > 0; i--) {
            say("do ");
            say_statement(2);
            say("end\n");
        }
        say("wg:Done() end)\n");
    }
    for (int i = roll(4); i > 0; i--) {
        say("do ");
        say_statement(1);
        say("end\n");
    }
    say("%s\nprint('end', n)\n", roll(3) != 0 ? "wg:Wait()" : "");
}

/* --- running it -------------------------------------------------------- */

static struct digest
run_whole(const struct gopark_opts *o, struct output *out)
{
    struct world *w = script_open(o);
    struct digest d;

    world_log(w, 100000, NULL);
    script_go(w, WORLD_TO_END);
    ck_assert_msg(world_end(w)->how != END_NOT, "no end: %s", o->text);
    d = digest_of(w, out);
    world_close(w);
    return d;
}

/* The same with a snapshot somewhere on the way, to which it goes back, and
 * with every invariant checked after each turn. */
static struct digest
run_and_return(const struct gopark_opts *o, struct output *out,
               uint64_t steps)
{
    struct world *w = script_open(o);
    uint64_t at = steps > 0 ? (uint64_t)roll((int)steps) : 0;
    struct snapshot *s;
    struct digest d;

    w->host.check = world_check;
    world_log(w, 100000, NULL);
    script_go(w, at);
    s = snapshot_take(w, NULL);
    script_go(w, WORLD_TO_END);
    heap_check(w);
    snapshot_restore(w, s);
    heap_check(w);
    script_go(w, WORLD_TO_END);
    d = digest_of(w, out);
    snapshot_free(s);
    world_close(w);
    return d;
}

static void
expect_sane_end(const struct gopark_opts *o)
{
    struct world *w = script_open(o);
    const struct gopark_end *end;
    char *report;

    script_go(w, WORLD_TO_END);
    end = world_end(w);
    report = world_report(w);
    ck_assert_msg(end->how == END_RETURN || end->how == END_DEADLOCK ||
                      end->how == END_PANIC,
                  "how %d: %s\n%s", (int)end->how, report, o->text);
    ck_assert_int_eq(end->code, end->how == END_RETURN ? 0 : 2);
    ck_assert((report[0] == '\0') == (end->how == END_RETURN));
    if (end->how == END_PANIC)
        ck_assert_msg(strncmp(report, "panic: send on closed channel", 29) ==
                              0 ||
                          strncmp(report, "panic: close of", 15) == 0,
                      "%s\n%s", report, o->text);
    free(report);
    world_close(w);
}

START_TEST(random_programs_run_as_before)
{
    static struct output out;

    open_world();
    choose_seed(W, seed_of_test("random_programs_run_as_before") + (uint64_t)_i);
    dice = W->rng[0];
    close_world();
    for (int i = 0; i < NPROGRAM / 4; i++) {
        struct gopark_opts o;
        struct digest once, again;
        say_program();
        o = script_opts(text, &out);
        o.seed = (uint64_t)i;
        o.procs = 1 + roll(6);
        expect_sane_end(&o);
        once = run_whole(&o, &out);
        again = run_and_return(&o, &out, once.steps);
        expect_equal(&once, &again);
    }
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("random");
    TCase *tc = tcase_create("random");

    tcase_set_timeout(tc, 60);
    tcase_add_loop_test(tc, random_programs_run_as_before, 0, 4);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
