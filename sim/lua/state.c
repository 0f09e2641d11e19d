/*
 * state.c - a world with a Lua state in it: opening, sandbox, running.
 *
 * Stock Lua seeds the hashing of strings from the clock and from addresses.
 * The order of pairs is ours anyway, but the seed also decides when a table
 * grows, hence what is allocated where, and object keys are ordered by place.
 * So the seed is fixed while the state is made: see layout.h.
 */
#include "lua/lua.h"

#include <stdlib.h>
#include <string.h>

#include "lua/count.h"
#include "lua/embedded.h"
#include "lua/layout.h"

/* --- memory ------------------------------------------------------------ */

static void *
alloc(void *ud, void *p, size_t from, size_t to)
{
    struct world *w = ud;

    if (to == 0) {
        if (p != NULL)
            heap_free(w, p, from);
        return NULL;
    }
    if (p == NULL)
        return heap_alloc(w, to);
    return heap_realloc(w, p, from, to);
}

/* The second allocation is made when the seed is drawn, and not yet used. */
static void *
boot_alloc(void *ud, void *p, size_t from, size_t to)
{
    struct world *w = ud;
    struct luax *lx = luax_of(w);

    if (lx->boot_block != NULL) {
        layout_plant_seed(lx->boot_block, lx->boot_size, boot_alloc, w,
                          0x676f7061u ^ (unsigned)w->seed);
        lx->boot_block = NULL;
    }
    p = alloc(ud, p, from, to);
    if (lx->boot_size == 0) {
        lx->boot_block = p;
        lx->boot_size = to;
    }
    return p;
}

/* --- output ------------------------------------------------------------ */

void
lua_out(lua_State *L, int fd, const char *s, size_t n)
{
    struct world *w = world_of(L);

    if (w->end.how != END_NOT)
        return;
    if (w->host.write != NULL)
        w->host.write(w->host.io_ctx, fd, s, n, w->nout);
    w->nout += n;
    sched_cost(w, COST_PRINT);
    sched_event(w, EV_PRINT, 0, (int64_t)n);
}

/* A library's own first steps touch nothing that the program knows: a search
 * need not have seen them. */
void
embedded_loading(lua_State *L, bool begins)
{
    world_of(L)->sched->explore.loading += begins ? 1U : -1U;
    site_forget(world_of(L));
}

uint64_t
lua_rand64(lua_State *L)
{
    return rng_next(&world_of(L)->rng[RNG_USER]);
}

/* --- libraries --------------------------------------------------------- */

static void
open_stock(lua_State *L)
{
    static const struct {
        const char *name;
        lua_CFunction open;
    } lib[] = {
        { LUA_GNAME, luaopen_base },
        { LUA_TABLIBNAME, luaopen_table },
        { LUA_STRLIBNAME, luaopen_string },
        { LUA_MATHLIBNAME, luaopen_math },
        { LUA_UTF8LIBNAME, luaopen_utf8 },
    };
    size_t i;

    for (i = 0; i < sizeof lib / sizeof lib[0]; i++) {
        luaL_requiref(L, lib[i].name, lib[i].open, 1);
        lua_pop(L, 1);
    }
}

static void
push_args(lua_State *L, const struct gopark_opts *o)
{
    int i;

    lua_createtable(L, o->argc, 1);
    for (i = 0; i < o->argc; i++) {
        lua_pushstring(L, o->argv[i]);
        lua_rawseti(L, -2, i + 1);
    }
    lua_pushstring(L, o->name);
    lua_rawseti(L, -2, 0);
    lua_setglobal(L, "arg");
}

/* --- the script -------------------------------------------------------- */

/* A first line that begins with # is for the shell. The line itself stays, so
 * that the numbers are right. */
static void
skip_shebang(const char **s, size_t *n)
{
    if (*n > 0 && (*s)[0] == '#') {
        while (*n > 0 && (*s)[0] != '\n') {
            (*s)++;
            (*n)--;
        }
    }
}

static int
load_script(lua_State *L, const struct gopark_opts *o)
{
    const char *s = o->text;
    size_t n = o->textlen;
    char chunk[512];

    if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
        s += 3;
        n -= 3;
    }
    skip_shebang(&s, &n);
    lua_pushfstring(L, "@%s", o->name);
    strncpy(chunk, lua_tostring(L, -1), sizeof chunk - 1);
    chunk[sizeof chunk - 1] = '\0';
    lua_pop(L, 1);
    return site_load(L, s, n, chunk);
}

/* Everything that may raise while a world opens; upvalue-free, so that the
 * options come as a light userdata. */
static int
open_protected(lua_State *L)
{
    const struct gopark_opts *o = lua_touserdata(L, 1);
    struct world *w = world_of(L);
    struct luax *lx = luax_of(w);
    int i, argc = o->argc;

    lua_settop(L, 0);
    layout_recognise(L);
    lua_newtable(L);
    lx->anchor = luaL_ref(L, LUA_REGISTRYINDEX);
    open_stock(L);
    lib_open(L);
    push_args(L, o);
    lua_newtable(L);
    lua_pushlstring(L, o->text, o->textlen);
    lua_setfield(L, -2, o->name);
    lx->sources = luaL_ref(L, LUA_REGISTRYINDEX);
    if (load_script(L, o) != LUA_OK)
        return lua_error(L);
    luaL_checkstack(L, argc, "too many arguments");
    for (i = 0; i < argc; i++)
        lua_pushstring(L, o->argv[i]);
    if (task_go(L, argc, NULL, 0) == NULL)
        return luaL_error(L, "not enough memory");
    return 0;
}

