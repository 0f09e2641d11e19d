/*
 * test_looking.c - looking leaves no trace.
 *
 * After each step of a program every command that only looks is given, as
 * text and as JSON, and every line is completed. Each leaves the world's
 * memory as it was, byte for byte; and a run that is looked at ends as one
 * that is not, with the same events.
 */
#include <jansson.h>

#include "complete.h"
#include "prompt_fixture.h"
#include "script_fixture.h"

/* What the commands of the table that only look are given, beside nothing. */
static const struct look {
    const char *name;
    const char *args[8];
} look[] = {
    { "gs", { "waiting", "chan" } },
    { "g", { "G1", "G2" } },
    { "bt", { "G1", "G3" } },
    { "frame", { "0", "1" } },
    { "locals", { "0" } },
    { "print", { "total, seen, ch", "#seen + nosuch", "ch:len()",
                 "setmetatable({}, { __tostring = error })" } },
    { "list", { "5" } },
    { "chan", { "ch", "ch#1" } },
    { "log", { "ch", "G2", "0..9" } },
    { "table", { "0..9" } },
    { "diff", { "0 5" } },
    { "pprof", { NULL } },
    { "why", { "G1", "G2", "G3" } },
    { "explain", { "hchan" } },
    { "leaks", { NULL } },
    { "when", { NULL } },
    { "show", { NULL } },
    { "help", { "step" } },
    { "breakpoints", { NULL } },
    { "view", { NULL } },
    { "inject", { "list" } },
};
enum { NLOOK = sizeof look / sizeof look[0] };

static const char *const begun[] = { "print s",  "print total", "chan ",
                                     "g ",       "why ",        "print string.f",
                                     "print ch:", "tot",        "break " };
enum { NBEGUN = sizeof begun / sizeof begun[0] };

static struct prompt p;
static struct repl *r;

static void
open_prompt(void)
{
    prompt_open(&p);
    r = p.r;
    prompt_load(&p, "test.lua", everything);
    ck_assert_int_eq(world_log(r->w, 100000, NULL), GOPARK_OK);
    r->log_size = 100000;
}

static void
close_prompt(void)
{
    prompt_close(&p);
}

static void
unchanged(uint64_t before, const char *line)
{
    ck_assert_msg(world_hash(r->w) == before, "'%s' left a trace at step %llu",
                  line, (unsigned long long)world_steps(r->w));
}

static void
give(const char *line)
{
    uint64_t before = world_hash(r->w);

    repl_eval(r, line);
    unchanged(before, line);
}

/* What was said in JSON is a value a line. */
static void
is_json(const char *line)
{
    json_error_t err;

    for (char *s = p.said.s; s != NULL && *s != '\0';) {
        size_t n = strcspn(s, "\n");
        json_t *v = json_loadb(s, n, JSON_DECODE_ANY, &err);

        ck_assert_msg(v != NULL, "%s: %s: %.*s", line, err.text, (int)n, s);
        json_decref(v);
        s += n + (s[n] == '\n');
    }
}

static void
give_all(const char *name, const char *const *args, int nargs)
{
    char line[128];

    for (int json = 0; json < 2; json++) {
        for (int i = -1; i < nargs; i++) {
            if (i >= 0 && args[i] == NULL)
                break;
            snprintf(line, sizeof line, "%s %s%s", name, json ? "--json " : "",
                     i < 0 ? "" : args[i]);
            text_clear(&p.said);
            give(line);
            if (json && strcmp(name, "view") != 0) /* that is a picture */
                is_json(line);
        }
    }
}

static void
look_at_everything(void)
{
    const struct repl_cmd *c;
    int i;

    for (i = 0; (c = repl_cmd_at(i)) != NULL; i++)
        if (c->group == GROUP_LOOK || c->group == GROUP_EXPLAIN)
            give_all(c->name, NULL, 0);
    for (i = 0; i < NLOOK; i++)
        give_all(look[i].name, look[i].args, 8);
}

static void
complete_everything(void)
{
    struct completions found;

    for (int i = 0; i < NBEGUN; i++) {
        uint64_t before = world_hash(r->w);
        size_t end = strlen(begun[i]), start = end;

        while (start > 0 && begun[i][start - 1] != ' ')
            start--;
        complete(r, begun[i], start, end, &found);
        completions_free(&found);
        unchanged(before, begun[i]);
    }
}

static struct digest
end_of_run(void)
{
    static struct output out;

    ck_assert_int_eq(world_end(r->w)->how, END_RETURN);
    ck_assert_uint_lt(p.printed.len, sizeof out.text);
    memcpy(out.text, p.printed.s, p.printed.len);
    out.n = p.printed.len;
    return digest_of(r->w, &out);
}

START_TEST(looking_after_every_step_leaves_no_trace)
{
    struct digest plain, looked;
    uint64_t hash;

    session_run(r->s, WORLD_TO_END, NULL);
    plain = end_of_run();
    hash = world_digest(r->w);
    close_prompt();
    open_prompt();
    for (uint64_t i = 0; world_end(r->w)->how == END_NOT; i += 1 + i / 40) {
        session_run(r->s, i, NULL);
        look_at_everything();
        complete_everything();
    }
    looked = end_of_run();
    expect_equal(&plain, &looked);
    ck_assert_uint_eq(world_digest(r->w), hash);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("looking");
    TCase *t = tcase_create("looking");
    SRunner *sr;
    int failed;

    tcase_set_timeout(t, 60);
    tcase_add_checked_fixture(t, open_prompt, close_prompt);
    tcase_add_test(t, looking_after_every_step_leaves_no_trace);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
