/*
 * markdown.c - Markdown on a terminal.
 *
 * The text of a block is gathered first, with styles as control bytes, and is
 * wrapped when the block ends; wrap.c knows the widths of characters and
 * where a line may break.
 */
#include "markdown.h"

#include <md4c.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "flank.h"
#include "wrap.h"

enum { DEFAULT_WIDTH = 80, DEPTH = 8, COLUMNS = 8, GAP = 2 };

struct cell {
    struct text text;
};

struct show {
    const struct markdown *how;
    const struct markdown_scan *scan; /* in place of showing */
    struct text *out;
    struct text block; /* the inline text being gathered */
    int width;
    int styles;         /* STYLE_... in force */
    char *href;         /* of the link we are in */
    int depth;          /* nested lists */
    int item[DEPTH];    /* next number of each; 0: bullets */
    bool first_in_item; /* the next paragraph carries the bullet */
    bool tight;         /* no blank line before the next block */
    char *info;         /* of the fence we are in */
    struct cell *cell;  /* of the table, row by row */
    int ncell, ncol;
};

/* --- blocks -------------------------------------------------------------- */

static void
blank(struct show *s)
{
    if (s->out->len > 0 && !s->tight)
        text_puts(s->out, "\n");
    s->tight = false;
}

/* Print the gathered text, wrapped, behind the item's bullet if it is first. */
static void
flush(struct show *s)
{
    int indent = 3 * s->depth;
    char mark[24] = "";

    if (s->block.len == 0)
        return;
    blank(s);
    if (s->first_in_item && s->depth > 0) {
        int *number = &s->item[s->depth - 1];

        if (*number > 0)
            snprintf(mark, sizeof mark, "%d. ", (*number)++);
        else
            snprintf(mark, sizeof mark, " - ");
        indent -= 3;
        s->first_in_item = false;
        s->tight = true;
    }
    wrap_print(s->out, s->block.s, indent, mark, s->width, s->how->colour);
    s->tight = s->depth > 0;
    text_clear(&s->block);
}

/* Code as it stands, moved in. */
static void
put_code(struct show *s)
{
    blank(s);
    for (const char *p = s->block.s; *p != '\0';) {
        size_t n = strcspn(p, "\n");

        if (n > 0)
            text_pad(s->out, 3 * s->depth + 4);
        text_add(s->out, p, n);
        text_puts(s->out, "\n");
        p += n + (p[n] == '\n');
    }
}

static void
code_end(struct show *s)
{
    if (s->scan == NULL && s->block.len > 0)
        put_code(s);
    else if (s->scan != NULL && s->scan->fence != NULL)
        s->scan->fence(s->scan->ctx, s->info, s->block.s ? s->block.s : "");
    text_clear(&s->block);
    free(s->info);
    s->info = NULL;
}

/* --- tables -------------------------------------------------------------- */

static void
cell_end(struct show *s)
{
    s->cell = text_grow(s->cell, sizeof *s->cell * (size_t)(s->ncell + 1));
    memset(&s->cell[s->ncell], 0, sizeof *s->cell);
    text_puts(&s->cell[s->ncell].text, s->block.s != NULL ? s->block.s : "");
    s->ncell++;
    text_clear(&s->block);
}

/* Widths that fit: the widest column gives way until they do. */
static void
fit_columns(const struct show *s, int *width)
{
    int total = 0;

    for (int c = 0; c < s->ncol; c++)
        width[c] = 0;
    for (int i = 0; i < s->ncell; i++) {
        int w = wrap_width(s->cell[i].text.s);
        if (w > width[i % s->ncol])
            width[i % s->ncol] = w;
    }
    for (int c = 0; c < s->ncol; c++)
        total += width[c] + GAP;
    while (total > s->width) {
        int widest = 0;
        for (int c = 1; c < s->ncol; c++)
            if (width[c] > width[widest])
                widest = c;
        if (width[widest] <= 8)
            break;
        width[widest]--;
        total--;
    }
}

static void
table_end(struct show *s)
{
    int width[COLUMNS];

    if (s->ncol > 0 && s->ncol <= COLUMNS && s->scan == NULL) {
        blank(s);
        fit_columns(s, width);
        for (int i = 0; i + s->ncol <= s->ncell; i += s->ncol) {
            const char *text[COLUMNS];

            for (int c = 0; c < s->ncol; c++)
                text[c] = s->cell[i + c].text.s;
            wrap_row(s->out, text, width, s->ncol, GAP, s->how->colour);
            if (i == 0)
                wrap_rule(s->out, width, s->ncol, GAP);
        }
    }
    for (int i = 0; i < s->ncell; i++)
        text_done(&s->cell[i].text);
    free(s->cell);
    s->cell = NULL;
    s->ncell = 0;
}

/* --- md4c's calls -------------------------------------------------------- */

static char *
attribute(const MD_ATTRIBUTE *a)
{
    struct text t = { 0 };

    text_add(&t, a->text != NULL ? a->text : "", a->text ? a->size : 0);
    return t.s != NULL ? t.s : text_dup("");
}

