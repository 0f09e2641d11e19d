/*
 * test_viz_input.c - what is clicked or pressed is a command of the prompt;
 * looking changes only the view.
 */
#include "command.h"
#include "fake_world.h"
#include "input.h"
#include "viz_fixture.h"

static struct world *W;
static struct reply R;

static void
open_pool(void)
{
    open_stage();
    W = fake_pool();
    NOW.last_step = world_steps(W);
    build_at(W, 1280, 800);
}

static void
close_pool(void)
{
    fake_free(W);
    close_stage();
}

static struct input_in
input(void)
{
    return (struct input_in){ .view = &S.view,
                              .scene = stage_scene(&S),
                              .now = &NOW,
                              .census = &S.census,
                              .timeline = &S.timeline };
}

static const char *
press(enum key k, bool shift)
{
    struct input_in in = input();
    input_key(&in, k, shift, &R);
    return R.command;
}

static const char *
click(const struct item *it, bool twice)
{
    struct input_in in = input();
    ck_assert_ptr_nonnull(it);
    input_click(&in, it->x + it->w / 2, it->y + it->h / 2, twice, &R);
    return R.command;
}

static const struct item *
find(enum thing_kind kind, uint32_t id)
{
    const struct scene *s = stage_scene(&S);
    for (uint32_t i = 0; i < s->nitem; i++) {
        if (s->item[i].kind == kind && s->item[i].id == id)
            return &s->item[i];
    }
    return NULL;
}

START_TEST(keys_are_commands)
{
    ck_assert_str_eq(press(KEY_RIGHT, false), "step");
    ck_assert_str_eq(press(KEY_RIGHT, true), "slice");
    ck_assert_str_eq(press(KEY_LEFT, false), "back");
    ck_assert_str_eq(press(KEY_HOME, false), "goto 0");
    ck_assert_str_eq(press(KEY_END, false), "goto end");
    ck_assert_str_eq(press(KEY_SPACE, false), "continue");
    ck_assert_str_eq(press(KEY_THEME, false), "theme light");
    ck_assert_str_eq(press(KEY_LANG, false), "set lang zh");
    ck_assert_str_eq(press(KEY_PLUS, false), "scale 1.25");
    ck_assert_str_eq(press(KEY_MINUS, false), "scale 0.75");
    ck_assert_str_eq(press(KEY_FASTER, false), "set pace 0.002");
    ck_assert_str_eq(press(KEY_SLOWER, false), "set pace 0.0005");
    ck_assert_int_eq(strncmp(press(KEY_SAVE, false), "render gopark-", 14), 0);
    ck_assert_str_eq(press(KEY_FULL, false), "");
    ck_assert(R.fullscreen);
}
END_TEST

START_TEST(a_step_while_playing_pauses_first)
{
    NOW.playing = true;
    ck_assert_str_eq(press(KEY_RIGHT, false), "step");
    ck_assert(R.pause);
    ck_assert_str_eq(press(KEY_SPACE, false), "");
    ck_assert(R.pause);
}
END_TEST

START_TEST(speed_goes_up_to_free_running_and_back)
{
    NOW.pace = 1;
    ck_assert_str_eq(press(KEY_FASTER, false), "set pace max");
    NOW.pace = 0;
    ck_assert_str_eq(press(KEY_SLOWER, false), "set pace 1");
    NOW.pace = 1e-6;
    ck_assert_str_eq(press(KEY_SLOWER, false), "set pace 1e-06");
}
END_TEST

START_TEST(arrows_select_living_goroutines)
{
    ck_assert_str_eq(press(KEY_DOWN, false), "g 1");
    ck_assert_str_eq(press(KEY_DOWN, false), "g 2");
    ck_assert_str_eq(press(KEY_UP, false), "g 1");
    ck_assert_str_eq(press(KEY_UP, false), "g 14");
    ck_assert_int_eq(S.view.selected.id, 14);
}
END_TEST

