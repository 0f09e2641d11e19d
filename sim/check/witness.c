#include "check/witness.h"

#include <stdio.h>
#include <string.h>

#include "check/say.h"

enum { WAY_MAX = 1 << 20 }; /* steps of a way that are followed */

static struct g *
g_at(const struct mark *m, uint32_t place)
{
    uint32_t i;

    for (i = 0; i < m->nlive; i++) {
        if (markset_place(m->live[i]) == place)
            return m->live[i];
    }
    return NULL;
}

/* Is the value on top of L what lies at place? Pops it. */
static bool
is_at(lua_State *L, uint32_t place)
{
    const void *p = lua_topointer(L, -1);
    bool same =
        p != NULL && world_of(p) == world_of(L) && markset_place(p) == place;

    lua_pop(L, 1);
    return same;
}

/* The name of the variable of this frame that holds what lies at place. */
static bool
in_frame(struct frames *f, uint32_t place, struct witness *out)
{
    const char *name;
    bool found = false;
    int i;

    for (i = 1; !found && (name = lua_getlocal(f->L, &f->ar, i)) != NULL; i++) {
        found = is_at(f->L, place) && name[0] != '(';
        if (found)
            snprintf(out->name, sizeof out->name, "%s", name);
    }
    lua_getinfo(f->L, "f", &f->ar);
    for (i = 1; !found && (name = lua_getupvalue(f->L, -1, i)) != NULL; i++) {
        found = out->upvalue = is_at(f->L, place);
        if (found)
            snprintf(out->name, sizeof out->name, "%s", name);
    }
    lua_pop(f->L, 1);
    return found;
}

static void
find_variable(const struct g *gp, uint32_t place, struct witness *out)
{
    struct frames f;

    frames_begin(&f, gp);
    while (frames_next(&f)) {
        if (!lua_checkstack(f.L, 4) || !in_frame(&f, place, out))
            continue;
        out->file = say_chunk(&f.ar);
        out->line = f.ar.currentline;
        if (strcmp(f.ar.what, "main") != 0) {
            out->from = f.ar.linedefined;
            out->to = f.ar.lastlinedefined;
        }
        return;
    }
}

static void
find_global(lua_State *L, uint32_t place, struct witness *out)
{
    lua_pushglobaltable(L);
    lua_pushnil(L);
    while (lua_next(L, -2) != 0) {
        if (is_at(L, place) && lua_type(L, -1) == LUA_TSTRING)
            snprintf(out->name, sizeof out->name, "%s", lua_tostring(L, -1));
    }
    lua_pop(L, 1);
}

bool
witness_find(const struct mark *m, const struct obj *o, struct witness *out)
{
    uint32_t at = markset_place(o), before = 0, from;
    int n = 0;

    memset(out, 0, sizeof *out);
    if (!mark_has(m, o))
        return false;
    while ((from = mark_from(m, at)) > ROOT_RUNS && n++ < WAY_MAX) {
        out->g = g_at(m, from);
        if (out->g != NULL) {
            out->root = ROOT_RUNS;
            out->direct = at == markset_place(o);
            find_variable(out->g, at, out);
            return true;
        }
        before = at;
        at = from;
    }
    out->root = (enum mark_root)from;
    out->direct = before == markset_place(o);
    if (out->root == ROOT_GLOBALS)
        find_global(m->L, before, out);
    return true;
}

static void
say_variable(struct tb *t, const struct witness *wi, enum gopark_lang lang)
{
    if (wi->name[0] == '\0')
        tb_add(t, SAY(lang, "by G%u", "经过 G%u"), wi->g->id);
    else
        tb_add(t,
               wi->direct
                   ? SAY(lang, "by the variable %s of G%u", "G%2$u 的变量 %1$s")
                   : SAY(lang, "through the variable %s of G%u",
                         "经过 G%2$u 的变量 %1$s"),
               wi->name, wi->g->id);
    if (wi->file != NULL && lang == GOPARK_ZH)
        tb_add(t, "(G%u 停在 %s:%d)", wi->g->id, wi->file, wi->line);
    else if (wi->file != NULL)
        tb_add(t, ", which stands at %s:%d", wi->file, wi->line);
}

void
witness_say(struct tb *t, const struct mark *m, const struct obj *o,
            enum gopark_lang lang)
{
    struct witness wi;

    if (!witness_find(m, o, &wi)) {
        tb_add(t, "%s", SAY(lang, "by nobody", "没有途径"));
        return;
    }
    switch (wi.root) {
    case ROOT_RUNS:
        say_variable(t, &wi, lang);
        break;
    case ROOT_GLOBALS:
        tb_add(t, SAY(lang, "by the global variable %s", "全局变量 %s"),
               wi.name);
        break;
    case ROOT_TIMER:
        tb_add(t, "%s", SAY(lang, "by an armed timer", "一个走着的定时器"));
        break;
    case ROOT_REGISTRY:
        tb_add(t, "%s", SAY(lang, "by a module", "一个模块"));
        break;
    }
}
