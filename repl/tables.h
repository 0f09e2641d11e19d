/*
 * tables.h - reading Lua files that return a table.
 *
 * Lessons describe themselves in such files. They are read in a state of their
 * own that can reach nothing: no files, no system, a bounded amount of work.
 * What is wrong with a table is said to a function, and reading goes on, so
 * that a teacher sees all mistakes at once.
 *
 * Strings are borrowed: they live as long as the table they came from.
 */
#ifndef GOPARK_REPL_TABLES_H
#define GOPARK_REPL_TABLES_H

#include <lua.h>
#include <stdbool.h>

#include "gopark.h"

/* One thing that is wrong with file, at a line of it. */
typedef void problem_fn(void *ctx, const char *file, int line,
                        const char *text);

struct tables {
    lua_State *L;
    problem_fn *problem; /* NULL: nobody wants to know */
    void *ctx;
    int root; /* the table read last, in the registry; 0 none */
};

/* A text in both languages (enum lang); NULL where one is missing. */
struct saying {
    const char *in[2];
};

/* NULL: no memory. */
lua_State *tables_state(void);
/* Call the function on top of L as lua_pcall does, but not for ever. */
int tables_call(lua_State *L, int nargs, int nresults);
/* Read path and push what it returns. False: nothing is pushed, and the
 * problem has been said. */
bool tables_load(struct tables *t, const char *path);
void tables_problem(struct tables *t, const char *file, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* Fields of the table on top. The wrong type is a problem; a field that is
 * not there is one only for the functions called `need`. */
const char *tables_str(struct tables *t, const char *file, const char *key);
const char *tables_need(struct tables *t, const char *file, const char *key);
lua_Integer tables_int(struct tables *t, const char *file, const char *key,
                       lua_Integer absent);
bool tables_bool(struct tables *t, const char *file, const char *key);
bool tables_has(struct tables *t, const char *key);
/* The field's { en =, zh = }; both must be there. */
struct saying tables_saying(struct tables *t, const char *file,
                            const char *key);
/* The table on top itself is one. */
struct saying tables_said(struct tables *t, const char *file, const char *what);
/* Push the field if it is a table; false: it is not, nothing is pushed. */
bool tables_enter(struct tables *t, const char *file, const char *key);
/* The field, a list of strings, as a NULL-ended array; malloc'd. */
const char **tables_list(struct tables *t, const char *file, const char *key,
                         int *n);
/* Say every key that is not one of the words in known ("a b c"). */
void tables_known(struct tables *t, const char *file, const char *known);

#endif
