/*
 * words.c - where a line may end: between words, in Chinese after any
 * character, but never before punctuation that closes.
 */
#include <stdio.h>
#include <string.h>

#include "scene.h"

/* Bytes of the punctuation at s that no line may begin with. */
static size_t
closing(const char *s)
{
    static const char *const mark[] = {
        "\u3002", "\uff0c", "\u3001", "\uff1b", "\uff1a",
        "\uff01", "\uff1f", "\uff09", "\u300d", "\u201d",
        ",",      ".",      ";",      ":",      ")",
    };

    for (size_t i = 0; i < sizeof mark / sizeof mark[0]; i++) {
        if (strncmp(s, mark[i], strlen(mark[i])) == 0)
            return strlen(mark[i]);
    }
    return 0;
}

/* Bytes of the word that s begins with, its spaces before it included; a
 * character of Chinese is a word, with the punctuation that follows it. */
static size_t
word_length(const char *s)
{
    size_t n = strspn(s, " "), more;

    if ((unsigned char)s[n] >= 0xe0)
        for (n++; ((unsigned char)s[n] & 0xc0) == 0x80; n++)
            ;
    else
        while (s[n] != '\0' && s[n] != ' ' && s[n] != '\n' &&
               (unsigned char)s[n] < 0xe0)
            n++;
    while ((more = closing(s + n)) > 0)
        n += more;
    return n;
}

size_t
scene_words(const struct build *b, enum font f, const char *s, float w)
{
    size_t at = 0, n;
    float used = 0;
    char word[128];

    for (; s[at] != '\0' && s[at] != '\n'; at += n) {
        n = word_length(s + at);
        snprintf(word, sizeof word, "%.*s", (int)n, s + at);
        used += scene_width(b, f, word);
        if (used > w && at > 0)
            break;
    }
    return at;
}
