/*
 * test_viz_scene.c - the scene holds everybody once, says each thing in its
 * own place, and has a tooltip for all of it.
 */
#include "fake_world.h"
#include "tip.h"
#include "viz_fixture.h"

/* --- S1 ---------------------------------------------------------------- */

START_TEST(everyone_is_home_once)
{
    static const uint32_t size[] = { 1, 5, 31, 33, 90, 256, 257, 900, 6000 };
    for (size_t i = 0; i < sizeof size / sizeof size[0]; i++) {
        struct world *w = fake_random((uint32_t)_i, size[i]);
        for (int layout = 1; layout <= 5; layout++) {
            S.view.layout = layout;
            assert_everyone_home(w, build_at(w, 1280, 800));
        }
        assert_everyone_home(w, build_at(w, 480, 360));
        fake_free(w);
    }
}
END_TEST

START_TEST(totals_are_exact_at_every_level)
{
    static const uint32_t size[] = { 20, 200, 2000, 20000 };
    for (size_t i = 0; i < 4; i++) {
        struct world *w = fake_random(3, size[i]);
        const struct scene *s = build_at(w, 1280, 800);
        uint32_t sum = 0;
        ck_assert_uint_eq(S.census.level, i);
        for (uint32_t k = 0; k < s->nitem; k++)
            sum += s->item[k].kind == TH_STATE ? s->item[k].id : 0;
        ck_assert_uint_eq(sum, size[i]);
        fake_free(w);
    }
}
END_TEST

START_TEST(leaked_ones_never_aggregate)
{
    struct world *w = fake_random(5, 20000);
    const struct scene *s = build_at(w, 1280, 800);
    struct gopark_g g;
    int leaked = 0;
    for (uint32_t id = 1; id <= 20000; id++) {
        const struct item *it;
        if (!world_g(w, id, &g) || !g.leaked)
            continue;
        leaked++;
        it = scene_home(s, id);
        ck_assert_ptr_nonnull(it);
        ck_assert_int_eq(it->kind, TH_G);
        ck_assert(!(it->flags & IT_DIM));
    }
    ck_assert_int_gt(leaked, 5);
    fake_free(w);
}
END_TEST

/* --- S2 ---------------------------------------------------------------- */

/* Where a text is drawn, cut to what its panel shows. */
static struct rect
text_rect(const struct scene *s, const struct item *it)
{
    struct item k = *it;
    float w = it->textw < it->w ? it->textw : it->w;

    if (it->shape == SHAPE_TEXT) {
        k.x += it->align == ALIGN_RIGHT    ? it->w - w
               : it->align == ALIGN_CENTRE ? (it->w - w) / 2
                                           : 0;
        k.y += (it->h - font_size((enum font)it->font)) / 2;
        k.h = font_size((enum font)it->font);
        k.w = w;
    }
    return scene_visible(s, &k);
}

static bool
overlap(struct rect a, struct rect b)
{
    const float e = 0.6f; /* anti-aliasing may touch */
    return a.w > e && b.w > e && a.h > e && b.h > e && a.x + e < b.x + b.w &&
           b.x + e < a.x + a.w && a.y + e < b.y + b.h && b.y + e < a.y + a.h;
}

static void
assert_no_overlap(const struct scene *s)
{
    static struct rect r[20000];
    static const struct item *from[20000];
    int n = 0;

    for (uint32_t i = 0; i < s->nitem && n < 20000; i++) {
        const struct item *it = &s->item[i];
        if (!(it->flags & IT_LABEL) || (it->text == 0))
            continue;
        from[n] = it;
        r[n++] = text_rect(s, it);
    }
    for (int i = 0; i < n; i++) {
        for (int k = i + 1; k < n; k++)
            ck_assert_msg(
                !overlap(r[i], r[k]),
                "%gx%g: '%s' (panel %d) lies over '%s' (panel %d) at %g,%g",
                s->w, s->h, scene_text(s, from[i]->text), from[i]->panel,
                scene_text(s, from[k]->text), from[k]->panel, r[k].x, r[k].y);
    }
}

static const int sizes[][2] = { { 800, 600 },  { 1024, 768 },  { 1280, 800 },
                                { 1366, 768 }, { 1920, 1080 }, { 2560, 1440 },
                                { 3840, 2160 } };
enum { NSIZES = sizeof sizes / sizeof sizes[0] };

static void
at_all_sizes(const struct world *w)
{
    for (int i = 0; i < NSIZES; i++) {
        for (int scale = 1; scale <= 2; scale++) {
            for (int lang = 0; lang < NLANG; lang++) {
                S.view.scale = (float)scale;
                S.view.lang = (enum lang)lang;
                S.view.layout = 1 + (i + scale + lang) % 5;
                assert_no_overlap(build_at(w, sizes[i][0], sizes[i][1]));
            }
        }
    }
}

