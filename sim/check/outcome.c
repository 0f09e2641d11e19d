/*
 * outcome.c - how an execution has ended: the verdicts.
 *
 * A failure of a goroutine comes first: what the others do afterwards they
 * would not have done. Then main: if it cannot go on, that is a deadlock. If
 * it has returned, what it left behind is run on by turns, and those that
 * nobody can reach any more have leaked; those that are merely still under
 * way, or could be reached, are no finding.
 */
#include "check/outcome.h"

#include <stdio.h>
#include <string.h>

#include "check/act.h"
#include "check/leak.h"
#include "check/racelog.h"
#include "check/say.h"
#include "check/waits.h"

enum { DRAIN_MOST = 10 * 1000 };       /* transitions after main's end */
#define DRAIN_TIME INT64_C(1000000000) /* ns */

/* --- signatures --------------------------------------------------------------- */

uint64_t
outcome_mix(uint64_t h, uint64_t x)
{
    h = (h ^ x) * UINT64_C(0x9fb21c651e98df25);
    return h ^ (h >> 32);
}

uint64_t
outcome_mix_text(uint64_t h, const char *s)
{
    for (; *s != '\0'; s++)
        h = outcome_mix(h, (unsigned char)*s);
    return h;
}

/* Numbers in a message vary from run to run and do not count. */
static uint64_t
mix_words(uint64_t h, const char *s)
{
    for (; *s != '\0'; s++)
        if (*s < '0' || *s > '9')
            h = outcome_mix(h, (unsigned char)*s);
    return h;
}

/* Who is stuck where and why, in whatever order. */
static uint64_t
signature(const struct explore_finding *f)
{
    uint64_t h = outcome_mix(f->partial, f->verdict), sum = 0;

    for (int i = 0; i < f->nstuck; i++) {
        const struct explore_stuck *st = &f->stuck[i];
        uint64_t one = outcome_mix(1 + (uint64_t)st->reason, (uint64_t)st->line);

        sum += outcome_mix_text(one, st->file);
    }
    return outcome_mix(h, sum);
}

/* --- who is stuck ----------------------------------------------------------------- */

static void
place_of(const struct world *w, const struct g *gp, bool details,
         struct explore_stuck *st)
{
    struct frames f;
    struct gopark_g info;

    if (gp->task != NULL) {
        frames_begin(&f, gp);
        if (!frames_next(&f))
            return;
        snprintf(st->file, sizeof st->file, "%s", site_chunk(&f.ar));
        st->line = f.ar.currentline;
        if (details)
            site_function(f.L, f.level, gp, st->func, sizeof st->func);
        return;
    }
    if (!world_g(w, gp->id, &info))
        return;
    snprintf(st->func, sizeof st->func, "%s", info.func);
    snprintf(st->file, sizeof st->file, "%s",
             info.file != NULL ? info.file : "");
    st->line = info.line;
}

static void
object_of(const struct world *w, const struct g *gp, struct explore_stuck *st)
{
    const struct obj *o = gp->object;
    struct gopark_object info;
    char buf[48];

    if (o == NULL || o->hidden || !world_object(w, o->id, &info))
        return;
    snprintf(st->object, sizeof st->object, "%s",
             gopark_object_label(&info, buf, sizeof buf));
}

static void
add_stuck(const struct world *w, const struct outcome_ask *ask,
          const struct g *gp, struct explore_finding *f)
{
    struct explore_stuck *st = &f->stuck[f->nstuck];

    if (f->nstuck == EXPLORE_STUCK_MOST)
        return;
    f->nstuck++;
    st->g = gp->id;
    st->reason = offer_reason(gp);
    place_of(w, gp, ask->details, st);
    if (ask->details)
        object_of(w, gp, st);
}

/* "goroutines 2 and 3", and after. */
static void
say_stuck(struct explore_finding *f, enum gopark_lang lang, const char *after)
{
    char *s = f->message;
    size_t n = sizeof f->message;
    int len = snprintf(s, n, "goroutine%s ",
                       f->nstuck == 1 ? "" : SAY(lang, "s", ""));

    for (int i = 0; i < f->nstuck && len < (int)n; i++)
        len += snprintf(s + len, n - (size_t)len, "%s%u",
                        i == 0              ? ""
                        : i + 1 < f->nstuck ? SAY(lang, ", ", "、")
                                            : SAY(lang, " and ", " 和 "),
                        f->stuck[i].g);
    if (len < (int)n)
        snprintf(s + len, n - (size_t)len, "%s", after);
}

/* --- failures ---------------------------------------------------------------------- */

static void
add_failure(const struct crash *c, struct outcome *out)
{
    struct explore_finding *f = &out->f;
    struct explore_stuck *st = &f->stuck[0];

    f->verdict = c->how == END_CHECK ? EXPLORE_CHECK : EXPLORE_PANIC;
    snprintf(f->message, sizeof f->message, "%s%.*s",
             c->how == END_CHECK   ? "check failed: "
             : c->how == END_FATAL ? "fatal error: "
                                   : "panic: ",
             (int)strcspn(c->text, "\n"), c->text); /* one line */
    if (c->g != 0 && c->line > 0) { /* else main, after its end */
        st->g = c->g;
        st->line = c->line;
        memcpy(st->file, c->file, sizeof st->file);
        memcpy(st->func, c->func, sizeof st->func);
        f->nstuck = 1;
    }
    out->sig = mix_words(signature(f), c->text);
}

