/*
 * task_fixture.h - the scheduler and channels without Lua: a goroutine is a
 * list of operations in C.
 *
 * play() runs a list; what it logs with LOG, and what it receives, goes into
 * one line of text. Invariants are checked after each turn of the driver.
 */
#ifndef GOPARK_TESTS_TASK_FIXTURE_H
#define GOPARK_TESTS_TASK_FIXTURE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sync/chan.h"
#include "sync/lock.h"

enum do_kind {
    DO_END, DO_LOG, DO_GO, DO_SEND, DO_RECV, DO_CLOSE, DO_YIELD, DO_SELECT,
    DO_LOCK, DO_UNLOCK, DO_ADD, DO_WAIT, DO_SLEEP, DO_WORK, DO_SYSCALL,
    DO_PROCS, DO_LOOP, DO_STOP,
};

struct op {
    enum do_kind kind;
    long n;               /* value, count, ns, or number of repetitions */
    int obj;              /* which channel, mutex or group; DO_GO: list */
    const char *text;     /* DO_LOG */
    const struct scase *cases; /* DO_SELECT: n of them, c by obj number */
};

enum { NOBJ = 8, NLIST = 8, NSLOT = 300 };

/* What a task needs between two visits. */
struct task {
    const struct op *at;
    long left;            /* of DO_WORK, DO_LOOP */
    bool waiting;         /* the operation at `at` has parked */
    bool running;         /* DO_WORK has begun */
    long value, got;      /* what it sends, what it was given */
    bool ok;
};

struct fixture {
    struct world *w;
    struct hchan *c[NOBJ];
    long slot[NOBJ][NSLOT];
    struct umutex *mu[NOBJ];
    struct waitgroup *wg[NOBJ];
    const struct op *list[NLIST];
    char log[4096];
    bool check;
};

static struct fixture fx;

static void
log_text(const char *fmt, long a, long b)
{
    size_t n = strlen(fx.log);

    snprintf(fx.log + n, sizeof fx.log - n, n == 0 ? "" : " ");
    n = strlen(fx.log);
    snprintf(fx.log + n, sizeof fx.log - n, fmt, a, b);
}

static int
chan_number(const struct hchan *c)
{
    int i;

    for (i = 0; fx.c[i] != c; i++)
        ;
    return i;
}

/* Move a value as the channel answered. */
static void
move_in(struct hchan *c, enum chan_act act, struct chan_move *mv, long v)
{
    if (act == CHAN_HAND) {
        struct task *peer = mv->peer->task;

        peer->got = v;
        peer->ok = true;
    } else if (act == CHAN_SLOT) {
        fx.slot[chan_number(c)][mv->slot] = v;
    }
}

static void
move_out(struct task *t, struct hchan *c, enum chan_act act,
         struct chan_move *mv)
{
    t->ok = act != CHAN_CLOSED;
    t->got = 0;
    if (act == CHAN_HAND)
        t->got = ((struct task *)mv->peer->task)->value;
    if (act == CHAN_SLOT || act == CHAN_SHIFT)
        t->got = fx.slot[chan_number(c)][mv->slot];
    if (act == CHAN_SHIFT)
        fx.slot[chan_number(c)][mv->slot] =
            ((struct task *)mv->peer->task)->value;
}

static void
wake_closed(struct world *w, struct g *gp, bool sends)
{
    struct task *t = gp->task;

    (void)w;
    (void)sends;
    t->ok = false;
    t->got = 0;
}

static void
received(struct task *t, struct g *gp)
{
    if (t->ok)
        log_text("g%ld=%ld", (long)gp->id, t->got);
    else
        log_text("g%ld=closed", (long)gp->id, 0);
}

static struct g *
start(struct world *w, const struct op *list)
{
    struct g *gp = g_new(w);
    struct task *t = heap_alloc(w, sizeof *t);

    ck_assert(gp != NULL && t != NULL);
    memset(t, 0, sizeof *t);
    t->at = list;
    gp->task = t;
    sched_go(w, gp);
    return gp;
}

static void
wake_sleeper(struct world *w, struct timer *tm)
{
    struct g *gp = tm->arg;

    gp->timer = NULL;
    heap_free(w, tm, sizeof *tm);
    g_ready(w, gp);
}

