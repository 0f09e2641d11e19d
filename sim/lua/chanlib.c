/*
 * chanlib.c - chan, send, recv, close, range: channels as scripts see them.
 *
 * chan.c decides, this file moves the value (lesson: handoff): from stack to
 * stack, or into a user value of the channel. A blocked sender's value waits
 * on its own stack.
 */
#include "lua/chanlib.h"
#include "lua/fault.h"

#include <string.h>

/* --- arguments --------------------------------------------------------- */

/* A Done channel and a timer's are given out to receive from only. */
void
chan_check_send(lua_State *L, const struct hchan *c)
{
    if (c->sealed || c->timer != NULL)
        luaL_error(L, "invalid operation: cannot send to receive-only channel");
}

static struct hchan *
through_view(lua_State *L, int idx, struct chan_view *v, bool sends)
{
    if (v->sends != sends) {
        if (sends)
            luaL_error(L, "invalid operation: cannot send to receive-only "
                          "channel");
        luaL_error(L, "invalid operation: cannot receive from send-only "
                      "channel");
    }
    lua_getiuservalue(L, idx, 1);
    lua_replace(L, idx);
    return v->c;
}

struct hchan *
chan_arg(lua_State *L, int idx, bool sends, bool nil_ok)
{
    struct hchan *c = stack_userdata(L, idx);

    if (c != NULL && obj_is(&c->o, OBJ_CHAN))
        return c;
    if (c != NULL && c->o.magic == VIEW_MAGIC)
        return through_view(L, idx, (struct chan_view *)(void *)c, sends);
    if (!(nil_ok && lua_isnil(L, idx)))
        luaL_typeerror(L, idx, "channel");
    return NULL;
}

/* The channel at idx whatever its direction; NULL: not a channel. */
static struct hchan *
any_chan(lua_State *L, int idx)
{
    struct hchan *c = lua_touserdata(L, idx);

    if (c != NULL && obj_is(&c->o, OBJ_CHAN))
        return c;
    if (c != NULL && c->o.magic == VIEW_MAGIC)
        return ((struct chan_view *)(void *)c)->c;
    return NULL;
}

/* --- moving values ----------------------------------------------------- */

/* Pop the value on top into a slot. */
static void
store(lua_State *L, int idx, const struct hchan *c, int slot)
{
    if (c->cap <= CHAN_INLINE) {
        if (!stack_store(L, idx, UV_SLOT + slot))
            lua_setiuservalue(L, idx, UV_SLOT + slot);
        return;
    }
    lua_getiuservalue(L, idx, UV_SLOT);
    lua_insert(L, -2);
    lua_rawseti(L, -2, slot + 1);
    lua_pop(L, 1);
}

static void
load(lua_State *L, int idx, const struct hchan *c, int slot)
{
    if (c->timer != NULL) {
        lua_pushinteger(L, ((const struct tchan *)(const void *)c)->stamp);
    } else if (c->cap <= CHAN_INLINE) {
        lua_getiuservalue(L, idx, UV_SLOT + slot);
    } else {
        lua_getiuservalue(L, idx, UV_SLOT);
        lua_rawgeti(L, -1, slot + 1);
        lua_remove(L, -2);
    }
}

void
chan_peek(lua_State *L, int idx, const struct hchan *c, int i)
{
    load(L, lua_absindex(L, idx), c, (c->head + i) % c->cap);
}

/* The receiver gp goes on with the value on top of L, and true. */
void
chan_give(lua_State *L, struct g *gp)
{
    lua_State *to = gp->inner;

    stack_move(L, to);
    lua_pushboolean(to, 1);
    gp->nret = 2;
}

void
chan_give_closed(struct world *w, struct g *gp, bool sends)
{
    lua_State *to = gp->inner;

    (void)w;
    if (sends) {
        gp->nret = 0;
        return;
    }
    lua_pushnil(to);
    lua_pushboolean(to, 0);
    gp->nret = 2;
}

void
chan_put(lua_State *L, int idx, struct hchan *c, enum chan_act act,
         const struct chan_move *mv)
{
    if (act == CHAN_HAND)
        chan_give(L, mv->peer);
    else
        store(L, idx, c, mv->slot);
}

