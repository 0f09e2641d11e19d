/*
 * fault.c - the list of faults that are still to happen, and how they do.
 *
 * An operation is skipped by the name of what it is on, as displayed, or that
 * of a variable that holds it: so a fault can be asked for before the object
 * exists. Which variables hold it is looked up when the operation comes, in
 * the world alone, so that a replay skips the same one.
 */
#include "lua/fault.h"

#include <stdio.h>
#include <string.h>

#include "lua/chanlib.h"
#include "lua/embedded.h"
#include "lua/layout.h"

struct fault {
    struct fault *next; /* in the order in which they were injected */
    enum gopark_input_kind kind;
    uint32_t op; /* IN_SKIP: enum fault_op */
    uint32_t g;
    int64_t n;      /* IN_SKIP: how many come before it; or ns */
    struct timer t; /* IN_DELAY: lets it go */
    char text[64];  /* IN_SKIP: the object; IN_PANIC: the value */
};

static const struct {
    const char *name;
    enum fault_op op;
} op_names[] = {
    { "close", FAULT_CLOSE }, { "send", FAULT_SEND },
    { "recv", FAULT_RECV },   { "unlock", FAULT_UNLOCK },
    { "done", FAULT_DONE },   { "cancel", FAULT_CANCEL },
    { "stop", FAULT_STOP },   { "signal", FAULT_SIGNAL },
};
enum { NOP = (int)(sizeof op_names / sizeof op_names[0]) };

/* --- the list -------------------------------------------------------------- */

/* What operations, and the libraries, have to look out for. */
static void
update(struct world *w)
{
    const struct fault *f;

    w->sched->faults = 0;
    for (f = luax_of(w)->faults; f != NULL; f = f->next)
        w->sched->faults |= f->op;
    embedded_set(w->lua, "faults", (w->sched->faults & FAULT_CANCEL) != 0);
}

static struct fault *
add(struct world *w, const struct gopark_input *in)
{
    struct fault **at = &luax_of(w)->faults, *f;

    f = heap_alloc(w, sizeof *f);
    if (f == NULL)
        return NULL;
    memset(f, 0, sizeof *f);
    f->kind = in->kind;
    f->g = in->g;
    f->n = in->n;
    if (in->text != NULL)
        snprintf(f->text, sizeof f->text, "%s", in->text);
    while (*at != NULL)
        at = &(*at)->next;
    *at = f;
    return f;
}

static void
drop(struct world *w, struct fault *f)
{
    struct fault **at = &luax_of(w)->faults;

    while (*at != f)
        at = &(*at)->next;
    *at = f->next;
    timer_disarm(w, &f->t);
    heap_free(w, f, sizeof *f);
}

static struct fault *
find(struct world *w, enum gopark_input_kind kind, uint32_t g)
{
    struct fault *f = luax_of(w)->faults;

    while (f != NULL && (f->kind != kind || f->g != g))
        f = f->next;
    return f;
}

int
world_faults(const struct world *w, struct gopark_fault *out, int max)
{
    const struct fault *f;
    int n = 0, i;

    for (f = luax_of(w)->faults; f != NULL; f = f->next, n++) {
        if (n >= max)
            continue;
        memset(&out[n], 0, sizeof out[n]);
        out[n].kind = f->kind;
        out[n].g = f->g;
        out[n].n = f->kind == IN_DELAY ? f->t.when : f->n;
        out[n].op = "";
        for (i = 0; i < NOP; i++) {
            if (op_names[i].op == f->op)
                out[n].op = op_names[i].name;
        }
        snprintf(out[n].text, sizeof out[n].text, "%s", f->text);
    }
    return n;
}

/* --- skipping ---------------------------------------------------------------- */

/* What is known by a name: o, if it is an object, and p, the value itself. */
struct thing {
    const struct obj *o;
    const void *p;
};

/* Is the value on top of L the thing, or a timer's or view's? Pops it. */
static bool
is_thing(lua_State *L, const struct thing *x)
{
    const struct chan_view *v = lua_touserdata(L, -1);
    const struct obj *o = obj_to(L, -1);
    bool is = lua_topointer(L, -1) == x->p;

    if (!is && o == NULL && lua_type(L, -1) == LUA_TUSERDATA &&
        lua_rawlen(L, -1) == sizeof *v && v->magic == VIEW_MAGIC)
        is = &v->c->o == x->o;
    lua_pop(L, 1);
    return is;
}

static bool
in_frame(struct frames *f, const char *name, const struct thing *x)
{
    const char *s;
    bool found = false;
    int i;

    for (i = 1; !found && (s = lua_getlocal(f->L, &f->ar, i)) != NULL; i++)
        found = is_thing(f->L, x) && strcmp(s, name) == 0;
    lua_getinfo(f->L, "f", &f->ar);
    for (i = 1; !found && (s = lua_getupvalue(f->L, -1, i)) != NULL; i++)
        found = is_thing(f->L, x) && strcmp(s, name) == 0;
    lua_pop(f->L, 1);
    return found;
}

enum { GS_MAX = 1000 }; /* goroutines whose variables are looked through */

