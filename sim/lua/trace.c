/*
 * trace.c - goroutine paragraphs as Go prints them, and the final report
 * (TB-1..9, PAN-1..10).
 */
#include "lua/layout.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/fmt.h"
#include "lua/ident.h"

enum {
    FRAMES_INNER = 50, FRAMES_OUTER = 50, /* shown of a deep stack (TB-8) */
};
#define MINUTE INT64_C(60000000000)

/* --- text -------------------------------------------------------------- */

void
tb_addn(struct tb *t, const char *s, size_t n)
{
    if (n >= t->cap - t->len) {
        size_t cap = t->cap == 0 ? 1024 : t->cap;
        char *buf;

        while (n >= cap - t->len)
            cap *= 2;
        buf = realloc(t->buf, cap);
        if (buf == NULL)
            return;
        t->buf = buf;
        t->cap = cap;
    }
    memcpy(t->buf + t->len, s, n);
    t->len += n;
    t->buf[t->len] = '\0';
}

void
tb_add(struct tb *t, const char *fmt, ...)
{
    char buf[512];
    va_list ap;
    int n;

    va_start(ap, fmt);
    n = vsnprintf(buf, sizeof buf, fmt, ap);
    va_end(ap);
    if (n > 0)
        tb_addn(t, buf, (size_t)n < sizeof buf ? (size_t)n : sizeof buf - 1);
}

/* --- frames ------------------------------------------------------------ */

/* The coroutine that t, inside coroutine.resume or a wrapper, waits for. */
static lua_State *
resumed_by(lua_State *t)
{
    lua_State *co = lua_tothread(t, 1);
    lua_Debug ar;

    if (lua_getstack(t, 0, &ar) && lua_tothread(t, lua_upvalueindex(1)))
        co = lua_tothread(t, lua_upvalueindex(1));
    return co;
}

void
frames_begin(struct frames *f, const struct g *gp)
{
    lua_State *t = gp->task, *way[32];
    int i, n = 0;

    memset(f, 0, sizeof *f);
    f->gp = gp;
    while (t != NULL && n < 32) {
        way[n++] = t;
        t = t == gp->inner ? NULL : resumed_by(t);
    }
    for (i = 0; i < n; i++)
        f->chain[i] = way[n - 1 - i];
    f->n = n;
    f->level = -1;
}

/* How an activation record of Lua 5.4 begins. */
struct ci_head {
    void *func, *top;
    struct ci_head *previous, *next;
};

/*
 * From a level to the next outer one; false: there is none. lua_getstack
 * counts from the innermost each time, which makes a walk over a deep stack
 * quadratic, so from level 1 on we follow the link between the records, if
 * level 0 and 1 prove that it is where we think it is. The outermost record
 * is the thread's own and belongs to no function.
 */
static bool
outer_level(struct frames *f)
{
    struct ci_head *ci = (void *)f->ar.i_ci;

    if (++f->level < 2 || !f->linked) {
        if (!lua_getstack(f->L, f->level, &f->ar))
            return false;
        f->linked = f->level == 1 && ci->previous == (void *)f->ar.i_ci;
        return true;
    }
    ci = ci->previous;
    f->ar.i_ci = (void *)ci;
    return ci->previous != NULL;
}

bool
frames_next(struct frames *f)
{
    while (f->at < f->n) {
        f->L = f->chain[f->at];
        if (!outer_level(f)) {
            f->at++;
            f->level = -1;
            continue;
        }
        lua_getinfo(f->L, "Sl", &f->ar);
        if (f->level == 0 && f->ar.what[0] != 'C' &&
            lua_status(f->L) == LUA_YIELD) /* in its hook */
            f->ar.currentline = layout_next_line(f->L, &f->ar);
        if (f->all ||
            (f->ar.what[0] != 'C' && !site_hidden(&f->ar)))
            return true;
    }
    return false;
}

/* --- paragraphs -------------------------------------------------------- */

static void
add_header(struct tb *t, const struct g *gp)
{
    int64_t waited = t->w->sched->now - gp->since;

    tb_add(t, "goroutine %u [", gp->id);
    if (gp->status == G_WAITING)
        tb_add(t, "%s", gopark_reason_name((enum g_reason)gp->reason));
    else
        tb_add(t, "%s", gopark_status_name((enum g_status)gp->status));
    if (gp->flags & G_LEAKED)
        tb_add(t, " (leaked)");
    else if ((gp->status == G_WAITING || gp->status == G_SYSCALL) &&
             waited >= MINUTE)
        tb_add(t, ", %lld minutes", (long long)(waited / MINUTE));
    if (gp->flags & G_LOCKED)
        tb_add(t, ", locked to thread");
    tb_add(t, "]:\n");
}

static void
add_frame(struct tb *t, struct frames *f)
{
    char func[128] = "?";

    site_function(f->L, f->level, f->gp, func, sizeof func);
    tb_add(t, "%s(...)\n\t%s:%d\n", func, site_chunk(&f->ar),
           f->ar.currentline);
}

static int
count_frames(const struct g *gp)
{
    struct frames f;
    int n = 0;

    frames_begin(&f, gp);
    while (frames_next(&f))
        n++;
    return n;
}

