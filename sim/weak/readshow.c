/*
 * readshow.c - what of a path makes an outcome: `exists` and `show`.
 */
#include "weak/reader.h"

static bool
show(struct reader *r, struct litmus_shown it)
{
    struct litmus *t = r->t;

    for (int i = 0; i < t->nshown; i++)
        if (t->shown[i].loc == it.loc && t->shown[i].reg == it.reg)
            return true;
    if (t->nshown == LITMUS_SHOWN)
        return read_fail(r, "an outcome of more than %d values; 'show' chooses "
                            "some", LITMUS_SHOWN);
    t->shown[t->nshown++] = it;
    return true;
}

static bool
read_show(struct reader *r)
{
    char name[LITMUS_NAME];
    struct litmus_shown it;

    r->line = r->show.line;
    r->p = r->show.s;
    r->end = r->show.end;
    do {
        if (!read_name(r, "a variable or register", name))
            return false;
        it.loc = read_loc(r->t, name);
        it.reg = read_reg(r->t, name);
        if (it.loc < 0 && it.reg < 0)
            return read_fail(r, "%s: no variable and no register is called so",
                             name);
        if (!show(r, it))
            return false;
        read_try(r, ",");
    } while (!read_at_end(r));
    return true;
}

static bool
read_exists(struct reader *r)
{
    struct litmus *t = r->t;

    r->line = r->exists.line;
    r->p = r->exists.s;
    r->end = r->exists.end;
    r->g = -1;
    t->cond = (struct litmus_line){ -1, (int)(r->end - r->p), r->p };
    if (!read_cond(r, &t->exists))
        return false;
    if (!read_at_end(r))
        return read_expected(r, "and, or, or the end of the line");
    return true;
}

/* The values that node looks at are part of an outcome. */
static bool
show_node(struct reader *r, int node)
{
    const struct litmus_node *n = &r->t->node[node];

    if (n->loc >= 0 || n->reg >= 0)
        return show(r, (struct litmus_shown){ n->loc, n->reg });
    return show_node(r, n->a) && (n->b < 0 || show_node(r, n->b));
}

bool
read_outcome(struct reader *r)
{
    struct litmus *t = r->t;

    t->exists = -1;
    if (r->exists.s != NULL && !read_exists(r))
        return false;
    if (r->show.s != NULL && !read_show(r))
        return false;
    if (t->exists >= 0)
        return show_node(r, t->exists);
    for (int i = 0; i < t->nreg && r->show.s == NULL; i++)
        if (!show(r, (struct litmus_shown){ -1, i }))
            return false;
    return true;
}
