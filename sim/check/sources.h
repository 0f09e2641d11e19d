/*
 * sources.h - the texts of the functions that run, in words, kept while an
 * analysis lasts.
 */
#ifndef GOPARK_CHECK_SOURCES_H
#define GOPARK_CHECK_SOURCES_H

#include "check/tokens.h"
#include "world/world.h"

struct sources {
    struct world *w;
    struct source *first; /* host memory */
};

/* The text of a chunk, named as in lua_Debug.source; NULL: no memory. It is
 * empty if the text is not known. */
const struct tokens *sources_words(struct sources *ss, const char *chunk);
/* The same by the name that is shown; NULL: it has not been asked for. */
const struct tokens *sources_file(const struct sources *ss, const char *file);
void sources_free(struct sources *ss);

#endif
