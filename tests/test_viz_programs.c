/*
 * test_viz_programs.c - random programs, at every step: whoever the
 * inspection shows is in the picture, once.
 */
#include "viz_fixture.h"

enum { PROGRAMS = 50, STEPS = 250 };

static uint32_t rnd;

static uint32_t
draw(uint32_t n)
{
    rnd = rnd * 1664525 + 1013904223;
    return (rnd >> 10) % n;
}

/* One statement of a goroutine. */
static int
statement(char *s, size_t size)
{
    uint32_t c = draw(4), k = draw(100);

    switch (draw(10)) {
    case 0:
    case 1:
        return snprintf(s, size, "  c[%u]:send(%u)\n", c + 1, k);
    case 2:
    case 3:
        return snprintf(s, size, "  x = c[%u]:recv()\n", c + 1);
    case 4:
        return snprintf(s, size, "  time.Sleep(%u)\n", k * 1000);
    case 5:
        return snprintf(s, size, "  mu:Lock() x = %u mu:Unlock()\n", k);
    case 6:
        return snprintf(s, size, "  select { recv(c[1]), send(c[%u], %u)%s }\n",
                        c + 1, k, k % 3 ? "" : ", default()");
    case 7:
        return snprintf(s, size, "  runtime.Gosched()\n");
    case 8:
        return snprintf(s, size, "  go(function() c[%u]:recv() end)\n", c + 1);
    default:
        return snprintf(s, size, "  for i = 1, %u do x = i end\n", k * 20);
    }
}

static void
program(char *s, size_t size, uint32_t seed)
{
    size_t at;
    uint32_t gs;

    rnd = seed * 2654435761u + 1;
    gs = 2 + draw(8);
    at = (size_t)snprintf(s, size,
                          "local c = { chan(), chan(%u), chan(%u), chan(5) }\n"
                          "local mu, x = sync.Mutex(), 0\n",
                          1 + draw(3), draw(20));
    for (uint32_t g = 0; g < gs; g++) {
        at += (size_t)snprintf(s + at, size - at, "go(function()\n");
        for (uint32_t n = 2 + draw(6); n > 0; n--)
            at += (size_t)statement(s + at, size - at);
        at += (size_t)snprintf(s + at, size - at, "end)\n");
    }
    for (uint32_t n = 4 + draw(8); n > 0; n--)
        at += (size_t)statement(s + at, size - at);
}

static struct world *
open_program(const char *text, int procs, size_t mb)
{
    struct gopark_opts o;
    struct gopark_err err = { GOPARK_OK, "" };
    struct world *w = NULL;

    gopark_opts_init(&o);
    o.name = "random.lua";
    o.text = text;
    o.textlen = strlen(text);
    o.procs = procs;
    o.mem = mb << 20;
    ck_assert_msg(world_open(&w, &o, &err) == GOPARK_OK, "%s\n%s", err.text,
                  text);
    ck_assert_int_eq(world_log(w, 10000, &err), GOPARK_OK);
    return w;
}

START_TEST(everyone_is_home_at_every_step)
{
    char text[8192];
    struct world *w;
    struct gopark_err err;

    program(text, sizeof text, (uint32_t)_i);
    w = open_program(text, 1 + (int)draw(4), 16);
    for (uint64_t step = 0; step <= STEPS; step++) {
        ck_assert_int_eq(world_run(w, step, &err), GOPARK_OK);
        assert_everyone_home(w, build_at(w, 1280, 800));
        if (world_end(w)->how != END_NOT)
            break;
    }
    world_close(w);
}
END_TEST

static bool
overlap(const struct item *a, const struct item *b)
{
    return a->x + 1 < b->x + b->w && b->x + 1 < a->x + a->w &&
           a->y + 1 < b->y + b->h && b->y + 1 < a->y + a->h;
}

/* Bodies of goroutines and of groups in the scheduler: apart from each other,
 * and of each goroutine one. */
static void
assert_bodies_apart(const struct scene *s)
{
    const struct item *body[2000];
    int n = 0;

    for (uint32_t i = 0; i < s->nitem && n < 2000; i++) {
        const struct item *it = &s->item[i];
        if (it->panel == PANEL_SCHED && !(it->flags & IT_REF) &&
            (it->shape == SHAPE_CHIP || it->kind == TH_GROUP))
            body[n++] = it;
    }
    for (int i = 0; i < n; i++) {
        for (int k = i + 1; k < n; k++) {
            ck_assert_msg(!overlap(body[i], body[k]), "%u and %u overlap",
                          body[i]->id, body[k]->id);
            ck_assert_msg(body[i]->kind != TH_G || body[k]->kind != TH_G ||
                              body[i]->id != body[k]->id,
                          "G%u is there twice", body[i]->id);
        }
    }
}

/* Numbers of many digits in every queue; Ms in system calls. */
START_TEST(bodies_stand_apart)
{
    static const int width[] = { 800, 1280, 1920 };
    static const struct {
        const char *text;
        uint64_t from;
    } row[] = {
        { "local c = chan()\n"
          "for i = 1, 30000 do go(function() c:recv() end) end\n",
          40000 },
        { "for i = 1, 9 do\n"
          "  go(function() syscall.Block(3000) runtime.Gosched() end)\n"
          "end\n"
          "time.Sleep(90000)\n",
          0 },
    };
    struct world *w = open_program(row[_i].text, 4, 128);
    struct gopark_err err;

    for (int i = 0; i < 60; i++) {
        ck_assert_int_eq(world_run(w, row[_i].from + (uint64_t)i, &err),
                         GOPARK_OK);
        assert_bodies_apart(build_at(w, width[i % 3], 600 + i % 3 * 200));
    }
    world_close(w);
}
END_TEST

/* The scene says where G is exactly as the inspection does. */
START_TEST(places_agree_with_the_inspection)
{
    char text[8192];
    struct world *w;
    struct gopark_err err;
    struct gopark_g g;

    program(text, sizeof text, (uint32_t)_i);
    w = open_program(text, 1 + (int)draw(4), 16);
    for (uint64_t step = 1; step < STEPS; step += 7) {
        const struct scene *s;
        world_run(w, step, &err);
        s = build_at(w, 1280, 800);
        for (uint32_t id = 1; id <= world_ngs(w); id++) {
            const struct item *it;
            if (!world_g(w, id, &g) || g.hidden ||
                (it = scene_home(s, id))->kind != TH_G)
                continue;
            ck_assert_int_eq(it->panel,
                             g.place == AT_OBJECT ? PANEL_CHANS : PANEL_SCHED);
            ck_assert_int_eq(it->state, theme_state_of(&g, world_end(w)));
        }
    }
    world_close(w);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("viz_programs");
    TCase *tc = tcase_create("programs");
    SRunner *sr;
    int failed, n = getenv("GOPARK_TEST_FAST") != NULL ? 5 : PROGRAMS;

    tcase_set_timeout(tc, 60);
    tcase_add_checked_fixture(tc, open_stage, close_stage);
    tcase_add_loop_test(tc, everyone_is_home_at_every_step, 0, n);
    tcase_add_loop_test(tc, bodies_stand_apart, 0, 2);
    tcase_add_loop_test(tc, places_agree_with_the_inspection, 0, 5);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
