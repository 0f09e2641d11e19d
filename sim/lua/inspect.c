/*
 * inspect.c - the scheduler's side of the inspection interface: goroutines,
 * Ps, Ms, queues, timers, figures. Reads only.
 */
#include "lua/count.h"
#include "lua/layout.h"

#include <stdio.h>
#include <string.h>

enum { FAR = 4096 }; /* no place is looked for in a longer global queue */

/* --- goroutines -------------------------------------------------------- */

uint32_t
world_ngs(const struct world *w)
{
    return w->sched->ngs;
}

int
world_live_gs(const struct world *w)
{
    return (int)(w->sched->live - w->sched->hidden);
}

static bool
in_local(const struct p *pp, const struct g *gp, struct gopark_g *out)
{
    uint32_t i;

    if (pp->runnext == gp) {
        out->place = AT_RUNNEXT;
        out->p = pp->id;
        return true;
    }
    for (i = pp->head; i != pp->tail; i++) {
        if (pp->runq[i % RUNQ_SIZE] == gp) {
            out->place = AT_RUNQ;
            out->p = pp->id;
            out->pos = i - pp->head;
            return true;
        }
    }
    return false;
}

static void
place_runnable(const struct world *w, const struct g *gp,
               struct gopark_g *out)
{
    const struct sched *s = w->sched;
    const struct g *q;
    int i;

    out->place = gp->flags & G_STALLED ? AT_STALLED
                 : op_explored(w)      ? AT_NONE /* at an operation */
                                       : AT_GLOBQ;
    if (out->place != AT_GLOBQ)
        return;
    for (i = 0; i < s->nmade; i++) {
        if (in_local(s->allp[i], gp, out))
            return;
    }
    if (s->globq.n > FAR) {
        out->pos = UINT32_MAX;
        return;
    }
    for (q = s->globq.head; q != NULL && q != gp; q = q->link)
        out->pos++;
}

static void
place_waiting(const struct g *gp, struct gopark_g *out)
{
    const struct obj *o = gp->object;

    if (gp->timer != NULL) {
        out->place = AT_TIMER;
        out->when = gp->timer->when;
    } else if (gp->nsel > 0) {
        out->place = AT_OBJECT;
        out->nwait = gp->nsel;
        out->object = gp->sel[0].c->o.id;
    } else if (o != NULL) {
        out->place = AT_OBJECT;
        out->nwait = 1;
        out->object = o->id;
    } else {
        out->place = gp->reason == WAIT_STALL ? AT_STALLED : AT_NIL;
    }
}

static void
find_place(const struct world *w, const struct g *gp, struct gopark_g *out)
{
    switch ((enum g_status)gp->status) {
    case G_RUNNABLE:
        place_runnable(w, gp, out);
        break;
    case G_RUNNING:
        out->place = AT_M;
        break;
    case G_SYSCALL:
        out->place = AT_SYSCALL;
        out->when = gp->m->clock;
        break;
    case G_WAITING:
        place_waiting(gp, out);
        break;
    case G_IDLE:
    case G_DEAD:
        out->place = AT_DONE;
        break;
    }
    if (gp->m != NULL) {
        out->m = gp->m->id;
        out->p = gp->m->p != NULL ? gp->m->p->id : -1;
    }
}

