#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
set_theme(struct view *v, const struct world *w, const char *arg,
          struct gopark_err *err)
{
    (void)w;
    if (!theme_find(arg, &v->theme))
        gopark_fail(err, GOPARK_EUSAGE,
                    "theme: '%s' is none of dark, light, contrast", arg);
}

static void
set_scale(struct view *v, const struct world *w, const char *arg,
          struct gopark_err *err)
{
    char *end;
    double s = strtod(arg, &end);

    (void)w;
    if (*end != '\0' || !(s >= 0.5 && s <= 4))
        gopark_fail(err, GOPARK_EUSAGE, "scale: '%s' is not within 0.5..4",
                    arg);
    else
        v->scale = (float)s;
}

static void
set_lang(struct view *v, const struct world *w, const char *arg,
         struct gopark_err *err)
{
    (void)w;
    if (!text_lang(arg, &v->lang))
        gopark_fail(err, GOPARK_EUSAGE, "lang: '%s' is neither en nor zh", arg);
}

static void
set_layout(struct view *v, const struct world *w, const char *arg,
           struct gopark_err *err)
{
    (void)w;
    if (arg[0] < '1' || arg[0] > '5' || arg[1] != '\0')
        gopark_fail(err, GOPARK_EUSAGE, "layout: '%s' is not within 1..5", arg);
    else
        v->layout = arg[0] - '0';
}

static void
set_motion(struct view *v, const struct world *w, const char *arg,
           struct gopark_err *err)
{
    (void)w;
    if (strcmp(arg, "on") == 0 || strcmp(arg, "off") == 0)
        v->still = strcmp(arg, "off") == 0;
    else
        gopark_fail(err, GOPARK_EUSAGE, "motion: '%s' is neither on nor off",
                    arg);
}

/* G7 or 7; 0 if arg is no goroutine's name. */
static uint32_t
goroutine(const char *arg)
{
    char *end;
    unsigned long n;

    if (*arg == 'G' || *arg == 'g')
        arg++;
    n = strtoul(arg, &end, 10);
    return *arg >= '0' && *arg <= '9' && *end == '\0' ? (uint32_t)n : 0;
}

static void
set_focus(struct view *v, const struct world *w, const char *arg,
          struct gopark_err *err)
{
    struct gopark_object o;
    struct gopark_g g;
    uint32_t id = goroutine(arg);

    if (strcmp(arg, "off") == 0) {
        v->focus = (struct thing){ TH_NONE, 0 };
        return;
    }
    if (w != NULL && id != 0 && world_g(w, id, &g)) {
        v->focus = (struct thing){ TH_G, id };
        view_select(v, v->focus);
        return;
    }
    for (id = w == NULL ? 0 : world_next_object(w, 0); id != 0;
         id = world_next_object(w, id)) {
        if (!world_object(w, id, &o))
            continue;
        if (gopark_object_called(&o, arg)) {
            v->focus = (struct thing){ TH_OBJECT, id };
            view_select(v, v->focus);
            return;
        }
    }
    gopark_fail(err, GOPARK_EUSAGE,
                "focus: nothing is called '%s'; try `gs` or `chans`", arg);
}

static const struct view_row {
    const char *word;
    void (*set)(struct view *v, const struct world *w, const char *arg,
                struct gopark_err *err);
} view_row[] = {
    { "theme", set_theme },   { "scale", set_scale },   { "lang", set_lang },
    { "layout", set_layout }, { "motion", set_motion }, { "focus", set_focus },
};

bool
command_view(struct view *v, const struct world *w, const char *line,
             struct gopark_err *err)
{
    size_t len = strcspn(line, " ");
    const char *arg = line + len + strspn(line + len, " ");

    if (err != NULL)
        err->rc = GOPARK_OK;
    for (size_t i = 0; i < sizeof view_row / sizeof view_row[0]; i++) {
        if (strlen(view_row[i].word) != len ||
            strncmp(view_row[i].word, line, len) != 0)
            continue;
        view_row[i].set(v, w, arg, err);
        return true;
    }
    return false;
}
