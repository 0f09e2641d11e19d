/*
 * test_explore_random.c - plain search, sleep sets and DPOR agree on random
 * small programs (DPOR-3).
 *
 * Each goroutine logs what it saw; the program prints all logs at its end.
 * The three strategies must find the same outputs and the same findings, and
 * sleep sets and DPOR the same number of executions. SEED and PROGRAMS, from
 * the environment, choose other programs and more of them.
 */
#include "explore_fixture.h"

#ifdef GOPARK_HEAP_DEBUG /* slow */
enum { PROGRAMS = 240 };
#else
enum { PROGRAMS = 2200 };
#endif
enum { SHARE = 8, PLAIN_MOST = 5000 };

static uint64_t dice;

static int
roll(int n)
{
    dice = dice * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (int)((dice >> 33) % (uint64_t)n);
}

struct program {
    char text[4096];
    size_t len;
    int value;
};

static void
add(struct program *p, const char *text)
{
    p->len += (size_t)snprintf(p->text + p->len, sizeof p->text - p->len,
                               "%s", text);
}

/* One case of a select. */
static void
add_case(struct program *p, char *buf, size_t size)
{
    static const char chan[] = "cdb";

    if (roll(2))
        snprintf(buf, size, "recv(%c)", chan[roll(3)]);
    else
        snprintf(buf, size, "send(%c, %d)", chan[roll(3)], ++p->value);
}

static void
add_select(struct program *p, int g)
{
    char a[32], b[32], buf[128];

    add_case(p, a, sizeof a);
    add_case(p, b, sizeof b);
    snprintf(buf, sizeof buf, "!log(%d, select{%s, %s})", g, a,
             roll(3) == 0 ? "default()" : b);
    add(p, buf);
}

/* One operation; a lock is followed by something and its unlock. */
static void
add_op(struct program *p, int g, int deep)
{
    static const char *const plain[] = {
        "I x", "W x", "W y", "I y", "Add 1", "D", "Wait", "Sig", "Bc",
        "x c", "x b", "ad", "st", "O", "U m", "!runtime.Gosched()",
    };
    static const char *const seen[] = {
        "S.x", "S.y", "a:Load()", "c:recv()", "d:recv()", "b:recv()",
        "#b", "m:TryLock()", "a:Swap(7)", "b:recv()", "w:TryLock()",
        "check.choose(2)",
    };
    static const char chan[] = "cdb";
    char buf[128];
    int what = roll(deep ? 9 : 12);

    if (what < 3) {
        add(p, plain[roll(sizeof plain / sizeof plain[0])]);
    } else if (what < 6) {
        snprintf(buf, sizeof buf, "!log(%d, %s)", g,
                 seen[roll(sizeof seen / sizeof seen[0])]);
        add(p, buf);
    } else if (what < 8) {
        snprintf(buf, sizeof buf, "!%c:send(%d)", chan[roll(3)], ++p->value);
        add(p, buf);
    } else if (what < 9) {
        add_select(p, g);
    } else if (what < 11) {
        static const char *const lock[][2] = {
            { "L m;", ";U m" }, { "RL w;", ";RU w" }, { "WL w;", ";WU w" },
            { "L m;CW;", ";U m" },
        };
        int k = roll(4);

        add(p, lock[k][0]);
        add_op(p, g, 1);
        add(p, lock[k][1]);
    } else {
        static const char *const more[] = {
            "!go(function() S.x = 5; log(9, c:recv()) end)",
            "!go(function() b:send(8) end)",
            "!time.Sleep(1000)",
            "!log(8, select{recv(c), recv(time.After(500))})",
        };

        add(p, more[roll(4)]);
    }
}

static void
make_program(struct program *p)
{
    int n = 2 + roll(2), g, k;

    p->len = 0;
    p->value = 0;
    for (g = 1; g <= n; g++) {
        int ops = 1 + roll(n == 2 ? 4 : 3);

        add(p, g > 1 ? "|" : "");
        for (k = 0; k < ops; k++) {
            add(p, k > 0 ? ";" : "");
            add_op(p, g, 0);
        }
    }
}

static const char tail[] =
    "for i = 1, 9 do if logs[i] then print(i, logs[i]) end end\n"
    "print(S.x, S.y, a:Load(), #b)\n";
static const char head[] =
    "logs = {}\n"
    "function log(g, ...)\n"
    "  for i = 1, select('#', ...) do\n"
    "    logs[g] = (logs[g] or '') .. ' ' .. tostring((select(i, ...)))\n"
    "  end\n"
    "end\n";

