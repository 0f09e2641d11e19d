/*
 * follow.c - a world that follows a schedule, step by step.
 *
 * What a search has found can be looked at like any run, forwards and
 * backwards: the schedule, and how far it has come, are part of the world. At
 * the end of the schedule goroutines go on by turns; those that cannot are
 * then parked where they stand, as in a normal run, so that the views and
 * explanations find them blocked.
 */
#include "check/follow.h"

#include <stdlib.h>
#include <string.h>

#include "check/label.h"

/* In the block. */
struct script {
    struct label_reader reader;
    bool par;    /* only what happens in check.par is scheduled */
    bool over;   /* the words are used up */
    bool parked; /* all that is left has parked */
    struct gset last;
};

/* Forget the ends of check.par while there is something else to do. */
static void
put_off_joins(struct offers *of)
{
    size_t i, n = 0;

    for (i = 0; i < of->trans.n; i++)
        if (!of->trans.at[i].join)
            of->trans.at[n++] = of->trans.at[i];
    if (n > 0)
        of->trans.n = n;
}

static void
diverge(struct world *w, const struct label_reader *r, const char *why,
        const struct label *l, const struct offers *of)
{
    struct tb t = { .w = w };

    tb_add(&t, "gopark: the schedule does not fit: step %llu: %s",
           (unsigned long long)r->done, why);
    if (l != NULL) {
        tb_add(&t, ": expected ");
        label_write(&t, l);
        tb_add(&t, ", offered");
        for (size_t i = 0; i < of->trans.n && i < 20; i++) {
            struct label o = label_of(&of->trans.at[i]);

            tb_add(&t, " ");
            label_write(&t, &o);
        }
        tb_add(&t, "%s", of->trans.n == 0 ? " nothing" : "");
    }
    tb_add(&t, "\n");
    report_set(w, t.buf, t.len);
    free(t.buf);
    sched_end(w, END_FATAL, 2);
}

/* The offer that the schedule says is next; SIZE_MAX: the program has ended,
 * because there is none. */
static size_t
next_offer(struct world *w, struct script *sc, const struct offers *of)
{
    struct label l;
    size_t i;

    switch (label_next(&sc->reader, &l)) {
    case LABEL_OK:
        i = label_find(of, 0, &l);
        if (i == SIZE_MAX)
            diverge(w, &sc->reader, "it is not possible", &l, of);
        return i;
    case LABEL_END:
        sc->over = true;
        return act_default(of, 0, of->trans.n, &sc->last);
    case LABEL_BAD:
    case LABEL_DIVERGED:
        break;
    }
    diverge(w, &sc->reader, "it has taken another course", NULL, of);
    return SIZE_MAX;
}

/* Nothing can be done any more: the program waits for ever. */
static bool
wait_for_ever(struct world *w, struct script *sc)
{
    struct sched *s = w->sched;

    if (!sc->parked) {
        sc->parked = true;
        w->steps++; /* that they wait is to be seen, too */
        act_park_all(w);
        if (s->watch != NULL && !s->watch(w))
            return false;
    }
    s->cur = NULL;
    sched_end(w, s->live == s->hidden ? END_NO_GS : END_DEADLOCK, 2);
    return false;
}

static bool
follow_offers(struct world *w, struct script *sc, struct offers *of)
{
    bool outside = sc->par && w->sched->explore.par == 0;
    bool by_turns = sc->over || outside;
    size_t i;

    of->maximal = by_turns;
    offer_scan(of, w, false);
    put_off_joins(of);
    if (of->trans.n == 0)
        return wait_for_ever(w, sc);
    if (by_turns || (of->trans.n == 1 && of->trans.at[0].join))
        i = act_default(of, 0, of->trans.n, &sc->last);
    else
        i = next_offer(w, sc, of);
    if (i == SIZE_MAX)
        return false;
    sc->last = of->trans.at[i].who;
    act_do(w, &of->trans.at[i]);
    return true;
}

static bool
follow_next(struct world *w)
{
    struct offers of;
    bool went;

    offer_init(&of);
    act_settle(w);
    went = w->end.how == END_NOT &&
           follow_offers(w, w->sched->explore.script, &of);
    offer_free(&of);
    return went;
}

/* Is every word one? */
static bool
is_schedule(const char *s)
{
    struct label_reader r = { .s = s };
    bool par, prints;
    struct label l;
    enum label_rc rc;

    if (!label_read_mode(&r, &par, &prints))
        return false;
    while ((rc = label_next(&r, &l)) == LABEL_OK)
        ;
    return rc == LABEL_END;
}

enum gopark_rc
follow_begin(struct world *w, const char *schedule, struct gopark_err *err)
{
    size_t n = strlen(schedule) + 1;
    struct script *sc = heap_alloc(w, sizeof *sc);
    char *text = heap_alloc(w, n);

    if (!is_schedule(schedule))
        return gopark_fail(err, GOPARK_ESYNTAX,
                           "schedule: `par: 2 3*2 ...` or `all: ...` "
                           "expected, as `gopark check` writes it");
    if (sc == NULL || text == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "schedule: no memory");
    memset(sc, 0, sizeof *sc);
    memcpy(text, schedule, n);
    sc->reader.s = text;
    act_begin(w);
    label_read_mode(&sc->reader, &sc->par, &w->sched->explore.prints);
    w->sched->explore.next = follow_next;
    w->sched->explore.script = sc;
    return GOPARK_OK;
}

/* --- inputs -------------------------------------------------------------------- */

static enum gopark_rc
set_policy(struct world *w, const struct gopark_input *in,
           struct gopark_err *err)
{
    static const char word[] = "schedule ";

    if (in->text != NULL && strncmp(in->text, word, sizeof word - 1) == 0)
        return follow_begin(w, in->text + sizeof word - 1, err);
    if (w->sched->policy == POLICY_EXPLORE)
        drive_give_back(w);
    return input_apply(w, in, NULL, err);
}

enum gopark_rc
world_input(struct world *w, const struct gopark_input *in, uint32_t *g,
            struct gopark_err *err)
{
    bool explored = w->sched->policy == POLICY_EXPLORE;

    if (in->kind == IN_POLICY)
        return set_policy(w, in, err);
    if (explored && (in->kind == IN_STEP_G || in->kind == IN_PROCS))
        return gopark_fail(err, GOPARK_EREFUSED,
                           "the program follows a schedule: `set policy go` "
                           "first");
    return input_apply(w, in, g, err);
}