static enum g_yield
sleep_for(struct world *w, struct g *gp, long ns)
{
    struct timer *tm = heap_alloc(w, sizeof *tm);

    memset(tm, 0, sizeof *tm);
    tm->fire = wake_sleeper;
    tm->arg = gp;
    tm->g = gp->id;
    ck_assert(timer_arm(w, tm, sched_now(w) + ns));
    g_park(w, gp, WAIT_SLEEP, NULL);
    gp->timer = tm;
    return YIELD_PARK;
}

static enum g_yield
do_select(struct world *w, struct g *gp, struct task *t)
{
    struct scase sc[8];
    struct chan_move mv = { 0 };
    int i, which = 0;
    enum chan_act act;

    for (i = 0; i < t->at->n; i++) {
        sc[i] = t->at->cases[i];
        sc[i].c = fx.c[(uintptr_t)t->at->cases[i].c];
    }
    act = select_try(w, gp, sc, (int)t->at->n, &which, &mv);
    if (act == CHAN_BUSY) {
        ck_assert(select_park(w, gp, sc, (int)t->at->n));
        return YIELD_PARK;
    }
    if (sc[which].sends) {
        move_in(sc[which].c, act, &mv, t->value);
        log_text("g%ld:case%ld", (long)gp->id, which + 1);
    } else {
        move_out(t, sc[which].c, act, &mv);
        log_text("g%ld:case%ld", (long)gp->id, which + 1);
        received(t, gp);
    }
    return YIELD_DEFER;
}

/* The operation at t->at acts for the first time; YIELD_DEFER: it is done. */
static enum g_yield
act(struct world *w, struct g *gp, struct task *t)
{
    const struct op *op = t->at;
    struct chan_move mv = { 0 };
    enum chan_act a;

    switch (op->kind) {
    case DO_LOG:
        log_text(op->text, (long)gp->id, op->n);
        return YIELD_DEFER;
    case DO_GO:
        start(w, fx.list[op->obj]);
        return YIELD_DEFER;
    case DO_SEND:
        t->value = op->n;
        a = chan_send(w, fx.c[op->obj], gp, 0, true, &mv);
        if (a == CHAN_CLOSED)
            log_text("g%ld:panic", (long)gp->id, 0);
        move_in(fx.c[op->obj], a, &mv, op->n);
        return a == CHAN_PARK ? YIELD_PARK : YIELD_DEFER;
    case DO_RECV:
        a = chan_recv(w, fx.c[op->obj], gp, true, &mv);
        if (a == CHAN_PARK)
            return YIELD_PARK;
        move_out(t, fx.c[op->obj], a, &mv);
        received(t, gp);
        return YIELD_DEFER;
    case DO_CLOSE:
        chan_close(w, fx.c[op->obj], wake_closed);
        return YIELD_DEFER;
    case DO_YIELD:
        return YIELD_GOSCHED;
    case DO_SELECT:
        t->value = op->obj;
        return do_select(w, gp, t);
    case DO_LOCK:
        switch (mutex_lock(w, &fx.mu[op->obj]->o, &fx.mu[op->obj]->m, gp)) {
        case LOCK_OK:
            return YIELD_DEFER;
        case LOCK_PARKED:
            return YIELD_PARK;
        default:
            return YIELD_END;
        }
    case DO_UNLOCK:
        switch (mutex_unlock(w, &fx.mu[op->obj]->o, &fx.mu[op->obj]->m, gp,
                             "unlocked")) {
        case LOCK_YIELD:
            return YIELD_GOYIELD;
        case LOCK_FATAL:
            log_text("g%ld:fatal", (long)gp->id, 0);
            return YIELD_DEFER;
        default:
            return YIELD_DEFER;
        }
    case DO_ADD:
        if (wg_add(w, fx.wg[op->obj], op->n) == LOCK_PANIC)
            log_text("g%ld:negative", (long)gp->id, 0);
        return YIELD_DEFER;
    case DO_WAIT:
        return wg_wait(w, fx.wg[op->obj], gp) == LOCK_PARKED ? YIELD_PARK
                                                             : YIELD_DEFER;
    case DO_SLEEP:
        return sleep_for(w, gp, op->n);
    case DO_SYSCALL:
        w->sched->cur->sysdur = op->n;
        return YIELD_SYSCALL;
    case DO_PROCS:
        ck_assert(sched_set_procs(w, (int)op->n));
        return YIELD_DEFER;
    case DO_STOP:
        sched_end(w, END_RETURN, 0);
        return YIELD_END;
    case DO_END:
    case DO_WORK:
    case DO_LOOP:
        break;
    }
    return YIELD_DEFER;
}

