/*
 * opwords.h - an operation in a few words, for the rows of a table.
 */
#ifndef GOPARK_CHECK_OPWORDS_H
#define GOPARK_CHECK_OPWORDS_H

#include "check/search.h"

/* What gp stands before; kase: which case it will be. */
void opwords_say(struct tb *t, const struct g *gp, int kase,
                 enum gopark_lang lang);
/* Why one that is parked is, as an operation: "lock b". */
void opwords_say_parked(struct tb *t, const struct g *gp);
/* " :12", where gp stands. */
void opwords_say_line(struct tb *t, const struct g *gp);
/* These words, if they are not Go's, in lang. */
const char *opwords_in(const char *en, enum gopark_lang lang);

#endif
