/*
 * test_verdicts.c - each rule about leaks, deadlocks and lock order, by its
 * own name. With --table it prints what is tested, as Markdown.
 */
#include "script_fixture.h"

#include "verdict_table.h"

static struct output out;

/* Run until main, having printed "now", sleeps; or to the end. */
static void
run_to_now(struct world *w)
{
    struct gopark_g g;

    do {
        script_go(w, world_steps(w) + 1);
        if (out.n >= 4 && strcmp(out.text + out.n - 4, "now\n") == 0)
            break;
    } while (world_end(w)->how == END_NOT);
    while (world_end(w)->how == END_NOT && world_g(w, 1, &g) &&
           g.status != G_WAITING)
        script_go(w, world_steps(w) + 1);
}

/* Is there anything that will happen within a second? */
static bool
is_busy(const struct world *w)
{
    struct gopark_g g;

    for (uint32_t id = 0; (id = world_next_g(w, id)) != 0;) {
        world_g(w, id, &g);
        if (g.status != G_WAITING ||
            (g.place == AT_TIMER && g.when < 1000000000))
            return true;
    }
    return false;
}

static void
run_to_rest(struct world *w)
{
    do
        script_go(w, world_steps(w) + 1);
    while (world_end(w)->how == END_NOT && is_busy(w));
}

/* --- what is said ------------------------------------------------------- */

static void
say(struct world *w, char *buf, size_t size, const char *sep, uint32_t id,
    const char *what)
{
    size_t n = strlen(buf);

    (void)w;
    snprintf(buf + n, size - n, "%s%u %s", n > 0 ? sep : "", id, what);
}

/* "2 [chan send] leaked, 3 [select] held" */
static void
leaks(struct world *w, char *buf, size_t size)
{
    static const char *const word[] = { "not", "held", "suspect", "leaked" };
    struct gopark_blocked b[64];
    struct gopark_g g;
    char what[128];
    int n = world_leaks(w, b, 64);

    buf[0] = '\0';
    for (int i = 0; i < n; i++) {
        world_g(w, b[i].g, &g);
        snprintf(what, sizeof what, "[%s] %s%s", gopark_reason_name(g.reason),
                 word[b[i].leak], b[i].unused ? ", never used again" : "");
        say(w, buf, size, ", ", b[i].g, what);
    }
}

/* "2 circle 1, 3 behind" */
static void
waits(struct world *w, char *buf, size_t size)
{
    static const char *const word[] = { "not", "lost", "behind", "circle" };
    struct gopark_waits ws;
    char what[64];

    buf[0] = '\0';
    ck_assert(world_waits(w, &ws));
    for (int i = 0; i < ws.nwaiting; i++) {
        snprintf(what, sizeof what, "%s", word[ws.waiting[i].stuck]);
        if (ws.waiting[i].circle != 0)
            snprintf(what, sizeof what, "circle %d", ws.waiting[i].circle);
        say(w, buf, size, ", ", ws.waiting[i].g, what);
    }
    gopark_waits_free(&ws);
}

static void
expect_same(const struct verdict *v, const char *said)
{
    ck_assert_msg(strcmp(said, v->ours) == 0, "%s: \"%s\", not \"%s\"", v->id,
                  said, v->ours);
}

/* Each of the words, in this order. */
static void
expect_words(const struct verdict *v, const char *said)
{
    char word[512];
    const char *at = said;

    for (const char *s = v->ours; *s != '\0';) {
        size_t n = strcspn(s, "|");

        snprintf(word, sizeof word, "%.*s", (int)n, s);
        at = strstr(at, word);
        ck_assert_msg(at != NULL, "%s: no \"%s\" in\n%s", v->id, word, said);
        at += n;
        s += n + (s[n] == '|');
    }
}

/* --- the kinds ----------------------------------------------------------- */

static int
count(const char *s, const char *word)
{
    int n = 0;

    while ((s = strstr(s, word)) != NULL) {
        s++;
        n++;
    }
    return n;
}

static struct world *
open_it(const struct verdict *v, int procs)
{
    struct gopark_opts o = script_opts(v->script, &out);

    o.procs = procs;
    o.max_time = INT64_C(100000000000);
    return script_open(&o);
}

/* Verdicts do not depend on the number of processors, and what asks for them
 * leaves the world as it was. */
