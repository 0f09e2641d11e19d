/*
 * test_probe.c - looking closer than a step does not change a run.
 *
 * Each program is run once without being looked at. Then it is run again and
 * stopped before lines, calls and instructions, at places that a small
 * generator picks, with expressions evaluated there; it must end in the same
 * state, having printed the same, after the same number of steps.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "gopark.h"

static const char *const program[] = {
    /* long stretches of plain code, preempted and counted */
    "local n = 0\n"
    "local done = chan(0, 'done')\n"
    "local function spin(k)\n"
    "  for i = 1, k do n = n + i % 7 end\n"
    "  done:send(k)\n"
    "end\n"
    "for i = 1, 4 do go(spin, 3000 * i) end\n"
    "for i = 1, 4 do print(done:recv()) end\n"
    "print(n)\n",
    /* channels, select, timers, several on one line */
    "local a, b = chan(2), chan()\n"
    "go(function() for i = 1, 20 do a:send(i) end a:close() end)\n"
    "go(function() for i = 1, 20 do b:send(-i) time.Sleep(1000) end end)\n"
    "local open, sum = true, 0\n"
    "for i = 1, 40 do\n"
    "  local k, v, ok = select { recv(a), recv(b),\n"
    "    recv(time.After(5000)) }\n"
    "  if k == 1 and not ok then a = nilchan end\n"
    "  if k == 2 then sum = sum + v end\n"
    "end\n"
    "print(sum)\n",
    /* coroutines inside goroutines, which block */
    "local c = chan()\n"
    "local function gen(n)\n"
    "  return coroutine.wrap(function()\n"
    "    for i = 1, n do c:send(i) coroutine.yield(i) end\n"
    "  end)\n"
    "end\n"
    "go(function() for v in gen(10) do print('made', v) end c:close() end)\n"
    "for v in range(c) do\n"
    "  local t = {} for i = 1, 300 do t[i] = i * v end\n"
    "  print('got', v, #t)\n"
    "end\n",
    /* locks, and calls one inside the other */
    "local mu, wg, x = sync.Mutex(), sync.WaitGroup(), 0\n"
    "local function inner(v) x = x + v return x end\n"
    "local function outer(i)\n"
    "  for k = 1, 50 do mu:Lock() inner(k) mu:Unlock() end\n"
    "  runtime.Gosched()\n"
    "  wg:Done()\n"
    "end\n"
    "for i = 1, 3 do wg:Add(1) go(outer, i) end\n"
    "wg:Wait()\n"
    "print(x)\n",
};
enum { NPROGRAM = sizeof program / sizeof program[0] };

struct run {
    struct world *w;
    char out[4096];
    size_t len;
    uint32_t rng;
    int every; /* one question in so many is answered yes */
    uint64_t asked, paused;
};

struct result {
    uint64_t digest, steps;
    int64_t now;
    char out[4096];
};

static void
keep(void *ctx, int fd, const char *s, size_t n, uint64_t at)
{
    struct run *r = ctx;

    (void)fd;
    (void)at;
    ck_assert(r->len + n < sizeof r->out);
    memcpy(r->out + r->len, s, n);
    r->len += n;
}

static uint32_t
draw(struct run *r, uint32_t n)
{
    r->rng = r->rng * 1664525u + 1013904223u;
    return (r->rng >> 8) % n;
}

static void
open_run(struct run *r, int which, int procs)
{
    struct gopark_opts o;
    struct gopark_err err;

    memset(r, 0, sizeof *r);
    gopark_opts_init(&o);
    o.name = "test.lua";
    o.text = program[which];
    o.textlen = strlen(o.text);
    o.procs = procs;
    o.write = keep;
    o.io_ctx = r;
    ck_assert_msg(world_open(&r->w, &o, &err) == GOPARK_OK, "%s", err.text);
}

static struct result
end_run(struct run *r)
{
    struct result res = { world_digest(r->w), world_steps(r->w),
                          world_now(r->w), "" };

    ck_assert_int_eq(world_end(r->w)->how, END_RETURN);
    memcpy(res.out, r->out, r->len);
    world_close(r->w);
    return res;
}

static struct result
plain(int which, int procs)
{
    struct run r;
    struct gopark_err err;

    open_run(&r, which, procs);
    ck_assert_int_eq(world_run(r.w, WORLD_TO_END, &err), GOPARK_OK);
    return end_run(&r);
}

