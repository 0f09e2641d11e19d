/*
 * test_heap.c - the allocator against a model, at its limit, and abused.
 */
#include <signal.h>

#include "world_fixture.h"

enum { NSLOT = 2000 };

/* What the test believes to have allocated, filled with a byte each. */
static struct slot {
    unsigned char *p;
    size_t n;
    unsigned char fill;
} slot[NSLOT];
static struct rng dice;

static uint32_t
roll(uint32_t n)
{
    return (uint32_t)(rng_next(&dice) >> 33) % n;
}

/* Sizes as Lua asks for them, and now and then a large one. */
static size_t
roll_size(void)
{
    static const size_t usual[] = { 32, 40, 56, 62, 208, 720, 1440, 24, 48 };
    switch (roll(32)) {
    case 0:
    case 1:
    case 2:
        return 1 + roll(4096);
    case 3:
    case 4:
        return (size_t)16 << roll(12);
    case 5:
        return 1 + roll(100000);
    default:
        return usual[roll(sizeof usual / sizeof usual[0])];
    }
}

static void
slot_verify(const struct slot *s)
{
    size_t same = 0;
    while (same < s->n && s->p[same] == s->fill)
        same++;
    if (same < s->n)
        ck_abort_msg("byte %zu of %zu changed", same, s->n);
}

static void
slot_alloc(struct slot *s)
{
    s->n = roll_size();
    s->fill = (unsigned char)roll(256);
    s->p = heap_alloc(W, s->n);
    ck_assert_ptr_nonnull(s->p);
    ck_assert_uint_eq((uintptr_t)s->p % 16, 0);
    memset(s->p, s->fill, s->n);
}

static void
slot_realloc(struct slot *s)
{
    size_t to = roll_size();
    size_t kept = to < s->n ? to : s->n;

    s->p = heap_realloc(W, s->p, s->n, to);
    ck_assert_ptr_nonnull(s->p);
    s->n = kept;
    slot_verify(s);
    s->n = to;
    memset(s->p, s->fill, to);
}

static void
slot_free(struct slot *s)
{
    slot_verify(s);
    heap_free(W, s->p, s->n);
    s->p = NULL;
}

static void
dice_init(const char *test)
{
    struct world *w = W;
    choose_seed(w, seed_of_test(test));
    dice = w->rng[0];
}

START_TEST(live_chunks_keep_their_bytes)
{
    dice_init("live_chunks_keep_their_bytes");
    for (int i = 0; i < 100000; i++) {
        struct slot *s = &slot[roll(NSLOT)];
        if (s->p == NULL)
            slot_alloc(s);
        else if (roll(3) == 0)
            slot_realloc(s);
        else
            slot_free(s);
        if (i % 1000 == 0)
            heap_check(W);
    }
    for (int i = 0; i < NSLOT; i++)
        if (slot[i].p != NULL)
            slot_free(&slot[i]);
    heap_check(W);
    ck_assert_uint_eq(W->heap.used, 0);
}
END_TEST

START_TEST(limit_refuses_and_recovers)
{
    size_t n = 1000;
    static void *p[80000];
    void *q;
    int got = 0;

    while (got < 80000 && (q = heap_alloc(W, n)) != NULL)
        p[got++] = q;
    ck_assert(W->heap.denied);
    ck_assert_uint_le(W->heap.used, W->heap.limit);
    ck_assert_uint_gt(W->heap.used + 1008, W->heap.limit);
    ck_assert_ptr_null(heap_realloc(W, p[0], n, 1 << 20));
    heap_free(W, p[--got], n);
    ck_assert_ptr_nonnull(p[got++] = heap_alloc(W, n));
    ck_assert_ptr_nonnull(p[0] = heap_realloc(W, p[0], n, 100));
    heap_free(W, p[0], 100);
    for (int i = 1; i < got; i++)
        heap_free(W, p[i], n);
    heap_check(W);
    ck_assert_uint_eq(W->heap.used, 0);
}
END_TEST

/* Memory freed in one size is had again in every other. */
START_TEST(freed_slabs_serve_other_sizes)
{
    static void *p[60000];
    uint32_t npage = 0;

    for (size_t n = 64; n <= 1024; n *= 2) {
        int count = (int)(32 * 1000 * 1000 / n) > 60000
                        ? 60000
                        : (int)(32 * 1000 * 1000 / n);
        for (int i = 0; i < count; i++)
            p[i] = heap_alloc(W, n);
        ck_assert_ptr_nonnull(p[count - 1]);
        for (int i = 0; i < count; i++)
            heap_free(W, p[i], n);
        heap_check(W);
        if (n == 512)
            npage = W->heap.npage;
    }
    ck_assert_uint_le(W->heap.npage, npage + npage / 4);
}
END_TEST

/* An empty slab, a free page, a slab of several pages, over and over: taking
 * back the first used to count on from within the last. */
