#include "gopark.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const reason_name[] = {
#define X(name, word) [name] = word,
    GOPARK_REASONS(X)
#undef X
};

static const char *const event_name[] = {
#define X(name, word) [name] = word,
    GOPARK_EVENTS(X)
#undef X
};

static const char *const status_name[G_NSTATUS] = {
    [G_IDLE] = "idle",       [G_RUNNABLE] = "runnable",
    [G_RUNNING] = "running", [G_SYSCALL] = "syscall",
    [G_WAITING] = "waiting", [G_DEAD] = "dead",
};

static const char *const choice_name[CHOOSE_NKIND] = {
    [CHOOSE_AGENT] = "agent",     [CHOOSE_SELECT] = "select",
    [CHOOSE_STEAL] = "steal",     [CHOOSE_STRIDE] = "stride",
    [CHOOSE_QUANTUM] = "quantum", [CHOOSE_USER] = "user",
    [CHOOSE_POLICY] = "policy",
};

const char *
gopark_reason_name(enum g_reason r)
{
    return reason_name[r];
}

const char *
gopark_event_name(enum gopark_event_kind k)
{
    return event_name[k];
}

const char *
gopark_status_name(enum g_status s)
{
    return status_name[s];
}

const char *
gopark_choice_name(enum gopark_choice k)
{
    return choice_name[k];
}

void
gopark_opts_init(struct gopark_opts *o)
{
    memset(o, 0, sizeof *o);
    o->seed = 1;
    o->procs = 4;
    o->mem = (size_t)512 << 20;
    o->name = "main.lua";
    o->text = "";
}

enum gopark_rc
gopark_fail(struct gopark_err *err, enum gopark_rc rc, const char *fmt, ...)
{
    if (err != NULL) {
        va_list ap;
        err->rc = rc;
        va_start(ap, fmt);
        vsnprintf(err->text, sizeof err->text, fmt, ap);
        va_end(ap);
    }
    return rc;
}

const char *
gopark_object_label(const struct gopark_object *o, char *buf, size_t size)
{
    static const char *const prefix[OBJ_NKIND] = {
        [OBJ_CHAN] = "ch",      [OBJ_MUTEX] = "mu",  [OBJ_RWMUTEX] = "rw",
        [OBJ_WG] = "wg",        [OBJ_COND] = "cond", [OBJ_ONCE] = "once",
        [OBJ_SEMA] = "sema",    [OBJ_TIMER] = "timer",
        [OBJ_ATOMIC] = "atomic", [OBJ_CELLS] = "shared", [OBJ_POOL] = "pool",
        [OBJ_MAP] = "map",
    };

    bool named = o->name != NULL && o->name[0] != '\0';

    if (named && !o->twin)
        return o->name;
    snprintf(buf, size, "%s#%u", named ? o->name : prefix[o->kind], o->number);
    return buf;
}

bool
gopark_object_called(const struct gopark_object *o, const char *s)
{
    struct gopark_object as = *o;
    char buf[64];

    if (o->name != NULL && strcmp(o->name, s) == 0)
        return true;
    as.twin = true;
    if (strcmp(gopark_object_label(&as, buf, sizeof buf), s) == 0)
        return true;
    as.name = NULL;
    return strcmp(gopark_object_label(&as, buf, sizeof buf), s) == 0;
}
