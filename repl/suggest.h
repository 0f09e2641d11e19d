/*
 * suggest.h - "did you mean ...?": the nearest of some names to a word.
 */
#ifndef GOPARK_REPL_SUGGEST_H
#define GOPARK_REPL_SUGGEST_H

struct suggest {
    const char *word; /* what was typed; set by the caller, the rest is 0 */
    const char *best;
    int distance;
};

void suggest_offer(struct suggest *s, const char *name);
/* The nearest name, NULL if none is near enough to be meant. */
const char *suggest_best(const struct suggest *s);

#endif
