/*
 * table.c - an execution as a table: a row for each transition, a column for
 * each goroutine that takes part.
 */
#include <stdio.h>
#include <string.h>

#include "check/minimise.h"
#include "check/say.h"
#include "lua/cells.h"
#include "lua/chanlib.h"

enum { CELL = 40, WIDEST = 30, HEAD_ROWS = 80, TAIL_ROWS = 80 };

struct cell {
    uint32_t row, g;
    char text[CELL];
};

struct table {
    struct search *s;
    VEC(struct cell) cell;
    VEC(uint32_t) column; /* goroutines in order of number */
    uint64_t before;      /* steps of the world before the first row */
    uint32_t nrow;
};

/* --- one operation in words ---------------------------------------------- */

static const char *const verb[EV_NKIND][OP_NFORM] = {
    [EV_GO] = { [OP_PLAIN] = "go", [OP_PAR] = "par", [OP_JOIN] = "join" },
    [EV_SEND] = { [OP_PLAIN] = "send" },
    [EV_RECV] = { [OP_PLAIN] = "recv" },
    [EV_CLOSE] = { [OP_PLAIN] = "close" },
    [EV_LOCK] = { [OP_PLAIN] = "lock", [OP_TRY] = "try lock",
                  [OP_READ] = "read-lock", [OP_ACQUIRE] = "acquire",
                  [OP_ENTER] = "do" },
    [EV_UNLOCK] = { [OP_PLAIN] = "unlock", [OP_READ] = "read-unlock",
                    [OP_LEAVE] = "done" },
    [EV_WG] = { [OP_PLAIN] = "add", [OP_WAIT] = "wait" },
    [EV_COND] = { [OP_PLAIN] = "signal", [OP_WAIT] = "wait" },
    [EV_ATOMIC] = { [OP_PLAIN] = "update", [OP_READ] = "load" },
    [EV_CELL_READ] = { [OP_PLAIN] = "read" },
    [EV_CELL_WRITE] = { [OP_PLAIN] = "write", [OP_INSERT] = "write" },
    [EV_SLEEP] = { [OP_PLAIN] = "sleep" },
    [EV_SYSCALL] = { [OP_PLAIN] = "system call" },
    [EV_TIMER] = { [OP_PLAIN] = "set a timer", [OP_HALT] = "stop a timer" },
    [EV_YIELD] = { [OP_PLAIN] = "yield" },
    [EV_G_EXIT] = { [OP_PLAIN] = "exit", [OP_END] = "end" },
    [EV_PRINT] = { [OP_PLAIN] = "print" },
    [EV_OTHER] = { [OP_PLAIN] = "len", [OP_LOOK] = "look at",
                   [OP_TOUCH] = "take from", [OP_CLOCK] = "read the clock",
                   [OP_INPUT] = "read input", [OP_CHOOSE] = "choose" },
};

/* Case no of the select that gp stands before. */
static void
say_case(struct tb *t, const struct g *gp, int no)
{
    const struct scase_obj *o;

    if (no == CASE_DEFAULT) {
        tb_add(t, "default");
        return;
    }
    o = select_case(gp->inner, no);
    if (o == NULL || o->c == NULL)
        return;
    tb_add(t, "%s ", o->sends ? "send" : "recv");
    say_label(t, &o->c->o);
}

static void
say_select(struct tb *t, const struct g *gp, int kase)
{
    int n = (int)lua_rawlen(gp->inner, 1);

    tb_add(t, "select");
    if (kase != CASE_NONE) {
        tb_add(t, ": ");
        say_case(t, gp, kase);
        return;
    }
    for (int i = 1; i <= n; i++) {
        tb_add(t, "%s", i == 1 ? " " : " | ");
        say_case(t, gp, i);
    }
}

/* What gp stands before; kase: which case it will be. */
static void
say_op(struct tb *t, const struct g *gp, int kase)
{
    const struct obj *o = gp->object;
    const char *word = verb[gp->op][gp->form];

    if (gp->op == EV_SELECT) {
        say_select(t, gp, kase);
        return;
    }
    tb_add(t, "%s", word != NULL ? word : "?");
    if (gp->form == OP_CHOOSE)
        tb_add(t, " %d", kase);
    if (o == NULL || o->hidden)
        return;
    tb_add(t, " ");
    if (o->id == 0)
        tb_add(t, "nil");
    else
        say_label(t, o);
    if (obj_is(o, OBJ_CELLS) && gp->part != CELL_SHAPE)
        say_key(t, o, gp->part);
}

