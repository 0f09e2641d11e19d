/*
 * cmd_look.c - goroutines: which there are, where they stand, what they hold.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "families.h"
#include "report.h"
#include "rows.h"
#include "units.h"

enum { FRAMES_MOST = 200, LOCALS_MOST = 200 };

/* --- gs ---------------------------------------------------------------- */

static void
json_g(struct rows *t, const struct world *w, const struct gopark_g *g)
{
    char s[96];

    rows_int(t, "g", g->id);
    rows_str(t, "status", gopark_status_name(g->status));
    rows_str(t, "reason", gopark_reason_name(g->reason));
    rows_int(t, "p", g->p);
    rows_int(t, "m", g->m);
    if (g->object != 0) {
        describe_object(w, g->object, s, sizeof s);
        rows_str(t, "object", s);
    }
    rows_str(t, "function", g->func);
    rows_str(t, "file", g->file);
    rows_int(t, "line", g->line);
    rows_int(t, "creator", g->creator);
    rows_str(t, "created_file", g->made_file);
    rows_int(t, "created_line", g->made_line);
    rows_int(t, "since", g->since);
    rows_int(t, "cpu", g->cpu);
    rows_int(t, "instructions", (int64_t)g->instructions);
    rows_int(t, "stack", (int64_t)g->stack);
    rows_int(t, "stack_grown", g->stack_grown);
    rows_bool(t, "leaked", g->leaked);
}

static void
row_g(struct rows *t, struct repl *r, const struct gopark_g *g)
{
    char state[64], place[96], line[192], since[64], stack[32];
    int64_t lasts = world_now(r->w) - g->since;

    describe_state(g, state, sizeof state);
    describe_place(r->w, g, place, sizeof place);
    describe_line(g, line, sizeof line);
    if (lasts < 0)
        lasts = 0; /* its M is ahead of all that has happened */
    rows_next(t);
    rows_text(t, "%sG%" PRIu32, g->id == r->g ? "* " : "  ", g->id);
    rows_text(t, "%s", state);
    rows_text(t, "%s", place);
    rows_text(t, "%s", g->func != NULL ? g->func : "");
    rows_text(t, "%s", line);
    rows_text(t, "for %s",
              units_time(lasts, since, sizeof since));
    rows_text(t, "stack %s%s", units_bytes(g->stack, stack, sizeof stack),
              g->stack_grown > 0 ? "+" : "");
    json_g(t, r->w, g);
}

static bool
in_state(const struct gopark_g *g, const char *state)
{
    char s[64];

    if (state == NULL)
        return true;
    describe_state(g, s, sizeof s);
    return strncmp(gopark_status_name(g->status), state, strlen(state)) == 0 ||
           strstr(s, state) != NULL;
}

/* May a goroutine ever be in a state that is called so? */
static bool
is_state(const char *word)
{
    static const char *const more[] = { "stalled", "(leaked)",
                                        ", locked to thread" };

    for (int i = 0; i < G_NSTATUS; i++)
        if (strncmp(gopark_status_name((enum g_status)i), word,
                    strlen(word)) == 0)
            return true;
    for (int i = 0; i < WAIT_NREASON; i++)
        if (strstr(gopark_reason_name((enum g_reason)i), word) != NULL)
            return true;
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++)
        if (strstr(more[i], word) != NULL)
            return true;
    return false;
}

/* Those that have leaked, by number. */
struct lost {
    uint32_t *g;
    int n;
};

enum { LOOKED_AT = 2000 }; /* more goroutines are looked at only if asked */

static void
find_lost(struct lost *l, struct repl *r, const char *state)
{
    memset(l, 0, sizeof *l);
    if (world_live_gs(r->w) > LOOKED_AT &&
        (state == NULL || strcmp(state, "leaked") != 0))
        return;
    l->n = world_leaked(r->w, NULL, 0, NULL);
    l->g = text_alloc((size_t)(l->n + 1) * sizeof *l->g);
    world_leaked(r->w, l->g, l->n, NULL);
}

static int
by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

static bool
is_lost(const struct lost *l, uint32_t g)
{
    return l->n > 0 &&
           bsearch(&g, l->g, (size_t)l->n, sizeof g, by_number) != NULL;
}

