/*
 * test_collect.c - nothing that is still needed is collected.
 *
 * usage: test_collect STRIDE DIRECTORY ...
 *
 * Every STRIDE-th program below the directories is run as it is, and once more
 * with all garbage collected before each of its actions. Both must do the same;
 * where the heap poisons what is free, a use of it ends the test. Exit status:
 * 0 they do, 1 one does not.
 */
#define _XOPEN_SOURCE 700
#include "script_fixture.h"

#include <ftw.h>
#include <lua.h>

enum {
    STEPS = 1000,    /* of a program */
    FORGETFUL = 800, /* programs made up */
};

static int stride, nprogram, nrun, nfault, ncollect;

static void
collect_all(const struct world *w)
{
    if (w->lua == NULL)
        return;
    lua_gc(w->lua, LUA_GCCOLLECT);
    ncollect++;
}

static char *
read_file(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    char *s = malloc((1 << 20) + 1);

    *len = f != NULL && s != NULL ? fread(s, 1, 1 << 20, f) : 0;
    if (f != NULL)
        fclose(f);
    return s;
}

static size_t
no_input(void *ctx, char *buf, size_t n, uint64_t at)
{
    (void)ctx;
    (void)buf;
    (void)n;
    (void)at;
    return 0;
}

struct seen {
    enum gopark_how how;
    int code;
    uint64_t steps;
    int64_t t;
};

static bool
run(struct gopark_opts *o, struct output *out, struct seen *seen,
    void (*check)(const struct world *w))
{
    struct gopark_err err;
    struct world *w;

    out->n = 0;
    out->text[0] = '\0';
    o->write = collect;
    o->io_ctx = out;
    if (world_open(&w, o, &err) != GOPARK_OK)
        return false;
    w->host.check = check;
    script_go(w, STEPS);
    *seen = (struct seen){ world_end(w)->how, world_end(w)->code,
                           world_steps(w), world_end(w)->t };
    world_close(w);
    return true;
}

/* Such a program may tell that it was collected. */
static bool
asks(const char *text)
{
    return strstr(text, "collectgarbage") != NULL ||
           strstr(text, "MemStats") != NULL || strstr(text, "__mode") != NULL ||
           strstr(text, "sync.Pool") != NULL;
}

static void
compare(const char *path, struct gopark_opts *o)
{
    static struct output a, b;
    struct seen x, y;

    if (!run(o, &a, &x, NULL))
        return;
    nrun++;
    run(o, &b, &y, collect_all);
    if (memcmp(&x, &y, sizeof x) == 0 && a.n == b.n &&
        memcmp(a.text, b.text, a.n) == 0)
        return;
    nfault++;
    printf("%s: collecting changes it: ends %d (%d) at step %d with\n%s\n"
           "and with collection %d (%d) at step %d with\n%s\n",
           path, x.how, x.code, (int)x.steps, a.text, y.how, y.code,
           (int)y.steps, b.text);
}

/* --- random programs ---------------------------------------------------- */

/* Goroutines that wait on objects which nobody else can name any more: those
 * who could forget them, or put others in their place. */
