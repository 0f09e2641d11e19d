/*
 * cmd_view.c - choosing what is shown beside the prompt, and how.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "families.h"
#include "view.h"

bool (*view_window)(struct repl *r, bool open);
bool (*view_command)(struct repl *r, const char *line);
bool (*view_render)(struct repl *r, const char *path);
bool (*view_record)(struct repl *r, const char *path, uint64_t a, uint64_t b);

bool
view_set(struct repl *r, const char *what)
{
    bool window = strcmp(what, "window") == 0;
    bool text = strcmp(what, "text") == 0;

    if (!window && !text && strcmp(what, "off") != 0)
        return repl_fail(r, "view %s: expected window, text or off", what);
    if (window && view_window == NULL)
        return repl_fail(r, "there is no window here; 'view text' draws in "
                            "the terminal");
    if (window && !view_window(r, true))
        return false;
    if (!window && r->view == VIEW_WINDOW && view_window != NULL)
        view_window(r, false);
    r->view = window ? VIEW_WINDOW : text ? VIEW_TEXT : VIEW_NONE;
    r->version++;
    return true;
}

static void
draw(struct repl *r)
{
    struct text t = { 0 };

    textview_draw(r, r->width > 0 ? r->width : 80, &t);
    repl_puts(r, t.s);
    text_done(&t);
}

static bool
cmd_view_(struct repl *r, int argc, char **argv)
{
    if (argc > 1 && !view_set(r, argv[1]))
        return false;
    if (argc == 1 && r->view == VIEW_NONE) {
        if (r->s == NULL)
            return repl_fail(r, "view: no program is loaded; 'load FILE' "
                                "loads one");
        draw(r);
    }
    return true;
}

/* Hand the line on to the window, which understands it. */
static bool
to_window(struct repl *r, int argc, char **argv)
{
    struct text line = { 0 };
    bool ok;

    for (int i = 0; i < argc; i++)
        text_printf(&line, "%s%s", i > 0 ? " " : "", argv[i]);
    ok = view_command == NULL || view_command(r, line.s);
    text_done(&line);
    return ok;
}

static bool
cmd_focus(struct repl *r, int argc, char **argv)
{
    struct gopark_object o;
    uint32_t g;

    if (strcmp(argv[1], "off") != 0 && r->s == NULL)
        return repl_fail(r, "focus: no program is loaded; 'load FILE' loads "
                            "one");
    if (strcmp(argv[1], "off") != 0 &&
        !(argv[1][0] == 'G' ? arg_g(r, argv[1], &g)
                            : arg_object(r, argv[1], &o)))
        return false;
    free(r->focus);
    r->focus = strcmp(argv[1], "off") == 0 ? NULL : text_dup(argv[1]);
    r->version++;
    return to_window(r, argc, argv);
}

static bool
cmd_theme(struct repl *r, int argc, char **argv)
{
    static const char *const theme[] = { "dark", "light", "contrast" };

    for (int i = 0; i < 3; i++) {
        if (strcmp(argv[1], theme[i]) == 0) {
            r->theme = theme[i];
            r->version++;
            return to_window(r, argc, argv);
        }
    }
    return repl_fail(r, "theme %s: expected dark, light or contrast", argv[1]);
}

static bool
cmd_scale(struct repl *r, int argc, char **argv)
{
    char *end;
    double f = strtod(argv[1], &end);

    if (*end != '\0' || end == argv[1] || !(f >= 0.5 && f <= 4))
        return repl_fail(r, "scale %s: expected a number from 0.5 to 4",
                         argv[1]);
    r->scale = f;
    r->version++;
    return to_window(r, argc, argv);
}

/* A view command of the window's own. */
static bool
cmd_layout(struct repl *r, int argc, char **argv)
{
    if (view_command == NULL || r->view != VIEW_WINDOW)
        return repl_fail(r, "%s: there is no window; 'view window' opens one",
                         argv[0]);
    return to_window(r, argc, argv);
}

static bool
cmd_render_(struct repl *r, int argc, char **argv)
{
    (void)argc;
    if (view_render == NULL)
        return repl_fail(r, "render: this build draws no pictures");
    if (!view_render(r, argv[1]))
        return false;
    if (!r->json)
        repl_printf(r, "%s\n", argv[1]);
    return true;
}

static bool
cmd_record(struct repl *r, int argc, char **argv)
{
    uint64_t a = 0, b = session_last(r->s);

    if (view_record == NULL)
        return repl_fail(r, "record: this build draws no pictures");
    if (argc > 2 && !arg_range(r, argv[2], &a, &b))
        return false;
    if (!view_record(r, argv[1], a, b))
        return false;
    if (!r->json)
        repl_printf(r, "%s\n", argv[1]);
    return true;
}

const struct repl_cmd cmd_view[] = {
    { .name = "view",
      .max_args = 1,
      .usage = "[window | text | off]",
      .help = "what is shown beside the prompt; alone: the panel, once",
      .group = GROUP_VIEW,
      .arg = ARG_WORDS,
      .words = "window|text|off",
      .exec = cmd_view_ },
    { .name = "focus",
      .min_args = 1,
      .max_args = 1,
      .usage = "OBJECT | off",
      .help = "show one goroutine, channel or lock and what is around it",
      .group = GROUP_VIEW,
      .arg = ARG_OBJECT,
      .words = "off",
      .exec = cmd_focus },
    { .name = "theme",
      .min_args = 1,
      .max_args = 1,
      .usage = "dark | light | contrast",
      .help = "colours of the window",
      .group = GROUP_VIEW,
      .arg = ARG_WORDS,
      .words = "dark|light|contrast",
      .exec = cmd_theme },
    { .name = "scale",
      .min_args = 1,
      .max_args = 1,
      .usage = "N",
      .help = "size of the whole window, 1 as designed",
      .group = GROUP_VIEW,
      .exec = cmd_scale },
    { .name = "layout",
      .min_args = 1,
      .max_args = 1,
      .usage = "N",
      .help = "how the window is divided, 1 to 5",
      .group = GROUP_VIEW,
      .exec = cmd_layout },
    { .name = "motion",
      .min_args = 1,
      .max_args = 1,
      .usage = "on | off",
      .help = "whether things move in the window",
      .group = GROUP_VIEW,
      .arg = ARG_WORDS,
      .words = "on|off",
      .exec = cmd_layout },
    { .name = "render",
      .min_args = 1,
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "FILE",
      .help = "draw this moment: .png, .svg or .pdf",
      .group = GROUP_KEEP,
      .arg = ARG_FILE,
      .exec = cmd_render_ },
    { .name = "record",
      .min_args = 1,
      .max_args = 2,
      .flags = CMD_NEEDS,
      .usage = "FILE.gif [A..B]",
      .help = "the steps from A to B as an animated picture",
      .group = GROUP_KEEP,
      .arg = ARG_FILE,
      .exec = cmd_record },
    { .name = NULL },
};
