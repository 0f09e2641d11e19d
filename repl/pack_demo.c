/*
 * pack_demo.c - reading demos: NAME.lua and its NAME.stops.lua.
 */
#include <lauxlib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "pack_read.h"
#include "text.h"

char *
pack_path(const char *fmt, ...)
{
    struct text t = { 0 };
    va_list ap;

    va_start(ap, fmt);
    text_vprintf(&t, fmt, ap);
    va_end(ap);
    return t.s;
}

void
pack_read_options(struct tables *t, const char *file, uint64_t *seed,
                  int *procs)
{
    *seed = 1;
    *procs = 4;
    if (!tables_enter(t, file, "options"))
        return;
    *seed = (uint64_t)tables_int(t, file, "seed", 1);
    *procs = (int)tables_int(t, file, "procs", 4);
    tables_known(t, file, "seed procs");
    if (*procs < 1 || *procs > 256) {
        tables_problem(t, file, "procs = %d: expected 1 to 256", *procs);
        *procs = 4;
    }
    lua_pop(t->L, 1);
}

/* The place: at, line or on. */
static void
read_place(struct tables *t, const char *file, struct demo_stop *d)
{
    const char *at = tables_str(t, file, "at");
    const char *line = tables_str(t, file, "line");
    const char *on = tables_str(t, file, "on");

    if ((at != NULL) + (line != NULL) + (on != NULL) != 1)
        tables_problem(t, file, "a stop needs one of at, line and on");
    if (at != NULL && strcmp(at, "start") != 0 && strcmp(at, "end") != 0)
        tables_problem(t, file, "at = \"%s\": expected start or end", at);
    d->at = line != NULL                             ? STOP_AT_LINE
            : on != NULL                             ? STOP_AT_EVENT
            : at != NULL && strcmp(at, "start") == 0 ? STOP_AT_START
                                                     : STOP_AT_END;
    d->what = line != NULL ? line : on;
}

void
pack_read_stop(struct tables *t, const char *file, struct demo_stop *d,
               bool said)
{
    memset(d, 0, sizeof *d);
    read_place(t, file, d);
    d->of = tables_str(t, file, "of");
    d->hit = (int)tables_int(t, file, "hit", 1);
    d->g = (uint32_t)tables_int(t, file, "g", 0);
    d->show = tables_list(t, file, "show", &d->nshow);
    if (said)
        d->caption = tables_said(t, file, "a stop");
    tables_known(t, file, "at line on of hit g show en zh");
}

static void
read_stops(struct tables *t, struct demo *d)
{
    if (!tables_enter(t, d->stops_path, "stops")) {
        tables_problem(t, d->stops_path, "stops are missing");
        return;
    }
    d->nstop = (int)lua_rawlen(t->L, -1);
    d->stop = text_alloc(sizeof *d->stop * (size_t)(d->nstop + 1));
    for (int i = 0; i < d->nstop; i++) {
        lua_rawgeti(t->L, -1, i + 1);
        if (lua_istable(t->L, -1))
            pack_read_stop(t, d->stops_path, &d->stop[i], true);
        else
            memset(&d->stop[i], 0, sizeof d->stop[i]);
        lua_pop(t->L, 1);
    }
    lua_pop(t->L, 1);
}

static void
read_demo(struct tables *t, const struct section *s, struct demo *d,
          const char *name)
{
    d->name = name;
    d->path = pack_path("%s/demos/%s.lua", s->dir, name);
    d->stops_path = pack_path("%s/demos/%s.stops.lua", s->dir, name);
    d->seed = 1;
    d->procs = 4;
    if (!tables_load(t, d->stops_path))
        return;
    lua_pushvalue(t->L, -1);
    luaL_ref(t->L, LUA_REGISTRYINDEX);
    d->title = tables_saying(t, d->stops_path, "title");
    d->ends = tables_need(t, d->stops_path, "ends");
    pack_read_options(t, d->stops_path, &d->seed, &d->procs);
    read_stops(t, d);
    tables_known(t, d->stops_path, "title options ends stops");
    lua_pop(t->L, 1);
}

void
pack_read_demos(struct tables *t, struct section *s, const char *file)
{
    const char **name = tables_list(t, file, "demos", &s->ndemo);

    s->demo = text_alloc(sizeof *s->demo * (size_t)(s->ndemo + 1));
    memset(s->demo, 0, sizeof *s->demo * (size_t)(s->ndemo + 1));
    for (int i = 0; i < s->ndemo; i++)
        read_demo(t, s, &s->demo[i], name[i]);
    free(name);
}

void
pack_free_demos(struct section *s)
{
    for (int i = 0; i < s->ndemo; i++) {
        for (int k = 0; k < s->demo[i].nstop; k++)
            free(s->demo[i].stop[k].show);
        free(s->demo[i].stop);
        free(s->demo[i].path);
        free(s->demo[i].stops_path);
    }
    free(s->demo);
}
