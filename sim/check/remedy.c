#include "check/remedy.h"

#include <string.h>

#include "check/blocked.h"
#include "check/say.h"

/* --- recognising ---------------------------------------------------------------- */

/* How many blocked goroutines were started at the same place and wait at the
 * same object as wr. */
static int
count_alike(const struct waits *ws, const struct waiter *wr)
{
    int i, n = 0;

    for (i = 0; i < ws->n; i++) {
        const struct g *gp = ws->at[i].g;

        n += gp->made == wr->g->made && gp->reason == wr->g->reason &&
             gp->wait.c == wr->g->wait.c && gp->object == wr->g->object;
    }
    return n;
}

/* The line at which it stands; 0 unknown. */
static int
line_of(const struct g *gp)
{
    struct frames f;

    frames_begin(&f, gp);
    return frames_next(&f) ? f.ar.currentline : 0;
}

/* Does wr's goroutine do this with o at the line where it stands? */
static bool
stands_at(const struct waits *ws, const struct waiter *wr, const struct obj *o,
          enum use_op op)
{
    int line = line_of(wr->g), i;

    for (i = uses_next(&ws->uses, -1, wr->g, o, USE_BIT(op)); i >= 0;
         i = uses_next(&ws->uses, i, wr->g, o, USE_BIT(op))) {
        if (ws->uses.at[i].line == line)
            return true;
    }
    return false;
}

static enum remedy
receiving(const struct waits *ws, const struct waiter *wr,
          const struct hchan *c)
{
    if (c->sealed)
        return REMEDY_CONTEXT;
    if (c->timer != NULL)
        return REMEDY_TICKER;
    if (count_alike(ws, wr) > 1)
        return REMEDY_POOL;
    if (stands_at(ws, wr, &c->o, USE_RANGE))
        return REMEDY_RANGE;
    return REMEDY_NO_SENDER;
}

/* Did the function that made the channel wait with a time limit? It is the
 * one that the sender was started in, as a rule. */
static bool
had_limit(struct waits *ws, const struct obj *o)
{
    static const char *const limits[] = { "After", "WithTimeout",
                                          "WithDeadline", "NewTimer" };
    struct extent all = { 0, 0 };
    size_t i;

    if (o->made == NULL)
        return false;
    all.from = o->made->line;
    all.to = o->made->line + 20;
    for (i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        if (uses_calls(&ws->uses, o->made->file, all, limits[i]))
            return true;
    }
    return false;
}

static enum remedy
sending(struct waits *ws, const struct waiter *wr, const struct hchan *c)
{
    int i = uses_next(&ws->uses, -1, wr->g, &c->o, USE_BIT(USE_SEND));
    int n = 0;

    for (; i >= 0; n++)
        i = uses_next(&ws->uses, i, wr->g, &c->o, USE_BIT(USE_SEND));
    if (n > 1 || c->cap > 0)
        return REMEDY_TWICE;
    return had_limit(ws, &c->o) ? REMEDY_TIMEOUT : REMEDY_EARLY;
}

static enum remedy
locking(const struct waits *ws, const struct waiter *wr, const struct wait *wt)
{
    bool own = blocked_holds(ws->w, wt->o, wr->g);

    if (own && wr->g->reason == WAIT_RW_RLOCK &&
        !((const struct rwmutex *)(const void *)wt->o)->held)
        return REMEDY_REREAD;
    if (own)
        return wr->g->reason == WAIT_RW_LOCK ? REMEDY_UPGRADE : REMEDY_RELOCK;
    if (wt->nactor == 0)
        return REMEDY_UNLOCK;
    return wr->stuck == STUCK_CIRCLE ? REMEDY_ORDER : REMEDY_NONE;
}

static enum remedy
of_wait(struct waits *ws, const struct waiter *wr, const struct wait *wt)
{
    switch (obj_kind(wt->o)) {
    case OBJ_CHAN:
        if (wr->stuck == STUCK_CIRCLE)
            return REMEDY_NONE;
        return wt->sends ? sending(ws, wr, (const void *)wt->o)
                         : receiving(ws, wr, (const void *)wt->o);
    case OBJ_MUTEX:
    case OBJ_RWMUTEX:
        return locking(ws, wr, wt);
    case OBJ_WG:
        return wr->stuck == STUCK_CIRCLE ? REMEDY_WAIT_FIRST : REMEDY_DONE;
    case OBJ_COND:
        return REMEDY_SIGNAL;
    case OBJ_ONCE:
        return blocked_holds(ws->w, wt->o, wr->g) ? REMEDY_ONCE : REMEDY_NONE;
    default:
        return REMEDY_NONE;
    }
}

