/*
 * viz_fixture.h - what the tests of viz share: a stage on a world, built at a
 * size, with pango's own measure.
 */
#ifndef GOPARK_TESTS_VIZ_FIXTURE_H
#define GOPARK_TESTS_VIZ_FIXTURE_H

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scene.h"
#include "stage.h"

static struct stage S;
static struct viz_now NOW;

__attribute__((unused)) static void
open_stage(void)
{
    struct viz_look look;
    struct gopark_err err;

    viz_look_init(&look);
    memset(&NOW, 0, sizeof NOW);
    NOW.pace = 0.001;
    NOW.file = "";
    ck_assert_int_eq(stage_open(&S, &look, &err), GOPARK_OK);
}

__attribute__((unused)) static void
close_stage(void)
{
    stage_close(&S);
}

/* The scene of w at a size in device px. */
__attribute__((unused)) static const struct scene *
build_at(const struct world *w, int width, int height)
{
    NOW.w = w;
    NOW.version++;
    stage_build(&S, &NOW, NULL, width, height);
    ck_assert(!stage_scene(&S)->failed);
    return stage_scene(&S);
}

/* How often g is home in s. */
__attribute__((unused)) static void
count_homes(const struct scene *s, uint8_t *home, uint32_t n)
{
    memset(home, 0, n + 1);
    for (uint32_t i = 0; i < s->nitem; i++) {
        const struct item *it = &s->item[i];
        if (!(it->flags & IT_HOME))
            continue;
        if (it->kind == TH_G && it->id <= n)
            home[it->id]++;
        for (uint32_t k = 0; it->kind == TH_GROUP && k < it->count; k++)
            home[s->member[it->first + k]]++;
    }
}

/* S1: every goroutine of w that the inspection shows is home once. */
__attribute__((unused)) static void
assert_everyone_home(const struct world *w, const struct scene *s)
{
    uint32_t n = world_ngs(w);
    uint8_t *home = malloc(n + 1);
    struct gopark_g g;

    count_homes(s, home, n);
    for (uint32_t id = 1; id <= n; id++) {
        bool there = world_g(w, id, &g) && !g.hidden;
        ck_assert_msg(home[id] == there, "G%u is home %d times, not %d", id,
                      home[id], there);
    }
    free(home);
}

#endif
