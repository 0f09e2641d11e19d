/*
 * opwords.c - an operation in a few words, for the rows of a table.
 */
#include "check/opwords.h"

#include <string.h>

#include "check/say.h"
#include "lua/cells.h"
#include "lua/chanlib.h"

static const char *const verb[EV_NKIND][OP_NFORM] = {
    [EV_GO] = { [OP_PLAIN] = "go", [OP_PAR] = "par", [OP_JOIN] = "join" },
    [EV_SEND] = { [OP_PLAIN] = "send" },
    [EV_RECV] = { [OP_PLAIN] = "recv" },
    [EV_CLOSE] = { [OP_PLAIN] = "close" },
    [EV_LOCK] = { [OP_PLAIN] = "lock", [OP_TRY] = "try lock",
                  [OP_READ] = "read-lock", [OP_ACQUIRE] = "acquire",
                  [OP_ENTER] = "do" },
    [EV_UNLOCK] = { [OP_PLAIN] = "unlock", [OP_READ] = "read-unlock",
                    [OP_LEAVE] = "done" },
    [EV_WG] = { [OP_PLAIN] = "add", [OP_WAIT] = "wait" },
    [EV_COND] = { [OP_PLAIN] = "signal", [OP_WAIT] = "wait" },
    [EV_ATOMIC] = { [OP_PLAIN] = "update", [OP_READ] = "load" },
    [EV_CELL_READ] = { [OP_PLAIN] = "read" },
    [EV_CELL_WRITE] = { [OP_PLAIN] = "write", [OP_INSERT] = "write" },
    [EV_SLEEP] = { [OP_PLAIN] = "sleep" },
    [EV_SYSCALL] = { [OP_PLAIN] = "system call" },
    [EV_TIMER] = { [OP_PLAIN] = "set a timer", [OP_HALT] = "stop a timer" },
    [EV_YIELD] = { [OP_PLAIN] = "yield" },
    [EV_G_EXIT] = { [OP_PLAIN] = "exit", [OP_END] = "end" },
    [EV_PRINT] = { [OP_PLAIN] = "print" },
    [EV_OTHER] = { [OP_PLAIN] = "len", [OP_LOOK] = "look at",
                   [OP_TOUCH] = "take from", [OP_CLOCK] = "read the clock",
                   [OP_INPUT] = "read input", [OP_CHOOSE] = "choose" },
};

/* Go's words stay; what is said in others is said in Chinese, too. */
static const struct {
    const char *en, *zh;
} phrase[] = {
    { "system call", "系统调用" },   { "set a timer", "设定时器" },
    { "stop a timer", "停定时器" },  { "look at", "看" },
    { "take from", "取自" },         { "read the clock", "看时钟" },
    { "read input", "读输入" },      { "wakes up", "醒来" },
    { "its timer fires", "定时器响了" }, { "a timer starts it", "由定时器启动" },
    { "failed", "失败" },
};

const char *
opwords_in(const char *en, enum gopark_lang lang)
{
    for (size_t i = 0; i < sizeof phrase / sizeof phrase[0]; i++)
        if (lang == GOPARK_ZH && strcmp(phrase[i].en, en) == 0)
            return phrase[i].zh;
    return en;
}

/* Case no of the select that gp stands before. */
static void
say_case(struct tb *t, const struct g *gp, int no)
{
    const struct scase_obj *o;

    if (no == CASE_DEFAULT) {
        tb_add(t, "default");
        return;
    }
    o = select_case(gp->inner, no);
    if (o == NULL || o->c == NULL)
        return;
    tb_add(t, "%s ", o->sends ? "send" : "recv");
    say_label(t, &o->c->o);
}

static void
say_select(struct tb *t, const struct g *gp, int kase)
{
    int n = (int)lua_rawlen(gp->inner, 1);

    tb_add(t, "select");
    if (kase != CASE_NONE) {
        tb_add(t, ": ");
        say_case(t, gp, kase);
        return;
    }
    for (int i = 1; i <= n; i++) {
        tb_add(t, "%s", i == 1 ? " " : " | ");
        say_case(t, gp, i);
    }
}

void
opwords_say(struct tb *t, const struct g *gp, int kase, enum gopark_lang lang)
{
    const struct obj *o = gp->object;
    const char *word = verb[gp->op][gp->form];

    if (gp->op == EV_SELECT) {
        say_select(t, gp, kase);
        return;
    }
    tb_add(t, "%s", word != NULL ? opwords_in(word, lang) : "?");
    if (gp->form == OP_CHOOSE)
        tb_add(t, " %d", kase);
    if (o == NULL || o->hidden)
        return;
    tb_add(t, " ");
    if (o->id == 0)
        tb_add(t, "nil");
    else
        say_label(t, o);
    if (obj_is(o, OBJ_CELLS) && gp->part != CELL_SHAPE)
        say_key(t, o, gp->part);
}

void
opwords_say_parked(struct tb *t, const struct g *gp)
{
    const struct obj *o = gp->object;

    tb_add(t, "%s", gopark_reason_name((enum g_reason)gp->reason));
    if (o == NULL || o->hidden || o->id == 0)
        return;
    tb_add(t, " ");
    say_label(t, o);
}

void
opwords_say_line(struct tb *t, const struct g *gp)
{
    struct frames f;

    frames_begin(&f, gp);
    if (frames_next(&f))
        tb_add(t, " :%d", f.ar.currentline);
}
