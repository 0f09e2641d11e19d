/*
 * test_explore_numbers.c - closed forms, histograms and probabilities
 * (NUM-1..6); shards; and that what was found can be followed.
 */
#include "explore_fixture.h"

#include <math.h>

/* --- programs ------------------------------------------------------------- */

/* n goroutines with the same text, in which % is the goroutine's number. */
static void
repeat(char *buf, size_t size, int n, const char *text)
{
    size_t len = 0;

    for (int i = 1; i <= n; i++) {
        if (i > 1)
            buf[len++] = '|';
        for (const char *s = text; *s != '\0' && len + 8 < size; s++)
            if (*s == '%')
                len += (size_t)snprintf(buf + len, size - len, "%d", i);
            else
                buf[len++] = *s;
    }
    buf[len] = '\0';
}

static const char *
philosophers(int n, bool last_reversed)
{
    static char buf[1024];
    size_t len = 0;

    for (int i = 1; i <= n; i++) {
        int l = i, r = i % n + 1;

        if (last_reversed && i == n) {
            l = 1;
            r = n;
        }
        len += (size_t)snprintf(buf + len, sizeof buf - len,
                                "%sL m%d;L m%d;U m%d;U m%d", i > 1 ? "|" : "",
                                l, r, r, l);
    }
    return buf;
}

#define FORKS "m1:mutex m2:mutex m3:mutex m4:mutex"

static struct explore_result *
run_opts(struct world *w, const struct explore_opts *o)
{
    struct explore_result *r;
    struct gopark_err err;

    ck_assert_msg(explore_run(w, o, &r, &err) == GOPARK_OK, "%s", err.text);
    return r;
}

/* --- NUM-1 ---------------------------------------------------------------- */

struct form {
    const char *name, *decl;
    int n; /* goroutines with this text, */
    const char *text;
    const char *more; /* and these besides; "" none */
    int schedules, traces;
};

static const struct form forms[] = {
    { "private 2x1", "", 2, "!S['p%'] = 1", "", 2, 1 },
    { "private 2x2", "", 2, "!S['p%'] = 1;!S['p%'] = 2", "", 6, -1 },
    { "reads 2", "", 2, "R x", "", 2, 1 },
    { "reads 4", "", 4, "R x", "", 24, 1 },
    { "writes 3", "", 3, "W x", "", 6, 6 },
    { "writes 4", "", 4, "W x", "", 24, 24 },
    { "1 write 1 read", "", 1, "R x", "|W x", 2, 2 },
    { "1 write 2 reads", "", 2, "R x", "|W x", 6, 4 },
    { "1 write 3 reads", "", 3, "R x", "|W x", 24, 8 },
    { "1 write 4 reads", "", 4, "R x", "|W x", 120, 16 },
    { "2 x 3 writes", "", 2, "W x;W x;W x", "", 20, 20 },
    { "lock 4", "m:mutex", 4, "L m;U m", "", 24, 24 },
    { "lock 2 x 3", "m:mutex", 2, "L m;U m;L m;U m;L m;U m", "", 20, 20 },
    { "count 2", "", 2, "I x", "", 6, 4 },
    { "count 3", "", 3, "I x", "", 90, 36 },
    { "count 4", "", 4, "I x", "", 2520, 576 },
    { "count 2 x 2", "", 2, "I x;I x", "", 70, 34 },
    { "count 2 x 3", "", 2, "I x;I x;I x", "", 924, 328 },
    { "items 3 cap 0", "c:0", 1, "s c;s c;s c", "|r c;r c;r c", 1, 1 },
    { "items 3 cap 1", "c:1", 1, "s c;s c;s c", "|r c;r c;r c", 1, 1 },
    { "items 3 cap 2", "c:2", 1, "s c;s c;s c", "|r c;r c;r c", 4, 4 },
    { "items 4 cap 3", "c:3", 1, "s c;s c;s c;s c", "|r c;r c;r c;r c", 13,
      13 },
    { "items 4 cap 4", "c:4", 1, "s c;s c;s c;s c", "|r c;r c;r c;r c", 14,
      14 },
    { "done 4", "wg=4", 4, "D", "|Wait", 24, 24 },
};
enum { NFORM = sizeof forms / sizeof forms[0] };

START_TEST(closed_forms_hold)
{
    const struct form *f = &forms[_i];
    char buf[2048];
    struct explore_result *r;
    struct world *w;

    repeat(buf, sizeof buf, f->n, f->text);
    strcat(buf, f->more);
    w = open_program(f->decl, "for i = 1, 4 do S['p' .. i] = 0 end", buf);
    r = explore(w, EXPLORE_PLAIN);
    ck_assert_msg((int)r->executions == f->schedules, "%s: %llu schedules",
                  f->name, (unsigned long long)r->executions);
    explore_free(r);
    r = explore(w, EXPLORE_DPOR);
    ck_assert_msg(f->traces < 0 || (int)r->executions == f->traces,
                  "%s: %llu traces", f->name,
                  (unsigned long long)r->executions);
    ck_assert_msg(r->blocked == 0, "%s: %llu blocked", f->name,
                  (unsigned long long)r->blocked); /* NUM-6 */
    explore_free(r);
    world_close(w);
}
END_TEST