enum remedy
remedy_of(struct waits *ws, const struct waiter *wr)
{
    int i;

    if (wr->nwait == 0)
        return wr->g->reason == WAIT_SELECT_NONE ? REMEDY_NO_CASES : REMEDY_NIL;
    for (i = wr->wait; i < wr->wait + wr->nwait; i++) {
        const struct hchan *c = (const void *)ws->wait[i].o;

        if (obj_is(&c->o, OBJ_CHAN) && c->sealed)
            return REMEDY_CONTEXT;
    }
    return of_wait(ws, wr, &ws->wait[wr->wait]);
}

/* --- words ----------------------------------------------------------------------- */

static const char *const text[][2] = {
    [REMEDY_NONE] = { "", "" },
    [REMEDY_NIL] = { "A channel that was never made is never ready: make it "
                     "with chan(), "
                     "or end the goroutine.",
                     "没有创建过的 channel 永远不会就绪:用 chan() "
                     "创建它,或者让这个 "
                     "goroutine 结束。" },
    [REMEDY_NO_CASES] = { "select {} blocks for ever: wait for something that "
                          "comes, a "
                          "WaitGroup or a signal.",
                          "select {} 永远阻塞:请等一件会发生的事,比如 "
                          "WaitGroup 或信号。" },
    [REMEDY_RANGE] = { "range ends when the channel is closed: whoever sends "
                       "should close "
                       "it after the last value.",
                       "range 要等 channel "
                       "关闭才结束:发送的一方发完最后一个值后应该把它"
                       "关闭。" },
    [REMEDY_POOL] = { "Several workers wait alike: they need a way out. Close "
                      "the channel "
                      "when there is no more work, or let them select on a "
                      "stop signal.",
                      "好几个 worker "
                      "在这里干等:它们需要一条出路。活干完了就关闭 channel,"
                      "或者让它们在 select 里再听一个停止信号。" },
    [REMEDY_NO_SENDER] = { "Every receive needs a sender, a close, or a select "
                           "with a second "
                           "way out such as ctx:Done().",
                           "每个接收都需要出路:有人发送、有人关闭,或者在 "
                           "select 里再听 "
                           "ctx:Done() 之类的信号。" },
    [REMEDY_TIMEOUT] = { "The receiver waited with a time limit and went away. "
                         "With one slot, "
                         "chan(1), the sender does not depend on it.",
                         "接收方限时等待,已经走了。给 channel "
                         "一格缓冲(chan(1)),发送方就不"
                         "必依赖它。" },
    [REMEDY_EARLY] = { "The receiver has gone, by an early return as a rule. "
                       "Give the "
                       "channel a slot for each value, chan(1), or let the "
                       "sender select on "
                       "ctx:Done().",
                       "接收方已经走了,"
                       "多半是提前返回。给每个要发的值留一格缓冲(chan(1)),"
                       "或者让发送方在 select 里再听 ctx:Done()。" },
    [REMEDY_TWICE] = { "More is sent than is received: send once, receive as "
                       "often as is "
                       "sent, or make the buffer as large as all that is sent.",
                       "发的比收的多:只发一次,或者发多少收多少,"
                       "或者让缓冲容得下全部。" },
    [REMEDY_TICKER] = { "Stop does not close the channel: let the goroutine "
                        "select on a "
                        "second channel that says when to end.",
                        "Stop 不会关闭 channel:让 goroutine 在 select "
                        "里再听一个表示结束的 "
                        "channel。" },
    [REMEDY_CONTEXT] = { "The context's cancel function has been dropped: keep "
                         "it, and defer "
                         "it where the context is made.",
                         "context 的 cancel 函数丢掉了:保管好它,在创建 context "
                         "的地方 "
                         "defer。" },
    [REMEDY_UNLOCK] = { "Whoever locked it has gone without unlocking: "
                        "`local _ <close> = defer(mu.Unlock, mu)` right behind "
                        "Lock cannot "
                        "be forgotten.",
                        "上锁的没解锁就走了:在 Lock 后面紧跟一句 "
                        "`local _ <close> = defer(mu.Unlock, mu)`,就忘不了。" },
    [REMEDY_RELOCK] = { "A lock cannot be taken twice by the same goroutine: "
                        "split the "
                        "function into one that locks and one that expects the "
                        "lock.",
                        "同一个 goroutine "
                        "不能两次拿同一把锁:把函数拆成两个,一个上锁,一个"
                        "要求已经上锁。" },
    [REMEDY_REREAD] = { "Do not read-lock twice: a writer that comes in "
                        "between holds up the "
                        "second RLock, and the first one holds up the writer.",
                        "不要重复上读锁:中间来了写者,第二次 RLock "
                        "要等它,它又在等第一次的读锁。" },
    [REMEDY_UPGRADE] = { "A read lock cannot become the write lock: RUnlock "
                         "first, then Lock, "
                         "and look again at what was read.",
                         "读锁不能升级为写锁:先 RUnlock 再 "
                         "Lock,然后把读到的东西重新看一"
                         "遍。" },
    [REMEDY_ORDER] = { "Let everybody take these locks in the same order, or "
                       "use TryLock "
                       "and step back.",
                       "让大家按同一个顺序拿这些锁,或者用 "
                       "TryLock,拿不到就退让。" },
    [REMEDY_DONE] = { "A Done is missing: `local _ <close> = defer(wg.Done, "
                      "wg)` as the "
                      "first line of each goroutine, and Add before go.",
                      "少了一次 Done:把 `local _ <close> = defer(wg.Done, wg)` "
                      "写成每个 "
                      "goroutine 的第一行,并且在 go 之前 Add。" },
    [REMEDY_SIGNAL] = { "Nobody signals any more, or did before anybody "
                        "waited: change the "
                        "condition and Signal under the lock, and wait in a "
                        "loop that looks "
                        "at the condition first.",
                        "没人再发信号,或者信号来得比等待早:在锁内改变条件并 "
                        "Signal,等待要"
                        "写在先检查条件的循环里。" },
    [REMEDY_ONCE] = { "The function that Do runs must not call Do of the same "
                      "Once: call what is inside directly.",
                      "Do 执行的函数里不能再对同一个 Once 调用 Do:直接"
                      "调用里面的内容。" },
    [REMEDY_WAIT_FIRST] = { "It waits for goroutines that wait for it: take "
                            "their results before "
                            "Wait, or Wait in a goroutine of its own.",
                            "它等的那些也在等它:先取走它们的结果再 "
                            "Wait,或者另起一个 goroutine "
                            "去 Wait。" },
};

