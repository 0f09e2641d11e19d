/*
 * lua.h - goroutines as Lua coroutines: what the files of this room share.
 *
 * A C function that a script calls and that others can see (an operation)
 * begins with OP_BEGIN: it may have to come back to the driver first. One
 * that parks returns lua_yield(k) as its last act. What it needs afterwards is
 * on its Lua stack or in its G; between two steps no C frame belongs to the
 * world.
 */
#ifndef GOPARK_LUA_LUA_H
#define GOPARK_LUA_LUA_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "sync/chan.h"
#include "sync/lock.h"

/* The place of a call, by the address of its instruction. */
enum { NEAR_SITES = 64 };
struct near_site {
    const void *pc;
    const struct site *site;
};

/* The Lua layer's own state, in the block; hangs at world.luax. */
struct luax {
    int anchor;            /* where the registry has the table of threads */
    int nthread, nrunner;  /* in it, and those of them for goroutines */
    lua_State **page;      /* see starts.c; heap, npage */
    int npage, nslot;
    struct {               /* threads without a goroutine */
        lua_State **at;
        int n, cap;        /* cap >= nrunner */
    } idle;
    int objs;              /* registry: all objects by number, weakly */
    int sources;           /* registry: source texts by chunk name */
    int ncpu;              /* Ps at the start */
    void *boot_block;      /* the new Lua state, until its seed is set */
    size_t boot_size;
    bool user_yield;       /* the yield under way is a script's own */
    struct near_site near[NEAR_SITES]; /* see site.c */
    char *report;          /* what to print at the end; heap, reportcap */
    size_t reportlen, reportcap;
    uint32_t panic_g;      /* whose panic the report is about */
    bool panic_told;       /* the report stands, the panic only goes on */
    uint32_t repanic_g;    /* who panics again with what a library recovered */
    struct crash *crash;   /* the first failures, while an explorer goes on */
    uint32_t ncrash;
    int always, finally;   /* registry: lists of functions, 0 none */
    /* probe.c */
    uint32_t call_g;       /* pauses at its next line, 0 none */
    lua_State *pause_L;    /* has come back from its hook, NULL none */
    int pause_left;        /* instructions it had left until a count */
    const void *again;     /* activation that Lua may announce again */
    lua_State *alarm_L;    /* has its count hook set for a probe */
    int alarm_left;        /* instructions it had left when that was done */
    int alarm_in;          /* instructions until it rings, when it was set */
    struct fault *faults;  /* injected, and still to happen; see fault.h */
};

/* What failed while the explorer lets the others go on (MODEL-9). */
enum { CRASH_MOST = 8, CRASH_TEXT = 160 };
struct crash {
    enum gopark_how how;   /* END_PANIC, END_FATAL or END_CHECK */
    uint32_t g;            /* 0: no goroutine's fault */
    int line;              /* 0 unknown */
    char file[64], func[64], text[CRASH_TEXT];
};

static inline struct luax *
luax_of(const struct world *w)
{
    return w->luax;
}

/* --- threads ------------------------------------------------------------ */

/* Who runs L, as its extra space has it: a goroutine's own thread has itself
 * there, a coroutine the goroutine that is in it, and stays in it if it
 * waits, with TASK_BOXED if its resumer cannot give way; 0 nobody. */
static inline uintptr_t *
task_user(lua_State *L)
{
    return (uintptr_t *)lua_getextraspace(L);
}
enum { TASK_BOXED = 1 };

/* --- operations -------------------------------------------------------- */

/* The object of an operation is not a tname. */
void op_wrong_self(lua_State *L, const char *tname)
    __attribute__((cold, noreturn));

/* Come back later with the same C function and the same stack. */
int op_again(lua_State *L, int status, lua_KContext self);
/* Note what is pending. False: L cannot yield, act at once (MODEL-12). */
bool op_defer(lua_State *L, struct world *w, enum gopark_event_kind kind,
              void *object, enum op_form form);

/* Note what is being done, for those who watch. */
void op_note(lua_State *L, struct world *w, enum gopark_event_kind kind,
             const void *object, enum op_form form);

#define OP_BEGIN_AS(L, w, self, kind, object, form) \
    do { \
        if (UNLIKELY(!sched_may_act(w)) && \
            op_defer((L), (w), (kind), (object), (form))) \
            return lua_yieldk((L), 0, (lua_KContext)(self), op_again); \
        if (UNLIKELY((w)->host.op_wanted)) \
            op_note((L), (w), (kind), (object), (form)); \
    } while (0)