/* A goroutine that has not run yet stands at the start of its function. */
static void
add_start(struct tb *t, const struct g *gp)
{
    lua_Debug ar;

    if (!task_start(t->w, gp, &ar))
        return;
    if (ar.what[0] == 'C' || site_hidden(&ar))
        return;
    if (gp->made != NULL && gp->made->held[0] != '\0')
        tb_add(t, "%s(...)\n", gp->made->held);
    else
        tb_add(t, "function <%s:%d>(...)\n", site_chunk(&ar), ar.linedefined);
    tb_add(t, "\t%s:%d\n", site_chunk(&ar), ar.linedefined);
}

void
tb_goroutine(struct tb *t, struct g *gp)
{
    int n = count_frames(gp), i = 0;
    struct frames f;

    add_header(t, gp);
    frames_begin(&f, gp);
    while (frames_next(&f)) {
        if (i < FRAMES_INNER || i >= n - FRAMES_OUTER)
            add_frame(t, &f);
        else if (i == FRAMES_INNER)
            tb_add(t, "...%d frames elided...\n",
                   n - FRAMES_INNER - FRAMES_OUTER);
        i++;
    }
    if (n == 0)
        add_start(t, gp);
    if (gp->made == NULL)
        return;
    if (gp->creator != 0)
        tb_add(t, "created by %s in goroutine %u\n", gp->made->func,
               gp->creator);
    else
        tb_add(t, "created by time.goFunc\n");
    tb_add(t, "\t%s:%d\n", gp->made->file, gp->made->line);
}

/* Paragraphs of all goroutines: first, if not NULL, then by number. */
void
tb_all(struct tb *t, struct g *first)
{
    struct g *gp;
    bool any = first != NULL;

    if (first != NULL)
        tb_goroutine(t, first);
    for (gp = t->w->sched->first; gp != NULL; gp = gp->next) {
        if (gp == first || (gp->flags & G_HIDDEN))
            continue;
        if (any)
            tb_add(t, "\n");
        tb_goroutine(t, gp);
        any = true;
    }
}

/* --- the final report -------------------------------------------------- */

/* Keep the text in the world, so that it comes and goes with it. */
void
report_set(struct world *w, const char *s, size_t n)
{
    struct luax *lx = luax_of(w);

    if (lx->report != NULL)
        heap_free(w, lx->report, lx->reportcap);
    lx->report = heap_alloc(w, n + 1);
    lx->reportcap = lx->report != NULL ? n + 1 : 0;
    lx->reportlen = lx->report != NULL ? n : 0;
    if (lx->report != NULL) {
        memcpy(lx->report, s, n);
        lx->report[n] = '\0';
    }
}

#define REPANICKED " [recovered, repanicked]"

void
report_repanic(struct world *w)
{
    struct luax *lx = luax_of(w);
    const char *end = lx->report != NULL ? strstr(lx->report, "\n\n") : NULL;
    size_t mark = strlen(REPANICKED), n;
    struct tb t = { .w = w };

    lx->panic_told = true;
    if (end == NULL)
        return;
    n = (size_t)(end - lx->report);
    if (n > mark && memcmp(end - mark, REPANICKED, mark) == 0)
        return; /* by a function within: Go says it once */
    tb_addn(&t, lx->report, n);
    tb_addn(&t, REPANICKED, mark);
    tb_addn(&t, end, lx->reportlen - n);
    report_set(w, t.buf, t.len);
    free(t.buf);
}

/* Push VALUE of a panic as Go prints it (PAN-2). A table without a text of its
 * own shows its type and what is in it, where Go has its address. */
void
panic_text(lua_State *L, int idx)
{
    char buf[256];
    bool own = luaL_getmetafield(L, idx, "__tostring") != LUA_TNIL;

    if (own) {
        lua_pop(L, 1);
        object_tolstring(L, idx, NULL);
    } else if (lua_isnil(L, idx)) {
        lua_pushliteral(L, "panic called with nil argument");
    } else if (lua_istable(L, idx)) {
        value_text(L, idx, buf, sizeof buf);
        lua_pushfstring(L, "(table) %s", buf);
    } else if (lua_type(L, idx) == LUA_TNUMBER) {
        struct fmt p;

        fmt_init(&p, L);
        fmt_value(&p, idx, 'v');
        lbuf_push(&p.out);
        lua_remove(L, p.out.slot);
    } else {
        object_tolstring(L, idx, NULL);
    }
}

/* The string at idx; newlines are followed by a tab. A report is a C string:
 * a zero byte is shown as \x00. */
static void
add_value(struct tb *t, lua_State *L, int idx)
{
    size_t n, i;
    const char *s = lua_tolstring(L, idx, &n);

    for (i = 0; i < n; i++) {
        if (s[i] == '\0')
            tb_addn(t, "\\x00", 4);
        else
            tb_addn(t, s + i, 1);
        if (s[i] == '\n')
            tb_addn(t, "\t", 1);
    }
}