/* Compute for what is left, 100 us at a time. */
static bool
work(struct world *w, struct task *t)
{
    while (t->left > 0) {
        if (!sched_may_act(w))
            return false;
        sched_cost(w, t->left < 100000 ? t->left : 100000);
        t->left -= 100000;
    }
    return true;
}

/* The goroutine goes on after it was parked at t->at. False: it parks again. */
static bool
woken(struct world *w, struct g *gp, struct task *t)
{
    const struct op *op = t->at;

    if (op->kind == DO_RECV)
        received(t, gp);
    if (op->kind == DO_SEND && !gp->success)
        log_text("g%ld:panic", (long)gp->id, 0);
    if (op->kind == DO_SELECT) {
        log_text("g%ld:case%ld", (long)gp->id, gp->fired);
        if (!op->cases[gp->fired - 1].sends)
            received(t, gp);
    }
    if (op->kind == DO_LOCK)
        return mutex_again(w, &fx.mu[op->obj]->o, &fx.mu[op->obj]->m, gp) ==
               LOCK_OK;
    return true;
}

static enum g_yield
task_resume(struct world *w, struct g *gp)
{
    struct task *t = gp->task;

    for (;; t->at++) {
        enum g_yield y;

        if (t->waiting) {
            if (!woken(w, gp, t))
                return YIELD_PARK;
            t->waiting = false;
            continue;
        }
        if (t->at->kind == DO_END)
            return YIELD_EXIT;
        if (t->at->kind == DO_WORK) {
            if (!t->running)
                t->left = t->at->n;
            t->running = true;
            if (!work(w, t))
                return w->sched->yield;
            t->running = false;
            continue;
        }
        if (!sched_may_act(w))
            return w->sched->yield;
        y = act(w, gp, t);
        if (y == YIELD_PARK) {
            t->waiting = true;
            return y;
        }
        if (y != YIELD_DEFER) {
            t->at++;
            return y;
        }
    }
}

static void
task_gone(struct world *w, struct g *gp)
{
    heap_free(w, gp->task, sizeof(struct task));
    gp->task = NULL;
}

static const struct task_ops script_ops = { task_resume, task_gone, NULL };

/* A world with nproc Ps, no goroutine, and no objects. */
static void
setup(int nproc)
{
    struct gopark_err err;

    memset(&fx, 0, sizeof fx);
    ck_assert_int_eq(block_open(&fx.w, (size_t)64 << 20, &err), GOPARK_OK);
    choose_seed(fx.w, 1);
    ck_assert_int_eq(sched_open(fx.w, &script_ops, nproc, &err), GOPARK_OK);
    fx.w->host.check = world_check;
}

static void
teardown(void)
{
    if (fx.w != NULL)
        block_close(fx.w);
    fx.w = NULL;
}

static void
make_chan(int i, int cap)
{
    fx.c[i] = heap_alloc(fx.w, sizeof *fx.c[i]);
    chan_init(fx.w, fx.c[i], cap);
}

static inline void
make_mutex(int i)
{
    fx.mu[i] = heap_alloc(fx.w, sizeof *fx.mu[i]);
    memset(fx.mu[i], 0, sizeof *fx.mu[i]);
    obj_init(fx.w, &fx.mu[i]->o, OBJ_MUTEX);
}

static inline void
make_wg(int i)
{
    fx.wg[i] = heap_alloc(fx.w, sizeof *fx.wg[i]);
    memset(fx.wg[i], 0, sizeof *fx.wg[i]);
    obj_init(fx.w, &fx.wg[i]->o, OBJ_WG);
}

/* Run list as main, one action at a time, checking every channel after each;
 * returns what was logged. */
static const char *
play(const struct op *main_list)
{
    int i;

    start(fx.w, main_list);
    while (fx.w->end.how == END_NOT && fx.w->steps < 1000000) {
        fx.w->stop_at = fx.w->steps + 1;
        drive_run(fx.w);
        for (i = 0; i < NOBJ; i++) {
            if (fx.c[i] != NULL)
                chan_check(fx.c[i]);
        }
    }
    return fx.log;
}

#endif