/* When main takes part nobody joins the others, so their logs are not for main
 * to read: everybody prints. */
static const char print_head[] = "log = print\n";
static const char print_tail[] = "print(S.x, S.y, a:Load(), #b)\n";

static struct world *
open_random(const struct program *p, const char *how)
{
    bool main_too = strcmp(how, "whole") == 0;
    char buf[8192];

    snprintf(buf, sizeof buf,
             "declare[[m:mutex w:rw cv:cond a:atomic o:once c:0 d:0 b:1 "
             "wg=1]]\n%s%s[[%s]]\n%s",
             main_too ? print_head : head, how, p->text,
             main_too ? print_tail : tail);
    return open_text(buf, true);
}

static struct explore_result *
search(struct world *w, enum explore_strategy st)
{
    struct explore_opts o;
    struct explore_result *r;
    struct gopark_err err;

    explore_opts_init(&o);
    o.strategy = st;
    o.schedules = PLAIN_MOST;
    o.outputs = true;
    ck_assert_msg(explore_run(w, &o, &r, &err) == GOPARK_OK, "%s", err.text);
    return r;
}

static bool
has_output(const struct explore_result *r, const char *text)
{
    for (int i = 0; i < r->noutput; i++)
        if (strcmp(r->output[i].text, text) == 0)
            return true;
    return false;
}

static void
same_outputs(const struct explore_result *a, const struct explore_result *b,
             const char *prog)
{
    for (int i = 0; i < a->noutput; i++)
        ck_assert_msg(has_output(b, a->output[i].text),
                      "%s\n%s prints, %s does not:\n%s", prog,
                      explore_strategy_name(a->strategy),
                      explore_strategy_name(b->strategy), a->output[i].text);
}

static void
same_findings(const struct explore_result *a, const struct explore_result *b,
              const char *prog)
{
    char was[8192];

    snprintf(was, sizeof was, "%s", findings(a, false));
    ck_assert_msg(a->nfinding == b->nfinding, "%s\n%s finds %s\n%s finds %s",
                  prog, explore_strategy_name(a->strategy), was,
                  explore_strategy_name(b->strategy), findings(b, false));
}

/* False: the plain search was too large to be complete. */
static bool
check_program(const struct program *p, const char *how)
{
    struct world *w = open_random(p, how);
    struct explore_result *r[3];
    bool complete;

    r[0] = search(w, EXPLORE_PLAIN);
    complete = r[0]->complete;
    r[1] = search(w, EXPLORE_SLEEP);
    r[2] = search(w, EXPLORE_DPOR);
    for (int i = 1; complete && i < 3; i++) {
        ck_assert_msg(r[i]->complete, "%s: %s", p->text, r[i]->why);
        same_outputs(r[0], r[i], p->text);
        same_outputs(r[i], r[0], p->text);
        same_findings(r[0], r[i], p->text);
    }
    if (complete)
        ck_assert_msg(r[1]->executions == r[2]->executions,
                      "%s\nsleep sets: %llu traces, dpor: %llu", p->text,
                      (unsigned long long)r[1]->executions,
                      (unsigned long long)r[2]->executions);
    for (int i = 0; i < 3; i++)
        explore_free(r[i]);
    world_close(w);
    return complete;
}

static void
check_programs(const char *test, const char *how, int n, int share)
{
    const char *seed = getenv("SEED"), *many = getenv("PROGRAMS");
    struct program p;
    int i, judged = 0;

    n = (many != NULL ? atoi(many) : n) / SHARE;
    dice = seed != NULL ? strtoull(seed, NULL, 0) : 20240229;
    printf("%s: SEED=%llu\n", test, (unsigned long long)dice);
    dice += (uint64_t)share * UINT64_C(0x9e3779b97f4a7c15);
    for (i = 0; i < n; i++) {
        make_program(&p);
        judged += check_program(&p, how);
    }
    ck_assert_int_ge(judged, n * 3 / 4);
}

START_TEST(reduction_loses_nothing)
{
    check_programs("reduction_loses_nothing", "run", PROGRAMS, _i);
}
END_TEST

START_TEST(nothing_is_lost_when_main_takes_part)
{
    check_programs("nothing_is_lost_when_main_takes_part", "whole",
                   PROGRAMS / 8, _i);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("explore_random");
    TCase *tc = tcase_create("differential");

    tcase_set_timeout(tc, 300);
    tcase_add_loop_test(tc, reduction_loses_nothing, 0, SHARE);
    tcase_add_loop_test(tc, nothing_is_lost_when_main_takes_part, 0, SHARE);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
