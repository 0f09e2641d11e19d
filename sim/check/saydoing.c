/*
 * saydoing.c - what goroutines are blocked at, in words.
 */
#include "check/say.h"

#include <string.h>

static void
object_state(struct tb *t, const struct obj *o, bool brief,
             enum gopark_lang lang)
{
    say_label(t, o);
    if (brief)
        return;
    tb_add(t, "%s", SAY(lang, " (", "("));
    say_state(t, o, lang);
    tb_add(t, "%s", SAY(lang, ")", ")"));
}

/* A channel operation. */
static void
say_chan(struct tb *t, const struct hchan *c, bool sends, bool brief,
         enum gopark_lang lang)
{
    tb_add(t, "%s",
           sends ? SAY(lang, "sending to ", "向 ")
                 : SAY(lang, "receiving from ", "从 "));
    object_state(t, &c->o, brief, lang);
    if (lang == GOPARK_ZH)
        tb_add(t, "%s%s", brief ? " " : "", sends ? "发送" : "接收");
}

static void
say_select(struct tb *t, const struct g *gp, enum gopark_lang lang)
{
    int i;

    tb_add(t, "%s", SAY(lang, "in a select: ", "在 select 中:"));
    for (i = 0; i < gp->nsel && i < 6; i++) {
        if (i > 0)
            tb_add(t, "%s", SAY(lang, " or ", ",或"));
        say_chan(t, gp->sel[i].c, gp->sel[i].sends, false, lang);
    }
    if (i < gp->nsel)
        tb_add(t, SAY(lang, " or %d more", ",或另外 %d 个"), gp->nsel - i);
}

/* What stands before and behind the object, by reason. */
static const struct {
    const char *before[2], *behind[2];
} around[WAIT_NREASON] = {
    [WAIT_MUTEX] = { { "locking ", "给 " }, { "", "上锁" } },
    [WAIT_RW_RLOCK] = { { "read-locking ", "给 " }, { "", "上读锁" } },
    [WAIT_RW_LOCK] = { { "write-locking ", "给 " }, { "", "上写锁" } },
    [WAIT_WG] = { { "waiting for ", "等待 " }, { "", NULL } },
    [WAIT_PAR] = { { "waiting for ", "等待 " }, { "", NULL } },
    [WAIT_COND] = { { "waiting on ", "等待 " }, { "", NULL } },
    [WAIT_NIL_RECV] = { { "receiving from a nil channel",
                          "从 nil channel 接收" },
                        { "", "" } },
    [WAIT_NIL_SEND] = { { "sending to a nil channel", "向 nil channel 发送" },
                        { "", "" } },
    [WAIT_SELECT] = { { "in a select of nil channels",
                        "在只有 nil channel 的 select 里" },
                      { "", "" } },
    [WAIT_SELECT_NONE] = { { "in a select without cases",
                             "在没有 case 的 select 里" },
                           { "", "" } },
};

void
say_doing(struct tb *t, const struct g *gp, bool brief, enum gopark_lang lang)
{
    if (gp->wait.c != NULL) {
        say_chan(t, gp->wait.c, gp->wait.sends, brief, lang);
        return;
    }
    if (gp->nsel > 0) {
        say_select(t, gp, lang);
        return;
    }
    if (gp->object != NULL && obj_is(gp->object, OBJ_ONCE)) {
        tb_add(t, "%s", around[WAIT_WG].before[lang]);
        object_state(t, gp->object, brief, lang);
        return;
    }
    if (around[gp->reason].before[lang] != NULL)
        tb_add(t, "%s", around[gp->reason].before[lang]);
    if (gp->object != NULL)
        object_state(t, gp->object, brief, lang);
    if (around[gp->reason].behind[lang] != NULL)
        tb_add(t, "%s%s", brief && lang == GOPARK_ZH ? " " : "",
               around[gp->reason].behind[lang]);
}

void
say_place(struct tb *t, const char *at, int line, const char **file,
          enum gopark_lang lang)
{
    if (*file != NULL && strcmp(*file, at) == 0)
        tb_add(t, SAY(lang, "line %d", "第 %d 行"), line);
    else
        tb_add(t, "%s:%d", at, line);
    *file = at;
}

const char *
say_chunk(const lua_Debug *ar)
{
    return ar->source[0] == '@' || ar->source[0] == '=' ? ar->source + 1
                                                        : "[string]";
}

bool
say_where(struct tb *t, const struct g *gp, const char **file,
          enum gopark_lang lang)
{
    struct frames f;

    frames_begin(&f, gp);
    if (!frames_next(&f))
        return false;
    say_place(t, say_chunk(&f.ar), f.ar.currentline, file, lang);
    return true;
}