START_TEST(layouts_are_asked_for_and_help_opens)
{
    for (int i = 0; i < 5; i++) {
        char want[16];
        snprintf(want, sizeof want, "layout %d", i + 1);
        ck_assert_str_eq(press(KEY_LAYOUT + i, false), want);
    }
    press(KEY_HELP, false);
    ck_assert(S.view.help);
    build_at(W, 1280, 800);
    press(KEY_ESCAPE, false);
    ck_assert(!S.view.help);
}
END_TEST

START_TEST(a_click_selects_and_two_focus)
{
    ck_assert_str_eq(click(scene_home(stage_scene(&S), 12), false), "g 12");
    ck_assert_int_eq(S.view.selected.id, 12);
    ck_assert_str_eq(click(scene_home(stage_scene(&S), 12), true), "focus G12");
    ck_assert_str_eq(click(find(TH_OBJECT, 2), false), "chan results");
    ck_assert_str_eq(click(find(TH_OBJECT, 2), true), "focus results");
    ck_assert_str_eq(click(find(TH_OBJECT, 4), false), "locks");
    ck_assert_str_eq(click(find(TH_SLOT, 1), false), "chan jobs");
}
END_TEST

START_TEST(buttons_issue_what_they_say)
{
    ck_assert_str_eq(click(find(TH_BUTTON, BUTTON_STEP + 1), false), "step");
    ck_assert_str_eq(click(find(TH_BUTTON, BUTTON_BACK + 1), false), "back");
    ck_assert_str_eq(click(find(TH_BUTTON, BUTTON_PLAY + 1), false),
                     "continue");
    NOW.playing = true;
    build_at(W, 1280, 800);
    ck_assert_str_eq(click(find(TH_BUTTON, BUTTON_PLAY + 1), false), "");
    ck_assert(R.pause);
}
END_TEST

START_TEST(a_line_of_source_is_a_breakpoint)
{
    const struct viz_break br = { "worker_pool.lua", 13, 4 };
    const struct scene *s = stage_scene(&S);
    const struct item *line = NULL;
    for (uint32_t i = 0; i < s->nitem; i++) {
        if (s->item[i].kind == TH_LINE && s->item[i].sub == 13)
            line = &s->item[i];
    }
    ck_assert_str_eq(click(line, false), "break worker_pool.lua:13");
    NOW.breaks = &br;
    NOW.nbreaks = 1;
    s = build_at(W, 1280, 800);
    for (uint32_t i = 0; i < s->nitem; i++) {
        if (s->item[i].kind == TH_LINE && s->item[i].sub == 13)
            line = &s->item[i];
    }
    ck_assert_str_eq(click(line, false), "delete 4");
}
END_TEST

START_TEST(dragging_the_timeline_goes_through_time)
{
    struct input_in in = input();
    const struct scene *s = stage_scene(&S);
    const struct rect *r = &s->panel[PANEL_TIMELINE].body;
    uint64_t last = UINT64_MAX;
    for (float x = s->time.x1 - 30; x > s->time.x0 + 10; x -= 60) {
        unsigned long long step;
        input_drag(&in, s->time.x1 - 10, r->y + 5, x, r->y + 5, &R);
        ck_assert_int_eq(sscanf(R.command, "goto %llu", &step), 1);
        ck_assert_uint_lt(step, last);
        last = step;
    }
    ck_assert_uint_lt(last, world_steps(W));
}
END_TEST

START_TEST(the_axis_stands_still_while_time_is_dragged)
{
    struct input_in in = input();
    const struct scene *s = stage_scene(&S);
    const struct rect *r = &s->panel[PANEL_TIMELINE].body;
    int64_t t0 = s->time.t0, t1 = s->time.t1;
    float half = (s->time.x0 + s->time.x1) / 2;
    input_drag(&in, s->time.x1 - 10, r->y + 5, half, r->y + 5, &R);
    ck_assert_int_eq(strncmp(R.command, "goto ", 5), 0);
    W->now = t0 + (t1 - t0) / 3;
    s = build_at(W, 1280, 800);
    ck_assert_int_eq(s->time.t0, t0);
    ck_assert_int_eq(s->time.t1, t1);
    input_release(&in, &R);
    ck_assert(R.view);
    s = build_at(W, 1280, 800);
    ck_assert(s->time.t0 != t0 || s->time.t1 != t1);
    input_release(&in, &R);
    ck_assert(!R.view);
}
END_TEST