/* All of them: had they come in another order, each could have been the
 * first. */
static int
failed(const struct world *w, struct outcome *out)
{
    const struct luax *lx = luax_of(w);
    int n = 0;

    for (uint32_t i = 0; i < lx->ncrash && n < OUTCOME_MOST; i++)
        add_failure(&lx->crash[i], &out[n++]);
    return n;
}

/* --- main cannot go on ---------------------------------------------------------------- */

static int
deadlocked(struct world *w, const struct outcome_ask *ask, struct outcome *out)
{
    const struct g *gp;
    int others = 0;

    out->f.verdict = EXPLORE_DEADLOCK;
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        if (gp->flags & (G_CRASHED | G_HIDDEN))
            continue;
        if (ask->par && gp->id == 1)
            continue;
        others++;
        add_stuck(w, ask, gp, &out->f);
    }
    if (others == 0)
        snprintf(out->f.message, sizeof out->f.message,
                 "no goroutines (main called runtime.Goexit)");
    else
        say_stuck(&out->f, ask->lang,
                  SAY(ask->lang, others == 1 ? " is stuck" : " are stuck",
                      " 卡住了"));
    out->sig = signature(&out->f);
    return 1;
}

/* --- main has returned ------------------------------------------------------------------ */

int
outcome_drain(struct world *w, struct offers *of)
{
    struct gset last = { { 0 } };
    int64_t until = w->sched->now + DRAIN_TIME;
    int n = 0;

    do {
        while (w->end.how == END_NOT && n < DRAIN_MOST &&
               w->sched->now <= until && act_next(w, of, &last))
            n++;
    } while (w->end.how != END_NOT && sched_outlive(w));
    act_park_all(w);
    return n;
}

struct left {
    const struct outcome_ask *ask;
    struct explore_finding *circle, *leak;
    struct waits waits;
    struct mark mark;
};

/* Those that wait for each other are deadlocked; others that nobody can reach
 * have leaked. */
static int
judge_left(lua_State *L)
{
    struct left *lf = lua_touserdata(L, 1);
    struct world *w = world_of(L);
    const struct g *gp;

    if (!waits_build(&lf->waits, w) || !mark_run(&lf->mark, w, MARK_LEAKS))
        return 0;
    for (gp = w->sched->first; gp != NULL; gp = gp->next) {
        const struct waiter *wr = waits_of(&lf->waits, gp);

        if (gp->flags & (G_HIDDEN | G_CRASHED))
            continue;
        if (wr != NULL && wr->group > 0)
            add_stuck(w, lf->ask, gp, lf->circle);
        else if (leak_of(&lf->mark, gp) == LEAK_LEAKED)
            add_stuck(w, lf->ask, gp, lf->leak);
    }
    return 0;
}

static void
judge_protected(struct world *w, struct left *lf)
{
    lua_State *L = w->lua;

    w->heap.limit = WORLD_SPAN / 2; /* what we need is not the program's */
    lua_pushcfunction(L, judge_left);
    lua_pushlightuserdata(L, lf);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK)
        lua_pop(L, 1);
    waits_free(&lf->waits);
    mark_free(&lf->mark);
}

static int
left_behind(struct world *w, const struct outcome_ask *ask, struct outcome *out)
{
    struct left lf = { .ask = ask };
    struct outcome circle = { .f.verdict = EXPLORE_DEADLOCK };
    struct outcome leak = { .f.verdict = EXPLORE_LEAK };
    int n = 0, late;

    if (w->sched->live - w->sched->hidden <= 1 || !sched_outlive(w))
        return 0;
    late = outcome_drain(w, ask->of);
    lf.circle = &circle.f;
    lf.leak = &leak.f;
    judge_protected(w, &lf);
    circle.f.partial = true;
    say_stuck(&circle.f, ask->lang,
              circle.f.nstuck == 1
                  ? SAY(ask->lang, " waits for itself", " 等的是自己")
                  : SAY(ask->lang, " wait for each other", " 互相等待"));
    say_stuck(&leak.f, ask->lang, SAY(ask->lang, " leaked", " 泄漏了"));
    if (circle.f.nstuck > 0)
        out[n++] = circle;
    if (leak.f.nstuck > 0)
        out[n++] = leak;
    for (int i = 0; i < n; i++) {
        out[i].sig = signature(&out[i].f);
        out[i].late = late;
    }
    return n;
}

static int
ended(struct world *w, const struct outcome_ask *ask, struct outcome *out)
{
    if (luax_of(w)->ncrash > 0)
        return failed(w, out);
    switch (w->end.how) {
    case END_NOT:
        return deadlocked(w, ask, out);
    case END_RETURN:
        return left_behind(w, ask, out);
    default:
        return 0;
    }
}

/* Races are looked for first, while the objects are still there. */
int
outcome_of(struct world *w, const struct outcome_ask *ask, struct outcome *out)
{
    struct outcome race[OUTCOME_MOST];
    int n = 0, k;

    if (ask->races != NULL)
        n = racelog_outcomes(ask->races, w, race, 0, OUTCOME_MOST,
                             ask->lang);
    memset(out, 0, OUTCOME_MOST * sizeof *out);
    k = ended(w, ask, out);
    for (int i = 0; i < n && k < OUTCOME_MOST; i++)
        out[k++] = race[i];
    return k;
}
