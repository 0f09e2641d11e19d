/*
 * complete.h - what a line can go on with. Knows no terminal.
 */
#ifndef GOPARK_REPL_COMPLETE_H
#define GOPARK_REPL_COMPLETE_H

#include "repl.h"

struct completions {
    char **word; /* each the whole word, not only what is missing */
    int n, cap;
    bool files; /* file names fit as well; the caller knows them */
};

/* The words that may stand in place of line[start..end). */
void complete(struct repl *r, const char *line, size_t start, size_t end,
              struct completions *out);
void completions_free(struct completions *c);

#endif