/* Lua's message at the top; one about C's stack does not say where. */
static enum gopark_rc
not_compiled(lua_State *L, const char *name, struct gopark_err *err)
{
    const char *text = lua_tostring(L, -1);

    if (strchr(text, ':') == NULL)
        return gopark_fail(err, GOPARK_ESYNTAX, "%s: %s", name, text);
    return gopark_fail(err, GOPARK_ESYNTAX, "%s", text);
}

static enum gopark_rc
open_lua(struct world *w, const struct gopark_opts *o, struct gopark_err *err)
{
    lua_State *L = lua_newstate(boot_alloc, w);
    int status;

    if (L == NULL)
        return gopark_fail(err, GOPARK_ENOMEM,
                           "no room for a Lua state: --mem %zu is too small",
                           w->heap.limit);
    lua_setallocf(L, alloc, w);
    w->lua = L;
    *task_user(L) = 0; /* Lua leaves it as it is, and copies it for others */
    lua_gc(L, LUA_GCINC, 0, 0, 0);
    count_begin(L);
    lua_pushcfunction(L, open_protected);
    lua_pushlightuserdata(L, (void *)(uintptr_t)o);
    status = lua_pcall(L, 1, 0, 0);
    if (status == LUA_OK)
        return GOPARK_OK;
    if (status == LUA_ERRMEM)
        return gopark_fail(err, GOPARK_ESPACE,
                           "%s: memory limit of %zuM reached before its first "
                           "step, --mem raises it",
                           o->name, w->heap.limit >> 20);
    return not_compiled(L, o->name, err);
}

static enum gopark_rc
check_opts(const struct gopark_opts *o, struct gopark_err *err)
{
    if (o->procs < 1 || o->procs > 256)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "--procs: %d Ps, 1 to 256 expected", o->procs);
    if (o->mem < ((size_t)1 << 20) || o->mem > WORLD_SPAN / 2)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "--mem: %zu bytes, 1M to 16G expected", o->mem);
    return GOPARK_OK;
}

static void
set_host(struct world *w, const struct gopark_opts *o)
{
    w->host.write = o->write;
    w->host.read = o->read;
    w->host.load = o->load;
    w->host.io_ctx = o->io_ctx;
}

enum gopark_rc
world_open(struct world **wp, const struct gopark_opts *o,
           struct gopark_err *err)
{
    struct world *w;
    enum gopark_rc rc = check_opts(o, err);

    *wp = NULL;
    if (rc != GOPARK_OK || (rc = block_open(&w, o->mem, err)) != GOPARK_OK)
        return rc;
    set_host(w, o);
    choose_seed(w, o->seed);
    rc = sched_open(w, &lua_task_ops, o->procs, err);
    if (rc != GOPARK_OK)
        goto fail;
    w->sched->max_steps = o->max_steps;
    w->sched->max_time = o->max_time;
    w->sched->max_gs = o->max_gs;
#ifdef GOPARK_HEAP_DEBUG
    w->host.check = world_check;
#endif
    w->luax = heap_alloc(w, sizeof(struct luax));
    if (w->luax == NULL)
        goto fail;
    memset(w->luax, 0, sizeof(struct luax));
    luax_of(w)->ncpu = o->procs;
    rc = open_lua(w, o, err);
    if (rc != GOPARK_OK)
        goto fail;
    *wp = w;
    return GOPARK_OK;
fail:
    world_close(w);
    return rc;
}

void
world_close(struct world *w)
{
    if (w == NULL)
        return;
    names_free(w);
    world_log(w, 0, NULL);
    block_close(w);
}

/* --- running ----------------------------------------------------------- */

static int
run_protected(lua_State *L)
{
    drive_run(world_of(L));
    return 0;
}

enum gopark_rc
world_run(struct world *w, uint64_t steps, struct gopark_err *err)
{
    lua_State *L = w->lua;

    (void)err;
    w->stop_at = steps;
    w->host.stop = 0;
    w->host.hint = NULL;
    lua_pushcfunction(L, run_protected);
    if (lua_pcall(L, 0, 0, 0) != LUA_OK) {
        lua_settop(L, 0);
        sched_end(w, END_MEMORY, 4);
    }
    return GOPARK_OK;
}

/* From a signal: the gate of the fast path is the step to stop at. */
void
world_interrupt(struct world *w)
{
    w->host.stop = 1;
    w->stop_at = 0;
}

uint64_t
world_steps(const struct world *w)
{
    return w->steps;
}

int64_t
world_now(const struct world *w)
{
    return w->sched->now;
}

const struct gopark_end *
world_end(const struct world *w)
{
    return &w->end;
}

uint64_t
world_seed(const struct world *w)
{
    return w->seed;
}