START_TEST(labels_do_not_overlap)
{
    struct world *w =
        _i == 0 ? fake_pool() : fake_random((uint32_t)_i, 4u << (_i * 2 - 1));
    at_all_sizes(w);
    fake_free(w);
}
END_TEST

START_TEST(nothing_is_wider_than_its_place)
{
    struct world *w = fake_pool();
    const struct scene *s = build_at(w, 1280, 800);
    for (uint32_t i = 0; i < s->nitem; i++) {
        const struct item *it = &s->item[i];
        struct rect r = scene_visible(s, it);
        if (r.w <= 0 || r.h <= 0)
            continue;
        ck_assert_float_ge(r.x, -0.5f);
        ck_assert_float_le(r.x + r.w, s->w + 0.5f);
        ck_assert_float_le(r.y + r.h, s->h + 0.5f);
    }
    fake_free(w);
}
END_TEST

/* Someone makes the window a slit, or everything four times as large. */
START_TEST(there_is_no_size_too_small)
{
    static const int side[] = { 1, 40, 90, 130, 200, 320, 480, 900 };
    static const float scale[] = { 0.5f, 1, 2, 4 };
    struct world *w = _i == 0 ? fake_pool() : fake_random((uint32_t)_i, 600);

    for (int i = 0; i < 8 * 8 * 4; i++) {
        S.view.layout = 1 + i % 5;
        S.view.scale = scale[i / 64];
        S.view.help = i % 3 == 0;
        build_at(w, side[i % 8], side[i / 8 % 8]);
    }
    S.view.help = false;
    fake_free(w);
}
END_TEST

/* --- tooltips ---------------------------------------------------------- */

START_TEST(everything_has_a_tooltip)
{
    struct world *w = fake_random((uint32_t)_i, 100);
    const struct scene *s = build_at(w, 1280, 800);
    struct scene_in in = { .now = &NOW, .census = &S.census, .view = &S.view };
    char tip[512];
    for (uint32_t i = 0; i < s->nitem; i++) {
        const struct item *it = &s->item[i];
        if (it->kind == TH_NONE)
            continue;
        tip_text(&in, s, it, tip, sizeof tip);
        ck_assert_msg(tip[0] != '\0', "kind %d id %u", it->kind, it->id);
    }
    fake_free(w);
}
END_TEST

START_TEST(disabled_button_says_why)
{
    struct world *w = fake_pool();
    const struct scene *s;
    int disabled = 0;
    w->steps = 0;
    s = build_at(w, 1280, 800);
    for (uint32_t i = 0; i < s->nitem; i++) {
        const struct item *it = &s->item[i];
        if (it->kind != TH_BUTTON || !(it->flags & IT_DISABLED))
            continue;
        disabled++;
        ck_assert_str_eq(scene_text(s, it->tip), "this is the start");
        ck_assert_str_eq(scene_text(s, it->cmd), "");
    }
    ck_assert_int_eq(disabled, 2);
    fake_free(w);
}
END_TEST

START_TEST(leaked_is_who_the_session_says)
{
    static const uint32_t leaked[] = { 3, 5 };
    struct world *w = fake_pool();
    uint32_t before = (build_at(w, 1280, 800), S.census.total[VS_BAD]);

    NOW.leaked = leaked;
    NOW.nleaked = 2;
    build_at(w, 1280, 800);
    ck_assert_uint_eq(S.census.total[VS_BAD], before + 2);
    ck_assert_int_eq(scene_home(stage_scene(&S), 3)->state, VS_BAD);
    ck_assert_int_eq(scene_home(stage_scene(&S), 5)->state, VS_BAD);
    NOW.nleaked = 0;
    fake_free(w);
}
END_TEST

/* time.AfterFunc's goroutine is nobody's. */
START_TEST(a_timer_starts_goroutines_too)
{
    struct world *w = fake_pool();
    const struct scene *s;
    bool said = false;

    w->g[1].creator = 0;
    S.view.selected = (struct thing){ TH_G, 2 };
    s = build_at(w, 1280, 800);
    for (uint32_t i = 0; i < s->nitem; i++) {
        const char *text = scene_text(s, s->item[i].text);

        ck_assert_msg(strstr(text, "G0") == NULL, "%s", text);
        ck_assert_msg(strstr(scene_text(s, s->item[i].tip), "G0") == NULL,
                      "%s", text);
        said = said || strstr(text, "started by a timer that main chunk armed");
    }
    ck_assert(said);
    fake_free(w);
}
END_TEST