START_TEST(slabs_are_taken_back_between_free_pages)
{
    enum { TIMES = 300, SMALL = 16, LONG = 8 };
    static char *small[TIMES][SMALL], *page[TIMES], *wide[TIMES][LONG];

    for (int i = 0; i < TIMES; i++) {
        for (int k = 0; k < SMALL; k++)
            small[i][k] = heap_alloc(W, 900);
        page[i] = heap_alloc(W, 3900);
        for (int k = 0; k < LONG; k++) {
            wide[i][k] = heap_alloc(W, 2400);
            memset(wide[i][k], k, 2400);
        }
    }
    for (int i = 0; i < TIMES; i++) {
        heap_free(W, page[i], 3900);
        for (int k = 0; k < SMALL; k++)
            heap_free(W, small[i][k], 900);
    }
    heap_alloc(W, 1 << 20); /* longer than any free run */
    heap_check(W);
    for (int i = 0; i < TIMES * LONG; i++)
        ck_assert_int_eq(wide[i / LONG][i % LONG][2399], i % LONG);
}
END_TEST

#ifndef GOPARK_HEAP_DEBUG
START_TEST(large_chunks_grow_where_they_are)
{
    char *p = heap_alloc(W, 8192), *q;
    heap_free(W, heap_alloc(W, 100000), 100000);
    q = heap_realloc(W, p, 8192, 65536);
    ck_assert_ptr_eq(p, q);
    q = heap_realloc(W, p, 65536, 1 << 20); /* past the end of the heap */
    ck_assert_ptr_eq(p, q);
    q = heap_realloc(W, p, 1 << 20, 5000);
    ck_assert_ptr_eq(p, q);
    heap_check(W);
    ck_assert_uint_eq(W->heap.used, 8192);
}
END_TEST
#endif

START_TEST(equal_calls_give_equal_offsets)
{
    struct world *other;
    dice_init("equal_calls_give_equal_offsets");
    ck_assert_int_eq(block_open(&other, W->heap.limit, NULL), GOPARK_OK);
    for (int i = 0; i < 20000; i++) {
        size_t n = roll_size();
        char *a = heap_alloc(W, n), *b = heap_alloc(other, n);
        if (a == NULL || world_of(a) != W || world_of(b) != other ||
            a - (char *)W != b - (char *)other)
            ck_abort_msg("chunk %d: %p and %p", i, (void *)a, (void *)b);
        if (roll(4) != 0) {
            heap_free(W, a, n);
            heap_free(other, b, n);
        }
    }
    block_close(other);
}
END_TEST

START_TEST(many_worlds_are_open_at_once)
{
    struct world *w[40];
    for (int i = 0; i < 40; i++) {
        ck_assert_int_eq(block_open(&w[i], 1 << 20, NULL), GOPARK_OK);
        ck_assert_uint_eq((uintptr_t)w[i] % WORLD_SPAN, 0);
        ck_assert_ptr_nonnull(heap_alloc(w[i], 100000));
    }
    for (int i = 0; i < 40; i++)
        block_close(w[i]);
}
END_TEST

#ifdef GOPARK_HEAP_DEBUG
START_TEST(double_free_is_found)
{
    void *p = heap_alloc(W, 56);
    heap_free(W, p, 56);
    heap_free(W, p, 56);
}
END_TEST

START_TEST(double_free_of_a_run_is_found)
{
    void *p = heap_alloc(W, 50000);
    heap_free(W, p, 50000);
    heap_free(W, p, 50000);
}
END_TEST

START_TEST(wrong_size_is_found)
{
    void *p = heap_alloc(W, 56);
    heap_free(W, p, 57);
}
END_TEST

/* The sanitizer would find it first, so write where it does not look. */
__attribute__((no_sanitize("address"), noinline)) static void
scribble(volatile char *p)
{
    *p = 1;
}

START_TEST(overrun_is_found)
{
    char *p = heap_alloc(W, 56);
    scribble(p + 56);
    heap_free(W, p, 56);
}
END_TEST
#endif

int
main(void)
{
    Suite *s = suite_create("heap");
    TCase *tc = tcase_create("heap");

    tcase_add_checked_fixture(tc, open_world, close_world);
    tcase_set_timeout(tc, 60);
    tcase_add_test(tc, live_chunks_keep_their_bytes);
    tcase_add_test(tc, limit_refuses_and_recovers);
    tcase_add_test(tc, freed_slabs_serve_other_sizes);
    tcase_add_test(tc, slabs_are_taken_back_between_free_pages);
    tcase_add_test(tc, equal_calls_give_equal_offsets);
    tcase_add_test(tc, many_worlds_are_open_at_once);
#ifdef GOPARK_HEAP_DEBUG
    tcase_add_test_raise_signal(tc, double_free_is_found, SIGABRT);
    tcase_add_test_raise_signal(tc, double_free_of_a_run_is_found, SIGABRT);
    tcase_add_test_raise_signal(tc, wrong_size_is_found, SIGABRT);
    tcase_add_test_raise_signal(tc, overrun_is_found, SIGABRT);
#else
    tcase_add_test(tc, large_chunks_grow_where_they_are);
#endif
    suite_add_tcase(s, tc);
    return run_suite(s);
}