/* Where its start function is, and where it stands. */
static void
find_code(const struct world *w, const struct g *gp, struct gopark_g *out)
{
    static _Thread_local char file[256], func[128];
    struct frames f;
    lua_Debug ar = { 0 };
    bool any = false;

    func[0] = '\0';
    if (gp->made != NULL)
        snprintf(func, sizeof func, "%s", gp->made->held);
    frames_begin(&f, gp);
    while (frames_next(&f)) {
        if (!any) {
            out->file = strncpy(file, site_chunk(&f.ar), sizeof file - 1);
            out->line = f.ar.currentline;
        }
        any = true;
        out->func_line = f.ar.linedefined;
        if (strcmp(f.ar.what, "main") == 0)
            snprintf(func, sizeof func, "main chunk");
    }
    if (!any && task_start(w, gp, &ar) && !site_hidden(&ar)) {
        out->file = strncpy(file, site_chunk(&ar), sizeof file - 1);
        out->line = out->func_line = ar.linedefined;
    } else if (!any && gp->made != NULL) {
        out->file = gp->made->file; /* gopark's own code, started from here */
        out->line = gp->made->line;
    }
    if (func[0] == '\0' && gp->id == 1)
        snprintf(func, sizeof func, "main chunk"); /* at its end */
    if (func[0] == '\0' && out->func_line == 0)
        snprintf(func, sizeof func, "function <built in>");
    if (func[0] == '\0')
        snprintf(func, sizeof func, "function <%.60s:%d>",
                 out->file != NULL ? out->file : "?", out->func_line);
    out->func = func;
    out->func_file = out->file;
}

static void
find_stack(const struct g *gp, struct gopark_g *out)
{
    size_t n;

    out->stack_start = LAYOUT_STACK_START;
    if (gp->task == NULL)
        return;
    out->stack = layout_stack_size(gp->task);
    for (n = LAYOUT_STACK_START; n < out->stack; n *= 2)
        out->stack_grown++;
}

static void
find_next(const struct g *gp, struct gopark_g *out)
{
    const struct obj *o = gp->object;

    out->next = EV_OTHER;
    if (gp->status != G_RUNNING && gp->status != G_RUNNABLE)
        return;
    out->next = (enum gopark_event_kind)gp->op;
    out->next_object = o != NULL ? o->id : 0;
}

static void
dead(uint32_t id, struct gopark_g *out)
{
    out->id = id;
    out->status = G_DEAD;
    out->place = AT_DONE;
    out->func = "";
}

bool
world_g(const struct world *w, uint32_t id, struct gopark_g *out)
{
    const struct g *gp = g_find(w, id);
    int64_t now = w->sched->now;

    memset(out, 0, sizeof *out);
    out->p = out->m = -1;
    if (gp == NULL) {
        dead(id, out);
        return id >= 1 && id <= w->sched->ngs;
    }
    out->id = id;
    out->status = (enum g_status)gp->status;
    out->reason = (enum g_reason)gp->reason;
    out->since = gp->since;
    out->since_step = gp->since_step;
    out->cpu = gp->cpu;
    if (gp->status == G_RUNNING && now > gp->since)
        out->cpu += now - gp->since;
    out->instructions = count_total(gp);
    out->creator = gp->creator;
    if (gp->made != NULL) {
        out->made_file = gp->made->file;
        out->made_line = gp->made->line;
        out->made_by = gp->made->func;
    }
    out->leaked = (gp->flags & G_LEAKED) != 0;
    out->locked = (gp->flags & G_LOCKED) != 0;
    out->hidden = (gp->flags & G_HIDDEN) != 0;
    find_place(w, gp, out);
    find_code(w, gp, out);
    find_stack(gp, out);
    find_next(gp, out);
    return true;
}

uint32_t
world_next_g(const struct world *w, uint32_t id)
{
    const struct sched *s = w->sched;
    const struct g *gp = id == 0 ? NULL : g_find(w, id);

    if (gp != NULL)
        gp = gp->next;
    else
        for (gp = s->first; gp != NULL && gp->id <= id; gp = gp->next)
            ;
    if (gp != NULL)
        ((struct world *)(uintptr_t)w)->host.hint = (void *)(uintptr_t)gp;
    return gp != NULL ? gp->id : 0;
}

/* --- Ps, Ms, queues ---------------------------------------------------- */

int
world_nps(const struct world *w)
{
    return w->sched->nproc;
}

