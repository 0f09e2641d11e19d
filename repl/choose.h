/*
 * choose.h - decisions: what the scheduler leaves to chance, put to a person.
 *
 * The next step is tried on a branch with somebody listening to its choices;
 * then every answer is tried too, and what comes of it is what the list says.
 */
#ifndef GOPARK_REPL_CHOOSE_H
#define GOPARK_REPL_CHOOSE_H

#include "repl.h"

/* Forget what was open: the session has moved. */
void chooser_drop(struct repl *r);
/* A session has been opened: give it the policy that is set. */
void chooser_apply(struct repl *r);
void settings_apply(struct repl *r); /* cmd_settings.c: likewise */
/* Does the next step need an answer that has not been given? */
bool chooser_open(struct repl *r, bool *open);
/* List what is open; under the manual policy also say that it is asked. */
bool chooser_list(struct repl *r, bool asked);
/* Settle the decision that answer k belongs to, or step its goroutine. */
bool chooser_pick(struct repl *r, uint64_t k);
/* go, random, pct, manual. */
bool chooser_policy(struct repl *r, const char *name);

#endif