static bool
held_as(lua_State *L, const char *name, const struct thing *x)
{
    struct world *w = world_of(L);
    const struct g *gp;
    int n = 0;

    bool global;

    lua_pushglobaltable(L);
    lua_pushstring(L, name);
    lua_rawget(L, -2);
    global = is_thing(L, x);
    lua_pop(L, 1);
    if (global)
        return true;
    for (gp = w->sched->first; gp != NULL && n++ < GS_MAX; gp = gp->next) {
        struct frames f;

        frames_begin(&f, gp);
        while (frames_next(&f)) {
            if (lua_checkstack(f.L, 4) && in_frame(&f, name, x))
                return true;
        }
    }
    return false;
}

static bool
is_named(lua_State *L, const char *name, const struct thing *x)
{
    struct gopark_object g;
    char label[64];

    if (x->o != NULL && x->o->name != NULL && strcmp(x->o->name, name) == 0)
        return true;
    if (x->o != NULL && x->o->id != 0) {
        memset(&g, 0, sizeof g);
        g.kind = obj_kind(x->o);
        g.number = x->o->number;
        g.name = "";
        if (strcmp(gopark_object_label(&g, label, sizeof label), name) == 0)
            return true;
    }
    return held_as(L, name, x);
}

bool
fault_skips(lua_State *L, enum fault_op op, int idx)
{
    struct world *w = world_of(L);
    struct thing x = { obj_to(L, idx), lua_topointer(L, idx) };
    struct fault *f, *next;

    luaL_checkstack(L, 4, NULL);
    for (f = luax_of(w)->faults; f != NULL; f = next) {
        next = f->next;
        if (f->op != op || !is_named(L, f->text, &x) || f->n-- > 1)
            continue;
        drop(w, f);
        update(w);
        sched_event(w, EV_INPUT, x.o != NULL ? x.o->id : 0, IN_SKIP);
        return true;
    }
    return false;
}

int
fault_lua(lua_State *L)
{
    const char *name = luaL_checkstring(L, 1);
    int i;

    for (i = 0; i < NOP; i++) {
        if (strcmp(op_names[i].name, name) == 0) {
            lua_pushboolean(L, fault_skips(L, op_names[i].op, 2));
            return 1;
        }
    }
    return 0;
}

/* --- panics and system calls --------------------------------------------------- */

static void
raise_it(lua_State *L, struct fault *f)
{
    struct world *w = world_of(L);

    lua_pushstring(L, f->text[0] != '\0' ? f->text : "injected");
    drop(w, f);
    sched_g(w)->fault = find(w, IN_SYSCALL, sched_g(w)->id) != NULL;
    task_set_hook(L);
    lua_error(L);
}

void
fault_panic(lua_State *L)
{
    struct world *w = world_of(L);
    struct fault *f = find(w, IN_PANIC, sched_g(w)->id);

    if (f != NULL)
        raise_it(L, f);
}

/* In the goroutine's own code, before its next instruction. */
static void
panic_hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    task_set_hook(L);
    fault_panic(L);
}

bool
fault_first(struct world *w, struct g *gp)
{
    struct fault *f = find(w, IN_SYSCALL, gp->id);

    if (f != NULL) {
        w->sched->cur->sysdur = f->n;
        sched_event(w, EV_SYSCALL, 0, f->n);
        drop(w, f);
        gp->fault = find(w, IN_PANIC, gp->id) != NULL;
        w->sched->yield = YIELD_SYSCALL;
        return true;
    }
    if (find(w, IN_PANIC, gp->id) != NULL)
        lua_sethook(gp->inner, panic_hook, LUA_MASKCOUNT, 1);
    else
        gp->fault = false;
    return false;
}

/* --- inputs ---------------------------------------------------------------------- */

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
    int n = sscanf(in->text, "%15s %63s %lld %1s", op, name, &k, more), i;
    struct fault *f;

    for (i = 0; i < NOP && strcmp(op_names[i].name, op) != 0; i++)
        ;
    if (i == NOP)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "skip %s: close, send, recv, unlock, done, cancel, "
                           "stop or signal expected",
                           op);
    if (n < 2 || n > 3 || k < 1)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "skip %s: an object and perhaps a number from 1 "
                           "on expected",
                           in->text);
    it.text = name;
    it.n = k;
    f = add(w, &it);
    if (f == NULL)
        return no_memory(err);
    f->op = op_names[i].op;
    update(w);
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
    if (add(w, in) == NULL)
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
    drop(w, f);
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
    drop(w, f);
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
    if ((f = add(w, in)) == NULL)
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
    if ((f = find(w, IN_STALL, in->g)) != NULL ||
        (f = find(w, IN_DELAY, in->g)) != NULL)
        drop(w, f);
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
        drop(w, f);
        if (gp == NULL)
            continue;
        gp->fault = false;
        let_go(w, gp);
    }
    update(w);
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
    case IN_LUA:
    case IN_STEP_G:
    case IN_PROCS:
    case IN_POLICY:
        break;
    }
    return gopark_fail(err, GOPARK_EUSAGE, "no such input");
}
