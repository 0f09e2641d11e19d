/*
 * test_snapshot.c - snapshots: taken, shared, restored in any order.
 */
#include "world/heap.h"
#include "world/mem.h"
#include "world_fixture.h"

enum { NCELL = 400, NSHOT = 30 };

/* A program that lives in the block: cells of random sizes. */
struct cell {
    unsigned char *p;
    size_t n;
};

/* Everything random is drawn inside the world, so that it goes back too. */
static uint32_t
roll(uint32_t n)
{
    return choose(W, CHOOSE_USER, n);
}

static void
live(int steps)
{
    struct cell *cell = W->luax;

    for (int i = 0; i < steps; i++) {
        struct cell *c = &cell[roll(NCELL)];
        size_t n = roll(10) == 0 ? 1 + roll(10000) : 1 + roll(600);
        if (c->p != NULL)
            heap_free(W, c->p, c->n);
        c->p = roll(3) == 0 ? NULL : heap_alloc(W, n);
        c->n = n;
        if (c->p != NULL)
            memset(c->p, (int)roll(256), n);
        W->steps++;
    }
}

static void
start(uint64_t seed)
{
    choose_seed(W, seed);
    W->luax = heap_alloc(W, NCELL * sizeof(struct cell));
    memset(W->luax, 0, NCELL * sizeof(struct cell));
    live(500);
}

START_TEST(restore_in_any_order)
{
    struct snapshot *s[NSHOT];
    uint64_t hash[NSHOT], after[NSHOT];

    start(seed_of_test("restore_in_any_order"));
    for (int i = 0; i < NSHOT; i++) {
        s[i] = snapshot_take(W, i % 5 == 0 ? NULL : s[i - 1]);
        hash[i] = world_hash(W);
        ck_assert_uint_eq(snapshot_steps(s[i]), W->steps);
        live(100);
        after[i] = world_hash(W);
    }
    for (int i = 0; i < 200; i++) {
        int k = rand() % NSHOT;
        snapshot_restore(W, s[k]);
        heap_check(W);
        ck_assert_uint_eq(world_hash(W), hash[k]);
        if (i % 3 == 0) {
            live(100);
            ck_assert_uint_eq(world_hash(W), after[k]);
        }
    }
    for (int i = 0; i < NSHOT; i++)
        snapshot_free(s[i * 7 % NSHOT]); /* any order: 7 and 30 are coprime */
}
END_TEST

START_TEST(unchanged_pages_are_shared)
{
    struct snapshot *a, *b, *c;
    size_t own;

    start(1);
    a = snapshot_take(W, NULL);
    b = snapshot_take(W, a);
    own = snapshot_bytes(b);
    ck_assert_uint_lt(own, snapshot_bytes(a) / 10);
    W->steps++;
    c = snapshot_take(W, b);
    ck_assert_uint_eq(snapshot_bytes(c), own + WORLD_PAGE);
    snapshot_free(a);
    snapshot_restore(W, b);
    heap_check(W);
    snapshot_free(b);
    snapshot_restore(W, c);
    heap_check(W);
    snapshot_free(c);
}
END_TEST

START_TEST(a_world_that_has_grown_shrinks_back)
{
    struct snapshot *s;
    uint64_t hash, grown;
    uint32_t npage;
    char *p;

    start(1);
    s = snapshot_take(W, NULL);
    npage = W->heap.npage;
    hash = world_hash(W);
    p = heap_alloc(W, 5 << 20);
    memset(p, 1, 5 << 20);
    snapshot_restore(W, s);
    ck_assert_uint_eq(W->heap.npage, npage);
    ck_assert_uint_eq(world_hash(W), hash);
    p = heap_alloc(W, 5 << 20); /* and finds the same bytes as before */
    for (size_t i = 0; i < 5 << 20; i += 512)
        if (p[i] != 0)
            ck_abort_msg("byte %zu is not zero", i);
    p[4096] = 1;
    grown = world_hash(W);
    snapshot_restore(W, s);
    p = heap_alloc(W, 5 << 20);
    p[4096] = 1;
    ck_assert_uint_eq(world_hash(W), grown);
    snapshot_free(s);
}
END_TEST

START_TEST(hash_does_not_depend_on_the_base)
{
    uint64_t hash;
    struct world *first = W;

    start(3);
    hash = world_hash(W);
    open_world();
    ck_assert_ptr_ne(W, first);
    start(3);
    ck_assert_uint_eq(world_hash(W), hash);
    W->luax = (char *)W->luax + 8;
    ck_assert_uint_ne(world_hash(W), hash);
    close_world();
    W = first;
}
END_TEST

START_TEST(hosts_page_is_not_restored)
{
    struct snapshot *s;
    int x;

    start(1);
    s = snapshot_take(W, NULL);
    W->host.io_ctx = &x;
    world_log(W, 10, NULL);
    snapshot_restore(W, s);
    ck_assert_ptr_eq(W->host.io_ctx, &x);
    ck_assert(event_wanted(W));
    snapshot_free(s);
}
END_TEST

/* Crate by crate: whichever allocation fails, none is lost. */
START_TEST(no_memory_is_survived)
{
    struct snapshot *s = NULL;
    uint64_t hash;
    int fails = 0;

    start(1);
    hash = world_hash(W);
    do {
        mem_fail_after(fails++);
        s = snapshot_take(W, NULL);
        mem_fail_after(-1);
        ck_assert_uint_eq(world_hash(W), hash);
    } while (s == NULL);
    ck_assert_int_ge(fails, 2);
    snapshot_free(s);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("snapshot");
    TCase *tc = tcase_create("snapshot");

    tcase_add_checked_fixture(tc, open_world, close_world);
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, restore_in_any_order);
    tcase_add_test(tc, unchanged_pages_are_shared);
    tcase_add_test(tc, a_world_that_has_grown_shrinks_back);
    tcase_add_test(tc, hash_does_not_depend_on_the_base);
    tcase_add_test(tc, hosts_page_is_not_restored);
    tcase_add_test(tc, no_memory_is_survived);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
