/*
 * cmd_machine.c - processors, machine threads, run queues, timers, counters.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "describe.h"
#include "families.h"
#include "livehistory.h"
#include "rows.h"
#include "units.h"

static const char *const p_word[] = {
    [P_IDLE] = "idle",
    [P_RUNNING] = "running",
    [P_SYSCALL] = "syscall",
    [P_DEAD] = "dead",
};
static const char *const m_word[] = {
    [M_IDLE] = "idle",
    [M_RUNNING] = "running",
    [M_SPINNING] = "spinning",
    [M_SYSCALL] = "syscall",
};

/* "G3", "-" for none. */
static const char *
g_name(uint32_t g, char *buf, size_t size)
{
    if (g == 0)
        snprintf(buf, size, "-");
    else
        snprintf(buf, size, "G%" PRIu32, g);
    return buf;
}

/* A queue as text, "G7 G9", and as JSON. */
static json_t *
queue(uint32_t (*at)(const struct world *w, uint32_t pos),
      const struct world *w, struct text *t)
{
    json_t *a = json_array();
    uint32_t g;

    text_add(t, "", 0);
    for (uint32_t i = 0; (g = at(w, i)) != 0; i++) {
        json_array_append_new(a, json_integer(g));
        if (i < 64)
            text_printf(t, "%sG%" PRIu32, i > 0 ? " " : "", g);
        else if (i == 64)
            text_puts(t, " ...");
    }
    return a;
}

static json_t *
p_queue(const struct world *w, int p, struct text *t)
{
    json_t *a = json_array();
    uint32_t g;

    text_add(t, "", 0);
    for (uint32_t i = 0; (g = world_runq(w, p, i)) != 0; i++) {
        json_array_append_new(a, json_integer(g));
        if (i < 64)
            text_printf(t, "%sG%" PRIu32, i > 0 ? " " : "", g);
        else if (i == 64)
            text_puts(t, " ...");
    }
    return a;
}

static bool
cmd_ps(struct repl *r, int argc, char **argv)
{
    struct gopark_p p;
    struct rows t;
    char g[32];

    (void)argc;
    (void)argv;
    rows_begin(&t, r);
    for (int i = 0; i < world_nps(r->w); i++) {
        struct text q = { 0 };
        json_t *a;

        if (!world_p(r->w, i, &p))
            continue;
        rows_next(&t);
        rows_int(&t, "p", p.id);
        rows_text(&t, "P%d", p.id);
        rows_both(&t, "status", p_word[p.status]);
        rows_int(&t, "m", p.m);
        if (p.m >= 0)
            rows_text(&t, "M%d", p.m);
        else
            rows_text(&t, "-");
        rows_int(&t, "g", p.g);
        rows_text(&t, "%s", g_name(p.g, g, sizeof g));
        rows_int(&t, "runnext", p.runnext);
        rows_text(&t, "runnext %s", g_name(p.runnext, g, sizeof g));
        a = p_queue(r->w, i, &q);
        rows_json(&t, "queue", a);
        rows_text(&t, "queue %" PRIu32 "/256%s%s", p.runq,
                  q.len > 0 ? "  " : "", q.s);
        rows_int(&t, "schedtick", (int64_t)p.schedtick);
        rows_int(&t, "syscalltick", (int64_t)p.syscalltick);
        rows_int(&t, "timers", p.ntimer);
        rows_text(&t, "tick %" PRIu64 "%s", p.schedtick,
                  p.ntimer > 0 ? ", timers" : "");
        text_done(&q);
    }
    rows_end(&t, NULL);
    return true;
}

static void
row_m(struct rows *t, const struct gopark_m *m)
{
    char g[32], s[64];

    rows_next(t);
    rows_int(t, "m", m->id);
    rows_text(t, "M%d", m->id);
    rows_both(t, "status", m_word[m->status]);
    rows_int(t, "p", m->p);
    if (m->p >= 0)
        rows_text(t, "P%d", m->p);
    else
        rows_text(t, "-");
    rows_int(t, "g", m->g);
    rows_text(t, "%s", g_name(m->g, g, sizeof g));
    rows_int(t, "clock", m->clock);
    rows_text(t, "t=%s", units_time(m->clock, s, sizeof s));
    rows_int(t, "until", m->until);
    rows_int(t, "stealing", m->stealing);
    rows_int(t, "locked", m->lockedg);
    if (m->status == M_SYSCALL)
        rows_text(t, "until %s", units_time(m->until, s, sizeof s));
    else if (m->status == M_SPINNING && m->stealing >= 0)
        rows_text(t, "looks at P%d", m->stealing);
    else if (m->lockedg != 0)
        rows_text(t, "locked to G%" PRIu32, m->lockedg);
}

static bool
cmd_ms(struct repl *r, int argc, char **argv)
{
    struct gopark_m m;
    struct rows t;
    char s[64];

    (void)argc;
    (void)argv;
    rows_begin(&t, r);
    for (int i = 0; i < world_nms(r->w); i++)
        if (world_m(r->w, i, &m))
            row_m(&t, &m);
    rows_end(&t, "no machine threads");
    if (r->json)
        return true;
    if (world_sysmon_next(r->w) < 0)
        repl_puts(r, "sysmon sleeps\n");
    else
        repl_printf(r, "sysmon looks again at %s\n",
                    units_time(world_sysmon_next(r->w), s, sizeof s));
    return true;
}

