/*
 * readop.c - statements: stores, loads, fences, read-modify-writes, guards,
 * and names for conditions.
 */
#include <string.h>

#include "weak/reader.h"

static uint32_t
uses_of(const struct litmus *t, struct litmus_value v)
{
    const struct litmus_reg *reg;

    if (v.reg < 0)
        return 0;
    reg = &t->reg[v.reg];
    return reg->op >= 0 ? (uint32_t)1 << reg->op : read_uses(t, reg->node);
}

static bool
read_value(struct reader *r, struct litmus_value *v)
{
    char name[LITMUS_NAME];

    v->reg = -1;
    v->n = 0;
    if (!read_peek_name(r, name))
        return read_number(r, &v->n);
    if (!read_name(r, "a number or a register", name))
        return false;
    if (read_loc(r->t, name) >= 0)
        return read_fail(r, "%s is shared: a statement has one access to "
                            "shared memory, so read it into a register first",
                         name);
    v->reg = read_reg(r->t, name);
    return v->reg >= 0 ||
           read_fail(r, "%s is neither shared nor a register that was set "
                        "above; 'init %s=0' makes it shared", name, name);
}

/* ".acq" and the like, which may be missing. */
static bool
read_order(struct reader *r, bool writes, bool reads, int *order)
{
    static const struct {
        const char *name;
        int order;
    } orders[] = {
        { "rlx", LITMUS_RLX }, { "acq", LITMUS_ACQ }, { "rel", LITMUS_REL },
        { "acqrel", LITMUS_ACQ | LITMUS_REL },        { "sc", LITMUS_SC },
    };

    *order = LITMUS_PLAIN;
    if (!read_try(r, "."))
        return true;
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
        if (!read_try_word(r, orders[i].name))
            continue;
        *order = orders[i].order;
        if (*order == LITMUS_SC || ((!(*order & LITMUS_ACQ) || reads) &&
                                    (!(*order & LITMUS_REL) || writes)))
            return true;
        return read_fail(r, "a %s cannot be .%s; expected .rlx, .%s or .sc",
                         writes ? "store" : "load", orders[i].name,
                         writes ? "rel" : "acq");
    }
    return read_expected(r, "rlx, acq, rel, acqrel or sc after the dot");
}

static bool
add_op(struct reader *r, struct litmus_op *op)
{
    struct litmus *t = r->t;

    if (t->nop == LITMUS_OPS)
        return read_fail(r, "more than %d steps in all goroutines together",
                         LITMUS_OPS);
    op->g = r->g;
    op->index = t->nop - t->first[r->g];
    op->line = t->nline - 1;
    op->data = uses_of(t, op->put) | uses_of(t, op->want);
    op->control = op->guard >= 0 ? read_uses(t, op->guard) : 0;
    t->guarded |= op->guard >= 0;
    t->op[t->nop++] = *op;
    return true;
}

static bool
new_reg(struct reader *r, const char *name, int op, int node, int *reg)
{
    struct litmus *t = r->t;
    struct litmus_reg *it = &t->reg[t->nreg];

    if (read_reg(t, name) >= 0)
        return read_fail(r, "%s is set twice; each register is set once", name);
    if (t->nreg == LITMUS_REGS)
        return read_fail(r, "more than %d registers", LITMUS_REGS);
    strcpy(it->name, name);
    it->g = r->g;
    it->op = op;
    it->node = node;
    *reg = t->nreg++;
    return true;
}

static bool
read_shared(struct reader *r, struct litmus_op *op)
{
    char name[LITMUS_NAME];

    if (!read_name(r, "a shared variable", name))
        return false;
    op->loc = read_loc(r->t, name);
    if (op->loc < 0)
        return read_fail(r, "%s is not shared: no other goroutine uses it; "
                            "'init %s=0' makes it shared", name, name);
    return read_order(r, op->kind != LITMUS_LOAD, op->kind != LITMUS_STORE,
                      &op->order);
}

