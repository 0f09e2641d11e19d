/*
 * report.c - what is said at a stop.
 */
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"
#include "units.h"

const char *
report_line(struct repl *r, const char *file, int line, size_t *len)
{
    size_t n;
    const char *s = world_source(r->w, file, &n), *end;

    if (s == NULL || line < 1)
        return NULL;
    for (end = s + n; --line > 0; s++) {
        s = memchr(s, '\n', (size_t)(end - s));
        if (s == NULL)
            return NULL;
    }
    if (s >= end)
        return NULL;
    *len = (size_t)(end - s);
    if (memchr(s, '\n', *len) != NULL)
        *len = (size_t)((const char *)memchr(s, '\n', *len) - s);
    return s;
}

void
report_source(struct repl *r, const char *file, int line, struct text *t)
{
    size_t len;
    const char *s;

    if (file == NULL || file[0] == '\0' || line <= 0)
        return;
    s = report_line(r, file, line, &len);
    text_printf(t, "%s:%d", file, line);
    if (s != NULL) {
        text_puts(t, "\t");
        text_add(t, s, len);
    }
    text_puts(t, "\n");
}

static void
show_displays(struct repl *r)
{
    for (int i = 0; i < r->stops.ndisplay; i++) {
        const char *expr = r->stops.display[i];
        struct gopark_err err;
        char *out = NULL;

        if (world_eval(r->w, r->g, r->frame, expr, &out, NULL, &err) ==
            GOPARK_OK)
            repl_printf(r, "%s = %s\n", expr, out);
        else
            repl_printf(r, "%s = (%s)\n", expr, err.text);
        free(out);
    }
}

static void
json_stop(struct repl *r, const char *why, const struct happened *h,
          const char *file, int line)
{
    json_t *o = json_pack("{s:I, s:I}", "step", (json_int_t)h->step, "t",
                          (json_int_t)h->t);

    if (why != NULL)
        json_object_set_new(o, "stop", json_string(why));
    if (h->p >= 0) {
        json_object_set_new(o, "p", json_integer(h->p));
        json_object_set_new(o, "m", json_integer(h->m));
    }
    if (h->g != 0)
        json_object_set_new(o, "g", json_integer(h->g));
    if (h->kind >= 0) {
        const char *event = gopark_event_name((enum gopark_event_kind)h->kind);

        json_object_set_new(o, "event", json_string(event));
        json_object_set_new(o, "text", json_text(h->text, strlen(h->text)));
    }
    if (file[0] != '\0') {
        json_object_set_new(o, "file", json_string(file));
        json_object_set_new(o, "line", json_integer(line));
    }
    repl_json(r, o);
}

/* The place to show: where g stands, or where the operation was. */
static void
place(struct repl *r, const struct happened *h, uint32_t g, const char **file,
      int *line)
{
    static char name[128];
    struct gopark_g gi;

    *file = h->file;
    *line = h->line;
    if (g != 0 && live_g(r->w, g, &gi) && gi.file != NULL) {
        name[0] = '\0';
        strncat(name, gi.file, sizeof name - 1);
        *file = name;
        *line = gi.line;
    }
}

void
report_stop(struct repl *r, const char *why, const struct happened *h,
            uint32_t g)
{
    struct happened found;
    struct text t = { 0 };
    const char *file;
    int line;

    if (h == NULL) {
        if (!happened_last(r, &found))
            return;
        h = &found;
    }
    place(r, h, g, &file, &line);
    if (r->json) {
        json_stop(r, why, h, file, line);
        return;
    }
    if (why != NULL)
        text_printf(&t, "%s\n", why);
    happened_line(h, &t);
    report_source(r, file, line, &t);
    repl_puts(r, t.s);
    text_done(&t);
    show_displays(r);
}

/* Who would run, if it were let go. */
static void
put_stalled(struct repl *r, struct text *t)
{
    struct gopark_g g;

    for (uint32_t id = 0; (id = world_next_g(r->w, id)) != 0;) {
        if (!world_g(r->w, id, &g) || g.place != AT_STALLED)
            continue;
        text_printf(t,
                    "nobody can run while G%" PRIu32 " is stalled by an "
                    "injected fault ('inject unstall %" PRIu32 "')",
                    id, id);
        return;
    }
}