/* --- NUM-3: which values a counter can have --------------------------------- */

static uint64_t
count_of(const struct explore_result *r, const char *text)
{
    for (int i = 0; i < r->noutput; i++)
        if (strcmp(r->output[i].text, text) == 0)
            return r->output[i].count;
    return 0;
}

struct counter {
    int n;
    const char *text;
    enum explore_strategy st;
    uint64_t count[7]; /* executions that end in 1, 2, ... */
};

static const struct counter counters[] = {
    { 2, "I x", EXPLORE_PLAIN, { 4, 2 } },
    { 2, "I x", EXPLORE_DPOR, { 2, 2 } },
    { 3, "I x", EXPLORE_PLAIN, { 48, 36, 6 } },
    { 3, "I x", EXPLORE_DPOR, { 12, 18, 6 } },
    { 4, "I x", EXPLORE_PLAIN, { 1152, 1056, 288, 24 } },
    { 4, "I x", EXPLORE_DPOR, { 144, 264, 144, 24 } },
    { 2, "I x;I x", EXPLORE_PLAIN, { 0, 32, 32, 6 } },
    { 2, "I x;I x", EXPLORE_DPOR, { 0, 12, 16, 6 } },
    { 2, "I x;I x;I x", EXPLORE_PLAIN, { 0, 8, 300, 416, 180, 20 } },
    { 2, "I x;I x;I x", EXPLORE_DPOR, { 0, 2, 82, 134, 90, 20 } },
};
enum { NCOUNTER = sizeof counters / sizeof counters[0] };

static struct world *
open_counter(int n, const char *text)
{
    char buf[1024], prog[2048];

    repeat(buf, sizeof buf, n, text);
    snprintf(prog, sizeof prog, "declare''\nrun[[%s]]\nprint(S.x)\n", buf);
    return open_text(prog, true);
}

START_TEST(lost_updates_are_counted)
{
    const struct counter *c = &counters[_i];
    struct world *w = open_counter(c->n, c->text);
    struct explore_opts o;
    struct explore_result *r;

    explore_opts_init(&o);
    o.strategy = c->st;
    o.outputs = true;
    r = run_opts(w, &o);
    for (int v = 1; v <= 7; v++) {
        char text[16];

        snprintf(text, sizeof text, "%d\n", v);
        ck_assert_msg(count_of(r, text) == c->count[v - 1],
                      "%d x %s ends in %d in %llu executions", c->n, c->text,
                      v, (unsigned long long)count_of(r, text));
    }
    explore_free(r);
    world_close(w);
}
END_TEST

/* --- NUM-4 ------------------------------------------------------------------- */

struct histogram {
    const char *decl, *prog;
    int n; /* or: n goroutines, */
    int by_preempted[8];
};

static const struct histogram histograms[] = {
    { "", "!S['p%'] = 1;!S['p%'] = 2", 2, { 2, 2, 2 } },
    { "", "!S['p%'] = 1;!S['p%'] = 2;!S['p%'] = 3", 2, { 2, 4, 8, 4, 2 } },
    { "", "!S['p%'] = 1;!S['p%'] = 2", 3, { 6, 18, 36, 30 } },
    { "", "!S['p%'] = 1;!S['p%'] = 2;!S['p%'] = 3", 3,
      { 6, 36, 150, 360, 510, 444, 174 } },
    { FORKS, "L m1;L m2;U m2;U m1|L m2;L m1;U m1;U m2", 0, { 2, 4 } },
    { FORKS, "L m1;L m2;U m2;U m1|L m2;L m3;U m3;U m2|L m3;L m1;U m1;U m3", 0,
      { 6, 51, 72, 21, 18 } },
};
enum { NHISTOGRAM = sizeof histograms / sizeof histograms[0] };

