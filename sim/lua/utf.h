/*
 * utf.h - runes: UTF-8 as Go reads and writes it.
 *
 * A byte that begins no valid sequence is a rune by itself, UTF_ERROR of
 * width 1; surrogates and overlong forms are invalid.
 */
#ifndef LUA_UTF_H
#define LUA_UTF_H

#include <stdbool.h>
#include <stddef.h>

enum { UTF_MAX = 4, UTF_ERROR = 0xfffd, UTF_LAST = 0x10ffff };

/* The rune at s, of which n > 0 bytes are left; its length into *width. */
int utf_decode(const char *s, size_t n, int *width);

/* Write rune to s (at least UTF_MAX bytes) and return its length. */
int utf_encode(char *s, int rune);

/* How many runes the n bytes at s are. */
size_t utf_count(const char *s, size_t n);

/* A rune that UTF-8 can carry? */
bool utf_valid(int rune);

/* A rune that is seen when printed, by Go's strconv.IsPrint? */
bool utf_printable(int rune);

#endif
