/*
 * reader.h - reading a litmus test: the cursor, and what is known of names.
 *
 * A text is read in three turns: lines are taken apart into statements, then
 * names are sorted into shared variables and registers, then statements are
 * understood. A function that answers false has filled the error.
 */
#ifndef GOPARK_WEAK_READER_H
#define GOPARK_WEAK_READER_H

#include "weak/litmus.h"

enum {
    READ_NAMES = 64, /* different ones in the code */
    READ_DEPTH = 24, /* parentheses in parentheses */
};

struct read_part { /* a statement, or what follows a keyword */
    const char *s, *end;
    int line, g;
};

struct read_name {
    char name[LITMUS_NAME];
    unsigned gs;  /* goroutines that use it: bits */
    bool shared;  /* init names it */
    int32_t init;
};

struct reader {
    struct litmus *t;
    const char *file;
    struct gopark_err *err;
    int line;           /* being read */
    const char *p, *end; /* what is left of the part being read */
    int g;              /* whose it is, -1 nobody's */
    int depth;
    struct read_part part[LITMUS_LINES];
    int npart;
    struct read_part exists, show; /* s NULL: there is none */
    struct read_name name[READ_NAMES];
    int nname;
};

/* The error: file, line, and this; false. */
bool read_fail(struct reader *r, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* "expected WHAT, not ..." with what stands at the cursor; false. */
bool read_expected(struct reader *r, const char *what);

/* The cursor. Each passes blanks first; try_ answers whether it was
 * there, and is then behind it. */
bool read_at_end(struct reader *r);
bool read_try(struct reader *r, const char *symbol);
bool read_try_word(struct reader *r, const char *word);
/* Is a name next? Copied, cut to its size, without moving on. */
bool read_peek_name(struct reader *r, char name[LITMUS_NAME]);
bool read_name(struct reader *r, const char *what, char name[LITMUS_NAME]);
bool read_number(struct reader *r, int32_t *n);

/* Which variable, or register, is called so; -1 none. */
int read_loc(const struct litmus *t, const char *name);
int read_reg(const struct litmus *t, const char *name);

/* readname.c: what is known of name, new if it is; NULL: too many. */
struct read_name *read_see(struct reader *r, const char *name);
/* Remember who uses the names in part. */
bool read_see_all(struct reader *r, const struct read_part *part);
/* The shared ones become variables of the test. */
bool read_sort(struct reader *r);

/* readcond.c: a condition, up to where it can no longer go on. In code (g >= 0)
 * it is about registers that are set, in `exists` about everything. *node is
 * its root. */
bool read_cond(struct reader *r, int *node);
/* The loads that node depends on: bits. */
uint32_t read_uses(const struct litmus *t, int node);

/* readop.c: the statement at the cursor. */
bool read_statement(struct reader *r);

/* readshow.c: `exists`, and which values make an outcome. */
bool read_outcome(struct reader *r);

#endif
