#include "tip.h"

#include <stdio.h>
#include <string.h>

struct out {
    char *buf;
    size_t size, at;
};

static void say(struct out *o, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
say(struct out *o, const char *fmt, ...)
{
    va_list ap;
    int n;

    if (o->at + 1 >= o->size)
        return;
    va_start(ap, fmt);
    n = vsnprintf(o->buf + o->at, o->size - o->at, fmt, ap);
    va_end(ap);
    if (n > 0)
        o->at += (size_t)n;
    if (o->at >= o->size)
        o->at = o->size - 1;
}

static const char *
word(const struct scene_in *in, enum text t)
{
    return text_get(in->view->lang, t);
}

static void
about_g(struct out *o, const struct scene_in *in, const struct item *it)
{
    const struct world *w = in->now->w;
    struct gopark_g g;
    struct gopark_object ob;
    const struct census_g *cg = census_find(in->census, it->id);
    char buf[64];

    if (!world_g(w, it->id, &g))
        return;
    say(o, "G%u  %s  %s", g.id, g.func == NULL ? "" : g.func,
        g.status == G_WAITING ? gopark_reason_name(g.reason)
                              : gopark_status_name(g.status));
    if (g.status == G_WAITING && g.object != 0 &&
        world_object(w, g.object, &ob))
        say(o, ": %s", gopark_object_label(&ob, buf, sizeof buf));
    if (cg != NULL && cg->state == VS_BAD)
        say(o, "  (%s)", word(in, scene_bad_word(w)));
    if (g.file != NULL)
        say(o, "\n%s:%d", g.file, g.line);
    if (world_now(w) > g.since)
        say(o, "  %s %s", word(in, T_FOR),
            text_span(buf, sizeof buf, world_now(w) - g.since));
    if (g.made_file != NULL)
        say(o, g.creator == 0 ? "\n%s:%d" : "\ngo %s:%d, G%u", g.made_file,
            g.made_line, g.creator);
    if (it->sub > 0 && it->shape == SHAPE_CHIP) {
        say(o, "\n");
        say(o, word(in, T_TIP_CASE), (int)it->sub);
    }
}

static void
about_object(struct out *o, const struct scene_in *in, const struct item *it)
{
    struct gopark_object ob;
    char buf[64];

    if (!world_object(in->now->w, it->id, &ob))
        return;
    say(o, "%s", gopark_object_label(&ob, buf, sizeof buf));
    if (ob.kind == OBJ_CHAN)
        say(o, "  chan(%d)  %d/%d%s%s", ob.cap, ob.len, ob.cap,
            ob.closed ? "  " : "", ob.closed ? word(in, T_CLOSED) : "");
    if (ob.file != NULL) {
        say(o, "\n");
        say(o, word(in, T_MADE_AT), ob.file, ob.line);
    }
}

static void
about_slot(struct out *o, const struct scene_in *in, const struct item *it)
{
    struct gopark_object ob;
    int k;
    char value[64];

    if (!world_object(in->now->w, it->id, &ob))
        return;
    if (ob.cap == 0) {
        say(o, "%s", word(in, T_TIP_BARE));
        return;
    }
    k = ((int)it->sub - ob.head + ob.cap) % ob.cap;
    say(o, word(in, T_TIP_SLOT), (int)it->sub);
    if (k < ob.len && world_element(in->now->w, ob.id, k, value, sizeof value))
        say(o, ": %s", value);
    if (k == 0 && ob.len > 0)
        say(o, "\n%s", word(in, T_TIP_HEAD));
}

static void
about_p(struct out *o, const struct scene_in *in, const struct item *it)
{
    struct gopark_p p;

    if (!world_p(in->now->w, (int)it->id - 1, &p))
        return;
    say(o, "P%d: %s\nschedtick %llu, syscalltick %llu", p.id, word(in, T_TIP_P),
        (unsigned long long)p.schedtick, (unsigned long long)p.syscalltick);
}

static void
about_m(struct out *o, const struct scene_in *in, const struct item *it)
{
    static const char *const status[] = { "idle", "running", "spinning",
                                          "syscall" };
    struct gopark_m m;
    char buf[32];

    if (!world_m(in->now->w, (int)it->id - 1, &m))
        return;
    say(o, "M%d: %s, %s\n%s %s", m.id, word(in, T_TIP_M), status[m.status],
        word(in, T_CLOCK), text_span(buf, sizeof buf, m.clock));
}

static void
about_time(struct out *o, const struct scene_in *in, const struct item *it)
{
    if (it->id != 0)
        say(o, "G%u\n", it->id);
    say(o, "%s", word(in, T_TIP_TIME));
}

static void
about_curve(struct out *o, const struct scene_in *in, const struct item *it)
{
    static const enum text name[] = { T_CURVE_GS, T_CURVE_RUNQ, T_CURVE_CHANS,
                                      T_STATES };

    say(o, word(in, T_TIP_CURVE), word(in, name[it->sub]));
}

static void
about_state(struct out *o, const struct scene_in *in, const struct item *it)
{
    static const enum text name[NVSTATE] = {
        [VS_RUNNING] = T_RUNNING,
        [VS_RUNNABLE] = T_RUNNABLE,
        [VS_WAITING] = T_STATE_BLOCKED,
        [VS_SLEEPING] = T_SLEEPING,
        [VS_SYSCALL] = T_STATE_SYSCALL,
        [VS_BAD] = T_BAD,
        [VS_DONE] = T_DONE,
    };

    say(o, word(in, T_TIP_STATE), word(in, name[it->sub]), it->id);
}

static void
about_group(struct out *o, const struct scene_in *in, const struct scene *s,
            const struct item *it)
{
    say(o, word(in, T_TIP_GROUP), it->id);
    for (uint32_t i = 0; i < it->count && i < 8; i++)
        say(o, "%sG%u", i == 0 ? ": " : " ", s->member[it->first + i]);
    if (it->count > 8)
        say(o, " ...");
}

void
tip_text(const struct scene_in *in, const struct scene *s,
         const struct item *it, char *buf, size_t size)
{
    struct out o = { buf, size, 0 };

    buf[0] = '\0';
    if (it->tip != 0)
        say(&o, "%s", scene_text(s, it->tip));
    if (it->tip != 0 || in->now->w == NULL)
        return;
    switch ((enum thing_kind)it->kind) {
    case TH_G:
        about_g(&o, in, it);
        break;
    case TH_P:
        about_p(&o, in, it);
        break;
    case TH_M:
        about_m(&o, in, it);
        break;
    case TH_OBJECT:
        about_object(&o, in, it);
        break;
    case TH_SLOT:
        about_slot(&o, in, it);
        break;
    case TH_QUEUE:
        say(&o, "%s", word(in, (enum text)it->sub));
        break;
    case TH_GROUP:
        about_group(&o, in, s, it);
        break;
    case TH_TIME:
        about_time(&o, in, it);
        break;
    case TH_CURVE:
        about_curve(&o, in, it);
        break;
    case TH_STATE:
        about_state(&o, in, it);
        break;
    case TH_NONE:
    case TH_LINE:
    case TH_BUTTON:
        break;
    }
}