/* --- queues ------------------------------------------------------------ */

static const struct item *
chip_of(const struct scene *s, uint32_t g)
{
    const struct item *it = scene_home(s, g);
    ck_assert_ptr_nonnull(it);
    return it;
}

START_TEST(heads_stand_next_to_the_buffer)
{
    struct world *w = fake_new(1, 8, 2);
    uint32_t c = fake_chan(w, "c", 2, 0), d = fake_chan(w, "d", 0, 0);
    const struct scene *s;
    for (int i = 0; i < 4; i++)
        fake_wait(w, fake_g(w, "f", 1), i < 2 ? c : d, i < 2 ? Q_SEND : Q_RECV,
                  i < 2 ? WAIT_CHAN_SEND : WAIT_CHAN_RECV);
    s = build_at(w, 1280, 800);
    ck_assert_float_gt(chip_of(s, 1)->x, chip_of(s, 2)->x);
    ck_assert_float_lt(chip_of(s, 3)->x, chip_of(s, 4)->x);
    fake_free(w);
}
END_TEST

START_TEST(select_leaves_a_ghost_in_each_queue)
{
    struct world *w = fake_new(1, 4, 3);
    uint32_t g = fake_g(w, "f", 1);
    const struct scene *s;
    int ghosts = 0;
    for (int i = 0; i < 3; i++) {
        char name[8];
        snprintf(name, sizeof name, "c%d", i);
        fake_wait(w, g, fake_chan(w, name, 0, 0), Q_RECV, WAIT_SELECT);
    }
    s = build_at(w, 1280, 800);
    for (uint32_t i = 0; i < s->nitem; i++)
        ghosts += s->item[i].kind == TH_G && (s->item[i].flags & IT_GHOST) != 0;
    ck_assert_int_eq(ghosts, 3);
    ck_assert(!(chip_of(s, g)->flags & IT_GHOST));
    fake_free(w);
}
END_TEST

START_TEST(deadlock_of_locks_is_a_ring)
{
    struct world *w = fake_new(2, 4, 3);
    const struct scene *s;
    int arrows = 0;
    for (int i = 0; i < 3; i++) {
        fake_g(w, "f", 1);
        fake_object(w, OBJ_MUTEX, "m");
        w->object[i].o.owner = (uint32_t)i + 1;
    }
    for (uint32_t i = 0; i < 3; i++)
        fake_wait(w, i + 1, (i + 1) % 3 + 1, Q_WAIT, WAIT_MUTEX);
    w->end.how = END_DEADLOCK;
    s = build_at(w, 1280, 800);
    ck_assert(s->panel[PANEL_CYCLE].shown);
    for (uint32_t i = 0; i < s->nitem; i++)
        arrows +=
            s->item[i].shape == SHAPE_WIRE && s->item[i].panel == PANEL_CYCLE;
    ck_assert_int_eq(arrows, 6);
    assert_everyone_home(w, s);
    fake_free(w);
}
END_TEST

START_TEST(nothing_loaded_says_so)
{
    const struct scene *s = build_at(NULL, 1280, 800);
    bool said = false;
    for (uint32_t i = 0; i < s->nitem; i++)
        said |= strstr(scene_text(s, s->item[i].text), "load FILE") != NULL;
    ck_assert(said);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("viz_scene");
    TCase *tc = tcase_create("scene");
    SRunner *sr;
    int failed, fast = getenv("GOPARK_TEST_FAST") != NULL;

    tcase_set_timeout(tc, 100);
    tcase_add_checked_fixture(tc, open_stage, close_stage);
    tcase_add_loop_test(tc, everyone_is_home_once, 0, fast ? 1 : 8);
    if (!fast)
        tcase_add_test(tc, totals_are_exact_at_every_level);
    if (!fast)
        tcase_add_test(tc, leaked_ones_never_aggregate);
    tcase_add_loop_test(tc, labels_do_not_overlap, 0, fast ? 1 : 5);
    tcase_add_test(tc, nothing_is_wider_than_its_place);
    tcase_add_loop_test(tc, there_is_no_size_too_small, 0, 2);
    tcase_add_loop_test(tc, everything_has_a_tooltip, 0, 3);
    tcase_add_test(tc, disabled_button_says_why);
    tcase_add_test(tc, leaked_is_who_the_session_says);
    tcase_add_test(tc, a_timer_starts_goroutines_too);
    tcase_add_test(tc, heads_stand_next_to_the_buffer);
    tcase_add_test(tc, select_leaves_a_ghost_in_each_queue);
    tcase_add_test(tc, deadlock_of_locks_is_a_ring);
    tcase_add_test(tc, nothing_loaded_says_so);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
