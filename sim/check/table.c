/*
 * table.c - an execution as a table: a row for each transition, a column for
 * each goroutine that takes part.
 *
 * Where the columns do not fit a terminal, they overlap: each operation has a
 * line of its own, with its goroutine in front, moved in as the column would
 * be. Nothing is shortened, and who goes after whom is still to be seen.
 */
#include <stdio.h>
#include <string.h>

#include "check/minimise.h"
#include "check/opwords.h"

enum { CELL = 48, HEAD_ROWS = 80, TAIL_ROWS = 80 };
enum { SCREEN = 80, STEP = 7, GAP = 2, STAIRS = 12 }; /* columns; stairs */

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
        tb_add(&t, "%s", opwords_in(instead, tab->s->o.lang));
    else if (gp != NULL)
        opwords_say(&t, gp, kase, tab->s->o.lang);
    if (gp != NULL && gp->status == G_RUNNABLE)
        opwords_say_line(&t, gp);
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
        opwords_say(&t, gp, CASE_NONE, tab->s->o.lang);
    else
        opwords_say_parked(&t, gp);
    opwords_say_line(&t, gp);
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
        tb_add(&t, "%s :%d", opwords_in("failed", tab->s->o.lang), c->line);
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

/* Columns on a terminal: two for what is Chinese, from U+3000 on. */
static int
length(const char *s)
{
    int n = 0;

    for (; *s != '\0'; s++)
        n += (((unsigned char)*s & 0xc0) != 0x80) + ((unsigned char)*s >= 0xe3);
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
    return w;
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

/* The same row where the columns do not fit: a line for each that takes part.
 * A row in which nobody does has one, too. */
static void
print_stairs(const struct table *tab, struct tb *t, const char *head,
             uint32_t row)
{
    bool any = false;

    for (size_t c = 0; c < tab->column.n; c++) {
        const char *text = cell_at(tab, row, tab->column.at[c]);

        if (*text == '\0')
            continue;
        tb_add(t, "%5s  %*sG%u  %s\n", any ? "" : head,
               GAP * (int)(c < STAIRS ? c : STAIRS), "", tab->column.at[c],
               text);
        any = true;
    }
    if (!any)
        tb_add(t, "%5s\n", head);
}

static void
print_rows(const struct table *tab, struct tb *t, const int *width)
{
    char head[24];

    for (uint32_t row = 0; row <= tab->nrow; row++) {
        snprintf(head, sizeof head, "%llu",
                 (unsigned long long)tab->before + row + 1);
        if (row == tab->nrow)
            snprintf(head, sizeof head, "end");
        else if (row >= HEAD_ROWS && row + TAIL_ROWS < tab->nrow) {
            tb_add(t, "%s", row == HEAD_ROWS ? "  ...\n" : "");
            continue;
        }
        if (width != NULL)
            print_row(tab, t, head, row, width);
        else
            print_stairs(tab, t, head, row);
    }
}

static char *
print(const struct table *tab)
{
    struct tb t = { .w = tab->s->w };
    int *width = calloc(tab->column.n + 1, sizeof *width), total = STEP - GAP;

    if (width == NULL)
        return NULL;
    for (size_t c = 0; c < tab->column.n; c++) {
        width[c] = width_of(tab, tab->column.at[c]);
        total += width[c] + GAP;
    }
    if (total <= SCREEN)
        print_row(tab, &t, "step", UINT32_MAX, width);
    else
        tb_add(&t, " step\n");
    print_rows(tab, &t, total <= SCREEN ? width : NULL);
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
