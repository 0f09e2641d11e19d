/*
 * glossary.h - the terms of the field, for `explain WORD` and the lessons'
 * links to terms.
 */
#ifndef GOPARK_REPL_GLOSSARY_H
#define GOPARK_REPL_GLOSSARY_H

struct term {
    const char *word;
    const char *text[2]; /* English, Chinese */
    const char *see;     /* other terms and commands, or "" */
};

/* By word, whatever its case; NULL: there is none. */
const struct term *glossary_find(const char *word);
/* The i-th, by alphabet; NULL at the end. */
const struct term *glossary_at(int i);

#endif