bool
world_p(const struct world *w, int id, struct gopark_p *out)
{
    const struct p *pp;

    memset(out, 0, sizeof *out);
    if (id < 0 || id >= w->sched->nmade)
        return false;
    pp = w->sched->allp[id];
    out->id = id;
    out->status = pp->status;
    out->m = pp->m != NULL ? pp->m->id : -1;
    out->g = pp->m != NULL && pp->m->curg != NULL ? pp->m->curg->id : 0;
    out->runnext = pp->runnext != NULL ? pp->runnext->id : 0;
    out->runq = pp->tail - pp->head;
    out->schedtick = pp->schedtick;
    out->syscalltick = pp->syscalltick;
    out->ntimer = pp->timers.n;
    return true;
}

uint32_t
world_runq(const struct world *w, int p, uint32_t pos)
{
    const struct p *pp;

    if (p < 0 || p >= w->sched->nmade)
        return 0;
    pp = w->sched->allp[p];
    if (pos >= pp->tail - pp->head)
        return 0;
    return pp->runq[(pp->head + pos) % RUNQ_SIZE]->id;
}

uint32_t
world_globq(const struct world *w, uint32_t pos)
{
    const struct g *gp = w->sched->globq.head;

    for (; gp != NULL && pos > 0; pos--)
        gp = gp->link;
    return gp != NULL ? gp->id : 0;
}

uint32_t
world_globq_len(const struct world *w)
{
    return w->sched->globq.n;
}

int
world_nms(const struct world *w)
{
    return w->sched->nm;
}

bool
world_m(const struct world *w, int id, struct gopark_m *out)
{
    const struct m *mp;

    memset(out, 0, sizeof *out);
    if (id < 0 || id >= w->sched->nm)
        return false;
    mp = w->sched->allm[id];
    out->id = id;
    out->status = mp->status;
    out->p = mp->p != NULL ? mp->p->id : -1;
    out->g = mp->curg != NULL ? mp->curg->id : 0;
    out->clock = mp->clock;
    out->stealing = mp->status == M_SPINNING ? mp->looks_at : -1;
    out->lockedg = mp->lockedg != NULL ? mp->lockedg->id : 0;
    out->until = mp->status == M_SYSCALL ? mp->clock : 0;
    return true;
}

int64_t
world_sysmon_next(const struct world *w)
{
    return w->sched->sysmon.next;
}

/* --- timers and figures ------------------------------------------------ */

int
world_timers(const struct world *w, struct gopark_timer *out, int max)
{
    const struct sched *s = w->sched;
    int i, j, n = 0, k;

    for (i = 0; i < s->nmade; i++) {
        for (j = 0; j < s->allp[i]->timers.n; j++, n++) {
            const struct timer *t = s->allp[i]->timers.at[j].t;
            struct gopark_timer g = { t->when, t->period, i, t->g, t->object,
                                      t->what };

            for (k = n < max ? n : max; k > 0 && out[k - 1].when > t->when;
                 k--) {
                if (k < max)
                    out[k] = out[k - 1];
            }
            if (k < max)
                out[k] = g;
        }
    }
    return n;
}

void
world_stats(const struct world *w, struct gopark_stats *out)
{
    const struct sched *s = w->sched;
    const struct g *gp;

    memset(out, 0, sizeof *out);
    out->mem_used = w->heap.used;
    out->mem_peak = w->heap.peak;
    out->mem_limit = w->heap.limit;
    out->lua_bytes = (size_t)lua_gc(w->lua, LUA_GCCOUNT) * 1024 +
                     (size_t)lua_gc(w->lua, LUA_GCCOUNTB);
    out->switches = s->n.switches;
    out->steals = s->n.steals;
    out->preempts = s->n.preempts;
    out->handoffs = s->n.handoffs;
    out->parks = s->n.parks;
    out->ready = s->n.ready;
    out->timers = s->n.timers;
    out->gs_made = s->ngs;
    out->events = w->nevent;
    out->draws = w->ndraw;
    out->instructions = s->n.instructions;
    for (gp = s->first; gp != NULL; gp = gp->next)
        out->instructions += count_total(gp);
}