static void
fetch(lua_State *L, const struct chan_move *mv)
{
    lua_State *from = mv->peer->inner;

    lua_pushvalue(from, mv->elem);
    stack_move(from, L);
    mv->peer->nret = 0;
}

void
chan_take(lua_State *L, int idx, struct hchan *c, enum chan_act act,
          const struct chan_move *mv)
{
    if (act == CHAN_HAND) {
        fetch(L, mv);
        return;
    }
    if (act == CHAN_SLOT && c->timer == NULL && c->cap <= CHAN_INLINE &&
        stack_fetch(L, idx, UV_SLOT + mv->slot))
        return;
    load(L, idx, c, mv->slot);
    if (act == CHAN_SHIFT)
        fetch(L, mv);
    else
        lua_pushnil(L);
    if (c->timer == NULL)
        store(L, idx, c, mv->slot);
    else
        lua_pop(L, 1);
}

void
chan_put_time(struct world *w, struct hchan *c, int64_t t)
{
    struct chan_move mv;

    switch (chan_send(w, c, NULL, 0, false, &mv)) {
    case CHAN_HAND:
        lua_pushinteger(mv.peer->inner, t);
        lua_pushboolean(mv.peer->inner, 1);
        mv.peer->nret = 2;
        break;
    case CHAN_SLOT:
        ((struct tchan *)(void *)c)->stamp = t;
        break;
    case CHAN_SHIFT:
    case CHAN_PARK:
    case CHAN_CLOSED:
    case CHAN_BUSY:
        break; /* a tick that nobody takes is dropped (TM-11) */
    }
}

/* --- operations -------------------------------------------------------- */

static int
send_woken(lua_State *L, int status, lua_KContext ctx)
{
    (void)status;
    (void)ctx;
    if (!sched_g(world_of(L))->success)
        return op_panic(L, "send on closed channel");
    return 0;
}

static int
ch_send(lua_State *L)
{
    struct world *w = world_of(L);
    struct hchan *c = chan_self(L, true);
    struct chan_move mv;
    enum chan_act act;

    OP_BEGIN(L, w, ch_send, EV_SEND, c);
    stack_settop(L, 2);
    if (FAULT_SKIPS(L, w, FAULT_SEND, 1))
        return 0;
    chan_check_send(L, c);
    act = chan_send(w, c, sched_g(w), 2, op_can_block(L), &mv);
    switch (act) {
    case CHAN_HAND:
    case CHAN_SLOT:
        chan_put(L, 1, c, act, &mv);
        return 0;
    case CHAN_PARK:
        return op_block(L, send_woken, 0);
    case CHAN_CLOSED:
        return op_panic(L, "send on closed channel");
    case CHAN_SHIFT:
    case CHAN_BUSY:
        break;
    }
    op_must_yield(L);
    return 0;
}

/* Receive from the channel at 1, leaving value and ok, or park with k. */
static int
receive(lua_State *L, struct hchan *c, lua_KFunction k)
{
    struct world *w = world_of(L);
    struct chan_move mv;
    enum chan_act act;

    act = chan_recv(w, c, sched_g(w), op_can_block(L), &mv);
    switch (act) {
    case CHAN_HAND:
    case CHAN_SLOT:
    case CHAN_SHIFT:
        chan_take(L, 1, c, act, &mv);
        lua_pushboolean(L, 1);
        return 2;
    case CHAN_PARK:
        return op_block(L, k, 0);
    case CHAN_CLOSED:
        lua_pushnil(L);
        lua_pushboolean(L, 0);
        return 2;
    case CHAN_BUSY:
        break;
    }
    op_must_yield(L);
    return 0;
}

/* What a receive that was skipped gives: as from a closed channel. */
static int
not_received(lua_State *L)
{
    lua_pushnil(L);
    lua_pushboolean(L, 0);
    return 2;
}

static int
ch_recv(lua_State *L)
{
    struct world *w = world_of(L);
    struct hchan *c = chan_self(L, false);

    OP_BEGIN(L, w, ch_recv, EV_RECV, c);
    stack_settop(L, 1);
    if (FAULT_SKIPS(L, w, FAULT_RECV, 1))
        return not_received(L);
    return receive(L, c, NULL);
}

