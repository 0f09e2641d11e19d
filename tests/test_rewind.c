/*
 * test_rewind.c - going back: what runs on from a snapshot runs on as before.
 */
#include "script_fixture.h"
#include "world_fixture.h"

enum { NSHOT = 1000 };

static struct rng dice;

static uint32_t
roll(uint32_t n)
{
    return (uint32_t)(rng_next(&dice) >> 33) % n;
}

static void
dice_init(const char *test)
{
    open_world();
    choose_seed(W, seed_of_test(test));
    dice = W->rng[0];
    close_world();
}

/* Snapshots at up to 1,000 steps of one run, in order of step. */
static struct snapshot *shot[NSHOT];
static uint64_t hash[NSHOT];
static int nshot;

static void
take_shots(struct world *w, uint64_t steps)
{
    uint64_t every = steps / NSHOT + 1;

    for (uint64_t at = 0; at < steps && nshot < NSHOT;
         at += 1 + roll((uint32_t)every * 2 - 1)) {
        script_go(w, at);
        shot[nshot] = snapshot_take(w, nshot > 0 ? shot[nshot - 1] : NULL);
        ck_assert_ptr_nonnull(shot[nshot]);
        hash[nshot] = world_hash(w);
        nshot++;
    }
}

static void
expect_hash(struct world *w, int k)
{
    if (world_hash(w) != hash[k])
        ck_abort_msg("snapshot %d at step %llu: another world", k,
                     (unsigned long long)world_steps(w));
}

START_TEST(snapshots_restore_in_any_order)
{
    static struct output out;
    struct gopark_opts o = script_opts(everything, &out);
    struct digest once, again;
    struct world *w;

    dice_init("snapshots_restore_in_any_order");
    o.procs = 4;
    w = script_open(&o);
    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_RETURN);
    once = digest_of(w, &out);
    world_close(w);

    w = script_open(&o);
    take_shots(w, once.steps);
    ck_assert_int_gt(nshot, 100);
    for (int i = 0; i < NSHOT; i++) {
        int k = (int)roll((uint32_t)nshot), next = k + 1;
        snapshot_restore(w, shot[k]);
        ck_assert_uint_eq(world_steps(w), snapshot_steps(shot[k]));
        expect_hash(w, k);
        if (next < nshot) { /* running from one leads to the next */
            script_go(w, snapshot_steps(shot[next]));
            expect_hash(w, next);
        }
        if (i % 20 == 0) {
            script_go(w, WORLD_TO_END);
            again = digest_of(w, &out);
            expect_equal(&once, &again);
        }
    }
    for (int i = 0; i < nshot; i++)
        snapshot_free(shot[i]);
    world_close(w);
}
END_TEST

START_TEST(stepping_one_by_one_is_running)
{
    static struct output out;
    struct gopark_opts o = script_opts(everything, &out);
    struct digest run, stepped;
    struct world *w = script_open(&o);

    world_log(w, 100000, NULL);
    script_go(w, WORLD_TO_END);
    run = digest_of(w, &out);
    world_close(w);
    w = script_open(&o);
    world_log(w, 100000, NULL);
    for (uint64_t i = 1; world_end(w)->how == END_NOT; i++) {
        script_go(w, i);
        ck_assert_uint_le(world_steps(w), i);
    }
    stepped = digest_of(w, &out);
    expect_equal(&run, &stepped);
    world_close(w);
}
END_TEST

/* Hardly an operation, but long ways to count, some inside coroutines. */
static const char counting[] =
    "local done, x = chan(0, 'done'), 0\n"
    "local function count(n) for i = 1, n do x = x + i % 3 end end\n"
    "local function spin(n)\n"
    "  for v in coroutine.wrap(function()\n"
    "    for i = 1, 4 do count(n * i) coroutine.yield(i) end\n"
    "  end) do count(v * n) if v == 2 then time.Sleep(30000) end end\n"
    "  done:send(n)\n"
    "end\n"
    "for i = 1, 5 do go(spin, 900 * i) end\n"
    "for i = 1, 5 do print(done:recv(), x) end\n";

static struct digest
counted(int procs, bool stopping)
{
    static struct output out;
    struct gopark_opts o = script_opts(counting, &out);
    struct digest d;
    struct world *w;

    o.procs = procs;
    w = script_open(&o);
    world_log(w, 100000, NULL);
    for (uint64_t i = 0; stopping && world_end(w)->how == END_NOT; i++) {
        script_go(w, i);
        if (world_end(w)->how == END_NOT)
            ck_assert_uint_eq(world_steps(w), i);
    }
    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_RETURN);
    d = digest_of(w, &out);
    world_close(w);
    return d;
}

START_TEST(every_step_can_be_stopped_at_and_that_changes_nothing)
{
    struct digest plain = counted(_i, false), stopped = counted(_i, true);

    expect_equal(&plain, &stopped);
    ck_assert_uint_gt(plain.steps, 100);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("rewind");
    TCase *tc = tcase_create("rewind");

    tcase_set_timeout(tc, 100);
    tcase_add_test(tc, snapshots_restore_in_any_order);
    tcase_add_test(tc, stepping_one_by_one_is_running);
    tcase_add_loop_test(
        tc, every_step_can_be_stopped_at_and_that_changes_nothing, 1, 5);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
