/*
 * test_viz_draw.c - the drawing: files of each kind, motion that ends where
 * it should, panels drawn again only when they differ, text that is text.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "damage.h"
#include "fake_world.h"
#include "utf8.h"
#include "viz_fixture.h"

static struct world *W;

static void
open_pool(void)
{
    open_stage();
    W = fake_pool();
}

static void
close_pool(void)
{
    fake_free(W);
    close_stage();
}

static cairo_surface_t *
picture(unsigned panels)
{
    cairo_surface_t *s =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1280, 800);
    cairo_t *cr = cairo_create(s);
    stage_draw(&S, cr, false, panels);
    ck_assert_int_eq(cairo_status(cr), CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_flush(s);
    return s;
}

static uint32_t
pixel(cairo_surface_t *s, float x, float y)
{
    const unsigned char *p = cairo_image_surface_get_data(s) +
                             (int)y * cairo_image_surface_get_stride(s) +
                             (int)x * 4;
    return (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

START_TEST(each_format_is_written)
{
    static const char *const name[] = { "t.png", "t.svg", "t.pdf" };
    static const char *const magic[] = { "\x89PNG", "<?xml", "%PDF" };
    char dir[] = "/tmp/vizXXXXXX", path[64], head[8] = "";
    struct viz_look look;
    struct gopark_err err;
    FILE *f;

    viz_look_init(&look);
    NOW.w = W;
    ck_assert_ptr_nonnull(mkdtemp(dir));
    for (int i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", dir, name[i]);
        ck_assert_int_eq(viz_render(&NOW, NULL, &look, path, &err), GOPARK_OK);
        f = fopen(path, "rb");
        ck_assert_ptr_nonnull(f);
        ck_assert_uint_eq(fread(head, 1, 5, f), 5);
        fclose(f);
        ck_assert_int_eq(memcmp(head, magic[i], 4), 0);
        unlink(path);
    }
    rmdir(dir);
}
END_TEST

START_TEST(bad_pictures_are_refused)
{
    struct viz_look look;
    struct gopark_err err;

    NOW.w = W;
    viz_look_init(&look);
    ck_assert_int_eq(viz_render(&NOW, NULL, &look, "x.bmp", &err),
                     GOPARK_EUSAGE);
    ck_assert_int_eq(viz_render(&NOW, NULL, &look, "/nowhere/x.png", &err),
                     GOPARK_EFILE);
    ck_assert_ptr_nonnull(strstr(err.text, "/nowhere/x.png"));
    look.theme = "pink";
    ck_assert_int_eq(viz_render(&NOW, NULL, &look, "x.png", &err),
                     GOPARK_EUSAGE);
}
END_TEST

START_TEST(a_chip_has_its_states_colour)
{
    const struct scene *s = build_at(W, 1280, 800);
    static const struct {
        uint32_t g;
        enum vstate state;
    } row[] = { { 3, VS_RUNNING }, { 5, VS_RUNNABLE }, { 4, VS_RUNNABLE } };
    cairo_surface_t *p = picture(~0u);

    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        const struct item *it = scene_home(s, row[i].g);
        ck_assert_uint_eq(pixel(p, it->x + it->w - 6, it->y + it->h / 2),
                          theme_state(row[i].state)->fill[THEME_DARK]);
    }
    cairo_surface_destroy(p);
}
END_TEST

START_TEST(only_panels_that_differ_are_damaged)
{
    uint64_t a[NPANEL], b[NPANEL];
    const struct scene *s = build_at(W, 1280, 800);
    damage_hash(s, a);
    s = build_at(W, 1280, 800);
    damage_hash(s, b);
    ck_assert_mem_eq(a, b, sizeof a);
    view_select(&S.view, (struct thing){ TH_G, 6 });
    NOW.output = "hello\n";
    NOW.output_len = 6;
    s = build_at(W, 1280, 800);
    damage_hash(s, b);
    ck_assert_uint_eq(a[PANEL_SCHED], b[PANEL_SCHED]);
    ck_assert_uint_ne(a[PANEL_CHANS], b[PANEL_CHANS]);
    ck_assert_uint_ne(a[PANEL_OUTPUT], b[PANEL_OUTPUT]);
}
END_TEST

START_TEST(motion_starts_and_ends_where_it_should)
{
    const struct scene *s = build_at(W, 1280, 800), *t;
    const struct item *was = scene_home(s, 5), *is;
    const struct tween_move *mv;
    float x0 = was->x;

    W->p[0].runq = 1; /* G5 goes from the queue to the global one */
    W->runq[0][0] = 7;
    fake_enqueue(W, 5, -1);
    t = build_at(W, 1280, 800);
    ck_assert(stage_move(&S));
    is = scene_home(t, 5);
    mv = tween_find(&S.tween, (uint32_t)(is - t->item));
    ck_assert_ptr_nonnull(mv);
    ck_assert_float_eq_tol(is->x - mv->dx, x0, 0.01f);
    ck_assert_float_eq(tween_at(&S.tween, mv), 0);
    S.tween.t = 0.3f; /* made runnable: it follows its cause */
    ck_assert_float_eq(tween_at(&S.tween, mv), 0);
    S.tween.t = 1;
    ck_assert_float_eq(tween_at(&S.tween, mv), 1);
}
END_TEST

