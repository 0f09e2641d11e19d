/*
 * chanlib.h - channels as userdata, between chanlib.c and selectlib.c.
 *
 * User value 1 of a channel is its cached receive case; the elements follow,
 * one a slot, or, for a large buffer, all in one table.
 */
#ifndef GOPARK_LUA_CHANLIB_H
#define GOPARK_LUA_CHANLIB_H

#include "lua/stack.h"

enum {
    CHAN_INLINE = 1024, /* slots kept as user values */
    UV_CASE = 1,
    UV_SLOT = 2,        /* of slot 0; or the table */
};

/* A channel that a timer feeds. Its value needs no slot in Lua. */
struct tchan {
    struct hchan c;
    struct timer t;
    int64_t stamp; /* the element, if count is 1 */
};

enum { VIEW_MAGIC = 0x676f7600, CASE_MAGIC = 0x676f6300 };

/* sendonly(ch), recvonly(ch). User value 1: the channel. */
struct chan_view {
    uint32_t magic;
    bool sends;
    struct hchan *c;
};

/* A case of a select. User values: channel, value, function. */
struct scase_obj {
    uint32_t magic;
    bool sends, dflt, has_fn;
    struct hchan *c; /* NULL: nil, never ready */
};
enum { UV_CASE_CHAN = 1, UV_CASE_VALUE = 2, UV_CASE_FN = 3 };

/* Entry i of the table that the select at the bottom of L was called with;
 * NULL: it is no case, and the select will fail. */
const struct scase_obj *select_case(lua_State *L, int i);

/* The channel at idx, through a view that allows the direction; a view is
 * replaced on the stack by its channel. NULL for nil if nil_ok. */
struct hchan *chan_arg(lua_State *L, int idx, bool sends, bool nil_ok);
/* An error if scripts may not send to c: it is a timer's, or of ctx:Done(). */
void chan_check_send(lua_State *L, const struct hchan *c);
/* The first argument, a channel to send to or to receive from. */
static inline struct hchan *
chan_self(lua_State *L, bool sends)
{
    struct hchan *c = stack_userdata(L, 1);

    return c != NULL && obj_is(&c->o, OBJ_CHAN) ? c
                                                : chan_arg(L, 1, sends, false);
}

/* Move values as chan_send and chan_recv answered. The channel is at idx, the
 * value on top; chan_put pops it, chan_take pushes one. */
void chan_put(lua_State *L, int idx, struct hchan *c, enum chan_act act,
              const struct chan_move *mv);
void chan_take(lua_State *L, int idx, struct hchan *c, enum chan_act act,
               const struct chan_move *mv);
/* Push element i of the channel at idx, 0 the oldest. */
void chan_peek(lua_State *L, int idx, const struct hchan *c, int i);

#endif
