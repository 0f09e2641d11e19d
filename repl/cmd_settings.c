/*
 * cmd_settings.c - set and show. A setting is a row.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "choose.h"
#include "families.h"
#include "rows.h"
#include "suggest.h"
#include "units.h"
#include "view.h"

enum { QUANTUM_GO = 10 * 1000 * 1000 }; /* ns */

struct setting {
    const char *name;
    const char *expects; /* words joined by '|', or a description */
    const char *help;
    bool (*set)(struct repl *r, const char *value);
    void (*show)(struct repl *r, struct text *t);
};

/* --- the program's ----------------------------------------------------- */

static bool
set_seed(struct repl *r, const char *value)
{
    if (!units_number(value, &r->seed))
        return repl_fail(r, "seed %s: expected a number", value);
    if (r->s != NULL && world_steps(r->w) > 0 && !r->json)
        repl_puts(r, "the seed counts from the next start on: 'run' or "
                     "'reload'\n");
    return r->s == NULL || world_steps(r->w) > 0 || repl_open(r);
}

static void
show_seed(struct repl *r, struct text *t)
{
    text_printf(t, "%" PRIu64, r->seed);
}

static bool
set_procs(struct repl *r, const char *value)
{
    struct gopark_input in = { .kind = IN_PROCS };
    struct gopark_err err;
    uint64_t n;

    if (!units_number(value, &n) || n < 1 || n > 256)
        return repl_fail(r, "procs %s: expected a number from 1 to 256", value);
    in.n = (int64_t)n;
    if (r->s != NULL && world_end(r->w)->how == END_NOT) {
        session_mark(r->s);
        if (session_input(r->s, &in, NULL, &err) != GOPARK_OK)
            return repl_fail_err(r, &err);
    }
    r->procs = (int)n;
    return true;
}

static void
show_procs(struct repl *r, struct text *t)
{
    text_printf(t, "%d", r->s != NULL ? world_nps(r->w) : r->procs);
}

/* A change of how the scheduler works: an input, repeated at each start. */
static bool
tell_world(struct repl *r, const struct gopark_input *in)
{
    struct gopark_err err;

    if (r->s == NULL || world_end(r->w)->how != END_NOT)
        return true;
    session_mark(r->s);
    return session_input(r->s, in, NULL, &err) == GOPARK_OK ||
           repl_fail_err(r, &err);
}

static bool
set_quantum(struct repl *r, const char *value)
{
    struct gopark_input in = { .kind = IN_QUANTUM };

    if (!units_duration(value, &in.n) || in.n < 20000 ||
        in.n > INT64_C(3600000000000))
        return repl_fail(r, "quantum %s: expected from 20us to 1h, like 10ms",
                         value);
    if (!tell_world(r, &in))
        return false;
    r->quantum = in.n;
    return true;
}

static void
show_quantum(struct repl *r, struct text *t)
{
    char buf[40];

    text_puts(t, units_time(r->quantum > 0 ? r->quantum : QUANTUM_GO, buf,
                            sizeof buf));
}

static bool
set_costs(struct repl *r, const char *value)
{
    struct gopark_input in = { .kind = IN_COSTS, .text = value };

    if (strcmp(value, "go") != 0 && strcmp(value, "flat") != 0)
        return repl_fail(r, "costs %s: expected go or flat", value);
    if (!tell_world(r, &in))
        return false;
    r->flat = strcmp(value, "flat") == 0;
    return true;
}

static void
show_costs(struct repl *r, struct text *t)
{
    text_puts(t, r->flat ? "flat" : "go");
}

void
settings_apply(struct repl *r)
{
    struct gopark_input in = { .kind = IN_QUANTUM, .n = r->quantum };
    struct gopark_err err;

    if (r->quantum > 0)
        session_input(r->s, &in, NULL, &err);
    in = (struct gopark_input){ .kind = IN_COSTS, .text = "flat" };
    if (r->flat)
        session_input(r->s, &in, NULL, &err);
}

static bool
set_pace(struct repl *r, const char *value)
{
    char *end;
    double pace = strtod(value, &end);

    if (strcmp(value, "max") == 0)
        pace = 0;
    else if (*end != '\0' || end == value || !(pace > 0 && pace <= 1e9))
        return repl_fail(r,
                         "pace %s: expected virtual seconds a second, "
                         "like 0.5, or max",
                         value);
    r->pace = pace;
    return true;
}

static void
show_pace(struct repl *r, struct text *t)
{
    if (r->pace > 0)
        text_printf(t, "%g", r->pace);
    else
        text_puts(t, "max");
}

static bool
set_leakcheck(struct repl *r, const char *value)
{
    return units_number(value, &r->leakcheck) ||
           repl_fail(r, "leakcheck %s: expected a number of steps", value);
}

static void
show_leakcheck(struct repl *r, struct text *t)
{
    text_printf(t, "%" PRIu64, r->leakcheck);
}

static void
show_policy(struct repl *r, struct text *t)
{
    text_puts(t, r->policy_name);
}

/* --- of what is shown -------------------------------------------------- */

static bool
one_of(struct repl *r, const char *what, const char *words, const char *value)
{
    size_t n = strlen(value);

    for (const char *s = words;; s += strcspn(s, "|") + 1) {
        if (strncmp(s, value, n) == 0 && (s[n] == '|' || s[n] == '\0'))
            return true;
        if (s[strcspn(s, "|")] == '\0')
            return repl_fail(r, "%s %s: expected one of %s", what, value,
                             words);
    }
}