START_TEST(reduced_motion_moves_nothing)
{
    build_at(W, 1280, 800);
    W->p[0].runnext = 0;
    fake_enqueue(W, 4, -1);
    build_at(W, 1280, 800);
    S.view.still = true;
    ck_assert(!stage_move(&S));
    S.view.still = false;
    ck_assert(stage_move(&S));
}
END_TEST

START_TEST(a_movie_is_a_gif_of_small_frames)
{
    char dir[] = "/tmp/vizXXXXXX", path[64];
    struct viz_look look;
    struct gopark_err err;
    struct viz_movie *m;
    struct stat st;
    long one;

    ck_assert_ptr_nonnull(mkdtemp(dir));
    snprintf(path, sizeof path, "%s/m.gif", dir);
    viz_look_init(&look);
    NOW.w = W;
    ck_assert_int_eq(viz_movie_open(&m, path, &look, &err), GOPARK_OK);
    ck_assert_int_eq(viz_movie_add(m, &NOW, NULL, 500, &err), GOPARK_OK);
    ck_assert_int_eq(viz_movie_close(m, &err), GOPARK_OK);
    ck_assert_int_eq(stat(path, &st), 0);
    one = st.st_size;
    viz_movie_open(&m, path, &look, &err);
    for (int i = 0; i < 10; i++)
        ck_assert_int_eq(viz_movie_add(m, &NOW, NULL, 500, &err), GOPARK_OK);
    ck_assert_int_eq(viz_movie_close(m, &err), GOPARK_OK);
    ck_assert_int_eq(stat(path, &st), 0);
    ck_assert_int_lt(st.st_size, one + 1000); /* nothing changes */
    unlink(path);
    rmdir(dir);
    ck_assert_int_eq(viz_movie_open(&m, "x.mp4", &look, &err), GOPARK_EUSAGE);
    ck_assert_int_eq(viz_movie_open(&m, "/nowhere/x.gif", &look, &err),
                     GOPARK_EFILE);
}
END_TEST

START_TEST(any_bytes_become_text)
{
    static const struct {
        const char *in, *out;
    } row[] = {
        { "plain", "plain" },    { "\u4e2d\u6587", "\u4e2d\u6587" },
        { "a\tb", "a b" },       { "a\x80z", "a?z" },
        { "\xc0\xaf", "??" },    { "\xed\xa0\x80", "???" },
        { "\x1b[31m", "?[31m" }, { "cut \xe4\xb8", "cut " },
    };
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++) {
        char buf[64];
        snprintf(buf, sizeof buf, "%s", row[i].in);
        utf8_clean(buf);
        ck_assert_str_eq(buf, row[i].out);
    }
}
END_TEST

START_TEST(chinese_has_a_font_or_a_hint)
{
    S.view.lang = LANG_ZH;
    text_set_lang(S.text, LANG_ZH);
    if (!text_has_cjk(S.text))
        return;
    ck_assert_float_gt(text_measure(S.text, FONT_BODY, "\u8c03\u5ea6"), 10);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("viz_draw");
    TCase *tc = tcase_create("draw");
    SRunner *sr;
    int failed;

    tcase_set_timeout(tc, 60);
    tcase_add_checked_fixture(tc, open_pool, close_pool);
    tcase_add_test(tc, each_format_is_written);
    tcase_add_test(tc, bad_pictures_are_refused);
    tcase_add_test(tc, a_chip_has_its_states_colour);
    tcase_add_test(tc, only_panels_that_differ_are_damaged);
    tcase_add_test(tc, motion_starts_and_ends_where_it_should);
    tcase_add_test(tc, reduced_motion_moves_nothing);
    tcase_add_test(tc, a_movie_is_a_gif_of_small_frames);
    tcase_add_test(tc, any_bytes_become_text);
    tcase_add_test(tc, chinese_has_a_font_or_a_hint);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
