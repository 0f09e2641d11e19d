/*
 * test_alarms.c - no false alarm: whoever is said to have leaked, or to be
 * stuck, never runs again.
 *
 * usage: test_alarms DIRECTORY ...
 *
 * Programs made up at random, and every program below the directories, are run,
 * looked at again and again on the way, and what was said of their goroutines
 * is held against what they do afterwards. Exit status: 0 nothing false was said, 1 something was.
 */
#define _XOPEN_SOURCE 700
#include "script_fixture.h"

#include <ftw.h>

enum {
    STEPS = 20000, /* of a program */
    GS = 4096,     /* goroutines that are kept in mind */
    RANDOM = 500,  /* programs made up */
    OFTEN = 400,   /* steps in which it is looked every few steps */
};

/* What was said of a goroutine, and when. */
struct said {
    const char *what; /* NULL: nothing */
    uint64_t at;      /* step */
    uint64_t since;   /* step since which it was blocked */
};

static struct said said[GS + 1];
static int nprogram, nalarm, nsaid;

static char *
read_file(const char *path, size_t *len)
{
    FILE *f = fopen(path, "rb");
    char *s = NULL;
    size_t n = 0, got;

    *len = 0;
    if (f == NULL)
        return NULL;
    do {
        s = realloc(s, n + 65536);
        got = fread(s + n, 1, 65536, f);
        n += got;
    } while (got > 0);
    fclose(f);
    *len = n;
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

/* --- what is said, and what is true ------------------------------------- */

static void
note(struct world *w, uint32_t id, const char *what)
{
    struct gopark_g g;

    if (id > GS || said[id].what != NULL || !world_g(w, id, &g))
        return;
    said[id] = (struct said){ what, world_steps(w), g.since_step };
    nsaid++;
}

static void
look(struct world *w)
{
    static uint32_t leaked[GS];
    struct gopark_waits ws;
    int n = world_leaked(w, leaked, GS, NULL);

    for (int i = 0; i < n && i < GS; i++)
        note(w, leaked[i], "leaked");
    if (!world_waits(w, &ws))
        return;
    for (int i = 0; i < ws.nwaiting; i++)
        if (ws.waiting[i].stuck != STUCK_NOT)
            note(w, ws.waiting[i].g, "stuck");
    gopark_waits_free(&ws);
}

/* Whoever was said to be lost stands where it stood. */
static void
hold_against(struct world *w, const char *path)
{
    struct gopark_g g;

    for (uint32_t id = 1; id <= GS && id <= world_ngs(w); id++) {
        if (said[id].what == NULL ||
            (world_g(w, id, &g) && g.status == G_WAITING &&
             g.since_step == said[id].since))
            continue;
        printf("%s: G%u was said to be %s at step %d, but has run by step "
               "%d\n",
               path, id, said[id].what, (int)said[id].at, (int)world_steps(w));
        nalarm++;
        said[id].what = NULL;
    }
}

static void
run(struct world *w, const char *path)
{
    uint64_t step = 0;

    memset(said, 0, sizeof said);
    while (world_end(w)->how == END_NOT && step < STEPS) {
        step += step < OFTEN ? 3 : step / 20;
        script_go(w, step);
        hold_against(w, path);
        if (world_end(w)->how == END_NOT)
            look(w);
    }
}

/* --- random programs ---------------------------------------------------- */

/* Goroutines that do anything to objects which they share with some others,
 * and forget what they please. */
static const char random_program[] =
    "local R = math.random\n"
    "local function chan_act(c, d)\n"
    "  local k = R(7)\n"
    "  if k == 1 then c:send(k) elseif k == 2 then c:recv()\n"
    "  elseif k == 3 then select { recv(c), recv(time.After(R(2000))) }\n"
    "  elseif k == 4 then select { recv(c), send(d, 1) }\n"
    "  elseif k == 5 then select { send(c, 1), recv(d) }\n"
    "  elseif k == 6 then for _ in range(c) do end\n"
    "  elseif R(4) == 1 then pcall(close, c) end\n"
    "end\n"
    "local function lock_act(m)\n"
    "  m:Lock() time.Sleep(R(2000)) if R(4) > 1 then m:Unlock() end\n"
    "end\n"
    "local function rw_act(m)\n"
    "  if R(3) == 1 then return lock_act(m) end\n"
    "  m:RLock() time.Sleep(R(2000)) if R(4) > 1 then m:RUnlock() end\n"
    "end\n"
    "local function wg_act(wg)\n"
    "  local k = R(3)\n"
    "  if k == 1 then wg:Add(1) elseif k == 2 then pcall(wg.Done, wg)\n"
    "  else wg:Wait() end\n"
    "end\n"
    "local function cond_act(c)\n"
    "  local k = R(3)\n"
    "  if k == 1 then c:Signal() elseif k == 2 then c:Broadcast()\n"
    "  else c.L:Lock() c:Wait() c.L:Unlock() end\n"
    "end\n"
    "local function once_act(o)\n"
    "  o:Do(function() time.Sleep(R(3000)) end)\n"
    "end\n"
    "local kinds = {\n"
    "  function() return chan(R(0, 2)), chan_act end,\n"
    "  function() return chan(R(0, 2)), chan_act end,\n"
    "  function() return sync.Mutex(), lock_act end,\n"
    "  function() return sync.RWMutex(), rw_act end,\n"
    "  function() return sync.WaitGroup(), wg_act end,\n"
    "  function() return sync.Cond(sync.Mutex()), cond_act end,\n"
    "  function() return sync.Once(), once_act end,\n"
    "}\n"
    "local function setup()\n"
    "  local all = {}\n"
    "  for i = 1, R(3, 8) do\n"
    "    local o, act = kinds[R(#kinds)]()\n"
    "    all[i] = { o = o, act = act }\n"
    "  end\n"
    "  local spare = chan(1)\n"
    "  for g = 1, R(3, 8) do\n"
    "    local own = {}\n"
    "    for i = 1, R(2, 4) do own[i] = all[R(#all)] end\n"
    "    go(function()\n"
    "      for i = 1, R(2, 9) do\n"
    "        local x = own[R(#own)]\n"
    "        x.act(x.o, spare)\n"
    "        if R(3) == 1 then time.Sleep(R(3000)) end\n"
    "      end\n"
    "    end)\n"
    "  end\n"
    "  if R(3) == 1 then KEPT = all[1] end\n"
    "end\n"
    "setup()\n"
    "time.Sleep(time.Millisecond)\n";

static void
run_random(uint64_t seed)
{
    struct gopark_opts o;
    struct world *w;
    char name[32];

    snprintf(name, sizeof name, "random %d", (int)seed);
    gopark_opts_init(&o);
    o.name = "random.lua";
    o.text = random_program;
    o.textlen = strlen(random_program);
    o.seed = seed;
    o.procs = 1 + (int)(seed % 4);
    o.max_steps = STEPS;
    w = script_open(&o);
    run(w, name);
    world_close(w);
    nprogram++;
}

/* --- programs ---------------------------------------------------------------- */

static bool
is_program(const char *path)
{
    size_t n = strlen(path);

    return n > 4 && strcmp(path + n - 4, ".lua") == 0 &&
           strstr(path, ".stops.lua") == NULL &&
           strstr(path, "exercise.lua") == NULL &&
           strstr(path, "contents.lua") == NULL;
}

static int
visit(const char *path, const struct stat *st, int type, struct FTW *at)
{
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w;
    size_t len;
    char *text;

    (void)st;
    if (type != FTW_F || !is_program(path))
        return 0;
    text = read_file(path, &len);
    gopark_opts_init(&o);
    o.name = path + at->base;
    o.text = text;
    o.textlen = len;
    o.read = no_input;
    o.max_steps = STEPS;
    if (text != NULL && world_open(&w, &o, &err) == GOPARK_OK) {
        run(w, path);
        world_close(w);
        nprogram++;
    }
    free(text);
    return 0;
}

int
main(int argc, char **argv)
{
    for (uint64_t seed = 1; seed <= RANDOM; seed++)
        run_random(seed);
    for (int i = 1; i < argc; i++)
        nftw(argv[i], visit, 16, FTW_PHYS);
    printf("%d programs, %d goroutines said to be lost, %d of them wrongly\n",
           nprogram, nsaid, nalarm);
    return nalarm > 0 || nprogram == 0;
}