/* Why one that is parked is, as an operation: "lock b". */
static void
say_parked(struct tb *t, const struct g *gp)
{
    const struct obj *o = gp->object;

    tb_add(t, "%s", gopark_reason_name((enum g_reason)gp->reason));
    if (o == NULL || o->hidden || o->id == 0)
        return;
    tb_add(t, " ");
    say_label(t, o);
}

static void
say_line(struct tb *t, const struct g *gp)
{
    struct frames f;

    frames_begin(&f, gp);
    if (frames_next(&f))
        tb_add(t, " :%d", f.ar.currentline);
}

/* --- collecting ------------------------------------------------------------ */

static void
add_column(struct table *tab, uint32_t g)
{
    size_t i = tab->column.n;

    for (size_t k = 0; k < tab->column.n; k++)
        if (tab->column.at[k] == g)
            return;
    if (!vec_room(&tab->column, 1))
        return;
    for (; i > 0 && tab->column.at[i - 1] > g; i--)
        tab->column.at[i] = tab->column.at[i - 1];
    tab->column.at[i] = g;
    tab->column.n++;
}

static void
put(struct table *tab, uint32_t g, const struct tb *text)
{
    struct cell *c;

    add_column(tab, g);
    if (!vec_room(&tab->cell, 1))
        return;
    c = &tab->cell.at[tab->cell.n++];
    c->row = tab->nrow;
    c->g = g;
    snprintf(c->text, sizeof c->text, "%.*s",
             (int)text->len, text->buf != NULL ? text->buf : "");
}

static void
put_op(struct table *tab, uint32_t g, int kase, const char *instead)
{
    struct tb t = { .w = tab->s->w };
    const struct g *gp = g_find(tab->s->w, g);

    if (instead != NULL)
        tb_add(&t, "%s", instead);
    else if (gp != NULL)
        say_op(&t, gp, kase);
    if (gp != NULL && gp->status == G_RUNNABLE)
        say_line(&t, gp);
    put(tab, g, &t);
    free(t.buf);
}

static void
on_transition(void *ctx, struct search *s, size_t i)
{
    struct table *tab = ctx;
    const struct trans *t = &s->of.trans.at[i];

    if (tab->nrow == 0)
        tab->before = s->w->steps;
    switch (t->what) {
    case TRANS_OP:
        put_op(tab, t->g, t->kase, NULL);
        break;
    case TRANS_JOINT:
        put_op(tab, t->g, t->kase, NULL);
        put_op(tab, t->peer, t->peer_kase, NULL);
        break;
    case TRANS_WAKE:
        put_op(tab, t->g, CASE_NONE, "wakes up");
        break;
    case TRANS_FIRE:
        put_op(tab, t->peer, CASE_NONE, "its timer fires");
        break;
    case TRANS_CALL:
        put_op(tab, s->w->sched->ngs + 1, CASE_NONE, "a timer starts it");
        break;
    }
    tab->nrow++;
}

/* Could gp do its operation, had the program not ended? */
static bool
could_go_on(const struct offers *of, const struct g *gp)
{
    for (size_t i = 0; i < of->trans.n; i++)
        if (gset_has(&of->trans.at[i].who, gset_bit(gp->id)))
            return true;
    return false;
}

static void
put_left(struct table *tab, const struct g *gp)
{
    struct tb t = { .w = tab->s->w };

    bool could = could_go_on(&tab->s->of, gp);

    tb_add(&t, could ? "(" : "! ");
    if (gp->status == G_RUNNABLE)
        say_op(&t, gp, CASE_NONE);
    else
        say_parked(&t, gp);
    say_line(&t, gp);
    tb_add(&t, could ? ")" : "");
    put(tab, gp->id, &t);
    free(t.buf);
}

