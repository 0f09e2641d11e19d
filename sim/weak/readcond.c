/*
 * readcond.c - conditions: (f==0 or t==1) and not a==2.
 *
 * "=" compares as "==" does, and what stands side by side must hold together:
 * `exists a=0 b=0`.
 */
#include "weak/reader.h"

static bool read_or(struct reader *r, int *node);

static bool
new_node(struct reader *r, struct litmus_node n, int *node)
{
    if (r->t->nnode == LITMUS_NODES)
        return read_fail(r, "conditions of more than %d parts, all together",
                         LITMUS_NODES);
    *node = r->t->nnode;
    r->t->node[r->t->nnode++] = n;
    return true;
}

/* Who is compared? */
static bool
read_who(struct reader *r, struct litmus_node *n)
{
    char name[LITMUS_NAME];
    struct litmus *t = r->t;

    if (!read_name(r, "a comparison like a==1", name))
        return false;
    n->reg = read_reg(t, name);
    n->loc = r->g < 0 ? read_loc(t, name) : -1;
    if (n->reg < 0 && n->loc < 0)
        return r->g < 0
                   ? read_fail(r, "%s: no variable and no register is called "
                                  "so", name)
                   : read_fail(r, "%s is no register that was set above; "
                                  "conditions in code are about registers",
                               name);
    if (r->g >= 0 && t->reg[n->reg].node >= 0)
        return read_fail(r, "%s names a condition; here it must be a register "
                            "that a load sets", name);
    return true;
}

static bool
read_comparison(struct reader *r, int *node)
{
    struct litmus_node n = { .kind = LITMUS_EQ, .a = -1, .b = -1 };

    if (!read_who(r, &n))
        return false;
    if (read_try(r, "!="))
        n.kind = LITMUS_NE;
    else if (!read_try(r, "==") && !read_try(r, "="))
        return read_expected(r, "== or !=");
    return read_number(r, &n.n) && new_node(r, n, node);
}

static bool
read_term(struct reader *r, int *node)
{
    struct litmus_node n = { LITMUS_NOT, -1, -1, -1, -1, 0 };
    bool negated = read_try_word(r, "not"), ok;

    if (!negated && !read_try(r, "("))
        return read_comparison(r, node);
    if (++r->depth > READ_DEPTH)
        return read_fail(r, "more than %d conditions in each other",
                         READ_DEPTH);
    ok = negated ? read_term(r, &n.a) && new_node(r, n, node)
                 : read_or(r, node) && (read_try(r, ")") ||
                                        read_expected(r, "')'"));
    r->depth--;
    return ok;
}

/* Does a condition that stands beside the one before begin here? */
static bool
goes_on(struct reader *r)
{
    char name[LITMUS_NAME];
    const char *p = r->p;
    bool is_or = read_try_word(r, "or");

    r->p = p;
    return !is_or && !read_at_end(r) &&
           (*r->p == '(' || read_peek_name(r, name));
}

static bool
read_and(struct reader *r, int *node)
{
    struct litmus_node n = { LITMUS_AND, -1, -1, -1, -1, 0 };

    if (!read_term(r, node))
        return false;
    while (read_try_word(r, "and") || read_try(r, ",") || goes_on(r)) {
        n.a = *node;
        if (!read_term(r, &n.b) || !new_node(r, n, node))
            return false;
    }
    return true;
}

static bool
read_or(struct reader *r, int *node)
{
    struct litmus_node n = { LITMUS_OR, -1, -1, -1, -1, 0 };

    if (!read_and(r, node))
        return false;
    while (read_try_word(r, "or")) {
        n.a = *node;
        if (!read_and(r, &n.b) || !new_node(r, n, node))
            return false;
    }
    return true;
}

bool
read_cond(struct reader *r, int *node)
{
    r->depth = 0;
    return read_or(r, node);
}

uint32_t
read_uses(const struct litmus *t, int node)
{
    const struct litmus_node *n = &t->node[node];
    uint32_t uses = 0;

    if (n->reg >= 0) {
        const struct litmus_reg *reg = &t->reg[n->reg];

        return reg->op >= 0 ? (uint32_t)1 << reg->op : read_uses(t, reg->node);
    }
    if (n->a >= 0)
        uses |= read_uses(t, n->a);
    if (n->b >= 0)
        uses |= read_uses(t, n->b);
    return uses;
}
