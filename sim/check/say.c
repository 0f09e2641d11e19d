#include "check/say.h"

#include "lua/cells.h"

/* Each in both languages: English, then Chinese. */
static const char *const kind_word[OBJ_NKIND][2] = {
    [OBJ_CHAN] = { "channel", "channel" },
    [OBJ_MUTEX] = { "mutex", "互斥锁" },
    [OBJ_RWMUTEX] = { "RWMutex", "读写锁" },
    [OBJ_WG] = { "wait group", "WaitGroup" },
    [OBJ_COND] = { "condition", "条件变量" },
    [OBJ_ONCE] = { "Once", "Once" },
    [OBJ_SEMA] = { "semaphore", "信号量" },
    [OBJ_TIMER] = { "timer", "定时器" },
    [OBJ_ATOMIC] = { "atomic", "原子变量" },
    [OBJ_CELLS] = { "shared table", "共享表" },
    [OBJ_POOL] = { "pool", "Pool" },
    [OBJ_MAP] = { "map", "Map" },
};

static void
label(struct tb *t, const struct obj *o, bool numbered)
{
    struct gopark_object g = { .kind = obj_kind(o), .number = o->number };
    char buf[64];

    g.name = names_of(t->w, o);
    g.twin = numbered && g.name != NULL && names_twin(t->w, o);
    tb_add(t, "%s", gopark_object_label(&g, buf, sizeof buf));
}

void
say_label(struct tb *t, const struct obj *o)
{
    label(t, o, true);
}

void
say_key(struct tb *t, const struct obj *o, uint32_t i)
{
    lua_State *L = t->w->lua;
    int top = lua_gettop(L);

    if (obj_push_self(L, o) && cells_key(L, lua_gettop(L), i)) {
        if (lua_type(L, -1) == LUA_TSTRING)
            tb_add(t, ".%s", lua_tostring(L, -1));
        else
            tb_add(t, "[%s]", luaL_tolstring(L, -1, NULL));
    }
    lua_settop(L, top);
}

static void
chan_state(struct tb *t, const struct hchan *c, enum gopark_lang lang)
{
    if (c->timer != NULL)
        tb_add(t, "%s",
               c->timer->pos != 0
                   ? SAY(lang, "its timer runs", "定时器在走")
                   : SAY(lang, "its timer is stopped", "定时器已停"));
    else if (c->cap == 0)
        tb_add(t, "%s", SAY(lang, "unbuffered", "无缓冲"));
    else if (c->count == c->cap)
        tb_add(t, SAY(lang, "%d/%d full", "%d/%d 已满"), c->count, c->cap);
    else
        tb_add(t, SAY(lang, "buffer %d/%d", "缓冲 %d/%d"), c->count, c->cap);
    if (c->closed)
        tb_add(t, "%s", SAY(lang, ", closed", ",已关闭"));
}

static void
owner_state(struct tb *t, uint32_t owner, enum gopark_lang lang)
{
    if (owner != 0)
        tb_add(t, SAY(lang, "locked by goroutine %u", "由 goroutine %u 锁着"),
               owner);
    else
        tb_add(t, "%s", SAY(lang, "not locked", "未上锁"));
}

static void
rw_state(struct tb *t, const struct rwmutex *rw, enum gopark_lang lang)
{
    if (rw->readers > 0 && !rw->held)
        tb_add(t, SAY(lang, "%d reading", "%d 个在读"), rw->readers);
    else
        owner_state(t, rw->owner, lang);
}

static void
once_state(struct tb *t, const struct once *on, enum gopark_lang lang)
{
    if (on->state == ONCE_RUNS)
        tb_add(t, SAY(lang, "goroutine %u runs it", "goroutine %u 正在执行"),
               on->m.owner);
    else
        tb_add(t, "%s",
               on->state == ONCE_NEW ? SAY(lang, "not done", "还没做")
                                     : SAY(lang, "done", "做完了"));
}

void
say_state(struct tb *t, const struct obj *o, enum gopark_lang lang)
{
    const void *p = o;

    switch (obj_kind(o)) {
    case OBJ_CHAN:
        chan_state(t, p, lang);
        break;
    case OBJ_MUTEX:
        owner_state(t, ((const struct umutex *)p)->m.owner, lang);
        break;
    case OBJ_RWMUTEX:
        rw_state(t, p, lang);
        break;
    case OBJ_WG:
        tb_add(t, SAY(lang, "counter %lld", "计数 %lld"),
               (long long)((const struct waitgroup *)p)->count);
        break;
    case OBJ_COND:
        tb_add(t, SAY(lang, "%u waiting", "%u 个在等"),
               ((const struct cond *)p)->q.n);
        break;
    case OBJ_ONCE:
        once_state(t, p, lang);
        break;
    case OBJ_SEMA:
    case OBJ_TIMER:
    case OBJ_ATOMIC:
    case OBJ_CELLS:
    case OBJ_POOL:
    case OBJ_MAP:
        break;
    }
}

void
say_object(struct tb *t, const struct obj *o, bool numbered,
           enum gopark_lang lang)
{
    tb_add(t, "%s ", kind_word[obj_kind(o)][lang]);
    label(t, o, numbered);
    tb_add(t, "%s", SAY(lang, " (", "("));
    say_state(t, o, lang);
    if (o->made != NULL)
        tb_add(t, "%s%s:%d", SAY(lang, ", ", ","), o->made->file,
               o->made->line);
    tb_add(t, "%s", SAY(lang, ")", ")"));
}