START_TEST(preemptions_are_counted)
{
    const struct histogram *h = &histograms[_i];
    char buf[1024];
    struct world *w;
    struct explore_result *r;
    struct explore_opts o;
    uint64_t two = 0;

    if (h->n > 0)
        repeat(buf, sizeof buf, h->n, h->prog);
    else
        snprintf(buf, sizeof buf, "%s", h->prog);
    w = open_program(h->decl, "for i = 1, 4 do S['p' .. i] = 0 end", buf);
    r = explore(w, EXPLORE_PLAIN);
    for (int i = 0; i < 8; i++)
        ck_assert_msg((int)r->by_preempted[i] == h->by_preempted[i],
                      "%s: %llu with %d preemptions", buf,
                      (unsigned long long)r->by_preempted[i], i);
    explore_free(r);
    explore_opts_init(&o);
    o.strategy = EXPLORE_PLAIN;
    o.preemptions = 2; /* PB-1: just those with at most two */
    r = run_opts(w, &o);
    for (int i = 0; i <= 2; i++)
        two += (uint64_t)h->by_preempted[i];
    ck_assert_uint_eq(r->executions, two);
    ck_assert(!r->complete);
    explore_free(r);
    world_close(w);
}
END_TEST

/* --- NUM-2, NUM-3, NUM-5: probabilities ---------------------------------------- */

struct chance {
    const char *decl, *prog, *more;
    enum explore_strategy st;
    int d, k;
    double p; /* that an execution has a finding other than a race */
};

#define ABBA "L m1;L m2;U m2;U m1|L m2;L m1;U m1;U m2"
#define ORDER "W x|!check.assert(S.x == 1)"
#define LOST "check.finally(function() return S.x == 2 end)"

static const struct chance chances[] = {
    { FORKS, "2", "", EXPLORE_RANDOM, 0, 0, 1.0 / 2 },
    { FORKS, "3", "", EXPLORE_RANDOM, 0, 0, 1.0 / 3 },
    { FORKS, "4", "", EXPLORE_RANDOM, 0, 0, 11.0 / 48 },
    { "", "I x|I x", LOST, EXPLORE_RANDOM, 0, 0, 1.0 / 2 },
    { "", ORDER, "", EXPLORE_PCT, 1, 2, 1.0 / 2 },
    { "", "I x|I x", LOST, EXPLORE_PCT, 1, 4, 0 },
    { "", "I x|I x", LOST, EXPLORE_PCT, 2, 4, 1.0 / 4 },
    { FORKS, ABBA, "", EXPLORE_PCT, 1, 8, 0 },
    { FORKS, ABBA, "", EXPLORE_PCT, 2, 8, 1.0 / 8 },
    { FORKS, ABBA, "", EXPLORE_PCT, 3, 8, 13.0 / 56 },
    { FORKS, "3", "", EXPLORE_PCT, 2, 12, 1.0 / 24 },
    { FORKS, "3", "", EXPLORE_PCT, 3, 12, 1.0 / 12 },
    { FORKS, "4", "", EXPLORE_PCT, 4, 16, 83.0 / 2016 },
};
enum { NCHANCE = sizeof chances / sizeof chances[0] };
#ifdef GOPARK_HEAP_DEBUG /* slow */
enum { SEEDS = 1000 };
#else
enum { SEEDS = 10000 };
#endif

START_TEST(probabilities_are_as_computed)
{
    const struct chance *c = &chances[_i];
    bool ring = c->prog[1] == '\0';
    struct world *w = open_program(
        c->decl, c->more,
        ring ? philosophers(c->prog[0] - '0', false) : c->prog);
    double sigma = sqrt(c->p * (1 - c->p) / SEEDS), rate = 0;
    struct explore_result *r;
    struct explore_opts o;

    explore_opts_init(&o);
    o.strategy = c->st;
    o.schedules = SEEDS;
    o.depth = c->d;
    o.length = (uint64_t)c->k;
    o.seed = 7;
    r = run_opts(w, &o);
    ck_assert_uint_eq(r->executions, SEEDS);
    if (r->nfinding > 0 && r->finding[0].verdict != EXPLORE_RACE)
        rate = (double)r->finding[0].count / SEEDS;
    ck_assert_msg(fabs(rate - c->p) <= 4 * sigma + 1e-9,
                  "%s, %s d=%d: %g, %g +- %g expected", c->prog,
                  explore_strategy_name(c->st), c->d, rate, c->p, 4 * sigma);
    explore_free(r);
    world_close(w);
}
END_TEST

/* --- shards ---------------------------------------------------------------------- */

START_TEST(shards_together_are_the_search)
{
    struct world *w = open_counter(4, "I x");
    struct explore_result *all = NULL;
    struct explore_opts o;

    for (uint32_t k = 1; k <= 5; k++) {
        struct explore_result *r, *copy;
        size_t n;
        char *packed;

        explore_opts_init(&o);
        o.outputs = true;
        o.shard = k;
        o.nshard = 5;
        r = run_opts(w, &o);
        ck_assert_uint_gt(r->executions, 0);
        packed = explore_pack(r, &n);
        copy = explore_unpack(packed, n);
        ck_assert_ptr_nonnull(copy);
        ck_assert_ptr_null(explore_unpack(packed, n - 1));
        free(packed);
        explore_free(r);
        if (all == NULL) {
            all = copy;
            continue;
        }
        ck_assert(explore_merge(all, copy));
        explore_free(copy);
    }
    ck_assert(all->complete);
    ck_assert_uint_eq(all->executions, 576);
    ck_assert_uint_eq(count_of(all, "2\n"), 264);
    explore_free(all);
    world_close(w);
}
END_TEST

