/*
 * faultinput.c - faults as they come in: each kind of input that `inject`
 * makes.
 */
#include "lua/faultlist.h"

#include <stdio.h>
#include <string.h>

#include "lua/chanlib.h"

static enum gopark_rc
no_memory(struct gopark_err *err)
{
    return gopark_fail(err, GOPARK_ENOMEM, "no memory for the input");
}

/* "close jobs 2" */
static enum gopark_rc
input_skip(struct world *w, const struct gopark_input *in,
           struct gopark_err *err)
{
    char op[16] = "", name[64] = "", more[2] = "";
    struct gopark_input it = *in;
    long long k = 1;
    int n = sscanf(in->text, "%15s %63s %1s", op, name, more);
    struct fault *f;

    if (fault_op_of(op) == 0)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "skip %s: close, send, recv, unlock, done, cancel, "
                           "stop or signal expected",
                           op);
    if (n == 3 && (sscanf(in->text, "%*s %*s %lld %1s", &k, more) != 1))
        k = 0;
    if (n < 2 || k < 1)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "skip %s: an object and perhaps a number from 1 "
                           "on expected",
                           in->text);
    it.text = name;
    it.n = k;
    f = faultlist_add(w, &it);
    if (f == NULL)
        return no_memory(err);
    f->op = fault_op_of(op);
    faultlist_update(w);
    return GOPARK_OK;
}

static enum gopark_rc
find_g(struct world *w, uint32_t id, struct g **gp, struct gopark_err *err)
{
    *gp = g_find(w, id);
    if (*gp != NULL)
        return GOPARK_OK;
    return gopark_fail(err, GOPARK_EREFUSED, "G%u has ended or never was", id);
}

/* Something for gp to do first when it runs next. */
static enum gopark_rc
input_first(struct world *w, const struct gopark_input *in,
            struct gopark_err *err)
{
    struct g *gp;
    enum gopark_rc rc = find_g(w, in->g, &gp, err);

    if (rc != GOPARK_OK)
        return rc;
    if (in->kind == IN_SYSCALL && in->n <= 0)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "syscall: a duration above 0 expected");
    if (faultlist_add(w, in) == NULL)
        return no_memory(err);
    gp->fault = true;
    return GOPARK_OK;
}

/* Has the program ended only because nobody could run? */
static bool
is_asleep(const struct world *w)
{
    return w->end.how == END_DEADLOCK || w->end.how == END_STALLED;
}

/* A program that ended because all were asleep goes on if one is let go. */
static void
let_go(struct world *w, struct g *gp)
{
    if (is_asleep(w))
        memset(&w->end, 0, sizeof w->end);
    sched_unstall(w, gp);
}

static void
delay_over(struct world *w, struct timer *t)
{
    struct fault *f = t->arg;
    struct g *gp = g_find(w, f->g);

    if (gp != NULL)
        sched_unstall(w, gp);
    faultlist_drop(w, f);
}

static enum gopark_rc
arm_delay(struct world *w, struct fault *f, struct gopark_err *err)
{
    f->t.fire = delay_over;
    f->t.arg = f;
    f->t.g = f->g;
    f->t.what = "delay";
    w->sched->cur = NULL;
    if (timer_arm(w, &f->t, w->sched->now + f->n))
        return GOPARK_OK;
    faultlist_drop(w, f);
    return no_memory(err);
}

/* A step of its own, so that what comes then has a place in the log. */
static void
wake_over(struct world *w, struct timer *t)
{
    faultlist_drop(w, t->arg);
    w->steps++;
}

/* A timer that wakes nobody: with it in sight there is no deadlock, and time
 * does not pass over it. */
static enum gopark_rc
input_wake(struct world *w, const struct gopark_input *in,
           struct gopark_err *err)
{
    struct fault *f;

    if (in->n <= w->sched->now)
        return GOPARK_OK;
    if ((f = faultlist_add(w, in)) == NULL)
        return no_memory(err);
    f->t.fire = wake_over;
    f->t.arg = f;
    f->t.what = "injection";
    w->sched->cur = NULL;
    if (timer_arm(w, &f->t, in->n))
        return GOPARK_OK;
    faultlist_drop(w, f);
    return no_memory(err);
}

static enum gopark_rc
input_hold(struct world *w, const struct gopark_input *in,
           struct gopark_err *err)
{
    struct g *gp;
    enum gopark_rc rc = find_g(w, in->g, &gp, err);
    struct fault *f;

    if (rc != GOPARK_OK)
        return rc;
    if (gp->flags & G_STALLED)
        return gopark_fail(err, GOPARK_EREFUSED,
                           "G%u is held back already; inject unstall %u first",
                           in->g, in->g);
    if (in->kind == IN_DELAY && in->n <= 0)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "delay: a duration above 0 expected");
    if ((f = faultlist_add(w, in)) == NULL)
        return no_memory(err);
    if (in->kind == IN_DELAY && (rc = arm_delay(w, f, err)) != GOPARK_OK)
        return rc;
    sched_stall(w, gp);
    w->sched->cur = NULL;
    return GOPARK_OK;
}