static bool
is_overflow(lua_State *L, int idx)
{
    const char *s = NULL;

    if (lua_type(L, idx) == LUA_TSTRING)
        s = lua_tostring(L, idx);
    return s != NULL && strstr(s, "stack overflow") != NULL &&
           strstr(s, "C stack overflow") == NULL; /* nesting, not depth */
}

/* While deferred functions run for an earlier panic of the goroutine: a line
 * each, and all that follows is indented (PAN-3, PAN-11). */
void
tb_pending(struct tb *t)
{
    const struct luax *lx = luax_of(t->w);
    const char *earlier = lx->report;

    if (earlier != NULL && strncmp(earlier, "panic: ", 7) == 0 &&
        lx->panic_g == sched_g(t->w)->id) {
        const char *end = strstr(earlier, "\n\n");

        tb_addn(t, earlier, (size_t)(end - earlier) + 1);
        tb_add(t, "\t");
    }
}

/* The text of the panic is at 2. */
static void
add_panics(struct tb *t, lua_State *L, struct luax *lx)
{
    uint32_t g = sched_g(t->w)->id;

    tb_pending(t);
    tb_add(t, "panic: ");
    add_value(t, L, 2);
    if (lx->repanic_g == g)
        tb_addn(t, REPANICKED, strlen(REPANICKED));
    tb_add(t, "\n\n");
    lx->panic_g = g;
    lx->repanic_g = 0;
}

/* The message handler at the bottom of each goroutine: an error that nobody
 * below catches. The stack is as it was; what it says is kept. */
int
task_panicked(lua_State *L)
{
    struct world *w = world_of(L);
    struct tb t = { .w = w };
    bool overflow = is_overflow(L, 1), told = luax_of(w)->panic_told;

    luax_of(w)->panic_told = false;
    if (task_is_exit(L, 1) || w->end.how != END_NOT || told)
        return 1;
    lua_settop(L, 1);
    blame_caller(L, L);
    if (w->sched->explore.crash_one) {
        crash_note(L, END_PANIC, 1, NULL);
        return 1;
    }
    panic_text(L, 1); /* may raise: nothing of the host's is held yet */
    lua_insert(L, 2);
    if (overflow)
        tb_add(&t, "runtime: goroutine stack exceeds 1000000000-byte limit\n"
                   "fatal error: stack overflow\n\n");
    else
        add_panics(&t, L, luax_of(w));
    tb_goroutine(&t, sched_g(w));
    report_set(w, t.buf, t.len);
    free(t.buf);
    sched_event(w, EV_PANIC, 0, 0);
    lua_settop(L, 1);
    if (overflow) {
        sched_end(w, END_FATAL, 2);
        return task_goexit(L);
    }
    return 1;
}

static void
deadlock_report(struct tb *t)
{
    tb_add(t, "fatal error: all goroutines are asleep - deadlock!\n\n");
    tb_all(t, NULL);
}

static void
limit_report(struct tb *t, const struct gopark_end *end)
{
    const struct sched *s = t->w->sched;

    switch (end->how) {
    case END_STEPS:
        tb_add(t, "gopark: step limit reached: %llu steps (--max-steps)\n",
               (unsigned long long)s->max_steps);
        break;
    case END_TIME:
        tb_add(t, "gopark: time limit reached: %.9gs of virtual time "
                  "(--max-time)\n", (double)s->max_time / 1e9);
        break;
    case END_MEMORY:
        tb_add(t, "gopark: memory limit reached: %zu MB (--mem)\n",
               t->w->heap.limit >> 20);
        break;
    case END_GS:
        tb_add(t, "gopark: goroutine limit reached: %u alive at once\n",
               s->max_gs);
        break;
    default:
        break;
    }
}

char *
world_report(struct world *w)
{
    struct luax *lx = luax_of(w);
    struct tb t = { .w = w };

    tb_addn(&t, "", 0);
    switch (w->end.how) {
    case END_DEADLOCK:
        deadlock_report(&t);
        break;
    case END_NO_GS:
        tb_add(&t, "fatal error: no goroutines (main called runtime.Goexit)"
                   " - deadlock!\n");
        break;
    case END_PANIC:
    case END_FATAL:
    case END_CHECK:
        if (lx->report != NULL)
            tb_addn(&t, lx->report, lx->reportlen);
        else if (w->sched->fatal != NULL)
            tb_add(&t, "fatal error: %s\n", w->sched->fatal);
        break;
    case END_STALLED:
        tb_add(&t, "gopark: nobody can run any more: goroutine %u is stalled "
                   "by an injected fault\n\n",
               sched_stalled(w)->id);
        tb_all(&t, NULL);
        break;
    case END_STEPS:
    case END_TIME:
    case END_MEMORY:
    case END_GS:
        limit_report(&t, &w->end);
        break;
    case END_NOT:
    case END_RETURN:
    case END_EXIT:
        break;
    }
    return t.buf;
}

char *
world_traceback(struct world *w, uint32_t g, bool all)
{
    struct tb t = { .w = w };
    struct g *gp = g_find(w, g);

    tb_addn(&t, "", 0);
    if (all)
        tb_all(&t, gp);
    else if (gp != NULL)
        tb_goroutine(&t, gp);
    return t.buf;
}