static bool
on_probe(void *ctx, struct world *w, const struct gopark_spot *at)
{
    struct run *r = ctx;

    ck_assert_ptr_eq(w, r->w);
    ck_assert_str_eq(at->file, "test.lua");
    ck_assert_int_gt(at->g, 0);
    r->asked++;
    return draw(r, (uint32_t)r->every) == 0;
}

static void
look_around(struct run *r)
{
    struct gopark_err err;
    char *out = NULL;
    uint32_t g = 1 + draw(r, world_ngs(r->w));

    if (world_eval(r->w, g, 0,
                   "(function() local s = 0 for i = 1, 50 do "
                   "s = s + i end x = s return s, v, i end)()",
                   &out, NULL, &err) == GOPARK_OK)
        ck_assert(strncmp(out, "1275", 4) == 0);
    free(out);
}

static struct result
probed(int which, int procs, int what, int every)
{
    static const int mix[] = { 0, PROBE_LINE, PROBE_CALL, PROBE_INSTRUCTION,
                               PROBE_LINE | PROBE_CALL | PROBE_INSTRUCTION };
    struct run r;
    struct gopark_err err;

    open_run(&r, which, procs);
    r.every = every;
    r.rng = (uint32_t)(which * 31 + procs);
    while (world_end(r.w)->how == END_NOT) {
        int now = what != 0 ? what : mix[draw(&r, 5)];
        uint64_t to =
            what != 0 ? WORLD_TO_END : world_steps(r.w) + draw(&r, 30);

        world_set_probe(r.w, now, on_probe, &r);
        ck_assert_int_eq(world_run(r.w, to, &err), GOPARK_OK);
        r.paused += world_paused(r.w);
        if (draw(&r, 50) == 0)
            look_around(&r);
    }
    ck_assert_uint_gt(r.asked, 0);
    ck_assert_uint_gt(r.paused, 0);
    return end_run(&r);
}

static void
same(struct result a, struct result b)
{
    ck_assert_str_eq(a.out, b.out);
    ck_assert_uint_eq(a.steps, b.steps);
    ck_assert_int_eq(a.now, b.now);
    ck_assert_uint_eq(a.digest, b.digest);
}

static void
check_all(int which, int what, int every)
{
    for (int procs = 1; procs <= 4; procs *= 2)
        same(plain(which, procs), probed(which, procs, what, every));
}

START_TEST(pausing_before_lines_changes_nothing)
{
    check_all(_i, PROBE_LINE, 3);
}
END_TEST

START_TEST(pausing_before_every_line_changes_nothing)
{
    check_all(_i, PROBE_LINE, 1);
}
END_TEST

START_TEST(pausing_at_calls_changes_nothing)
{
    check_all(_i, PROBE_CALL, 1);
}
END_TEST

START_TEST(pausing_before_instructions_changes_nothing)
{
    check_all(_i, PROBE_INSTRUCTION, 7);
}
END_TEST

START_TEST(pausing_before_every_instruction_changes_nothing)
{
    check_all(_i, PROBE_INSTRUCTION, 1);
}
END_TEST

START_TEST(looking_in_every_way_by_turns_changes_nothing)
{
    check_all(_i, 0, 5);
}
END_TEST

/* --- what is seen ------------------------------------------------------ */

struct seen {
    int line[64];
    int n;
};

static bool
note(void *ctx, struct world *w, const struct gopark_spot *at)
{
    struct seen *s = ctx;

    (void)w;
    if (s->n < 64)
        s->line[s->n++] = at->line;
    return false;
}

static struct world *
open_text(const char *text)
{
    struct gopark_opts o;
    struct gopark_err err;
    struct world *w;

    gopark_opts_init(&o);
    o.name = "test.lua";
    o.text = text;
    o.textlen = strlen(text);
    o.procs = 1;
    ck_assert_msg(world_open(&w, &o, &err) == GOPARK_OK, "%s", err.text);
    return w;
}

START_TEST(lines_come_in_the_order_of_execution)
{
    static const int want[] = { 1, 2, 3, 2, 3, 2, 5 };
    struct world *w = open_text("local x = 0\n"
                                "for i = 1, 2 do\n"
                                "  x = x + i\n"
                                "end\n"
                                "x = nil\n");
    struct seen s = { .n = 0 };
    struct gopark_err err;

    world_set_probe(w, PROBE_LINE, note, &s);
    world_run(w, WORLD_TO_END, &err);
    ck_assert_int_eq(s.n, (int)(sizeof want / sizeof want[0]));
    ck_assert_mem_eq(s.line, want, sizeof want);
    world_close(w);
}
END_TEST

