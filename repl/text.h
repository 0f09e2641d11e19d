/*
 * text.h - text that grows: what commands, listings and files are written to.
 *
 * A struct text that is all zeros is empty. text_done() frees it. Host memory
 * running out ends the program: there is nothing to be said without memory.
 */
#ifndef GOPARK_REPL_TEXT_H
#define GOPARK_REPL_TEXT_H

#include <stdarg.h>
#include <stddef.h>

struct text {
    char *s;    /* NUL-terminated, NULL while empty */
    size_t len; /* bytes, without the NUL */
    size_t cap;
};

void text_add(struct text *t, const char *s, size_t n);
void text_puts(struct text *t, const char *s);
void text_printf(struct text *t, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void text_vprintf(struct text *t, const char *fmt, va_list ap);
void text_pad(struct text *t, int n); /* n spaces */
/* s as a word that a shell reads back as s: quoted only if it has to be. */
void text_word(struct text *t, const char *s);
/* The same alone; malloc'd. */
char *text_word_of(const char *s);
void text_clear(struct text *t);      /* empty, memory kept */
void text_done(struct text *t);

/* Columns that s takes on a terminal, and the bytes that fit into n of them. */
int text_width(const char *s);
size_t text_fit(const char *s, int n);

/* malloc, realloc and strdup that do not come back without memory. */
void *text_alloc(size_t n);
void *text_grow(void *p, size_t n);
char *text_dup(const char *s);

#endif
