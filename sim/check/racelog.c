#include "check/racelog.h"

#include <stdio.h>
#include <string.h>

#include "check/say.h"

bool
racelog_init(struct racelog *l)
{
    memset(l, 0, sizeof *l);
    l->race = race_new();
    return l->race != NULL;
}

void
racelog_free(struct racelog *l)
{
    race_free(l->race);
    vec_free(&l->note);
    vec_free(&l->where);
    vec_free(&l->mark);
}

/* --- listening ------------------------------------------------------------ */

static void
find_label(struct world *w, uint32_t object, struct race_where *at)
{
    const struct obj *o = object != 0 ? obj_find(w, object) : NULL;
    struct tb t = { .w = w };

    if (o == NULL)
        return;
    say_label(&t, o);
    snprintf(at->label, sizeof at->label, "%s", t.buf);
    free(t.buf);
}

static void
find_where(struct world *w, uint32_t id, uint32_t object,
           struct race_where *at)
{
    const struct g *gp = g_find(w, id);
    struct frames f;

    memset(at, 0, sizeof *at);
    find_label(w, object, at);
    if (gp == NULL)
        return;
    if (gp->made != NULL) {
        snprintf(at->made_file, sizeof at->made_file, "%s", gp->made->file);
        at->made_line = gp->made->line;
    }
    frames_begin(&f, gp);
    if (!frames_next(&f))
        return;
    snprintf(at->file, sizeof at->file, "%s", site_chunk(&f.ar));
    at->line = f.ar.currentline;
    site_function(f.L, f.level, gp, at->func, sizeof at->func);
}

static void
listen(void *ctx, struct world *w, const struct gopark_event *e)
{
    struct racelog *l = ctx;

    if (!race_wants(e->kind))
        return;
    if (!vec_room(&l->note, 1) || (l->places && !vec_room(&l->where, 1))) {
        l->no_memory = true;
        return;
    }
    l->note.at[l->note.n++] =
        (struct race_note){ e->kind, e->g, e->object, e->value };
    l->now.notes = l->note.n;
    l->now.begins += race_may_begin(e->kind);
    if (l->places)
        find_where(w, e->g, e->object, &l->where.at[l->where.n++]);
}

void
racelog_begin(struct racelog *l, struct world *w, size_t depth)
{
    if (!vec_room(&l->mark, 1)) {
        l->no_memory = true;
        return;
    }
    l->mark.n = depth + 1;
    l->mark.at[depth] = l->now;
    w->host.listen = listen;
    w->host.listen_ctx = l;
}

void
racelog_end(struct world *w)
{
    w->host.listen = NULL;
    w->host.listen_ctx = NULL;
}

void
racelog_truncate(struct racelog *l, size_t depth)
{
    if (depth >= l->mark.n)
        return;
    l->now = l->mark.at[depth];
    l->mark.n = depth;
    l->note.n = l->now.notes;
    if (l->where.n > l->note.n)
        l->where.n = l->note.n;
}
