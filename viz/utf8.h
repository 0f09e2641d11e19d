/*
 * utf8.h - what a program prints may be any bytes; what is drawn must be
 * text.
 */
#ifndef VIZ_UTF8_H
#define VIZ_UTF8_H

#include <stddef.h>

/* Replace in place every byte that is not part of good UTF-8, and every
 * control character, by '?' (a tab by a space); cut off a character that ends
 * too early. */
void utf8_clean(char *s);

#endif