static bool
set_theme(struct repl *r, const char *value)
{
    if (!one_of(r, "theme", "dark|light|contrast", value))
        return false;
    r->theme = *value == 'd' ? "dark" : *value == 'l' ? "light" : "contrast";
    r->version++;
    return true;
}

static void
show_theme(struct repl *r, struct text *t)
{
    text_puts(t, r->theme);
}

static bool
set_color(struct repl *r, const char *value)
{
    if (!one_of(r, "color", "always|never", value))
        return false;
    r->colour = *value == 'a';
    return true;
}

static void
show_color(struct repl *r, struct text *t)
{
    text_puts(t, r->colour ? "always" : "never");
}

static bool
set_lang(struct repl *r, const char *value)
{
    if (!one_of(r, "lang", "en|zh", value))
        return false;
    r->lang = *value == 'z' ? LANG_ZH : LANG_EN;
    r->version++;
    return view_command == NULL ||
           view_command(r, r->lang == LANG_ZH ? "lang zh" : "lang en");
}

static void
show_lang(struct repl *r, struct text *t)
{
    text_puts(t, r->lang == LANG_ZH ? "zh" : "en");
}

static bool
set_view(struct repl *r, const char *value)
{
    return view_set(r, value);
}

static void
show_view(struct repl *r, struct text *t)
{
    text_puts(t, r->view == VIEW_TEXT     ? "text"
                 : r->view == VIEW_WINDOW ? "window"
                                          : "off");
}

static const struct setting setting[] = {
    { "seed", "a number", "where chance starts", set_seed, show_seed },
    { "procs", "a number from 1 to 256", "GOMAXPROCS", set_procs, show_procs },
    { "pace", "virtual seconds a second, or max", "how fast a run goes",
      set_pace, show_pace },
    { "quantum", "a duration like 10ms",
      "how long a goroutine runs before it is asked to yield", set_quantum,
      show_quantum },
    { "costs", "go|flat", "what operations take: as fitted to Go, or 1ns each",
      set_costs, show_costs },
    { "policy", "go|random|pct|manual", "who decides", chooser_policy,
      show_policy },
    { "leakcheck", "a number of steps",
      "how often 'break on leak' and '... deadlock' look, at most",
      set_leakcheck, show_leakcheck },
    { "lang", "en|zh", "language", set_lang, show_lang },
    { "theme", "dark|light|contrast", "colours of the window", set_theme,
      show_theme },
    { "color", "always|never", "colours in the terminal", set_color,
      show_color },
    { "view", "window|text|off", "what is shown beside the prompt", set_view,
      show_view },
    { .name = NULL },
};

static const struct setting *
find(struct repl *r, const char *name)
{
    struct suggest near = { .word = name };
    struct text all = { 0 };
    const char *best;

    for (const struct setting *s = setting; s->name != NULL; s++) {
        if (strcmp(s->name, name) == 0) {
            text_done(&all);
            return s;
        }
        suggest_offer(&near, s->name);
        text_printf(&all, "%s%s", all.len > 0 ? ", " : "", s->name);
    }
    best = suggest_best(&near);
    if (best != NULL)
        repl_fail(r, "%s: there is no such setting; did you mean %s?", name,
                  best);
    else
        repl_fail(r, "%s: there is no such setting; there are %s", name, all.s);
    text_done(&all);
    return NULL;
}

static bool
cmd_set(struct repl *r, int argc, char **argv)
{
    const struct setting *s = find(r, argv[1]);

    if (s == NULL)
        return false;
    if (argc < 3)
        return repl_fail(r, "usage: set %s VALUE; expected %s", s->name,
                         s->expects);
    return s->set(r, argv[2]);
}

static void
show(struct rows *t, const struct setting *s)
{
    struct text v = { 0 };

    text_add(&v, "", 0);
    s->show(t->r, &v);
    rows_next(t);
    rows_both(t, "setting", s->name);
    rows_both(t, "value", v.s);
    rows_text(t, "%s", s->help);
    text_done(&v);
}

static bool
cmd_show(struct repl *r, int argc, char **argv)
{
    const struct setting *one = argc > 1 ? find(r, argv[1]) : NULL;
    struct rows t;

    if (argc > 1 && one == NULL)
        return false;
    rows_begin(&t, r);
    for (const struct setting *s = setting; s->name != NULL; s++)
        if (one == NULL || one == s)
            show(&t, s);
    rows_end(&t, NULL);
    return true;
}

const struct repl_cmd cmd_settings[] = {
    { .name = "set",
      .min_args = 1,
      .max_args = 2,
      .usage = "SETTING VALUE",
      .help = "change a setting",
      .group = GROUP_SETTINGS,
      .more = "seed       a number\n"
              "procs      1 to 256\n"
              "pace       virtual seconds a second, like 0.5, or max\n"
              "quantum    20us to 1h, like 10ms\n"
              "policy     go, random, pct or manual\n"
              "costs      go or flat\n"
              "leakcheck  a number of steps\n"
              "lang       en or zh\n"
              "theme      dark, light or contrast\n"
              "color      always or never\n"
              "view       window, text or off\n"
              "'show' lists them with their values and what they are for\n",
      .arg = ARG_SETTING,
      .words = "seed|procs|pace|quantum|costs|policy|leakcheck|lang|theme|"
               "color|view",
      .exec = cmd_set },
    { .name = "show",
      .max_args = 1,
      .usage = "[SETTING]",
      .help = "settings and their values",
      .group = GROUP_SETTINGS,
      .arg = ARG_SETTING,
      .words = "seed|procs|pace|quantum|costs|policy|lang|theme|color|view",
      .exec = cmd_show },
    { .name = NULL },
};
