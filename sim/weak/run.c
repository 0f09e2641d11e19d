/*
 * run.c - a litmus test on a model, and which outcomes are weak.
 *
 * No path is left out: how many lead to an outcome is part of the answer.
 * Moves are tried in the order of the text, flushes last, so the path that is
 * kept for an outcome is the one that is easiest to follow beside it.
 */
#include <stdlib.h>
#include <string.h>

#include "weak/tally.h"
#include "world/mem.h"

/* --- the result -------------------------------------------------------- */

/* The weak ones last, else by value. */
static int
by_value(const void *a, const void *b)
{
    const struct litmus_outcome *x = a, *y = b;

    if (x->weak != y->weak)
        return x->weak ? 1 : -1;
    for (int i = 0; i < LITMUS_SHOWN; i++)
        if (x->value[i] != y->value[i])
            return x->value[i] < y->value[i] ? -1 : 1;
    return 0;
}

static bool
has(const struct litmus_result *r, const int32_t *value)
{
    for (int i = 0; i < r->noutcome; i++)
        if (memcmp(r->outcome[i].value, value, sizeof r->outcome[i].value) == 0)
            return true;
    return false;
}

static void
start(struct tally *x, struct litmus_result *r)
{
    litmus_result_done(r);
    *r = (struct litmus_result){ .model = r->model };
    memset(x->slot, 0, sizeof x->slot);
    x->cap = 0;
}

/* By states, and where these are too many path by path, as far as that goes. */
static enum tallied
run_all(struct tally *x, struct litmus_result *r)
{
    enum tallied how = layers_run(x);

    if (how == TALLY_PART) {
        start(x, r);
        how = paths_run(x);
    }
    r->complete = how == TALLY_ALL;
    return how;
}

static enum gopark_rc
explore(const struct litmus *t, enum litmus_model m, uint64_t limit,
        struct litmus_result *r, struct gopark_err *err)
{
    struct tally *x = mem_alloc(sizeof *x);
    enum gopark_rc rc = GOPARK_OK;

    *r = (struct litmus_result){ .model = m };
    if (x == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "%s: no memory", t->name);
    x->t = t;
    x->model = weak_model(m);
    x->r = r;
    x->limit = limit;
    x->states = LITMUS_STATES;
    if (run_all(x, r) == TALLY_NO_ROOM)
        rc = r->noutcome == LITMUS_OUTCOMES
                 ? gopark_fail(err, GOPARK_ESPACE,
                               "%s on %s: more than %d outcomes; 'show' with "
                               "fewer names tells fewer apart",
                               t->name, x->model->name, LITMUS_OUTCOMES)
                 : gopark_fail(err, GOPARK_ENOMEM, "%s: no memory", t->name);
    mem_free(x);
    return rc;
}

/* What SC has not is weak. Where SC was not walked to its end, nothing is said
 * to be impossible. */
static enum gopark_rc
mark_weak(const struct litmus *t, uint64_t limit, struct litmus_result *r,
          struct gopark_err *err)
{
    struct litmus_result sc;
    enum gopark_rc rc = explore(t, LITMUS_ON_SC, limit, &sc, err);

    for (int i = 0; i < r->noutcome && rc == GOPARK_OK && sc.complete; i++)
        r->outcome[i].weak = !has(&sc, r->outcome[i].value);
    r->complete &= sc.complete;
    litmus_result_done(&sc);
    return rc;
}

enum gopark_rc
litmus_run(const struct litmus *t, enum litmus_model m, uint64_t transitions,
           struct litmus_result *r, struct gopark_err *err)
{
    uint64_t limit = transitions > 0 ? transitions : LITMUS_TRANSITIONS;
    enum gopark_rc rc = explore(t, m, limit, r, err);

    if (rc == GOPARK_OK && m != LITMUS_ON_SC)
        rc = mark_weak(t, limit, r, err);
    if (rc != GOPARK_OK)
        litmus_result_done(r);
    else if (r->noutcome > 1)
        qsort(r->outcome, (size_t)r->noutcome, sizeof r->outcome[0], by_value);
    return rc;
}

void
litmus_result_done(struct litmus_result *r)
{
    mem_free(r->outcome);
    r->outcome = NULL;
    r->noutcome = 0;
}
