/*
 * args.c - arguments of commands: words, numbers, goroutines, objects.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "repl.h"
#include "suggest.h"
#include "units.h"

/* Words are separated by blanks; "..." and '...' keep them together. */
char *
arg_word(const char **sp)
{
    const char *s = *sp;
    struct text t = { 0 };
    char quote = '\0';

    while (isspace((unsigned char)*s))
        s++;
    if (*s == '\0') {
        *sp = s;
        return NULL;
    }
    text_add(&t, "", 0);
    for (; *s != '\0' && (quote != '\0' || !isspace((unsigned char)*s)); s++) {
        if (quote != '\0' ? *s == quote : *s == '"' || *s == '\'')
            quote = quote != '\0' ? '\0' : *s;
        else
            text_add(&t, s, 1);
    }
    *sp = s;
    return t.s;
}

bool
arg_number(struct repl *r, const char *s, const char *what, uint64_t *out)
{
    if (units_number(s, out))
        return true;
    return repl_fail(r, "%s: expected %s", s, what);
}

bool
arg_duration(struct repl *r, const char *s, int64_t *ns)
{
    if (units_duration(s, ns))
        return true;
    return repl_fail(r, "%s: expected a duration like 10ms or 1.5s", s);
}

bool
is_goroutine(const char *s)
{
    uint64_t n;

    return units_number(*s == 'G' || *s == 'g' ? s + 1 : s, &n);
}

bool
arg_g(struct repl *r, const char *s, uint32_t *g)
{
    struct gopark_g gi;
    uint64_t n;

    if (!units_number(*s == 'G' || *s == 'g' ? s + 1 : s, &n))
        return repl_fail(r,
                         "%s: expected a goroutine like G3; 'gs' lists "
                         "them",
                         s);
    if (n == 0 || n > world_ngs(r->w))
        return repl_fail(r,
                         "there is no G%" PRIu64 "; 'gs' lists the "
                         "goroutines",
                         n);
    if (!live_g(r->w, (uint32_t)n, &gi))
        return repl_fail(r,
                         "G%" PRIu64 " has ended; 'gs' lists those that "
                         "live, 'back' goes to when it did",
                         n);
    *g = (uint32_t)n;
    return true;
}

bool
object_find(const struct repl *r, const char *s, struct gopark_object *out)
{
    for (uint32_t id = 0; (id = world_next_object(r->w, id)) != 0;)
        if (world_object_called(r->w, id, s))
            return world_object(r->w, id, out);
    return false;
}

bool
arg_object(struct repl *r, const char *s, struct gopark_object *out)
{
    struct suggest near = { .word = s };
    struct gopark_object o;
    const char *best;

    if (object_find(r, s, out))
        return true;
    for (uint32_t id = 0; (id = world_next_object(r->w, id)) != 0;)
        if (world_object(r->w, id, &o) && o.name[0] != '\0')
            suggest_offer(&near, o.name);
    best = suggest_best(&near);
    if (best != NULL)
        return repl_fail(r, "there is no %s now; did you mean %s?", s, best);
    return repl_fail(r,
                     "there is no %s now; 'chans' and 'locks' list what "
                     "there is",
                     s);
}

bool
arg_range(struct repl *r, const char *s, uint64_t *a, uint64_t *b)
{
    const char *dots = strstr(s, "..");
    char *first = text_dup(s);
    bool ok = true;

    if (dots != NULL) {
        first[dots - s] = '\0';
        ok = (first[0] == '\0' || units_number(first, a)) &&
             (dots[2] == '\0' || units_number(dots + 2, b));
    } else
        ok = units_number(s, a) && units_number(s, b);
    free(first);
    if (!ok || *a > *b)
        return repl_fail(r, "%s: expected a range of steps like 30..41", s);
    return true;
}