/* swap(x, 1), add(x, 1), cas(x, 0, 1), from the parenthesis. */
static bool
read_modify(struct reader *r, struct litmus_op *op)
{
    if (!read_try(r, "("))
        return read_expected(r, "'('");
    if (!read_shared(r, op))
        return false;
    if (!read_try(r, ","))
        return read_expected(r, "','");
    if (op->kind == LITMUS_CAS) {
        if (!read_value(r, &op->want))
            return false;
        if (!read_try(r, ","))
            return read_expected(r, "',' and the new value");
    }
    if (!read_value(r, &op->put))
        return false;
    return read_try(r, ")") || read_expected(r, "')'");
}

/* Is it a read-modify-write? Then the cursor is at its parenthesis. */
static bool
try_call(struct reader *r, enum litmus_kind *kind)
{
    static const char *const word[] = { "swap", "add", "cas" };
    const char *p = r->p;

    for (int i = 0; i < 3; i++) {
        if (read_try_word(r, word[i]) && !read_at_end(r) && *r->p == '(') {
            *kind = LITMUS_SWAP + (enum litmus_kind)i;
            return true;
        }
        r->p = p;
    }
    return false;
}

/* Is it a condition? The cursor stays. */
static bool
is_cond(struct reader *r)
{
    char name[LITMUS_NAME];
    const char *p = r->p;
    bool is = read_try(r, "(") || read_try_word(r, "not");

    if (!is && read_peek_name(r, name) && read_try_word(r, name))
        is = read_try(r, "=") || read_try(r, "!");
    r->p = p;
    return is;
}

static bool
read_store(struct reader *r, struct litmus_op *op)
{
    op->kind = LITMUS_STORE;
    if (!read_shared(r, op))
        return false;
    if (!read_try(r, "="))
        return read_expected(r, "'='");
    return read_value(r, &op->put) && add_op(r, op);
}

/* What a register is set to. */
static bool
read_setting(struct reader *r, struct litmus_op *op)
{
    char name[LITMUS_NAME];
    int node;

    if (!read_name(r, "a statement like x=1, a=x or fence", name))
        return false;
    if (!read_try(r, "="))
        return read_expected(r, "'='");
    if (try_call(r, &op->kind))
        return read_modify(r, op) &&
               new_reg(r, name, r->t->nop, -1, &op->reg) && add_op(r, op);
    if (is_cond(r)) {
        if (op->guard >= 0)
            return read_fail(r, "%s names a condition, which is no step; it "
                                "takes no 'if'", name);
        return read_cond(r, &node) && new_reg(r, name, -1, node, &op->reg);
    }
    op->kind = LITMUS_LOAD;
    if (!read_peek_name(r, (char[LITMUS_NAME]){ 0 }))
        return read_fail(r, "%s is set to a number, but no other goroutine "
                            "uses it; 'init %s=0' makes it shared", name, name);
    return read_shared(r, op) && new_reg(r, name, r->t->nop, -1, &op->reg) &&
           add_op(r, op);
}

bool
read_statement(struct reader *r)
{
    char name[LITMUS_NAME];
    struct litmus_op op = { .loc = -1, .reg = -1, .guard = -1,
                            .put = { -1, 0 }, .want = { -1, 0 } };
    bool ok;

    if (read_try_word(r, "if")) {
        if (!read_cond(r, &op.guard))
            return false;
        if (!read_try(r, ":"))
            return read_expected(r, "':' and a statement");
    }
    if (read_try_word(r, "fence")) {
        op.kind = LITMUS_FENCE;
        ok = add_op(r, &op);
    } else if (read_peek_name(r, name) && read_loc(r->t, name) >= 0) {
        ok = read_store(r, &op);
    } else {
        ok = read_setting(r, &op);
    }
    return ok && (read_at_end(r) || read_expected(r, "';', '||' or the end"));
}