/* --- following ---------------------------------------------------------------------- */

/* A world of its own follows what was found to the same end. */
static void
follow(const char *text, const struct explore_finding *f,
       enum gopark_how how)
{
    struct world *w = open_text(text, true);
    struct gopark_input in = { .kind = IN_POLICY };
    struct gopark_err err;
    char policy[512];
    uint64_t last;

    snprintf(policy, sizeof policy, "schedule %s", f->schedule);
    in.text = policy;
    ck_assert_msg(world_input(w, &in, NULL, &err) == GOPARK_OK, "%s",
                  err.text);
    world_run(w, WORLD_TO_END, NULL);
    ck_assert_int_eq(world_end(w)->how, how);
    last = world_steps(w);
    ck_assert_uint_ge(last, (uint64_t)f->steps);
    world_close(w);
}

START_TEST(a_finding_can_be_followed)
{
    char text[2048];
    struct explore_result *r;
    struct world *w;

    snprintf(text, sizeof text, "declare[[%s]]\nrun[[%s]]\n", FORKS,
             philosophers(3, false));
    w = open_text(text, true);
    r = explore(w, EXPLORE_DPOR);
    ck_assert_int_eq(r->nfinding, 1);
    ck_assert_int_eq(r->finding[0].preemptions, 1);
    ck_assert_int_eq(r->finding[0].steps, 3);
    ck_assert_str_eq(r->finding[0].schedule, "par: 2 4 3");
    follow(text, &r->finding[0], END_DEADLOCK);
    explore_free(r);
    world_close(w);
}
END_TEST

START_TEST(a_lost_update_is_minimised_and_followed)
{
    char text[1024];
    struct explore_result *r;
    struct world *w;

    snprintf(text, sizeof text, "declare''\n" LOST "\nrun[[I x|I x]]\n");
    w = open_text(text, true);
    r = explore(w, EXPLORE_RANDOM);
    ck_assert_int_eq(r->nfinding, 0); /* schedules 0: none was asked for */
    explore_free(r);
    r = explore(w, EXPLORE_DPOR);
    ck_assert_int_eq(r->verdict, EXPLORE_CHECK);
    ck_assert_int_eq(r->finding[0].preemptions, 1);
    follow(text, &r->finding[0], END_CHECK);
    explore_free(r);
    world_close(w);
}
END_TEST

START_TEST(a_schedule_that_does_not_fit_is_refused)
{
    struct world *w = open_program("", "", "I x|I x");
    struct gopark_input in = { .kind = IN_POLICY,
                               .text = "schedule par: 2 9" };
    struct gopark_err err;
    char *report;

    ck_assert_int_eq(world_input(w, &in, NULL, &err), GOPARK_OK);
    world_run(w, WORLD_TO_END, NULL);
    ck_assert_int_eq(world_end(w)->how, END_FATAL);
    report = world_report(w);
    ck_assert_ptr_nonnull(strstr(report, "expected 9, offered 2 3"));
    free(report);
    in.text = "schedule 2 3";
    ck_assert_int_eq(world_input(w, &in, NULL, &err), GOPARK_ESYNTAX);
    world_close(w);
}
END_TEST

START_TEST(the_world_is_put_back)
{
    struct world *w = open_program(FORKS, "", ABBA);
    uint64_t before = world_hash(w);
    struct explore_result *r = explore(w, EXPLORE_DPOR);

    explore_free(r);
    ck_assert_uint_eq(world_hash(w), before);
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("explore_numbers");
    TCase *tc = tcase_create("numbers");

    tcase_set_timeout(tc, 120);
    tcase_add_loop_test(tc, closed_forms_hold, 0, NFORM);
    tcase_add_loop_test(tc, lost_updates_are_counted, 0, NCOUNTER);
    tcase_add_loop_test(tc, preemptions_are_counted, 0, NHISTOGRAM);
    tcase_add_loop_test(tc, probabilities_are_as_computed, 0, NCHANCE);
    tcase_add_test(tc, shards_together_are_the_search);
    tcase_add_test(tc, a_finding_can_be_followed);
    tcase_add_test(tc, a_lost_update_is_minimised_and_followed);
    tcase_add_test(tc, a_schedule_that_does_not_fit_is_refused);
    tcase_add_test(tc, the_world_is_put_back);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
