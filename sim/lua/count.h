/*
 * count.h - instructions that goroutines execute, counted exactly.
 */
#ifndef GOPARK_LUA_COUNT_H
#define GOPARK_LUA_COUNT_H

#include "lua/layout.h"
#include "lua/structs.h"

void count_begin(lua_State *L); /* with the next one */
/* A stop came before gp's count, which is now made up for. False: others are
 * first. */
bool count_due(struct world *w, struct g *gp);
/* What gp has executed up to now. g.instructions has what its hooks counted,
 * less what its threads had done before they were its own. */
uint64_t count_total(const struct g *gp);

/* Instructions of L since its hook last counted; 0 if that is not known. L is
 * not in the middle of an instruction. */
static inline int64_t
count_since(lua_State *L)
{
    const struct thread *t = (const void *)L;

    return layout_known ? t->basehookcount - t->hookcount : 0;
}

#endif