static bool
cmd_gs(struct repl *r, int argc, char **argv)
{
    const char *state = argc > 1 ? argv[1] : NULL;
    struct lost lost;
    struct gopark_g g;
    struct rows t;

    if (state != NULL && !is_state(state))
        return repl_fail(r,
                         "gs %s: no such state; expected running, runnable, "
                         "waiting, syscall, or a word of a reason: chan, "
                         "select, sleep, leaked",
                         state);
    find_lost(&lost, r, state);
    rows_begin(&t, r);
    for (uint32_t i = 0; (i = world_next_g(r->w, i)) != 0;) {
        if (!live_g(r->w, i, &g) || g.hidden)
            continue;
        g.leaked = is_lost(&lost, i);
        if (in_state(&g, state))
            row_g(&t, r, &g);
    }
    free(lost.g);
    rows_end(&t, state != NULL ? "no goroutine is in that state"
                               : "no goroutines: the program has ended");
    return true;
}

static bool
cmd_g(struct repl *r, int argc, char **argv)
{
    struct text t = { 0 };
    struct gopark_g g;
    struct rows rows;
    uint32_t id = r->g;

    if (argc > 1 && !arg_g(r, argv[1], &id))
        return false;
    r->g = id;
    r->frame = 0;
    r->version++;
    if (!live_g(r->w, id, &g))
        return repl_fail(r, "G%" PRIu32 " has ended", id);
    rows_begin(&rows, r);
    row_g(&rows, r, &g);
    rows_end(&rows, NULL);
    if (!r->json) {
        report_source(r, g.file, g.line, &t);
        if (t.len > 0)
            repl_puts(r, t.s);
    }
    text_done(&t);
    return true;
}

/* --- frames ------------------------------------------------------------ */

/* The goroutine in argv[1], or the selected one, with its frames. */
static int
frames_of(struct repl *r, int argc, char **argv, uint32_t *g,
          struct gopark_frame *f)
{
    *g = r->g;
    if (argc > 1 && !arg_g(r, argv[1], g))
        return -1;
    if (*g == 0 || *g > world_ngs(r->w)) {
        repl_fail(r, "no goroutine is selected; 'g N' selects one");
        return -1;
    }
    return world_frames(r->w, *g, f, FRAMES_MOST);
}

static void
json_bt(struct repl *r, const struct gopark_frame *f, int n)
{
    struct rows t;

    rows_begin(&t, r);
    for (int i = 0; i < n && i < FRAMES_MOST; i++) {
        rows_next(&t);
        rows_int(&t, "frame", i);
        rows_str(&t, "function", f[i].func);
        rows_str(&t, "file", f[i].file);
        rows_int(&t, "line", f[i].line);
    }
    rows_end(&t, NULL);
}

static bool
cmd_bt(struct repl *r, int argc, char **argv)
{
    static struct gopark_frame f[FRAMES_MOST];
    uint32_t g;
    int n = frames_of(r, argc, argv, &g, f);
    char *s;

    if (n < 0)
        return false;
    if (r->json) {
        json_bt(r, f, n);
        return true;
    }
    s = world_traceback(r->w, g, false);
    if (s == NULL || *s == '\0')
        repl_printf(r, "G%" PRIu32 " has ended\n", g);
    else
        repl_puts(r, s);
    free(s);
    return true;
}

static bool
cmd_frame(struct repl *r, int argc, char **argv)
{
    static struct gopark_frame f[FRAMES_MOST];
    struct text t = { 0 };
    uint64_t k = (uint64_t)r->frame;
    uint32_t g;
    int n = frames_of(r, 1, argv, &g, f);

    if (n < 0 || (argc > 1 && !arg_number(r, argv[1], "a frame", &k)))
        return false;
    if (k >= (uint64_t)n)
        return repl_fail(r,
                         "G%" PRIu32 " has %d frame%s, 0 the innermost; "
                         "'bt' lists them",
                         g, n, n == 1 ? "" : "s");
    r->frame = (int)k;
    if (r->json) {
        json_bt(r, f + k, 1);
        return true;
    }
    text_printf(&t, "frame %" PRIu64 "  %s\n", k, f[k].func);
    report_source(r, f[k].file, f[k].line, &t);
    repl_puts(r, t.s);
    text_done(&t);
    return true;
}

