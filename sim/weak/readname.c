/*
 * readname.c - which names are shared variables: those that init names, and
 * those that more than one goroutine uses.
 */
#include <string.h>

#include "weak/reader.h"

struct read_name *
read_see(struct reader *r, const char *name)
{
    struct read_name *n = r->name;

    for (; n < r->name + r->nname; n++)
        if (strcmp(n->name, name) == 0)
            return n;
    if (r->nname == READ_NAMES) {
        read_fail(r, "more than %d names", READ_NAMES);
        return NULL;
    }
    r->nname++;
    strcpy(n->name, name);
    return n;
}

static bool
is_word_of_ours(const char *name)
{
    static const char *const word[] = { "if",    "and",  "or",  "not",
                                        "fence", "swap", "add", "cas" };

    for (size_t i = 0; i < sizeof word / sizeof word[0]; i++)
        if (strcmp(name, word[i]) == 0)
            return true;
    return false;
}

bool
read_see_all(struct reader *r, const struct read_part *part)
{
    char name[LITMUS_NAME];
    struct read_name *n;

    r->line = part->line;
    r->end = part->end;
    for (r->p = part->s; !read_at_end(r);) {
        bool is_order = read_try(r, ".");

        if (!read_peek_name(r, name)) {
            r->p += !read_at_end(r);
            continue;
        }
        if (!read_name(r, "", name))
            return false;
        if (is_order || is_word_of_ours(name))
            continue;
        if ((n = read_see(r, name)) == NULL)
            return false;
        n->gs |= 1u << part->g;
    }
    return true;
}

static bool
is_shared(const struct read_name *n)
{
    return n->shared || (n->gs & (n->gs - 1)) != 0;
}

bool
read_sort(struct reader *r)
{
    struct litmus *t = r->t;

    for (int i = 0; i < r->nname; i++) {
        const struct read_name *n = &r->name[i];

        if (!is_shared(n))
            continue;
        if (t->nloc == LITMUS_LOCS)
            return read_fail(r, "%s: more than %d shared variables", n->name,
                             LITMUS_LOCS);
        strcpy(t->loc[t->nloc].name, n->name);
        t->loc[t->nloc++].init = n->init;
    }
    return true;
}