#define OP_BEGIN(L, w, self, kind, object) \
    OP_BEGIN_AS(L, w, self, kind, object, OP_PLAIN)

/* An operation that only an explorer has to see: it does nothing. */
#define OP_SEEN(L, w, self, kind, object, form) \
    do { \
        if (op_explored(w)) \
            OP_BEGIN_AS(L, w, self, kind, object, form); \
    } while (0)

static inline bool
op_explored(const struct world *w)
{
    return w->sched->policy == POLICY_EXPLORE;
}

/* The G is parked or must give way: yield, unless the place forbids it. */
int op_block(lua_State *L, lua_KFunction k, lua_KContext ctx);
/* A failed check of the script's: END_CHECK, with `check failed: TEXT`. */
int op_check_failed(lua_State *L, const char *text);
/* Raise Go's text as a runtime panic, without a position. */
int op_panic(lua_State *L, const char *text);
/* End the program with a fatal error; never returns to the script. */
int op_fatal(lua_State *L, const char *text);
int op_fatal_all(lua_State *L, const char *text); /* shows all goroutines */
/* The block is full: the program is over. Never returns to the script. */
int op_no_memory(lua_State *L);
/* The program is over (w->end is set): leave the script for good. */
int op_leave(lua_State *L);
/* A continuation that returns the n values on top. */
int op_results(lua_State *L, int status, lua_KContext n);
/* Sleep for d ns, as the last act. */
int op_sleep(lua_State *L, int64_t d);
/* Would op_block succeed? Else raise the contract's error, before parking. */
void op_must_yield(lua_State *L);
/* The same as an answer: L can yield, and all that resumed it. */
static inline bool
op_can_block(lua_State *L)
{
    return lua_isyieldable(L) && !(*task_user(L) & TASK_BOXED);
}

/* --- objects ----------------------------------------------------------- */

struct obj *obj_to(lua_State *L, int idx); /* NULL: not one of ours */
/* New userdata for a primitive of size bytes; metatable at upvalue 1. */
void *obj_push(lua_State *L, size_t size, int nuv);
void obj_named(lua_State *L, struct obj *o, int idx); /* optional name arg */
/* Let obj_push_self find the object on top of the stack by its number. */
void obj_register(lua_State *L, struct obj *o);
bool obj_push_self(lua_State *L, const struct obj *o);
void obj_atomic_fill(const struct obj *o, struct gopark_object *out);
int obj_gc(lua_State *L);
void obj_class(lua_State *L, const char *name, const luaL_Reg *methods,
               lua_CFunction make);

/* Give a parked receiver's thread its results: the value on top of L. */
void chan_give(lua_State *L, struct g *gp);
void chan_give_closed(struct world *w, struct g *gp, bool sends);
int chan_range_next(lua_State *L); /* the iterator of range(ch) */
int chan_make_timer(lua_State *L, struct hchan **c);
/* Put an integer, the time, into a timer channel as its timer fires. */
void chan_put_time(struct world *w, struct hchan *c, int64_t t);

/* --- tasks ------------------------------------------------------------- */

extern const struct task_ops lua_task_ops;
/* A goroutine for the function and arguments on top of L; pops them. NULL:
 * the program has ended for want of memory or goroutines. */
struct g *task_go(lua_State *L, int nargs, const struct site *made,
                  uint32_t creator);
/* A thread that the anchor table keeps. May raise for want of memory. */
lua_State *task_new_thread(lua_State *L0);
/* Where the function of a goroutine that has not run is, as lua_getinfo's S
 * tells it; false: it has run. */
bool task_start(const struct world *w, const struct g *gp, lua_Debug *ar);
bool task_is_exit(lua_State *L, int idx); /* Goexit or the end on its way */
bool task_out_of_memory(lua_State *L, int status);
int task_goexit(lua_State *L);

/* A panic with what a library has recovered, the argument or the top of the
 * stack; the report says so. task_recovered: somebody has caught it. */
int task_repanic(lua_State *L);
void task_recovered(lua_State *L);
/* pcall that catches, too, what f's deferred functions raise because of
 * runtime.Goexit in f. */
int golib_catch(lua_State *L);

/* --- probes: looking between two steps (probe.c) ------------------------ */

int probe_mask(const struct world *w);  /* hook events that are wanted */
void probe_event(lua_State *L, lua_Debug *ar); /* one has come */
bool probe_alarm(lua_State *L);         /* the count hook was for a probe */
/* Has L come back from a hook, so that its instruction comes by again? */
bool probe_gave_way(lua_State *L);
void probe_enter(struct world *w, struct g *gp); /* gp is to be resumed, */
void probe_leave(struct world *w);      /* and has come back; w->host.probe
                                           is set, or was until then */

