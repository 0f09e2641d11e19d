/*
 * found.c - what a picture tells beyond the state of things: who has leaked,
 * and what Go would have printed at the end.
 */
#include <stdlib.h>
#include <string.h>

#include "viz.h"

int
viz_leaked(struct world *w, uint32_t *out, int max)
{
    struct gopark_blocked *b = malloc((size_t)max * sizeof *b);
    int n = 0, all = b == NULL ? 0 : world_leaks(w, b, max);

    for (int i = 0; i < all; i++) {
        if (b[i].leak == LEAK_LEAKED)
            out[n++] = b[i].g;
    }
    free(b);
    return n;
}

/* Bytes of the first n paragraphs of s. */
static size_t
paragraphs(const char *s, int n)
{
    const char *end = s;

    while (n-- > 0 && (end = strstr(end, "\n\n")) != NULL)
        end += 2;
    return end == NULL ? strlen(s) : (size_t)(end - 1 - s);
}

static char *
report(struct world *w, int n)
{
    char *all = world_end(w)->how == END_NOT ? NULL : world_report(w);

    if (all != NULL)
        all[paragraphs(all, n)] = '\0';
    return all;
}

char *
viz_ending(struct world *w)
{
    return report(w, 1);
}

char *
viz_why(struct world *w, uint32_t g, enum gopark_lang lang)
{
    const struct gopark_end *e = world_end(w);
    struct gopark_g gi;

    if ((e->how == END_PANIC || e->how == END_FATAL) && e->g == g)
        return report(w, 2);
    if (e->how != END_NOT && world_g(w, g, &gi) && gi.status == G_RUNNING)
        return calloc(1, 1);
    return world_why(w, g, lang);
}