static void
of_leaks(const struct verdict *v)
{
    static char said[1024];

    for (int procs = 1; procs <= 4; procs += 3) {
        struct world *w = open_it(v, procs);
        uint64_t hash;

        run_to_now(w);
        hash = world_hash(w);
        leaks(w, said, sizeof said);
        expect_same(v, said);
        ck_assert_msg(world_leaked(w, NULL, 0, NULL) == count(said, "] leaked"),
                      "%s: a sweep finds others", v->id);
        ck_assert_msg(world_hash(w) == hash, "%s: the world differs", v->id);
        ck_assert_msg(strstr(out.text, "finalizer") == NULL, "%s", v->id);
        world_close(w);
    }
}

static void
of_waits(const struct verdict *v)
{
    static char said[1024];
    struct world *w = open_it(v, 1);

    run_to_rest(w);
    waits(w, said, sizeof said);
    expect_same(v, said);
    world_close(w);
}

static void
of_words(const struct verdict *v)
{
    struct world *w = open_it(v, 1);
    char *said;

    run_to_rest(w);
    said = world_deadlock(w, GOPARK_EN);
    expect_words(v, said);
    free(said);
    said = world_deadlock(w, GOPARK_ZH);
    ck_assert_msg(strstr(said, "死锁") != NULL, "%s", said);
    free(said);
    world_close(w);
}

static void
of_order(const struct verdict *v)
{
    struct world *w = open_it(v, 1);
    struct lockwatch *lw = lockwatch_start(w);
    char *said;

    script_go(w, WORLD_TO_END);
    said = lockwatch_report(lw, GOPARK_EN);
    if (v->ours[0] == '\0')
        ck_assert_msg(strstr(said, "in one order") != NULL, "%s:\n%s", v->id,
                      said);
    expect_words(v, said);
    free(said);
    said = lockwatch_report(lw, GOPARK_ZH);
    ck_assert_msg(strstr(said, "锁") != NULL, "%s", said);
    free(said);
    lockwatch_stop(lw);
    world_close(w);
}

static void
of_end(const struct verdict *v)
{
    struct world *w = open_it(v, 1);
    char *said;

    script_go(w, WORLD_TO_END);
    said = world_report(w);
    if (v->ours[0] == '\0')
        ck_assert_msg(said[0] == '\0', "%s:\n%s", v->id, said);
    expect_words(v, said);
    ck_assert_int_eq(world_end(w)->code, v->ours[0] == '\0' ? 0 : 2);
    free(said);
    world_close(w);
}

START_TEST(verdicts_are_those_of_the_rules)
{
    static void (*const judge[])(const struct verdict *v) = {
        [OF_LEAKS] = of_leaks, [OF_WAITS] = of_waits, [OF_ORDER] = of_order,
        [OF_END] = of_end,     [OF_WORDS] = of_words,
    };

    judge[verdicts[_i].of](&verdicts[_i]);
}
END_TEST

/* --- the table ------------------------------------------------------------ */

static void
print_cell(const char *s, bool first_line)
{
    for (; *s != '\0' && !(first_line && *s == '\n'); s++) {
        if (*s == '|')
            fputs("; ", stdout);
        else if (*s == '\n')
            fputs(" ", stdout);
        else
            putchar(*s);
    }
}

static void
print_table(void)
{
    puts("| id | the rule says | gopark says | where it differs: why |\n"
         "|---|---|---|---|");
    for (int i = 0; i < NVERDICT; i++) {
        const struct verdict *v = &verdicts[i];

        printf("| %s | %s | ", v->id, v->rule);
        print_cell(v->ours[0] != '\0'  ? v->ours
                   : v->of == OF_ORDER ? "no finding"
                                       : "nothing",
                   v->of == OF_ORDER);
        printf(" | %s |\n", v->better != NULL ? v->better : "");
    }
}

int
main(int argc, char **argv)
{
    Suite *s = suite_create("verdicts");
    TCase *t = tcase_create("rules");
    SRunner *sr;
    int failed;

    if (argc > 1 && strcmp(argv[1], "--table") == 0) {
        print_table();
        return 0;
    }
    tcase_add_loop_test(t, verdicts_are_those_of_the_rules, 0, NVERDICT);
    tcase_set_timeout(t, 60);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