static int
range_done(lua_State *L, int status, lua_KContext ctx)
{
    (void)ctx;
    if (status == LUA_YIELD)
        layout_uncount(L);
    if (!lua_toboolean(L, -1))
        return 0;
    if (lua_isnil(L, -2))
        return luaL_error(L, "range over a channel that carries nil: "
                             "use recv");
    lua_pop(L, 1);
    return 1;
}

int
chan_range_next(lua_State *L)
{
    struct world *w = world_of(L);
    struct hchan *c = chan_self(L, false);

    OP_BEGIN(L, w, chan_range_next, EV_RECV, c);
    stack_settop(L, 1);
    if (FAULT_SKIPS(L, w, FAULT_RECV, 1))
        return 0;
    receive(L, c, range_done);
    return range_done(L, LUA_OK, 0);
}

static int
base_range(lua_State *L)
{
    if (lua_isnoneornil(L, 1))
        return luaL_error(L, "range over nil: channel expected");
    chan_arg(L, 1, false, false);
    lua_pushcfunction(L, chan_range_next);
    lua_pushvalue(L, 1);
    return 2;
}

static int
ch_close(lua_State *L)
{
    struct world *w = world_of(L);
    struct hchan *c = lua_touserdata(L, 1);

    if (lua_isnoneornil(L, 1))
        return op_panic(L, "close of nil channel");
    if (c != NULL && c->o.magic == VIEW_MAGIC &&
        !((struct chan_view *)(void *)c)->sends)
        return luaL_error(L, "invalid operation: cannot close receive-only "
                             "channel");
    c = chan_arg(L, 1, true, false);
    OP_BEGIN(L, w, ch_close, EV_CLOSE, c);
    if (FAULT_SKIPS(L, w, FAULT_CLOSE, 1))
        return 0;
    if (c->nil)
        return op_panic(L, "close of nil channel");
    if (c->sealed || c->timer != NULL)
        return luaL_error(L, "invalid operation: cannot close receive-only "
                             "channel");
    if (c->closed)
        return op_panic(L, "close of closed channel");
    chan_close(w, c, chan_give_closed);
    return 0;
}

static int
ch_len(lua_State *L)
{
    struct world *w = world_of(L);
    struct hchan *c = any_chan(L, 1);

    if (c == NULL && lua_isnoneornil(L, 1)) {
        lua_pushinteger(L, 0);
        return 1;
    }
    if (c == NULL) {
        lua_pushinteger(L, luaL_len(L, 1));
        return 1;
    }
    OP_BEGIN(L, w, ch_len, EV_OTHER, c);
    cost_load(w, &c->o.line);
    lua_pushinteger(L, chan_len(c));
    return 1;
}

static int
ch_cap(lua_State *L)
{
    struct hchan *c = any_chan(L, 1);

    if (c == NULL && !lua_isnoneornil(L, 1))
        return luaL_typeerror(L, 1, "channel");
    lua_pushinteger(L, c == NULL || c->nil || c->timer ? 0 : c->cap);
    return 1;
}

static int
ch_eq(lua_State *L)
{
    struct hchan *a = any_chan(L, 1), *b = any_chan(L, 2);

    lua_pushboolean(L, a != NULL && a == b);
    return 1;
}

/* --- making ------------------------------------------------------------ */

static struct hchan *
make(lua_State *L, int cap)
{
    bool table = cap > CHAN_INLINE;
    struct hchan *c = obj_push(L, sizeof *c, 1 + (table ? 1 : cap));

    chan_init(world_of(L), c, cap);
    if (table) {
        lua_createtable(L, cap, 0);
        lua_setiuservalue(L, -2, UV_SLOT);
    }
    return c;
}