static void
put_failed(struct table *tab)
{
    const struct luax *lx = luax_of(tab->s->w);

    for (uint32_t i = 0; i < lx->ncrash; i++) {
        const struct crash *c = &lx->crash[i];
        struct tb t = { .w = tab->s->w };

        if (c->g == 0 || c->line == 0)
            continue;
        tb_add(&t, "failed :%d", c->line);
        put(tab, c->g, &t);
        free(t.buf);
    }
}

/* How those that are left stand at the end: failed, stuck (!), or before an
 * operation that they could have done (in brackets). */
static void
put_end(struct table *tab)
{
    struct world *w = tab->s->w;
    enum gopark_how how = w->end.how;
    const struct g *gp;

    w->end.how = END_NOT;
    offer_drop(&tab->s->of, (struct offer_mark){ 0, 0, 0 });
    offer_scan(&tab->s->of, w, false);
    w->end.how = how;
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        if ((gp->flags & (G_HIDDEN | G_CRASHED)) || gp->status == G_RUNNING ||
            (tab->s->par && gp->id == 1))
            continue;
        put_left(tab, gp);
    }
    put_failed(tab);
}

/* --- printing ----------------------------------------------------------------- */

/* Characters, not bytes. */
static int
length(const char *s)
{
    int n = 0;

    for (; *s != '\0'; s++)
        n += ((unsigned char)*s & 0xc0) != 0x80;
    return n;
}

static void
pad(struct tb *t, const char *text, int width)
{
    int n = length(text);

    tb_add(t, "%s", text);
    while (n++ < width)
        tb_add(t, " ");
}

static const char *
cell_at(const struct table *tab, uint32_t row, uint32_t g)
{
    for (size_t i = 0; i < tab->cell.n; i++)
        if (tab->cell.at[i].row == row && tab->cell.at[i].g == g)
            return tab->cell.at[i].text;
    return "";
}

static int
width_of(const struct table *tab, uint32_t g)
{
    int w = 6;

    for (size_t i = 0; i < tab->cell.n; i++)
        if (tab->cell.at[i].g == g && length(tab->cell.at[i].text) > w)
            w = length(tab->cell.at[i].text);
    return w < WIDEST ? w : WIDEST;
}

static void
trim(struct tb *t)
{
    while (t->len > 0 && t->buf[t->len - 1] == ' ')
        t->len--;
}

static void
print_row(const struct table *tab, struct tb *t, const char *head,
          uint32_t row, const int *width)
{
    char name[16];

    tb_add(t, "%5s  ", head);
    for (size_t c = 0; c < tab->column.n; c++) {
        const char *text = name;

        snprintf(name, sizeof name, "G%u", tab->column.at[c]);
        if (row != UINT32_MAX)
            text = cell_at(tab, row, tab->column.at[c]);
        pad(t, text, width[c]);
        tb_add(t, "  ");
    }
    trim(t);
    tb_add(t, "\n");
}

static char *
print(const struct table *tab)
{
    struct tb t = { .w = tab->s->w };
    int *width = calloc(tab->column.n + 1, sizeof *width);
    char head[24];

    if (width == NULL)
        return NULL;
    for (size_t c = 0; c < tab->column.n; c++)
        width[c] = width_of(tab, tab->column.at[c]);
    print_row(tab, &t, "step", UINT32_MAX, width);
    for (uint32_t row = 0; row < tab->nrow; row++) {
        snprintf(head, sizeof head, "%llu",
                 (unsigned long long)tab->before + row + 1);
        if (row < HEAD_ROWS || row + TAIL_ROWS >= tab->nrow)
            print_row(tab, &t, head, row, width);
        else if (row == HEAD_ROWS)
            tb_add(&t, "  ...\n");
    }
    print_row(tab, &t, "end", tab->nrow, width);
    free(width);
    return t.buf;
}

char *
table_of(struct search *s, const struct labels *path)
{
    struct table tab = { .s = s };
    char *text = NULL;

    if (search_retrace(s, path, on_transition, &tab) != SEARCH_GOES_ON) {
        put_end(&tab);
        text = print(&tab);
    }
    vec_free(&tab.cell);
    vec_free(&tab.column);
    return text;
}
