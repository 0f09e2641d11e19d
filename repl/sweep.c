#include "sweep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    EVERY = 10 * 1000, /* steps, if nothing else is asked for; or */
    SHARE = 50,        /* so many times what it takes to look */
};

void
sweep_begin(struct sweep *s, const struct options *o)
{
    memset(s, 0, sizeof *s);
    s->wanted = o->leaks == LEAKS_REPORT || o->leaks == LEAKS_FAIL ||
                (o->leaks == LEAKS_DEFAULT &&
                 (o->leaks_every.steps > 0 || o->leaks_every.t > 0));
    s->every = o->leaks_every;
    s->stretch = s->every.steps == 0 && s->every.t == 0;
    if (s->stretch)
        s->every.steps = EVERY;
    s->next = s->every.steps;
    s->next_t = s->every.t;
}

void
sweep_end(struct sweep *s)
{
    free(s->seen);
    s->seen = NULL;
    s->nseen = 0;
}

/* Time may jump in any step, so there it is one by one. */
uint64_t
sweep_until(const struct sweep *s, const struct world *w)
{
    if (!s->wanted)
        return WORLD_TO_END;
    return s->every.t > 0 ? world_steps(w) + 1 : s->next;
}

/* All n of g are known, in order; those that are new, since now. */
static void
merge(struct sweep *s, const struct world *w, const uint32_t *g, int n)
{
    struct gopark_seen *all = text_alloc((size_t)(n + 1) * sizeof *all);
    int old = 0;

    for (int i = 0; i < n; i++) {
        while (old < s->nseen && s->seen[old].g < g[i])
            old++;
        if (old < s->nseen && s->seen[old].g == g[i])
            all[i] = s->seen[old];
        else
            all[i] = (struct gopark_seen){ g[i], world_steps(w), world_now(w) };
    }
    free(s->seen);
    s->seen = all;
    s->nseen = n;
}

static void
look(struct sweep *s, struct world *w)
{
    int room = s->nseen + 64, n;
    uint32_t *g = text_alloc((size_t)room * sizeof *g);
    uint64_t work, every = s->every.steps;

    n = world_leaked(w, g, room, &work);
    if (n > room) {
        free(g);
        g = text_alloc((size_t)n * sizeof *g);
        world_leaked(w, g, n, NULL);
    }
    merge(s, w, g, n);
    free(g);
    if (s->stretch && every < SHARE * work)
        every = SHARE * work;
    s->next = world_steps(w) + every;
    s->next_t = world_now(w) + s->every.t;
}

void
sweep_look(struct sweep *s, struct world *w)
{
    if (!s->wanted || world_end(w)->how != END_NOT)
        return;
    if (s->every.t > 0 ? world_now(w) >= s->next_t : world_steps(w) >= s->next)
        look(s, w);
}

int
sweep_report(const struct sweep *s, struct world *w, const struct options *o,
             int status)
{
    int failed = o->leaks == LEAKS_FAIL && status == 0 ? 3 : status;
    struct gopark_leaks how = {
        .status = failed,
        .any_end = s->wanted,
        .lang = o->lang == LANG_ZH ? GOPARK_ZH : GOPARK_EN,
        .seen = s->seen,
        .nseen = s->nseen,
    };
    bool leaked = false;
    char *report;

    if (o->leaks == LEAKS_OFF)
        return status;
    report = world_leak_report(w, &how, &leaked);
    fputs(report, stderr);
    free(report);
    return leaked ? failed : status;
}
