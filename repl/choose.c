/*
 * choose.c - decisions: what the scheduler leaves to chance, put to a person.
 *
 * A decision is a draw with more than one answer that the next step makes. How
 * many instructions a goroutine runs before it may be preempted is a draw as
 * well, but one of thousands of answers that look alike; it is never asked.
 * Besides the draws, every goroutine that could move is an answer to "who is
 * next": taking it is `step GN`.
 */
#include "choose.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "happened.h"
#include "move.h"
#include "rows.h"

enum { DRAWS_MOST = 32, ANSWERS_MOST = 256 };

struct draw {
    uint64_t number; /* which draw of the run */
    enum gopark_choice kind;
    uint32_t n, drawn;
};

struct answer {
    const struct draw *draw; /* NULL: let goroutine g be next */
    uint32_t value, g;
    char text[320];
};

struct chooser {
    uint64_t at; /* the version of the session it is about */
    struct draw draw[DRAWS_MOST];
    int ndraw;
    struct answer answer[ANSWERS_MOST];
    int nanswer;
    /* while an answer is tried: */
    const struct draw *force;
    uint32_t value;
};

void
chooser_drop(struct repl *r)
{
    free(r->chooser);
    r->chooser = NULL;
}

/* --- listening --------------------------------------------------------- */

static uint32_t
listen(void *ctx, struct world *w, enum gopark_choice kind, uint32_t n,
       uint32_t drawn)
{
    struct chooser *c = ctx;
    struct gopark_stats st;

    if (n > 1 && kind != CHOOSE_QUANTUM && c->ndraw < DRAWS_MOST) {
        world_stats(w, &st);
        c->draw[c->ndraw++] = (struct draw){ st.draws, kind, n, drawn };
    }
    return drawn;
}

static uint32_t
force(void *ctx, struct world *w, enum gopark_choice kind, uint32_t n,
      uint32_t drawn)
{
    struct chooser *c = ctx;
    struct gopark_stats st;

    (void)kind;
    world_stats(w, &st);
    return c->force->number == st.draws && c->value < n ? c->value : drawn;
}