static bool
cmd_runq(struct repl *r, int argc, char **argv)
{
    struct gopark_p p;
    struct rows t;
    struct text q = { 0 };
    json_t *a;
    char g[32];

    (void)argc;
    (void)argv;
    rows_begin(&t, r);
    for (int i = 0; i < world_nps(r->w); i++) {
        if (!world_p(r->w, i, &p))
            continue;
        text_clear(&q);
        a = p_queue(r->w, i, &q);
        rows_next(&t);
        rows_int(&t, "p", i);
        rows_text(&t, "P%d", i);
        rows_int(&t, "runnext", p.runnext);
        rows_text(&t, "runnext %s", g_name(p.runnext, g, sizeof g));
        rows_json(&t, "queue", a);
        rows_text(&t, "queue %s", q.len > 0 ? q.s : "-");
    }
    text_clear(&q);
    a = queue(world_globq, r->w, &q);
    rows_next(&t);
    rows_int(&t, "p", -1);
    rows_json(&t, "queue", a);
    rows_text(&t, "global");
    rows_text(&t, "%s", "");
    rows_text(&t, "queue %s", q.len > 0 ? q.s : "-");
    rows_end(&t, NULL);
    text_done(&q);
    return true;
}

static bool
cmd_timers(struct repl *r, int argc, char **argv)
{
    static struct gopark_timer timer[512];
    int n = world_timers(r->w, timer, 512);
    struct rows t;
    char s[64], name[64];

    (void)argc;
    (void)argv;
    rows_begin(&t, r);
    for (int i = 0; i < n && i < 512; i++) {
        const struct gopark_timer *x = &timer[i];

        rows_next(&t);
        rows_int(&t, "when", x->when);
        rows_text(&t, "at %s", units_time(x->when, s, sizeof s));
        rows_text(&t, "in %s",
                  units_time(x->when - world_now(r->w), s, sizeof s));
        rows_int(&t, "p", x->p);
        rows_text(&t, "P%d", x->p);
        rows_both(&t, "what", x->what != NULL ? x->what : "timer");
        rows_int(&t, "g", x->g);
        rows_int(&t, "period", x->period);
        if (x->object != 0) {
            describe_object(r->w, x->object, name, sizeof name);
            rows_both(&t, "object", name);
        } else if (x->g != 0)
            rows_text(&t, "wakes G%" PRIu32, x->g);
        if (x->period > 0)
            rows_text(&t, "every %s", units_time(x->period, s, sizeof s));
    }
    rows_end(&t, "no timers");
    return true;
}

static void
stat_row(struct rows *t, const char *key, const char *what, uint64_t n)
{
    rows_int(t, key, (int64_t)n);
    if (!t->r->json) {
        rows_next(t);
        rows_text(t, "%s", what);
        rows_text(t, "%" PRIu64, n);
    }
}

static void
stat_bytes(struct rows *t, const char *key, const char *what, size_t n)
{
    char s[32];

    rows_int(t, key, (int64_t)n);
    if (!t->r->json) {
        rows_next(t);
        rows_text(t, "%s", what);
        rows_text(t, "%s", units_bytes(n, s, sizeof s));
    }
}

static bool
cmd_stats(struct repl *r, int argc, char **argv)
{
    struct session_stats h;
    struct gopark_stats st;
    struct rows t;

    if (argc > 1)
        return strcmp(argv[1], "--watch") == 0
                   ? livehistory_show(r)
                   : repl_fail(r, "stats %s: expected --watch, or nothing",
                               argv[1]);
    world_stats(r->w, &st);
    session_stats(r->s, &h);
    rows_begin(&t, r);
    if (r->json)
        rows_next(&t);
    stat_row(&t, "steps", "steps", world_steps(r->w));
    stat_row(&t, "instructions", "instructions", st.instructions);
    stat_row(&t, "goroutines", "goroutines made", st.gs_made);
    stat_row(&t, "live", "goroutines alive", (uint64_t)world_live_gs(r->w));
    stat_row(&t, "switches", "switches", st.switches);
    stat_row(&t, "parks", "parks", st.parks);
    stat_row(&t, "ready", "wake-ups", st.ready);
    stat_row(&t, "steals", "steals", st.steals);
    stat_row(&t, "preempts", "preemptions", st.preempts);
    stat_row(&t, "handoffs", "hand-offs of a P", st.handoffs);
    stat_row(&t, "timers", "timers fired", st.timers);
    stat_row(&t, "draws", "choices drawn", st.draws);
    stat_bytes(&t, "mem_used", "memory used", st.mem_used);
    stat_bytes(&t, "mem_peak", "  at most", st.mem_peak);
    stat_bytes(&t, "mem_limit", "  limit", st.mem_limit);
    stat_bytes(&t, "history_bytes", "history", h.bytes);
    stat_bytes(&t, "history_budget", "  budget", h.budget);
    stat_row(&t, "checkpoints", "  checkpoints", (uint64_t)h.checkpoints);
    stat_row(&t, "interval", "  steps between", h.interval);
    rows_end(&t, NULL);
    return true;
}

const struct repl_cmd cmd_machine[] = {
    { .name = "ps",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "processors: their M, goroutine, queue, ticks",
      .group = GROUP_LOOK,
      .exec = cmd_ps },
    { .name = "ms",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "machine threads, and sysmon",
      .group = GROUP_LOOK,
      .exec = cmd_ms },
    { .name = "runq",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "run queues, local and global",
      .group = GROUP_LOOK,
      .exec = cmd_runq },
    { .name = "timers",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "timers, the next one first",
      .group = GROUP_LOOK,
      .exec = cmd_timers },
    { .name = "stats",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[--watch]",
      .help = "counters of the scheduler, memory, history",
      .more =
          "stats --watch  the number of goroutines over virtual time, up to "
          "here\n",
      .group = GROUP_LOOK,
      .words = "--watch",
      .exec = cmd_stats },
    { .name = NULL },
};
