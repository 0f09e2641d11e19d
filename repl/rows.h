/*
 * rows.h - listings: aligned columns for people, a JSON object a line for
 * programs, from one description.
 *
 * Between rows_begin and rows_end, each row is rows_next() and then its
 * cells. A cell has a key, which is its name in JSON, a value, and the text
 * that people see; cells without text are for JSON only, cells without a key
 * for people only.
 */
#ifndef GOPARK_REPL_ROWS_H
#define GOPARK_REPL_ROWS_H

#include <jansson.h>

#include "repl.h"

enum { ROWS_COLUMNS = 16 };

struct rows {
    struct repl *r;
    json_t *object; /* the row being made, in JSON */
    char **cell;    /* texts of all rows, column by column; NULL: none */
    int nrow, cap;
    int column; /* next column of the row being made */
    int width[ROWS_COLUMNS];
    int total; /* rows, JSON too */
};

void rows_begin(struct rows *t, struct repl *r);
void rows_next(struct rows *t);
/* Print what there is; `none` in its place if there were no rows. */
void rows_end(struct rows *t, const char *none);

/* A text column. */
void rows_text(struct rows *t, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* JSON fields; they show nothing to people. */
void rows_int(struct rows *t, const char *key, int64_t value);
void rows_str(struct rows *t, const char *key, const char *value);
void rows_bool(struct rows *t, const char *key, bool value);
void rows_json(struct rows *t, const char *key, json_t *value); /* taken */
/* Both at once: a text column whose JSON value is the same string. */
void rows_both(struct rows *t, const char *key, const char *value);

/* One object as a line; taken. */
void repl_json(struct repl *r, json_t *object);
/* A string; what is not UTF-8 is shown byte by byte, as \xff. */
json_t *json_text(const char *s, size_t n);

#endif