START_TEST(the_wheel_scrolls_and_zooms)
{
    struct input_in in = input();
    const struct scene *s = stage_scene(&S);
    const struct rect *r = &s->panel[PANEL_TIMELINE].body;
    int64_t span = s->time.t1 - s->time.t0;
    input_wheel(&in, r->x + r->w / 2, r->y + 5, 0, 1, true, &R);
    s = build_at(W, 1280, 800);
    ck_assert_int_lt(s->time.t1 - s->time.t0, span);
    in = input();
    input_wheel(&in, 20, 100, 0, 1, true, &R);
    ck_assert_str_eq(R.command, "scale 1.25");
    s = build_at(W, 800, 600);
    in = input();
    input_wheel(&in, 40, 200, 0, -1, false, &R);
    ck_assert(R.view);
    ck_assert_float_gt(S.view.scroll[PANEL_SCHED], 0);
    input_wheel(&in, 40, 200, 0, 9, false, &R);
    ck_assert_float_eq(S.view.scroll[PANEL_SCHED], 0);
}
END_TEST

START_TEST(view_commands_come_back_from_the_prompt)
{
    struct gopark_err err;
    ck_assert(command_view(&S.view, W, "theme light", &err));
    ck_assert_int_eq(err.rc, GOPARK_OK);
    ck_assert_int_eq(S.view.theme, THEME_LIGHT);
    ck_assert(command_view(&S.view, W, "scale 2", &err));
    ck_assert_float_eq(S.view.scale, 2);
    ck_assert(command_view(&S.view, W, "focus results", &err));
    ck_assert_int_eq(S.view.focus.kind, TH_OBJECT);
    ck_assert(command_view(&S.view, W, "focus G3", &err));
    ck_assert_int_eq(S.view.focus.id, 3);
    ck_assert(command_view(&S.view, W, "focus off", &err));
    ck_assert_int_eq(S.view.focus.kind, TH_NONE);
    ck_assert(command_view(&S.view, W, "scale 9", &err));
    ck_assert_str_eq(err.text, "scale: '9' is not within 0.5..4");
    ck_assert(command_view(&S.view, W, "focus nobody", &err));
    ck_assert_int_eq(err.rc, GOPARK_EUSAGE);
    ck_assert(!command_view(&S.view, W, "step 3", &err));
}
END_TEST

START_TEST(focus_dims_what_is_far)
{
    struct gopark_err err;
    const struct scene *s;
    command_view(&S.view, W, "focus results", &err);
    s = build_at(W, 1280, 800);
    ck_assert(!(scene_home(s, 12)->flags & IT_DIM));
    ck_assert(scene_home(s, 5)->flags & IT_DIM);
    ck_assert(!(scene_home(s, 13)->flags & IT_DIM)); /* leaked: never */
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("viz_input");
    TCase *tc = tcase_create("input");
    SRunner *sr;
    int failed;

    tcase_add_checked_fixture(tc, open_pool, close_pool);
    tcase_add_test(tc, keys_are_commands);
    tcase_add_test(tc, a_step_while_playing_pauses_first);
    tcase_add_test(tc, speed_goes_up_to_free_running_and_back);
    tcase_add_test(tc, arrows_select_living_goroutines);
    tcase_add_test(tc, layouts_are_asked_for_and_help_opens);
    tcase_add_test(tc, a_click_selects_and_two_focus);
    tcase_add_test(tc, buttons_issue_what_they_say);
    tcase_add_test(tc, a_line_of_source_is_a_breakpoint);
    tcase_add_test(tc, dragging_the_timeline_goes_through_time);
    tcase_add_test(tc, the_axis_stands_still_while_time_is_dragged);
    tcase_add_test(tc, the_wheel_scrolls_and_zooms);
    tcase_add_test(tc, view_commands_come_back_from_the_prompt);
    tcase_add_test(tc, focus_dims_what_is_far);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