/* --- looking from a branch (eval.c) --------------------------------------- */

/* Let goroutine g, or any, be the one that acts: operations ask for it. For a
 * branch that will be dropped. False: there is none, and no room for one. */
bool eval_take_stage(struct world *w, uint32_t g);

/* --- whose mistake (blame.c) --------------------------------------------- */

/* The error on top of L, raised on from's stack, which is as it was: if it
 * names a place in gopark's own Lua code, let it name the script's that called
 * there. */
void blame_caller(lua_State *L, lua_State *from);
int blame_handler(lua_State *L); /* the same as a message handler */
int blame_need(lua_State *L);    /* for embedded libraries: need() */

/* --- sites and traces -------------------------------------------------- */

/* The place in a script that called the running C function; fidx: a function
 * value whose holder's name is wanted too, or 0. */
const struct site *site_here(lua_State *L, int fidx);
/* New code is loaded, which may lie where other code was: what is known by
 * address is not. */
void site_forget(struct world *w);
/* The same, and luaL_loadbufferx() of text. */
int site_load(lua_State *L, const char *text, size_t n, const char *chunk);
bool site_hidden(const lua_Debug *ar);
const char *site_chunk(const lua_Debug *ar);
void site_function(lua_State *L, int level, const struct g *gp, char *buf,
                   size_t size);

/* Walks the script's frames of a goroutine, innermost first, through nested
 * coroutines. */
struct frames {
    const struct g *gp;
    lua_State *chain[32]; /* innermost first */
    int n, at, level;
    lua_State *L;         /* the thread, level and activation found */
    lua_Debug ar;         /* with S and l filled */
    bool all;             /* also C functions and gopark's own */
    bool linked;          /* levels can be walked by their records */
};
void frames_begin(struct frames *f, const struct g *gp);
bool frames_next(struct frames *f);

/* Text that grows, on the host's heap: for reports, never kept. */
struct tb {
    struct world *w;
    char *buf;
    size_t len, cap;
};
void tb_goroutine(struct tb *t, struct g *gp);
void tb_pending(struct tb *t); /* the running one's panics under way */
void tb_all(struct tb *t, struct g *first);
void tb_add(struct tb *t, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void tb_addn(struct tb *t, const char *s, size_t n);
void report_set(struct world *w, const char *s, size_t n);
/* The panic that the report is about has been recovered, and goes on. */
void report_repanic(struct world *w);
void panic_text(lua_State *L, int idx); /* push VALUE of "panic: VALUE" */
int task_panicked(lua_State *L); /* the message handler of a goroutine */
/* Keep what failed, the value at idx, or text if that is not NULL. */
void crash_note(lua_State *L, enum gopark_how how, int idx, const char *text);

/* --- looking ----------------------------------------------------------- */

/* The value at idx as one line of text, shortened to size - 1 bytes. Calls no
 * metamethods and changes nothing. */
void value_text(lua_State *L, int idx, char *buf, size_t size);
/* The variable that holds an object, or NULL. Borrowed. */
const char *names_of(const struct world *w, const struct obj *o);
/* Does another living object of its kind have the same name? */
bool names_twin(const struct world *w, const struct obj *o);
/* Does anybody wait at it or hold it? inspect_obj.c */
bool obj_in_use(const struct obj *o);
void names_free(struct world *w);

/* --- inputs ------------------------------------------------------------- */

/* world_input(), but for what check/ knows. */
enum gopark_rc input_apply(struct world *w, const struct gopark_input *in,
                           uint32_t *g, struct gopark_err *err);

/* --- what libraries need ----------------------------------------------- */

void lua_out(lua_State *L, int fd, const char *s, size_t n);
int64_t lua_now(lua_State *L);
uint64_t lua_rand64(lua_State *L);

void lib_open(lua_State *L);
void lib_go(lua_State *L);
void lib_chan(lua_State *L);
void lib_select(lua_State *L);
void lib_sync(lua_State *L);
void lib_rw(lua_State *L);
void lib_io(lua_State *L);
void lib_time(lua_State *L);
void lib_atomic(lua_State *L);
void lib_once(lua_State *L);
void lib_map(lua_State *L);
void lib_cells(lua_State *L);
void lib_check(lua_State *L);
/* The functions given to check.finally hold? Else the program has failed. */
bool check_finally(lua_State *L);
void lib_runtime(lua_State *L);
void lib_coroutine(lua_State *L);

#endif