static const char forgetful[] =
    "local R, said = math.random, {}\n"
    "local function say(...) said[#said + 1] = table.concat({ ... }, ' ') end\n"
    "local box = {}\n"
    "local function forget() for i = 1, 4 do box[R(8)] = nil end end\n"
    "local function some() return box[R(8)] end\n"
    "local ways = {\n"
    "  function() local c = chan(R(0, 2)) box[R(8)] = { s = c }\n"
    "    local cases = { recv(c), recv(time.After(R(3000))) }\n"
    "    if R(2) == 1 then cases[#cases + 1] = send(chan(), {}) end\n"
    "    if R(3) == 1 then cases[#cases + 1] = recv(chan(), print) end\n"
    "    box[R(8)] = { cases = cases } c = nil\n"
    "    local _, i = pcall(select, cases) say('select', tostring(i)) end,\n"
    "  function() local x = some()\n"
    "    if x and x.cases then for i = 1, 4 do\n"
    "      x.cases[i] = R(2) == 1 and recv(chan()) or nil end end end,\n"
    "  function() local x = some()\n"
    "    if x and x.s then say(select { send(x.s, {}), default() }) end end,\n"
    "  function() time.AfterFunc(R(3000), function() say('after') forget() end)\n"
    "  end,\n"
    "  function() local t = time.NewTicker(R(500, 2000))\n"
    "    box[R(8)] = { t = t } local c = t.C t = nil\n"
    "    c:recv() say('tick') c:recv() end,\n"
    "  function() local x = some() if x and x.t then x.t:Stop()\n"
    "    x.t:Reset(R(2000)) end end,\n"
    "  function() local t = time.NewTimer(R(3000)) say(tostring(t:Stop()))\n"
    "    t:Reset(R(2000)) local c = t.C t = nil c:recv() end,\n"
    "  function()\n"
    "    local ctx, cancel = context.WithTimeout(context.Background(), R(3000))\n"
    "    context.AfterFunc(ctx, function() say('over') end)\n"
    "    local sub = context.WithCancel(ctx) ctx = nil\n"
    "    box[R(8)] = { cancel = cancel } cancel = nil\n"
    "    sub:Done():recv() say(tostring(sub:Err())) end,\n"
    "  function() local x = some() if x and x.cancel then x.cancel() end end,\n"
    "  function() local c = sync.Cond(sync.Mutex())\n"
    "    go(function() time.Sleep(R(2000)) c.L:Lock() c:Signal() c.L:Unlock()\n"
    "    end) c.L:Lock() c:Wait() say('woken') c.L:Unlock() end,\n"
    "  function() local o, n = sync.Once(), chan()\n"
    "    go(function() o:Do(function() n:recv() end) say('did') end)\n"
    "    time.Sleep(R(500)) go(function() n:send(1) end) o:Do(print) end,\n"
    "  function() local g = errgroup.New() g:SetLimit(R(2))\n"
    "    for i = 1, 3 do g:Go(function() time.Sleep(R(900)) end) end\n"
    "    g:Wait() say('group') end,\n"
    "  function() local s = semaphore.NewWeighted(2)\n"
    "    for i = 1, 3 do go(function() s:Acquire(context.Background(), 2)\n"
    "      time.Sleep(R(500)) s:Release(2) say('gave') end) end end,\n"
    "  function() local co = coroutine.wrap(function(c)\n"
    "      coroutine.yield((c:recv())) say((c:recv())) end)\n"
    "    local c = chan() go(function() c:send({ 1 }) c:send('co') end)\n"
    "    co(c) c = nil co() end,\n"
    "  function() local v, m = atomic.Value(), sync.Map()\n"
    "    v:Store({ {} }) m:Store({}, chan()) m:Store('k', { chan(1) })\n"
    "    local c = m:Load('k')[1] m = nil c:send({ v:Load() })\n"
    "    time.Sleep(R(900)) say(type(c:recv()[1][1])) end,\n"
    "  function() local big = chan(40) for i = 1, R(40) do big:send({ i }) end\n"
    "    local n = 0 while #big > 0 do n = n + big:recv()[1]\n"
    "      if R(9) == 1 then time.Sleep(R(400)) end end say(n) end,\n"
    "}\n"
    "for i = 1, 25 do go(ways[R(#ways)]) time.Sleep(R(300))\n"
    "  if R(4) == 1 then forget() end end\n"
    "time.Sleep(6000)\n"
    "print(table.concat(said, ', '))\n";

static void
run_forgetful(uint64_t seed)
{
    struct gopark_opts o = script_opts(forgetful, NULL);
    char name[32];

    snprintf(name, sizeof name, "forgetful %d", (int)seed);
    o.seed = seed;
    o.procs = 1 + (int)(seed % 4);
    compare(name, &o);
}

/* --- programs ----------------------------------------------------------- */

static int
visit(const char *path, const struct stat *st, int type, struct FTW *at)
{
    size_t n = strlen(path), len;
    struct gopark_opts o;
    char *text;

    (void)st;
    if (type != FTW_F || n < 4 || strcmp(path + n - 4, ".lua") != 0 ||
        nprogram++ % stride != 0)
        return 0;
    text = read_file(path, &len);
    text[len] = '\0';
    gopark_opts_init(&o);
    o.name = path + at->base;
    o.text = text;
    o.textlen = len;
    o.read = no_input;
    o.max_steps = STEPS;
    if (!asks(text))
        compare(path, &o);
    free(text);
    return 0;
}

int
main(int argc, char **argv)
{
    stride = atoi(argv[1]);
    for (uint64_t seed = 1; seed <= FORGETFUL / (uint64_t)stride; seed++)
        run_forgetful(seed);
    for (int i = 2; i < argc; i++)
        nftw(argv[i], visit, 16, FTW_PHYS);
    printf("%d programs run, %d collections, %d of them differ\n", nrun,
           ncollect, nfault);
    return nfault > 0 || nrun == 0;
}