static bool
yes(void *ctx, struct world *w, const struct gopark_spot *at)
{
    (void)w;
    return at->line == *(int *)ctx;
}

START_TEST(a_paused_goroutine_stands_before_the_line)
{
    int line = 3;
    struct world *w = open_text("local x = 1\n"
                                "x = x + 1\n"
                                "x = x * 10\n"
                                "print(x)\n");
    struct gopark_err err;
    struct gopark_g g;
    char *out;

    world_set_probe(w, PROBE_LINE, yes, &line);
    world_run(w, WORLD_TO_END, &err);
    ck_assert(world_paused(w));
    ck_assert(world_g(w, 1, &g));
    ck_assert_int_eq(g.line, 3);
    ck_assert_int_eq(world_eval(w, 1, 0, "x", &out, NULL, &err), GOPARK_OK);
    ck_assert_str_eq(out, "2");
    free(out);
    world_set_probe(w, 0, NULL, NULL);
    world_run(w, world_steps(w), &err); /* on to the next step's start */
    ck_assert(!world_paused(w));
    ck_assert_int_eq(world_eval(w, 1, 0, "x", &out, NULL, &err), GOPARK_OK);
    ck_assert_str_eq(out, "20");
    free(out);
    world_close(w);
}
END_TEST

/* --- evaluation -------------------------------------------------------- */

START_TEST(an_evaluation_leaves_no_trace)
{
    struct world *w = open_text("t = setmetatable({}, { __index = function(t,"
                                " k) rawset(t, k, k) return k end })\n"
                                "c = chan(2)\n"
                                "c:send(0)\n"
                                "print(1)\n");
    struct gopark_err err;
    uint64_t before, after;
    char *out;

    world_run(w, 1, &err);
    before = world_hash(w);
    ck_assert_int_eq(
        world_eval(w, 1, 0, "t.a, c:send(1), close(c), #c", &out, NULL, &err),
        GOPARK_OK);
    after = world_hash(w);
    free(out);
    ck_assert_uint_eq(before, after);
    world_close(w);
}
END_TEST

START_TEST(an_evaluation_that_fails_says_why)
{
    struct world *w = open_text("local c = chan()\nc:send(1)\n");
    struct gopark_err err;
    char *out;

    world_run(w, 1, &err);
    ck_assert_int_eq(world_eval(w, 1, 0, "1 +", &out, NULL, &err),
                     GOPARK_ESYNTAX);
    ck_assert_int_eq(world_eval(w, 1, 0, "nosuch.x", &out, NULL, &err),
                     GOPARK_EREFUSED);
    ck_assert_ptr_nonnull(strstr(err.text, "nosuch"));
    ck_assert_int_eq(world_eval(w, 1, 0, "chan():recv()", &out, NULL, &err),
                     GOPARK_EREFUSED);
    ck_assert_ptr_nonnull(strstr(err.text, "block"));
    ck_assert_int_eq(world_eval(w, 1, 0,
                                "(function() while true do end end)"
                                "()",
                                &out, NULL, &err),
                     GOPARK_EREFUSED);
    ck_assert_ptr_nonnull(strstr(err.text, "too long"));
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("probe");
    TCase *t = tcase_create("transparent"), *seen = tcase_create("seen");
    SRunner *sr = srunner_create(s);
    int failed;

    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, pausing_before_lines_changes_nothing, 0, NPROGRAM);
    tcase_add_loop_test(t, pausing_before_every_line_changes_nothing, 0,
                        NPROGRAM);
    tcase_add_loop_test(t, pausing_at_calls_changes_nothing, 0, NPROGRAM);
    tcase_add_loop_test(t, pausing_before_instructions_changes_nothing, 0,
                        NPROGRAM);
    tcase_add_loop_test(t, pausing_before_every_instruction_changes_nothing, 0,
                        NPROGRAM);
    tcase_add_loop_test(t, looking_in_every_way_by_turns_changes_nothing, 0,
                        NPROGRAM);
    tcase_add_test(seen, lines_come_in_the_order_of_execution);
    tcase_add_test(seen, a_paused_goroutine_stands_before_the_line);
    tcase_add_test(seen, an_evaluation_leaves_no_trace);
    tcase_add_test(seen, an_evaluation_that_fails_says_why);
    suite_add_tcase(s, t);
    suite_add_tcase(s, seen);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
