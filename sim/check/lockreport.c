/*
 * lockreport.c - what a lockwatch has found, in words (LO-6).
 *
 * The report is made twice: the first time shows whom it names, so that the
 * second can tell those apart who are called the same.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/lockwatch.h"
#include "check/say.h"

#define S(en, zh) SAY(r->lang, en, zh)

enum { CYCLES_SHOWN = 20 };

struct report {
    const struct lockwatch *lw;
    struct tb *t;
    enum gopark_lang lang;
    struct list named; /* struct label: whom it names, as they are written */
    int ncycle;
    struct {
        int n, lines;   /* added up: the same cycle by others, or */
        uint32_t locks; /* from another start, has the same sums */
    } seen[CYCLES_SHOWN];
};

static const char *
label(struct report *r, uint32_t id)
{
    const struct label *known = lockwatch_label(r->lw, id);
    struct label *l = list_find(&r->named, sizeof *l, id);

    if (l != NULL)
        return l->text;
    if (known == NULL)
        return "?";
    l = list_put(&r->named, sizeof *l, id);
    if (l != NULL)
        *l = *known;
    return known->text;
}

/* Those that share their names are written with their numbers. */
static void
number_twins(struct report *r)
{
    struct label *l = r->named.at;
    int i, k, n = r->named.n;

    for (i = 0; i < n; i++) {
        const struct label *is = lockwatch_label(r->lw, l[i].id);

        for (k = 0; k < n; k++) {
            const struct label *other = lockwatch_label(r->lw, l[k].id);

            if (k != i && is->kind == other->kind &&
                strcmp(is->text, other->text) == 0)
                snprintf(l[i].text, sizeof l[i].text, "%.40s#%u", is->text,
                         is->number);
        }
    }
}

/* The same locks in the same lines, by other goroutines, are not told again. */
static bool
is_new(struct report *r, const struct cycle *c)
{
    int i, lines = 0;
    uint32_t locks = 0;

    for (i = 0; i < c->n; i++) {
        lines += c->at[i]->ata.line * 31 + c->at[i]->atb.line;
        locks += c->at[i]->a;
    }
    for (i = 0; i < r->ncycle; i++) {
        if (r->seen[i].n == c->n && r->seen[i].lines == lines &&
            r->seen[i].locks == locks)
            return false;
    }
    if (r->ncycle == CYCLES_SHOWN)
        return false;
    r->seen[r->ncycle].n = c->n;
    r->seen[r->ncycle].lines = lines;
    r->seen[r->ncycle].locks = locks;
    return true;
}

static void
add_cycle(void *ctx, const struct cycle *c)
{
    struct report *r = ctx;
    int i;

    if (!is_new(r, c))
        return;
    tb_add(r->t, "%s", r->ncycle++ > 0 ? "\n" : "");
    tb_add(r->t,
           S("POTENTIAL DEADLOCK (lock order), cycle of %d\n",
             "潜在死锁(加锁顺序),%d 把锁成环\n"),
           c->n);
    for (i = 0; i < c->n; i++) {
        const struct order *x = c->at[i];

        tb_add(r->t,
               S("  %s -> %s  goroutine %u: %s at %s:%d, then %s at "
                 "%s:%d\n",
                 "  %s -> %s  goroutine %u:先锁 %s(%s:%d),再锁 %s"
                 "(%s:%d)\n"),
               label(r, x->a), label(r, x->b), x->g, label(r, x->a),
               x->ata.file, x->ata.line, label(r, x->b), x->atb.file,
               x->atb.line);
    }
    tb_add(r->t, "%s",
           S("  no common outer lock; can run in parallel "
             "(neither started after the other ended)\n",
             "  外面没有共同的锁;可以并行(谁也不是在另一个结束"
             "之后才开始的)\n"));
}

/* "sends to c", and the same with "to" before it. */
static const char *const doing[][3] = {
    [MIXED_SEND] = { "sends to", "send to", "发送到" },
    [MIXED_RECV] = { "receives from", "receive from", "接收自" },
    [MIXED_DONE] = { "counts down", "Done of", "Done" },
    [MIXED_WAIT] = { "waits for", "Wait for", "等待" },
    [MIXED_SIGNAL] = { "signals", "Signal of", "Signal" },
    [MIXED_COND] = { "waits on", "Wait on", "等待" },
};

static enum mixed_op
opposite(enum mixed_op op)
{
    switch (op) {
    case MIXED_SEND:
        return MIXED_RECV;
    case MIXED_RECV:
        return MIXED_SEND;
    case MIXED_DONE:
        return MIXED_WAIT;
    case MIXED_WAIT:
        return MIXED_DONE;
    case MIXED_SIGNAL:
        return MIXED_COND;
    case MIXED_COND:
        return MIXED_SIGNAL;
    }
    return op;
}