void
report_ending(struct repl *r, struct text *t)
{
    const struct gopark_end *e = world_end(r->w);
    char at[64];

    switch (e->how) {
    case END_NOT:
        return;
    case END_RETURN:
        text_puts(t, "main returned");
        break;
    case END_EXIT:
        text_printf(t, "G%" PRIu32 " called os.exit(%d)", e->g, e->code);
        break;
    case END_PANIC:
        text_printf(t, "panic in G%" PRIu32, e->g);
        break;
    case END_FATAL:
        text_printf(t, "fatal error in G%" PRIu32, e->g);
        break;
    case END_DEADLOCK:
        text_puts(t, "deadlock: all goroutines are asleep");
        break;
    case END_NO_GS:
        text_puts(t, "no goroutines are left: main called runtime.Goexit");
        break;
    case END_STALLED:
        put_stalled(r, t);
        break;
    case END_STEPS:
        text_puts(t, "the step limit is reached (--max-steps)");
        break;
    case END_TIME:
        text_puts(t, "the time limit is reached (--max-time)");
        break;
    case END_MEMORY:
        text_puts(t, "the memory limit is reached (--mem)");
        break;
    case END_GS:
        text_puts(t, "the goroutine limit is reached");
        break;
    case END_CHECK:
        text_puts(t, "a check failed");
        break;
    }
    text_printf(t, " at step %" PRIu64 ", t=%s (exit status %d)", e->step,
                units_time(e->t, at, sizeof at), e->code);
}

static const char *
is_over(const struct repl *r)
{
    return world_end(r->w)->how == END_STALLED ? "the program stands still"
                                               : "the program has ended";
}

/* The first paragraph of what Go prints: the error, not the goroutines. */
static void
put_error(struct repl *r, struct text *t)
{
    char *report = world_report(r->w);
    char *blank = strstr(report, "\n\n");

    if (strncmp(report, "gopark: ", 8) != 0)
        text_add(t, report,
                 blank != NULL ? (size_t)(blank + 1 - report) : strlen(report));
    free(report);
}

void
report_ended(struct repl *r, const struct happened *h)
{
    struct happened found;
    struct text t = { 0 }, how = { 0 };

    if (h == NULL || h->kind < 0) {
        if (!happened_last(r, &found))
            return;
        h = &found;
    }
    report_ending(r, &how);
    if (r->json) {
        put_error(r, &t);
        if (t.len > 0)
            repl_json(r, json_pack("{s:i, s:o}", "fd", 2, "text",
                                   json_text(t.s, t.len)));
        json_stop(r, how.s, h, h->file, h->line);
    } else {
        happened_line(h, &t);
        report_source(r, h->file, h->line, &t);
        put_error(r, &t);
        text_printf(&t, "%s: %s\n", is_over(r), how.s);
        repl_puts(r, t.s);
        show_displays(r);
    }
    text_done(&how);
    text_done(&t);
}

bool
report_refuse(struct repl *r)
{
    struct text how = { 0 };

    report_ending(r, &how);
    repl_fail(r,
              "%s: %s; 'back', 'rewind' and 'goto' go "
              "back, 'run' starts again",
              is_over(r), how.s);
    text_done(&how);
    return false;
}

void
report_here(struct repl *r)
{
    if (world_end(r->w)->how != END_NOT)
        report_ended(r, NULL);
    else if (world_steps(r->w) > 0)
        report_stop(r, NULL, NULL, 0);
    else if (r->json)
        repl_json(r, json_pack("{s:i, s:i}", "step", 0, "t", 0));
    else
        repl_printf(r, "step 0  t=0s  before the first step of %s\n",
                    r->script.name);
}

void
report_mark(struct repl *r)
{
    uint64_t step = world_steps(r->w);
    size_t n = 0;

    while (n < r->stopped.n && r->stopped.step[n] < step)
        n++;
    if (n == r->stopped.cap) {
        r->stopped.cap = r->stopped.cap == 0 ? 64 : 2 * r->stopped.cap;
        r->stopped.step =
            text_grow(r->stopped.step, r->stopped.cap * sizeof(uint64_t));
    }
    r->stopped.step[n] = step; /* what lay further on is another future's */
    r->stopped.n = n + 1;
}