static int
base_chan(lua_State *L)
{
    lua_Number n = luaL_optnumber(L, 1, 0);
    lua_Integer size;
    struct hchan *c;

    if (n < 0 || n > INT32_MAX)
        return op_panic(L, "makechan: size out of range");
    if (!lua_numbertointeger(n, &size) || (lua_Number)size != n)
        return luaL_error(L, "chan: the size must be an integer");
    lua_settop(L, 2);
    c = make(L, (int)size);
    obj_named(L, &c->o, 2);
    return 1;
}

static void
timer_fires(struct world *w, struct timer *t)
{
    if (t->period == 0)
        t->when = 0;
    chan_put_time(w, t->arg, sched_now(w));
}

/* A channel that its own timer feeds; the metatable is at upvalue 1. */
int
chan_make_timer(lua_State *L, struct hchan **c)
{
    struct tchan *tc = obj_push(L, sizeof *tc, 1);

    chan_init(world_of(L), &tc->c, 1);
    obj_register(L, &tc->c.o);
    tc->c.timer = &tc->t;
    tc->c.o.made = site_here(L, 0);
    tc->t.fire = timer_fires;
    tc->t.arg = &tc->c;
    tc->t.object = tc->c.o.id;
    tc->t.what = "channel";
    *c = &tc->c;
    return 1;
}

static int
view(lua_State *L, bool sends)
{
    struct hchan *c = any_chan(L, 1);
    struct chan_view *v;

    if (c == NULL)
        return luaL_typeerror(L, 1, "channel");
    chan_arg(L, 1, sends, false);
    v = lua_newuserdatauv(L, sizeof *v, 1);
    v->magic = VIEW_MAGIC;
    v->sends = sends;
    v->c = c;
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_setmetatable(L, -2);
    return 1;
}

static int
base_sendonly(lua_State *L)
{
    return view(L, true);
}

static int
base_recvonly(lua_State *L)
{
    return view(L, false);
}

/* Done channels: only gopark's own code may send or close (LEAK-7). */
static int
seal(lua_State *L)
{
    struct hchan *c = any_chan(L, 1);

    if (c == NULL)
        return luaL_typeerror(L, 1, "channel");
    c->sealed = lua_isnone(L, 2) || lua_toboolean(L, 2);
    lua_settop(L, 1);
    return 1;
}

void
lib_chan(lua_State *L)
{
    static const luaL_Reg methods[] = {
        { "send", ch_send }, { "recv", ch_recv }, { "close", ch_close },
        { "len", ch_len },   { "cap", ch_cap },   { NULL, NULL },
    };
    struct hchan *c;

    obj_class(L, "chan", methods, base_chan);
    lua_setglobal(L, "chan");
    lua_pushcfunction(L, ch_len);
    lua_setfield(L, -2, "__len");
    lua_pushcfunction(L, ch_eq);
    lua_setfield(L, -2, "__eq");
    lua_pushvalue(L, -1);
    lua_setfield(L, LUA_REGISTRYINDEX, "gopark.chan");

    c = lua_newuserdatauv(L, sizeof *c, 1);
    memset(c, 0, sizeof *c);
    c->o.magic = OBJ_MAGIC | OBJ_CHAN;
    c->nil = true;
    lua_pushvalue(L, -2);
    lua_setmetatable(L, -2);
    lua_setglobal(L, "nilchan");

    lua_createtable(L, 0, 6); /* views: the same, but nothing to collect */
    lua_getfield(L, -2, "__index");
    lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "chan");
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, "__name");
    lua_setfield(L, -2, "__metatable");
    lua_pushcfunction(L, ch_len);
    lua_setfield(L, -2, "__len");
    lua_pushcfunction(L, ch_eq);
    lua_setfield(L, -2, "__eq");
    lua_pushvalue(L, -1);
    lua_pushcclosure(L, base_sendonly, 1);
    lua_setglobal(L, "sendonly");
    lua_pushcclosure(L, base_recvonly, 1);
    lua_setglobal(L, "recvonly");
    lua_pop(L, 1);

    lua_register(L, "close", ch_close);
    lua_register(L, "len", ch_len);
    lua_register(L, "cap", ch_cap);
    lua_register(L, "range", base_range);
    lua_pushcfunction(L, seal);
    lua_setfield(L, LUA_REGISTRYINDEX, "gopark.seal");
}
