/*
 * facts.h - what a program did, as the table `f` that exercises ask.
 *
 * lessons/FORMAT.md lists the fields. Parts that were not asked for are
 * absent.
 */
#ifndef GOPARK_REPL_FACTS_H
#define GOPARK_REPL_FACTS_H

#include <lua.h>

#include "survey.h"
#include "trial.h"

/* Push the table for t. */
void facts_push(lua_State *L, const struct trial *t);
/* Add to the table on top: f.runs, f.all. */
void facts_add_runs(lua_State *L, const struct trial *runs, int n);
void facts_add_all(lua_State *L, const struct survey *s);
/* f.at: w as it stands. */
void facts_add_at(lua_State *L, struct world *w);
/* The text of an edge: "G3 -> jobs", "mu -> G2". */
const char *facts_edge(const struct trial_edge *e, char *buf, size_t size);

#endif