static bool
cmd_locals(struct repl *r, int argc, char **argv)
{
    static const char *const scope[] = { "local", "upvalue", "vararg" };
    static struct gopark_frame f[FRAMES_MOST];
    static struct gopark_local v[LOCALS_MOST];
    uint64_t k = (uint64_t)r->frame;
    struct rows t;
    uint32_t g;
    int n = frames_of(r, 1, argv, &g, f);

    if (n < 0 || (argc > 1 && !arg_number(r, argv[1], "a frame", &k)))
        return false;
    if (k >= (uint64_t)n && n > 0)
        return repl_fail(r,
                         "G%" PRIu32 " has %d frame%s, 0 the innermost; "
                         "'bt' lists them",
                         g, n, n == 1 ? "" : "s");
    n = n == 0 ? 0 : world_locals(r->w, g, f[k].level, v, LOCALS_MOST);
    rows_begin(&t, r);
    for (int i = 0; i < n && i < LOCALS_MOST; i++) {
        rows_next(&t);
        rows_both(&t, "name", v[i].name);
        rows_text(&t, "= %s", v[i].value);
        rows_str(&t, "value", v[i].value);
        rows_str(&t, "scope", scope[v[i].scope]);
        rows_text(&t, "%s", v[i].scope == SCOPE_LOCAL ? "" : scope[v[i].scope]);
    }
    rows_end(&t, "no locals here");
    return true;
}

/* --- print, list, tree ------------------------------------------------- */

static int
level_of(struct repl *r)
{
    static struct gopark_frame f[FRAMES_MOST];
    int n = r->g != 0 ? world_frames(r->w, r->g, f, FRAMES_MOST) : 0;

    return r->frame < n && r->frame < FRAMES_MOST ? f[r->frame].level : 0;
}

static bool
cmd_print(struct repl *r, int argc, char **argv)
{
    struct gopark_err err;
    char *out = NULL;

    (void)argc;
    if (world_eval(r->w, r->g, level_of(r), argv[1], &out, NULL, &err) !=
        GOPARK_OK)
        return repl_fail_err(r, &err);
    if (r->json)
        repl_json(r, json_pack("{s:o, s:o}", "expr",
                               json_text(argv[1], strlen(argv[1])), "value",
                               json_text(out, strlen(out))));
    else
        repl_printf(r, "%s\n", out);
    free(out);
    return true;
}

/* Which goroutines stand at this line, " G3 G5". */
static void
standing_at(struct repl *r, const char *file, int line, struct text *t)
{
    struct gopark_g g;

    for (uint32_t i = 0; (i = world_next_g(r->w, i)) != 0 && i <= 4096;)
        if (live_g(r->w, i, &g) && g.file != NULL && g.line == line &&
            strcmp(g.file, file) == 0)
            text_printf(t, "%sG%" PRIu32, t->len > 0 ? " " : "", i);
}

static void
list_line(struct repl *r, struct rows *t, const char *file, int line,
          int current)
{
    struct text here = { 0 }, code = { 0 };
    size_t len;
    const char *s = report_line(r, file, line, &len);

    text_add(&code, s, len);
    text_add(&here, "", 0);
    standing_at(r, file, line, &here);
    rows_next(t);
    rows_str(t, "file", file);
    rows_int(t, "line", line);
    rows_str(t, "text", code.s);
    rows_str(t, "here", here.s);
    rows_text(t, "%s%4d", line == current ? "*" : " ", line);
    rows_text(t, "%s", code.s);
    rows_text(t, "%s%s", here.len > 0 ? "<- " : "", here.s);
    text_done(&code);
    text_done(&here);
}