const char *
remedy_break(enum remedy r, enum gopark_lang lang)
{
    switch (r) {
    case REMEDY_ORDER:
        return SAY(lang,
                   "one global order for these locks, or TryLock with "
                   "back-off",
                   "给这些锁定一个全局顺序,或者 TryLock 并退让");
    case REMEDY_RELOCK:
        return SAY(lang,
                   "a function that expects the lock, called by one "
                   "that takes it",
                   "拆成两个函数,一个上锁,另一个要求已上锁");
    case REMEDY_REREAD:
        return SAY(lang, "a single RLock around both reads",
                   "用一次 RLock 罩住两处读");
    case REMEDY_UPGRADE:
        return SAY(lang,
                   "RUnlock before Lock, and a second look at what was "
                   "read",
                   "先 RUnlock 再 Lock,把读到的重新看一遍");
    case REMEDY_ONCE:
        return SAY(lang, "calling what is inside Do directly, once",
                   "在 Do 里直接调用里面的内容");
    case REMEDY_WAIT_FIRST:
        return SAY(lang,
                   "taking the results before Wait, or Wait in a "
                   "goroutine of its own",
                   "先取结果再 Wait,或者另起一个 goroutine 去 Wait");
    default:
        return SAY(lang,
                   "a buffer, another order of the operations, or a "
                   "select with a second way out",
                   "加缓冲、换个操作顺序,或者在 select 里留第二条出路");
    }
}

const char *
remedy_text(enum remedy r, enum gopark_lang lang)
{
    return text[r][lang];
}

void
remedy_say(struct tb *t, struct waits *ws, const struct waiter *wr,
           enum gopark_lang lang)
{
    enum remedy r = remedy_of(ws, wr);

    if (r != REMEDY_NONE)
        tb_add(t, "%s\n", remedy_text(r, lang));
}