/* Run one step on a branch with fn listening; what it did into h. */
static bool
try_step(struct repl *r, gopark_choose_fn *fn, struct happened *h)
{
    struct gopark_err err;
    bool ok;

    if (session_branch(r->s, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    session_cut(r->s);
    session_set_choose(r->s, fn, r->chooser);
    ok = world_log(r->w, HAPPENED_LOG, &err) == GOPARK_OK;
    if (!ok)
        repl_fail_err(r, &err);
    else
        ok = happened_observe(r, h);
    session_set_choose(r->s, NULL, NULL);
    session_return(r->s);
    return ok;
}

static const char *
question(enum gopark_choice kind)
{
    switch (kind) {
    case CHOOSE_AGENT:
        return "which M moves";
    case CHOOSE_SELECT:
        return "which case";
    case CHOOSE_STEAL:
        return "whom to steal from first";
    case CHOOSE_STRIDE:
        return "how the thief goes on";
    case CHOOSE_QUANTUM:
        return "when it may be preempted";
    case CHOOSE_USER:
        return "check.choose";
    case CHOOSE_POLICY:
        return "who runs";
    }
    return "";
}

static void
describe_answer(struct answer *a, const struct happened *h)
{
    char who[64] = "", own[48] = "";

    if (a->draw->kind == CHOOSE_STEAL)
        snprintf(own, sizeof own, "P%" PRIu32 ", then ", a->value);
    else if (a->draw->kind == CHOOSE_STRIDE)
        snprintf(own, sizeof own, "stride %" PRIu32 ", then ", a->value + 1);
    else if (a->draw->kind == CHOOSE_USER)
        snprintf(own, sizeof own, "%" PRIu32 ", then ", a->value + 1);
    if (h->g != 0 && h->p >= 0)
        snprintf(who, sizeof who, "P%d M%d G%" PRIu32 " ", h->p, h->m, h->g);
    else if (h->g != 0)
        snprintf(who, sizeof who, "G%" PRIu32 " ", h->g);
    snprintf(a->text, sizeof a->text, "%s%s%.200s", own, who, h->text);
}

static bool
add_answers(struct repl *r, const struct draw *d)
{
    struct chooser *c = r->chooser;
    struct happened h;

    for (uint32_t v = 0; v < d->n && c->nanswer < ANSWERS_MOST; v++) {
        struct answer *a = &c->answer[c->nanswer];

        memset(a, 0, sizeof *a);
        a->draw = c->force = d;
        a->value = c->value = v;
        if (!try_step(r, force, &h))
            return false;
        describe_answer(a, &h);
        c->nanswer++;
    }
    return true;
}

static void
add_goroutine(struct repl *r, const struct gopark_g *g)
{
    struct chooser *c = r->chooser;
    struct answer *a = &c->answer[c->nanswer++];
    struct gopark_object o;
    char buf[64];

    memset(a, 0, sizeof *a);
    a->g = g->id;
    if (g->next == EV_OTHER)
        snprintf(a->text, sizeof a->text, "G%" PRIu32 " (step G%" PRIu32 ")",
                 g->id, g->id);
    else
        snprintf(a->text, sizeof a->text,
                 "G%" PRIu32 " %s%s%.60s (step G%" PRIu32 ")", g->id,
                 gopark_event_name(g->next), g->next_object != 0 ? " " : "",
                 g->next_object != 0 && world_object(r->w, g->next_object, &o)
                     ? gopark_object_label(&o, buf, sizeof buf)
                     : "",
                 g->id);
}

/* Every goroutine that is on a queue or on an M. */
static void
add_goroutines(struct repl *r)
{
    struct gopark_g g;

    for (uint32_t i = 0; (i = world_next_g(r->w, i)) != 0;)
        if (live_g(r->w, i, &g) && !g.hidden &&
            (g.status == G_RUNNABLE || g.status == G_RUNNING) &&
            r->chooser->nanswer < ANSWERS_MOST)
            add_goroutine(r, &g);
}

/* Work out what is open, unless that has been done. */
static bool
find(struct repl *r, bool answers)
{
    struct chooser *c = r->chooser;
    struct happened h;

    if (c != NULL && c->at == r->version && (c->nanswer > 0 || !answers))
        return true;
    chooser_drop(r);
    c = r->chooser = text_alloc(sizeof *c);
    c->at = r->version;
    if (world_end(r->w)->how != END_NOT)
        return true;
    if (!try_step(r, listen, &h))
        return false;
    for (int i = 0; answers && i < c->ndraw; i++)
        if (!add_answers(r, &c->draw[i]))
            return false;
    if (answers)
        add_goroutines(r);
    return true;
}

bool
chooser_open(struct repl *r, bool *open)
{
    chooser_drop(r);
    *open = false;
    if (!find(r, false))
        return false;
    *open = r->chooser->ndraw > 0;
    return true;
}

/* --- showing and answering --------------------------------------------- */

static void
list_answer(struct rows *t, const struct answer *a, int k)
{
    bool drawn = a->draw != NULL && a->draw->drawn == a->value;

    rows_next(t);
    rows_int(t, "pick", k);
    rows_str(t, "kind",
             a->draw != NULL ? gopark_choice_name(a->draw->kind) : "goroutine");
    rows_bool(t, "drawn", drawn);
    rows_str(t, "text", a->text);
    rows_text(t, "%3d", k);
    rows_text(t, "%s",
              a->draw != NULL ? question(a->draw->kind) : "who is next");
    rows_text(t, "%s%s", a->text, drawn ? "  (the seed's)" : "");
}

bool
chooser_list(struct repl *r, bool asked)
{
    struct rows t;

    if (!find(r, true))
        return false;
    rows_begin(&t, r);
    for (int i = 0; i < r->chooser->nanswer; i++)
        list_answer(&t, &r->chooser->answer[i], i + 1);
    rows_end(&t, "nothing is open: the program has ended");
    if (asked && !r->json)
        repl_printf(r, "the scheduler is you: 'pick K' decides\n");
    return true;
}

static bool
step_g(struct repl *r, uint32_t g)
{
    struct gopark_input in = { .kind = IN_STEP_G, .g = g };
    struct goal goal = { .kind = GOAL_G, .g = g, .n = 1 };
    struct gopark_err err;

    if (session_input(r->s, &in, NULL, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    return move_to(r, &goal);
}

bool
chooser_pick(struct repl *r, uint64_t k)
{
    struct goal goal = { .kind = GOAL_OPS, .n = 1 };
    struct gopark_err err;
    struct answer *a;
    uint64_t draw;
    uint32_t value;

    if (!find(r, true))
        return false;
    if (r->chooser->nanswer == 0)
        return repl_fail(r, "nothing is open here; 'choices' lists decisions");
    if (k < 1 || k > (uint64_t)r->chooser->nanswer)
        return repl_fail(r,
                         "pick %" PRIu64 ": expected a number from 1 to "
                         "%d; 'choices' lists them",
                         k, r->chooser->nanswer);
    a = &r->chooser->answer[k - 1];
    if (a->draw == NULL)
        return step_g(r, a->g);
    draw = a->draw->number;
    value = a->value;
    chooser_drop(r);
    if (session_pick(r->s, draw, value, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    return move_to(r, &goal);
}

/* --- policies ---------------------------------------------------------- */

static bool
tell_world(struct repl *r, const char *name)
{
    struct gopark_input in = { .kind = IN_POLICY, .text = name };
    struct gopark_err err;

    if (r->s == NULL || world_end(r->w)->how != END_NOT)
        return true;
    session_mark(r->s);
    if (session_input(r->s, &in, NULL, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    return true;
}

bool
chooser_policy(struct repl *r, const char *name)
{
    static const char *const policy[] = { "go", "random", "pct", "manual" };
    bool was_other = strcmp(r->policy_name, "random") == 0 ||
                     strcmp(r->policy_name, "pct") == 0;

    for (size_t i = 0; i < sizeof policy / sizeof policy[0]; i++) {
        if (strcmp(name, policy[i]) != 0)
            continue;
        /* manual asks about the choices of Go's own policy */
        if ((i == 1 || i == 2 || was_other) &&
            !tell_world(r, i == 3 ? "go" : policy[i]))
            return false;
        r->policy_name = policy[i];
        r->policy = i == 3 ? POLICY_MANUAL : POLICY_SEEDED;
        return true;
    }
    return repl_fail(r, "policy %s: expected go, random, pct or manual", name);
}

void
chooser_apply(struct repl *r)
{
    struct gopark_input in = { .kind = IN_POLICY, .text = r->policy_name };
    struct gopark_err err;

    if (strcmp(r->policy_name, "random") == 0 ||
        strcmp(r->policy_name, "pct") == 0)
        session_input(r->s, &in, NULL, &err);
}