static bool
cmd_list(struct repl *r, int argc, char **argv)
{
    char file[256];
    struct gopark_g g;
    uint64_t line = 1;
    int current = 0;
    size_t len;
    struct rows t;

    snprintf(file, sizeof file, "%s", r->script.name);
    if (r->g != 0 && live_g(r->w, r->g, &g) && g.file != NULL) {
        snprintf(file, sizeof file, "%s", g.file); /* its text goes */
        current = g.line;
        line = g.line > 0 ? (uint64_t)g.line : 1;
    }
    if (argc > 1 && !arg_number(r, argv[1], "a line's number", &line))
        return false;
    if (report_line(r, file, (int)line, &len) == NULL)
        return repl_fail(r, "%s has no line %" PRIu64, file, line);
    rows_begin(&t, r);
    for (int i = (int)line - 5; i < (int)line + 6; i++)
        if (report_line(r, file, i, &len) != NULL)
            list_line(r, &t, file, i, current);
    rows_end(&t, "no source");
    return true;
}

static void
tree_of(struct repl *r, struct rows *t, uint32_t id, int depth)
{
    struct gopark_g g;
    char state[64], line[192];
    bool alive = live_g(r->w, id, &g);

    if (alive) {
        describe_state(&g, state, sizeof state);
        describe_line(&g, line, sizeof line);
        rows_next(t);
        rows_int(t, "g", id);
        rows_int(t, "creator", g.creator);
        rows_int(t, "depth", depth);
        rows_str(t, "function", g.func);
        rows_str(t, "state", state);
        rows_text(t, "%*sG%" PRIu32 " %s", 2 * depth, "", id,
                  g.func != NULL ? g.func : "");
        rows_text(t, "%s", state);
        rows_text(t, "%s", line);
    }
    for (uint32_t i = id; depth < 40 && (i = world_next_g(r->w, i)) != 0;)
        if (live_g(r->w, i, &g) && g.creator == id && !g.hidden)
            tree_of(r, t, i, depth + 1);
}

/* Children of one that has ended hang below a line that says so. */
static void
orphans(struct repl *r, struct rows *t)
{
    struct gopark_g g, parent;

    for (uint32_t i = 1; (i = world_next_g(r->w, i)) != 0;)
        if (live_g(r->w, i, &g) && !g.hidden &&
            (g.creator == 0 || !live_g(r->w, g.creator, &parent)) &&
            g.creator != 1)
            tree_of(r, t, i, 0);
}

static bool
cmd_tree(struct repl *r, int argc, char **argv)
{
    struct rows t;

    (void)argc;
    (void)argv;
    rows_begin(&t, r);
    if (world_ngs(r->w) > 0)
        tree_of(r, &t, 1, 0);
    orphans(r, &t);
    rows_end(&t, "no goroutines: the program has ended");
    return true;
}

const struct repl_cmd cmd_look[] = {
    { .name = "gs",
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_RAW,
      .usage = "[STATE]",
      .help = "goroutines, or those in a state",
      .more = "STATE: running, runnable, waiting, syscall, or a word of the\n"
              "reason: chan, select, sleep, leaked.\n"
              "Columns: number, state, place, function, line, how long,\n"
              "stack (+: it has grown).\n",
      .group = GROUP_LOOK,
      .arg = ARG_WORDS,
      .words = "running|runnable|waiting|syscall|chan|select|sleep|leaked",
      .exec = cmd_gs },
    { .name = "g",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[N]",
      .help = "select a goroutine",
      .group = GROUP_LOOK,
      .arg = ARG_G,
      .exec = cmd_g },
    { .name = "bt",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[N]",
      .help = "the calls of a goroutine, as Go prints them",
      .group = GROUP_LOOK,
      .arg = ARG_G,
      .exec = cmd_bt },
    { .name = "frame",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[K]",
      .help = "select a frame of the goroutine, 0 the innermost",
      .group = GROUP_LOOK,
      .exec = cmd_frame },
    { .name = "locals",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[K]",
      .help = "locals, upvalues and varargs of a frame",
      .group = GROUP_LOOK,
      .exec = cmd_locals },
    { .name = "print",
      .alias = "p",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS | CMD_RAW,
      .usage = "EXPR",
      .help = "evaluate in the selected goroutine's scope, without effects",
      .group = GROUP_LOOK,
      .arg = ARG_LUA,
      .exec = cmd_print },
    { .name = "list",
      .alias = "l",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[LINE]",
      .help = "source lines, and who stands at them",
      .group = GROUP_LOOK,
      .exec = cmd_list },
    { .name = "tree",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "who started whom",
      .group = GROUP_LOOK,
      .exec = cmd_tree },
    { .name = NULL },
};