static void
add_mixed(struct report *r, const struct lock_note *n)
{
    const char *lock = label(r, n->lock), *object = label(r, n->object);
    bool channel = n->op == MIXED_SEND || n->op == MIXED_RECV;

    tb_add(r->t, "%s",
           channel ? S("POSSIBLE DEADLOCK (lock and channel)\n",
                       "可能死锁(锁与 channel)\n")
                   : S("POSSIBLE DEADLOCK (lock and Wait)\n",
                       "可能死锁(锁与 Wait)\n"));
    tb_add(r->t,
           S("  goroutine %u %s %s at %s:%d while it holds %s\n",
             "  goroutine %u %s %s(%s:%d),同时持有 %s\n"),
           n->g, doing[n->op][r->lang == GOPARK_ZH ? 2 : 0], object, n->at.file,
           n->at.line, lock);
    tb_add(r->t,
           S("  goroutine %u takes %s at %s:%d before it gets to %s %s at "
             "%s:%d\n",
             "  goroutine %u 先拿 %s(%s:%d),然后才%s %s(%s:%d)\n"),
           n->other, lock, n->first.file, n->first.line,
           doing[opposite(n->op)][r->lang == GOPARK_ZH ? 2 : 1], object,
           n->then.file, n->then.line);
    tb_add(r->t, "%s",
           channel ? S("  unlock before the channel operation, or give the "
                       "channel a buffer\n",
                       "  先解锁再操作 channel,或者给 channel 加缓冲\n")
                   : S("  unlock before the Wait\n", "  先解锁再 Wait\n"));
}

static void
add_note(struct report *r, const struct lock_note *n)
{
    const char *lock = label(r, n->lock);

    if (r->t->len > 0)
        tb_add(r->t, "\n");
    switch (n->kind) {
    case NOTE_TWICE:
        tb_add(r->t,
               S("RECURSIVE LOCK: goroutine %u locks %s at %s:%d, and "
                 "has it already since %s:%d\n"
                 "  a lock cannot be taken twice\n",
                 "重复上锁:goroutine %u 给 %s 上锁(%s:%d),而它从 %s:%d "
                 "起就持有这把锁\n  同一把锁不能拿两次\n"),
               n->g, lock, n->at.file, n->at.line, n->first.file,
               n->first.line);
        break;
    case NOTE_READ_TWICE:
        tb_add(r->t,
               S("RECURSIVE READ LOCK: goroutine %u read-locks %s at "
                 "%s:%d, and has done so at %s:%d\n"
                 "  deadlocks if a writer arrives between the two\n",
                 "重复上读锁:goroutine %u 给 %s 上读锁(%s:%d),而它在 "
                 "%s:%d 已经上过\n  两次之间来了写者就会死锁\n"),
               n->g, lock, n->at.file, n->at.line, n->first.file,
               n->first.line);
        break;
    case NOTE_FOREIGN:
        tb_add(r->t,
               S("UNLOCK BY ANOTHER: goroutine %u unlocks %s at %s:%d; "
                 "goroutine %u locked it at %s:%d\n"
                 "  Go allows that; deadlocks on it cannot be certain\n",
                 "由别人解锁:goroutine %u 解开 %s(%s:%d),锁它的是 "
                 "goroutine %u(%s:%d)\n"
                 "  Go 允许这样做;但这把锁上的死锁就无法断定了\n"),
               n->g, lock, n->at.file, n->at.line, n->other, n->first.file,
               n->first.line);
        break;
    case NOTE_MIXED:
        add_mixed(r, n);
        break;
    }
}

static void
write_all(struct report *r)
{
    const struct lock_note *n = r->lw->notes.at;
    int i;

    r->t->len = 0;
    tb_addn(r->t, "", 0);
    r->ncycle = 0;
    lockorder_cycles(r->lw, add_cycle, r);
    for (i = 0; i < r->lw->notes.n; i++)
        add_note(r, &n[i]);
}

char *
lockwatch_report(const struct lockwatch *lw, enum gopark_lang lang)
{
    struct tb t = { .w = lw->w };
    struct report r = { .lw = lw, .t = &t, .lang = lang };

    write_all(&r);
    number_twins(&r);
    write_all(&r);
    free(r.named.at);
    if (t.len == 0)
        tb_add(&t, "%s",
               SAY(lang,
                   "locks are taken in one order, as far as "
                   "this run has shown\n",
                   "就这次运行来看,加锁的顺序是一致的\n"));
    return t.buf;
}