static void
style(struct show *s, int bit, bool on)
{
    s->styles = on ? s->styles | bit : s->styles & ~bit;
    wrap_style(&s->block, s->styles);
}

/* Code is coloured, or stands in backquotes where there is no colour. */
static void
code_span(struct show *s, bool on)
{
    if (s->how->colour)
        style(s, STYLE_CODE, on);
    else
        text_puts(&s->block, "`");
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
    struct show *s = ctx;

    switch ((int)type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        flush(s);
        if (s->depth < DEPTH)
            s->item[s->depth++] =
                type == MD_BLOCK_OL ? (int)((MD_BLOCK_OL_DETAIL *)detail)->start
                                    : 0;
        break;
    case MD_BLOCK_LI:
        s->first_in_item = true;
        break;
    case MD_BLOCK_H:
        style(s, STYLE_STRONG, true);
        break;
    case MD_BLOCK_CODE:
        flush(s);
        s->info = attribute(&((MD_BLOCK_CODE_DETAIL *)detail)->info);
        break;
    case MD_BLOCK_TABLE:
        s->ncol = (int)((MD_BLOCK_TABLE_DETAIL *)detail)->col_count;
        break;
    case MD_BLOCK_TH:
        style(s, STYLE_STRONG, true);
        break;
    default:
        break;
    }
    return 0;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
    struct show *s = ctx;

    (void)detail;
    switch ((int)type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        flush(s);
        if (--s->depth == 0)
            s->tight = false;
        break;
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
        flush(s);
        break;
    case MD_BLOCK_H:
        style(s, STYLE_STRONG, false);
        flush(s);
        break;
    case MD_BLOCK_CODE:
        code_end(s);
        break;
    case MD_BLOCK_TH:
        style(s, STYLE_STRONG, false);
        cell_end(s);
        break;
    case MD_BLOCK_TD:
        cell_end(s);
        break;
    case MD_BLOCK_TABLE:
        table_end(s);
        break;
    default:
        break;
    }
    return 0;
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *ctx)
{
    struct show *s = ctx;

    if (type == MD_SPAN_STRONG)
        style(s, STYLE_STRONG, true);
    else if (type == MD_SPAN_EM)
        style(s, STYLE_EM, true);
    else if (type == MD_SPAN_CODE)
        code_span(s, true);
    if (type != MD_SPAN_A)
        return 0;
    free(s->href);
    s->href = attribute(&((MD_SPAN_A_DETAIL *)detail)->href);
    if (s->scan != NULL && s->scan->link != NULL)
        s->scan->link(s->scan->ctx, s->href);
    style(s, STYLE_LINK, true);
    return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *ctx)
{
    struct show *s = ctx;

    (void)detail;
    if (type == MD_SPAN_STRONG)
        style(s, STYLE_STRONG, false);
    else if (type == MD_SPAN_EM)
        style(s, STYLE_EM, false);
    else if (type == MD_SPAN_CODE)
        code_span(s, false);
    if (type != MD_SPAN_A)
        return 0;
    style(s, STYLE_LINK, false);
    if (s->scan == NULL && s->how->link != NULL && s->href != NULL)
        s->how->link(s->how->ctx, s->href, &s->block);
    return 0;
}

/* n bytes at p, without the marks beside asterisks. */
static void
add_plain(struct text *t, const char *p, size_t n)
{
    const char *end = p + n, *mark;

    while ((mark = memchr(p, FLANK_MARK, (size_t)(end - p))) != NULL) {
        text_add(t, p, (size_t)(mark - p));
        p = mark + 1;
    }
    text_add(t, p, (size_t)(end - p));
}

static int
text_seen(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *ctx)
{
    struct show *s = ctx;

    if (type == MD_TEXT_BR)
        text_puts(&s->block, "\n");
    else if (type == MD_TEXT_SOFTBR)
        wrap_join(&s->block);
    else if (type == MD_TEXT_ENTITY && n == 6 && memcmp(p, "&quot;", 6) == 0)
        text_puts(&s->block, "\"");
    else
        add_plain(&s->block, p, n);
    return 0;
}

static void
parse(struct show *s, const char *source)
{
    MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_NOHTML,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = text_seen,
    };

    struct text marked = { 0 };

    flank_mark(source, &marked);
    if (marked.len > 0)
        md_parse(marked.s, (MD_SIZE)marked.len, &parser, s);
    text_done(&marked);
    text_done(&s->block);
    free(s->href);
}

void
markdown_show(const char *source, const struct markdown *how, struct text *out)
{
    struct show s = { .how = how, .out = out };

    s.width = how->width > 20 ? how->width : DEFAULT_WIDTH;
    if (s.width > 100 && s.width < MARKDOWN_UNBROKEN)
        s.width = 100;
    parse(&s, source);
}

void
markdown_scan(const char *source, const struct markdown_scan *scan)
{
    static const struct markdown plain = { .width = DEFAULT_WIDTH };
    struct text out = { 0 };
    struct show s = {
        .how = &plain, .scan = scan, .out = &out, .width = DEFAULT_WIDTH
    };

    parse(&s, source);
    text_done(&out);
}