static enum gopark_rc
input_unstall(struct world *w, const struct gopark_input *in,
              struct gopark_err *err)
{
    struct g *gp;
    enum gopark_rc rc = find_g(w, in->g, &gp, err);
    struct fault *f;

    if (rc != GOPARK_OK)
        return rc;
    if (!(gp->flags & G_STALLED))
        return gopark_fail(err, GOPARK_EREFUSED, "G%u is not held back", in->g);
    w->sched->cur = NULL;
    if ((f = faultlist_find(w, IN_STALL, in->g)) != NULL ||
        (f = faultlist_find(w, IN_DELAY, in->g)) != NULL)
        faultlist_drop(w, f);
    let_go(w, gp);
    return GOPARK_OK;
}

static enum gopark_rc
input_clear(struct world *w)
{
    struct fault *f;
    struct g *gp;

    w->sched->cur = NULL;
    while ((f = luax_of(w)->faults) != NULL) {
        gp = f->g != 0 ? g_find(w, f->g) : NULL;
        faultlist_drop(w, f);
        if (gp == NULL)
            continue;
        gp->fault = false;
        let_go(w, gp);
    }
    faultlist_update(w);
    return GOPARK_OK;
}

static enum gopark_rc
input_close(struct world *w, const struct gopark_input *in,
            struct gopark_err *err)
{
    struct obj *o = obj_find(w, in->object);
    struct hchan *c = (void *)o;

    if (o == NULL || !obj_is(o, OBJ_CHAN))
        return gopark_fail(err, GOPARK_EREFUSED, "close: a channel expected");
    if (c->closed)
        return gopark_fail(err, GOPARK_EREFUSED, "close of closed channel");
    if (c->sealed || c->timer != NULL)
        return gopark_fail(err, GOPARK_EREFUSED,
                           "cannot close receive-only channel");
    if (is_asleep(w))
        memset(&w->end, 0, sizeof w->end);
    w->sched->cur = input_m(w);
    chan_close(w, c, chan_give_closed);
    return GOPARK_OK;
}

/* Goroutines that leak; each is a chunk of its own. */
static const struct {
    const char *name, *text;
} leaks[] = {
    { "recv", "local function listen(answer)\n  answer:recv()\nend\n"
              "listen(chan(0, 'answer')) return\n" },
    { "send", "local function reply(answer)\n  answer:send('late')\nend\n"
              "reply(chan(0, 'answer')) return\n" },
    { "select", "local function serve(jobs, quit)\n"
                "  select { recv(jobs), recv(quit) }\nend\n"
                "serve(chan(0, 'jobs'), chan(0, 'quit')) return\n" },
    { "timer", "local function watch(ticker)\n"
               "  ticker:Stop()\n  for _ in range(ticker.C) do end\nend\n"
               "watch(time.NewTicker(time.Second)) return\n" },
    { "pool", "local jobs = chan(0, 'jobs')\n"
              "local function worker()\n  for _ in range(jobs) do end\nend\n"
              "for _ = 1, 3 do go(worker) end\n" },
    { "mutex", "local function twice(mu)\n  mu:Lock()\n  mu:Lock()\nend\n"
               "twice(sync.Mutex('mu')) return\n" },
};

static enum gopark_rc
input_leak(struct world *w, const struct gopark_input *in, uint32_t *g,
           struct gopark_err *err)
{
    struct gopark_input lua = { .kind = IN_LUA };
    char name[32];
    size_t i;

    for (i = 0; i < sizeof leaks / sizeof leaks[0]; i++) {
        if (strcmp(leaks[i].name, in->text) == 0) {
            snprintf(name, sizeof name, "leak-%s.lua", in->text);
            lua.text = leaks[i].text;
            lua.name = name;
            return world_input(w, &lua, g, err);
        }
    }
    return gopark_fail(err, GOPARK_EUSAGE,
                       "leak %s: recv, send, select, timer, pool or mutex "
                       "expected",
                       in->text);
}

enum gopark_rc
fault_input(struct world *w, const struct gopark_input *in, uint32_t *g,
            struct gopark_err *err)
{
    if (w->end.how != END_NOT && !is_asleep(w))
        return gopark_fail(err, GOPARK_EREFUSED,
                           "the program has ended; back, goto or run first");
    switch (in->kind) {
    case IN_SKIP:
        return input_skip(w, in, err);
    case IN_PANIC:
    case IN_SYSCALL:
        return input_first(w, in, err);
    case IN_DELAY:
    case IN_STALL:
        return input_hold(w, in, err);
    case IN_UNSTALL:
        return input_unstall(w, in, err);
    case IN_CLOSE:
        return input_close(w, in, err);
    case IN_LEAK:
        return input_leak(w, in, g, err);
    case IN_CLEAR:
        return input_clear(w);
    case IN_WAKE:
        return input_wake(w, in, err);
    case IN_LUA:
    case IN_STEP_G:
    case IN_PROCS:
    case IN_POLICY:
    case IN_QUANTUM:
    case IN_COSTS:
        break;
    }
    return gopark_fail(err, GOPARK_EUSAGE, "no such input");
}
