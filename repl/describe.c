/*
 * describe.c - goroutines and objects in words.
 */
#include "describe.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "units.h"

void
describe_state(const struct gopark_g *g, char *buf, size_t size)
{
    const char *word = g->place == AT_STALLED   ? "stalled"
                       : g->status == G_WAITING ? gopark_reason_name(g->reason)
                                                : gopark_status_name(g->status);

    snprintf(buf, size, "%s%s%s", word, g->leaked ? " (leaked)" : "",
             g->locked ? ", locked to thread" : "");
}

void
describe_object(const struct world *w, uint32_t object, char *buf, size_t size)
{
    struct gopark_object o;
    const char *s;

    if (object == 0 || !world_object(w, object, &o)) {
        snprintf(buf, size, "nil");
        return;
    }
    s = gopark_object_label(&o, buf, size);
    if (s != buf)
        snprintf(buf, size, "%s", s);
}

void
describe_place(const struct world *w, const struct gopark_g *g, char *buf,
               size_t size)
{
    char s[64];

    buf[0] = '\0';
    switch (g->place) {
    case AT_NONE:
    case AT_DONE:
    case AT_STALLED:
    case AT_NIL:
        break;
    case AT_M:
        if (g->p >= 0)
            snprintf(buf, size, "P%d M%d", g->p, g->m);
        else
            snprintf(buf, size, "M%d", g->m);
        break;
    case AT_RUNNEXT:
        snprintf(buf, size, "P%d runnext", g->p);
        break;
    case AT_RUNQ:
        snprintf(buf, size, "P%d queue %" PRIu32, g->p, g->pos);
        break;
    case AT_GLOBQ:
        snprintf(buf, size, "global queue %" PRIu32, g->pos);
        break;
    case AT_OBJECT:
        describe_object(w, g->object, s, sizeof s);
        if (g->nwait > 1)
            snprintf(buf, size, "on %s and %d more", s, g->nwait - 1);
        else
            snprintf(buf, size, "on %s", s);
        break;
    case AT_TIMER:
        snprintf(buf, size, "until %s", units_time(g->when, s, sizeof s));
        break;
    case AT_SYSCALL:
        snprintf(buf, size, "M%d until %s", g->m,
                 units_time(g->when, s, sizeof s));
        break;
    }
}

void
describe_line(const struct gopark_g *g, char *buf, size_t size)
{
    if (g->file != NULL && g->file[0] != '\0')
        snprintf(buf, size, "%s:%d", g->file, g->line);
    else
        buf[0] = '\0';
}

bool
describe_idle(const struct gopark_object *o)
{
    bool used = o->len > 0 || o->nsend > 0 || o->nrecv > 0 || o->nwait > 0 ||
                o->owner != 0 || o->readers > 0;

    return !used && (o->name == NULL || o->name[0] == '\0');
}

void
describe_buffer(const struct world *w, const struct gopark_object *o,
                struct text *t)
{
    char value[64];

    text_puts(t, "[");
    for (int i = 0; i < o->len && i < 16; i++) {
        if (!world_element(w, o->id, i, value, sizeof value))
            break;
        text_printf(t, "%s%s", i > 0 ? " " : "", value);
    }
    text_puts(t, o->len > 16 ? " ...]" : "]");
}

void
describe_queue(const struct world *w, uint32_t object, enum gopark_queue q,
               struct text *t)
{
    struct gopark_waiter one;
    int i;

    for (i = 0; i < 64 && world_waiter(w, object, q, i, &one); i++)
        text_printf(t, "%sG%" PRIu32, i > 0 ? " " : "", one.g);
    if (i == 0)
        text_puts(t, "-");
    else if (world_waiter(w, object, q, i, &one))
        text_puts(t, " ...");
}

char
describe_letter(const struct gopark_g *g)
{
    if (g->leaked)
        return '!';
    switch (g->status) {
    case G_RUNNING:
        return 'R';
    case G_IDLE:
    case G_RUNNABLE:
        return 'Q';
    case G_SYSCALL:
        return 'K';
    case G_DEAD:
        return '.';
    case G_WAITING:
        break;
    }
    switch (g->reason) {
    case WAIT_CHAN_RECV:
    case WAIT_NIL_RECV:
        return 'V';
    case WAIT_CHAN_SEND:
    case WAIT_NIL_SEND:
        return 'S';
    case WAIT_SELECT:
    case WAIT_SELECT_NONE:
        return '?';
    case WAIT_SLEEP:
        return 'Z';
    default:
        return 'L';
    }
}
