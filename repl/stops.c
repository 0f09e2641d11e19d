/*
 * stops.c - breakpoints, watches and displays: what they match.
 */
#include "stops.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "repl.h"

static void
stop_free(struct stop *b)
{
    free(b->file);
    free(b->name);
    free(b->object);
    free(b->expr);
    free(b->value);
}

void
stops_clear(struct stops *s)
{
    for (int i = 0; i < s->n; i++)
        stop_free(&s->at[i]);
    for (int i = 0; i < s->ndisplay; i++)
        free(s->display[i]);
    free(s->at);
    free(s->display);
    memset(s, 0, sizeof *s);
}

struct stop *
stops_find(struct stops *s, int number)
{
    for (int i = 0; i < s->n; i++)
        if (s->at[i].number == number)
            return &s->at[i];
    return NULL;
}

void
stops_delete(struct stops *s, int number)
{
    struct stop *b = stops_find(s, number);

    if (b == NULL)
        return;
    stop_free(b);
    memmove(b, b + 1, (size_t)(s->at + s->n - b - 1) * sizeof *b);
    s->n--;
}

bool
stops_any(const struct stops *s, enum stop_kind kind)
{
    for (int i = 0; i < s->n; i++)
        if (s->at[i].kind == kind && !s->at[i].disabled)
            return true;
    return false;
}

struct stop *
stops_line(struct repl *r, const char *file, int line)
{
    struct stops *s = &r->stops;

    for (int i = 0; i < s->n; i++) {
        struct stop *b = &s->at[i];

        if (b->kind == STOP_LINE && b->line == line && !b->disabled &&
            strcmp(b->file, file) == 0)
            return b;
    }
    return NULL;
}

struct stop *
stops_function(struct repl *r, const char *func)
{
    struct stops *s = &r->stops;

    for (int i = 0; i < s->n; i++) {
        struct stop *b = &s->at[i];

        if (b->kind == STOP_FUNCTION && !b->disabled &&
            strcmp(b->name, func) == 0)
            return b;
    }
    return NULL;
}

/* Is the event about the object, or the goroutine, that the stop names? */
static bool
about(struct repl *r, const struct stop *b, const struct gopark_event *e)
{
    if (b->object == NULL)
        return true;
    if (b->object[0] == 'G' && isdigit((unsigned char)b->object[1])) {
        uint64_t n = strtoull(b->object + 1, NULL, 10);

        return e->g == n || ((e->kind == EV_GO || e->kind == EV_READY) &&
                             e->value == (int64_t)n);
    }
    return e->object != 0 && world_object_called(r->w, e->object, b->object);
}

struct stop *
stops_event(struct repl *r, const struct gopark_event *e)
{
    struct stops *s = &r->stops;
    const char *name = gopark_event_name((enum gopark_event_kind)e->kind);

    for (int i = 0; i < s->n; i++) {
        struct stop *b = &s->at[i];

        if (b->kind == STOP_EVENT && !b->disabled &&
            strcmp(b->name, name) == 0 && about(r, b, e))
            return b;
    }
    return NULL;
}

bool
stops_holds(struct repl *r, const struct stop *b, uint32_t g)
{
    struct gopark_err err;
    char *out = NULL;
    bool truth = false;

    if (b->expr == NULL)
        return true;
    if (world_eval(r->w, g, 0, b->expr, &out, &truth, &err) != GOPARK_OK)
        return false; /* out of scope there: the condition does not hold */
    free(out);
    return truth;
}

/* What a watched expression is now; its error where it has no value. */
static char *
value_of(struct repl *r, const char *expr)
{
    struct gopark_err err;
    char *out = NULL;

    if (world_eval(r->w, r->g, 0, expr, &out, NULL, &err) == GOPARK_OK)
        return out;
    return text_dup("-");
}

/* Note what b's expression is now. Into t, unless that is NULL: how it has
 * changed. Has it? */
static bool
note(struct repl *r, struct stop *b, struct text *t)
{
    char *now = value_of(r, b->expr);
    bool changed = b->value != NULL && strcmp(now, b->value) != 0;

    if (changed && t != NULL)
        text_printf(t, "%swatch %d: %s: %s -> %s", t->len > 0 ? "\n" : "",
                    b->number, b->expr, b->value, now);
    free(b->value);
    b->value = now;
    return changed;
}

struct stop *
stops_watch(struct repl *r, struct text *t)
{
    struct stops *s = &r->stops;
    struct stop *first = NULL;

    for (int i = 0; i < s->n; i++) {
        struct stop *b = &s->at[i];

        if (b->kind != STOP_WATCH || b->disabled || !note(r, b, t))
            continue;
        b->hits += t != NULL;
        if (first == NULL)
            first = b;
    }
    return first;
}

void
stops_describe(const struct stop *b, struct text *t)
{
    switch (b->kind) {
    case STOP_LINE:
        text_printf(t, "%s:%d", b->file, b->line);
        break;
    case STOP_FUNCTION:
        text_printf(t, "function %s", b->name);
        break;
    case STOP_EVENT:
        text_printf(t, "on %s%s%s", b->name, b->object ? " " : "",
                    b->object ? b->object : "");
        break;
    case STOP_WATCH:
        text_printf(t, "watch %s", b->expr);
        return;
    }
    if (b->expr != NULL)
        text_printf(t, " if %s", b->expr);
}
