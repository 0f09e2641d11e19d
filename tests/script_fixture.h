/*
 * script_fixture.h - run Lua programs in worlds and compare what they did.
 */
#ifndef GOPARK_TESTS_SCRIPT_FIXTURE_H
#define GOPARK_TESTS_SCRIPT_FIXTURE_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gopark.h"
#include "sync/obj.h"
#include "world/world.h"

/* A program's output, both streams, placed by its offset: a run that goes
 * back writes the same bytes again in the same place. */
struct output {
    char text[1 << 16];
    size_t n;
};

static void
collect(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct output *out = ctx;
    (void)fd;
    if (at + n > sizeof out->text - 1)
        return;
    memcpy(out->text + at, s, n);
    out->n = at + n;
    out->text[out->n] = '\0';
}

/* For what also runs outside of any test, where libcheck cannot report. */
static void
must(bool ok, const char *what)
{
    if (ok)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

/* Options for text, which writes to out (may be NULL). */
__attribute__((unused)) static struct gopark_opts
script_opts(const char *text, struct output *out)
{
    struct gopark_opts o;
    gopark_opts_init(&o);
    o.name = "test.lua";
    o.text = text;
    o.textlen = strlen(text);
    o.max_steps = 2000000;
    if (out != NULL) {
        out->n = 0;
        out->text[0] = '\0';
        o.write = collect;
        o.io_ctx = out;
    }
    return o;
}

__attribute__((unused)) static struct world *
script_open(const struct gopark_opts *o)
{
    struct gopark_err err = { 0 };
    struct world *w;
    enum gopark_rc rc = world_open(&w, o, &err);
    must(rc == GOPARK_OK, err.text);
    return w;
}

__attribute__((unused)) static void
script_go(struct world *w, uint64_t steps)
{
    struct gopark_err err = { 0 };
    enum gopark_rc rc = world_run(w, steps, &err);
    must(rc == GOPARK_OK, err.text);
}

/* What a run amounted to, in numbers that must be equal for equal runs. */
struct digest {
    uint64_t steps, output, events;
    int64_t t;
    int how, code;
};

static uint64_t
fold(uint64_t h, const void *p, size_t n)
{
    const unsigned char *s = p;
    while (n-- > 0)
        h = (h ^ *s++) * UINT64_C(0x100000001b3);
    return h;
}

__attribute__((unused)) static uint64_t
fold_events(const struct world *w)
{
    uint64_t first, count, h = 1;
    world_log_range(w, &first, &count);
    for (uint64_t i = first; i < first + count; i++)
        h = fold(h, world_log_at(w, i), sizeof(struct gopark_event));
    return fold(h, &count, sizeof count);
}

__attribute__((unused)) static struct digest
digest_of(const struct world *w, const struct output *out)
{
    const struct gopark_end *end = world_end(w);
    return (struct digest){
        .steps = world_steps(w),
        .output = fold(1, out->text, out->n),
        .events = fold_events(w),
        .t = world_now(w),
        .how = (int)end->how,
        .code = end->code,
    };
}

#define expect_equal(a, b) \
    do { \
        ck_assert_uint_eq((a)->steps, (b)->steps); \
        ck_assert_int_eq((a)->t, (b)->t); \
        ck_assert_int_eq((a)->how, (b)->how); \
        ck_assert_int_eq((a)->code, (b)->code); \
        ck_assert_uint_eq((a)->output, (b)->output); \
        ck_assert_uint_eq((a)->events, (b)->events); \
    } while (0)

/* A program in which everything that could differ between runs does
 * something: chance, timers, stealing, map order, garbage. */
__attribute__((unused)) static const char everything[] =
    "local ch, done = chan(3, 'ch'), chan()\n"
    "local mu, wg = sync.Mutex(), sync.WaitGroup()\n"
    "local total, seen = 0, {}\n"
    "local function worker(id)\n"
    "  for v in range(ch) do\n"
    "    mu:Lock()\n"
    "    total = total + v\n"
    "    seen[#seen + 1] = id .. ':' .. v\n"
    "    seen['k' .. v] = { v }\n"
    "    mu:Unlock()\n"
    "    if math.random(3) == 1 then runtime.Gosched() end\n"
    "    if v % 5 == 0 then time.Sleep(v * 100) end\n"
    "  end\n"
    "  wg:Done()\n"
    "end\n"
    "wg:Add(5)\n"
    "for i = 1, 5 do go(worker, i) end\n"
    "local tick = time.Tick(20 * time.Microsecond)\n"
    "go(function()\n"
    "  local n, idle = 0, 0\n"
    "  while n < 60 do\n"
    "    select {\n"
    "      recv(tick, function() idle = idle + 1 end),\n"
    "      send(ch, n, function() n = n + 1 end),\n"
    "      recv(time.After(5 * time.Microsecond)),\n"
    "    }\n"
    "  end\n"
    "  print('ticks', idle)\n"
    "  close(ch)\n"
    "end)\n"
    "local objects = {}\n"
    "for i = 1, 40 do\n"
    "  objects[i % 2 == 0 and {} or ('s' .. i)] = i\n"
    "  objects[function() return i end] = i\n"
    "end\n"
    "local order = {}\n"
    "for k, v in pairs(objects) do order[#order + 1] = v end\n"
    "print(table.concat(order, ' '))\n"
    "wg:Wait()\n"
    "print(total, table.concat(seen, ' '))\n"
    "order = {}\n"
    "for k in pairs(seen) do order[#order + 1] = tostring(k) end\n"
    "print(table.concat(order, ' '))\n"
    "print(math.random(1000000), math.random(), tostring({}), time.Now())\n";

#endif
