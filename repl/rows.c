/*
 * rows.c - listings: aligned columns, or a JSON object a line.
 */
#include "rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
repl_json(struct repl *r, json_t *object)
{
    char *s = json_dumps(object, JSON_COMPACT);
    struct text line = { 0 };

    text_printf(&line, "%s\n", s != NULL ? s : "{}");
    repl_put_json(r, line.s);
    text_done(&line);
    free(s);
    json_decref(object);
}

json_t *
json_text(const char *s, size_t n)
{
    json_t *j = json_stringn(s, n);
    struct text t = { 0 };

    if (j != NULL)
        return j;
    for (size_t i = 0; i < n; i++)
        text_printf(&t, (s[i] & 0x80) ? "\\x%02x" : "%c", (unsigned char)s[i]);
    j = json_stringn(t.s, t.len);
    text_done(&t);
    return j;
}

void
rows_begin(struct rows *t, struct repl *r)
{
    memset(t, 0, sizeof *t);
    t->r = r;
}

static void
row_done(struct rows *t)
{
    if (t->object != NULL)
        repl_json(t->r, t->object);
    t->object = NULL;
}

void
rows_next(struct rows *t)
{
    row_done(t);
    t->total++;
    t->column = 0;
    if (t->r->json) {
        t->object = json_object();
        return;
    }
    if (t->nrow == t->cap) {
        t->cap = t->cap == 0 ? 32 : 2 * t->cap;
        t->cell =
            text_grow(t->cell, (size_t)t->cap * ROWS_COLUMNS * sizeof *t->cell);
    }
    memset(t->cell + t->nrow * ROWS_COLUMNS, 0, ROWS_COLUMNS * sizeof *t->cell);
    t->nrow++;
}

void
rows_text(struct rows *t, const char *fmt, ...)
{
    struct text s = { 0 };
    va_list ap;
    int w;

    if (t->r->json || t->column == ROWS_COLUMNS)
        return;
    va_start(ap, fmt);
    text_vprintf(&s, fmt, ap);
    va_end(ap);
    w = text_width(s.s);
    if (w > t->width[t->column])
        t->width[t->column] = w;
    t->cell[(t->nrow - 1) * ROWS_COLUMNS + t->column++] = s.s;
}

void
rows_json(struct rows *t, const char *key, json_t *value)
{
    if (t->object != NULL)
        json_object_set_new(t->object, key, value);
    else
        json_decref(value);
}

void
rows_int(struct rows *t, const char *key, int64_t value)
{
    if (t->object != NULL)
        json_object_set_new(t->object, key, json_integer(value));
}

void
rows_bool(struct rows *t, const char *key, bool value)
{
    if (t->object != NULL)
        json_object_set_new(t->object, key, json_boolean(value));
}

void
rows_str(struct rows *t, const char *key, const char *value)
{
    if (t->object == NULL)
        return;
    json_object_set_new(t->object, key,
                        value != NULL ? json_text(value, strlen(value))
                                      : json_null());
}

void
rows_both(struct rows *t, const char *key, const char *value)
{
    rows_str(t, key, value);
    rows_text(t, "%s", value);
}

/* The columns of a row, two blanks apart, none behind the last. */
static void
put_row(struct rows *t, char **cell)
{
    struct text line = { 0 };
    int pad = 0;

    for (int c = 0; c < ROWS_COLUMNS && cell[c] != NULL; c++) {
        if (cell[c][0] != '\0') {
            text_pad(&line, pad);
            text_puts(&line, cell[c]);
            pad = 0;
        }
        pad += t->width[c] - text_width(cell[c]) + (t->width[c] > 0 ? 2 : 0);
        free(cell[c]);
    }
    text_puts(&line, "\n");
    repl_puts(t->r, line.s);
    text_done(&line);
}

void
rows_end(struct rows *t, const char *none)
{
    row_done(t);
    for (int i = 0; i < t->nrow; i++)
        put_row(t, t->cell + i * ROWS_COLUMNS);
    if (t->total == 0 && !t->r->json && none != NULL)
        repl_printf(t->r, "%s\n", none);
    free(t->cell);
    memset(t, 0, sizeof *t);
}
