/*
 * explore_fixture.h - small programs in the notation of the tables of
 * expected numbers, compiled to Lua, and searched.
 *
 * "L m;U m|s c;r d" is two goroutines. An operation becomes a line of its
 * own, so that findings tell lines apart, and goroutine i is file "gi".
 *   L U RL RU WL WU lock, TL TryLock     s r x send, receive, close
 *   R W I  read, write, increment a cell  sel{r c, s d, -} select, - default
 *   D Add Wait of wg, CW Sig Bc of cv (L is m), O Once.Do(write x)
 *   ld st ad of atomic a; anything after ! is Lua
 * decl: "m:mutex w:rw c:2 wg=1" makes globals; a number is a capacity.
 */
#ifndef GOPARK_TESTS_EXPLORE_FIXTURE_H
#define GOPARK_TESTS_EXPLORE_FIXTURE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gopark.h"

static const char prelude[] =
    "local make = { mutex = sync.Mutex, rw = sync.RWMutex, once = sync.Once,\n"
    "  atomic = atomic.Int64, wg = sync.WaitGroup,\n"
    "  cond = function() return sync.Cond(m) end }\n"
    "function declare(text)\n"
    "  S = shared{ x = 0, y = 0, d = 0, f = 0, ready = 0 }\n"
    "  for name, kind in text:gmatch('(%w+):(%w+)') do\n"
    "    local n = tonumber(kind)\n"
    "    if kind == 'nil' then _G[name] = nilchan\n"
    "    elseif kind == 'timer' then _G[name] = time.After(1000)\n"
    "    elseif n then _G[name] = chan(n) else _G[name] = make[kind]() end\n"
    "  end\n"
    "  local n = text:match('wg=(%d+)')\n"
    "  if n then wg = sync.WaitGroup(); wg:Add(tonumber(n)) end\n"
    "end\n"
    "local op = {\n"
    "  L = '%s:Lock()', U = '%s:Unlock()', RL = '%s:RLock()',\n"
    "  RU = '%s:RUnlock()', WL = '%s:Lock()', WU = '%s:Unlock()',\n"
    "  TL = 'local _ = %s:TryLock()',\n"
    "  s = '%s:send(1)', r = '%s:recv()', x = '%s:close()',\n"
    "  R = 'local _ = S.%s', W = 'S.%s = 1', I = 'S.%s = S.%s + 1',\n"
    "  D = 'wg:Done()', Add = 'wg:Add(%s)', Wait = 'wg:Wait()',\n"
    "  CW = 'cv:Wait()', Sig = 'cv:Signal()', Bc = 'cv:Broadcast()',\n"
    "  O = 'o:Do(function() S.x = 1 end)',\n"
    "  ld = 'local _ = a:Load()', st = 'a:Store(1)', ad = 'a:Add(1)',\n"
    "}\n"
    "local function case(text)\n"
    "  local k, c = text:match('(%a) (%w+)')\n"
    "  if not k then return 'default()' end\n"
    "  return k == 's' and ('send(%s, 1)'):format(c) or ('recv(%s)'):format(c)\n"
    "end\n"
    "local function line(text)\n"
    "  if text:sub(1, 1) == '!' then return text:sub(2) end\n"
    "  local inner = text:match('^sel(%b{})$')\n"
    "  if inner then\n"
    "    local cs = {}\n"
    "    for one in inner:sub(2, -2):gmatch('[^,]+') do cs[#cs + 1] = case(one) end\n"
    "    return 'select{' .. table.concat(cs, ', ') .. '}'\n"
    "  end\n"
    "  local word, arg = text:match('^(%a+) ?(%w*)$')\n"
    "  return (op[word]:gsub('%%s', arg))\n"
    "end\n"
    "local function compile(text)\n"
    "  local fs = {}\n"
    "  for g in text:gmatch('[^|]+') do\n"
    "    local lines = {}\n"
    "    for one in g:gmatch('[^;]+') do lines[#lines + 1] = line(one) end\n"
    "    local name = '=g' .. (#fs + 1)\n"
    "    fs[#fs + 1] = assert(load(table.concat(lines, '\\n'), name))\n"
    "  end\n"
    "  return fs\n"
    "end\n"
    "function run(text) check.par(table.unpack(compile(text))) end\n"
    "function whole(text)\n" /* the last one is main's */
    "  local fs = compile(text)\n"
    "  for i = 1, #fs - 1 do go(fs[i]) end\n"
    "  fs[#fs]()\n"
    "end\n";

struct sink {
    char text[4096];
};

/* A world with the program, stopped before its first step. */
__attribute__((unused)) static struct world *
open_text(const char *text, bool with_prelude)
{
    static char buf[65536];
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w;

    gopark_opts_init(&o);
    o.name = "test.lua";
    o.procs = 1;
    snprintf(buf, sizeof buf, "%s%s", with_prelude ? prelude : "", text);
    o.text = buf;
    o.textlen = strlen(buf);
    ck_assert_msg(world_open(&w, &o, &err) == GOPARK_OK, "%s", err.text);
    return w;
}

__attribute__((unused)) static struct world *
open_program(const char *decl, const char *more, const char *prog)
{
    char buf[8192];

    snprintf(buf, sizeof buf, "declare[[%s]]\n%s\nrun[[%s]]\n", decl, more,
             prog);
    return open_text(buf, true);
}

__attribute__((unused)) static struct explore_result *
explore(struct world *w, enum explore_strategy st)
{
    struct explore_opts o;
    struct explore_result *r;
    struct gopark_err err;

    explore_opts_init(&o);
    o.strategy = st;
    o.schedules = 0;
    ck_assert_msg(explore_run(w, &o, &r, &err) == GOPARK_OK, "%s", err.text);
    return r;
}

/* "deadlock{1,2} 1; panic{2} 3": the findings with their counts, sorted.
 * Goroutine i of the notation is number i + 1. */
static int
by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

__attribute__((unused)) static const char *
findings(const struct explore_result *r, bool counts)
{
    static char all[8192];
    char *line[64];
    size_t len = 0;

    all[0] = '\0';
    for (int i = 0; i < r->nfinding; i++) {
        const struct explore_finding *f = &r->finding[i];
        char buf[256];
        int n = snprintf(buf, sizeof buf, "%s{",
                         explore_verdict_name(f->verdict));

        for (int k = 0; k < f->nstuck; k++)
            n += snprintf(buf + n, sizeof buf - (size_t)n, "%s%u",
                          k > 0 ? "," : "", f->stuck[k].g - 1);
        n += snprintf(buf + n, sizeof buf - (size_t)n, "}");
        if (counts)
            snprintf(buf + n, sizeof buf - (size_t)n, " %llu",
                     (unsigned long long)f->count);
        line[i] = strdup(buf);
    }
    qsort(line, (size_t)r->nfinding, sizeof *line, by_text);
    for (int i = 0; i < r->nfinding; i++) {
        len += (size_t)snprintf(all + len, sizeof all - len, "%s%s",
                                i > 0 ? "; " : "", line[i]);
        free(line[i]);
    }
    return all;
}

__attribute__((unused)) static int
run_suite(Suite *s)
{
    SRunner *sr = srunner_create(s);
    int failed;

    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}

#endif
