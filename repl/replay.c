/*
 * replay.c - replay files: a session as text, written.
 */
#include "replay.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inject.h"

static const char *const input_name[] = {
    [IN_LUA] = "lua",         [IN_STEP_G] = "step-g",   [IN_PROCS] = "procs",
    [IN_SKIP] = "skip",       [IN_DELAY] = "delay",     [IN_PANIC] = "panic",
    [IN_STALL] = "stall",     [IN_UNSTALL] = "unstall", [IN_CLOSE] = "close",
    [IN_SYSCALL] = "syscall", [IN_LEAK] = "leak",       [IN_CLEAR] = "clear",
    [IN_POLICY] = "policy",   [IN_QUANTUM] = "quantum", [IN_COSTS] = "costs",
    [IN_WAKE] = "wake",
};

const char *
replay_input_name(int kind)
{
    return kind < (int)(sizeof input_name / sizeof input_name[0])
               ? input_name[kind]
               : NULL;
}

uint64_t
replay_hash(uint64_t h, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        h = (h ^ (unsigned char)s[i]) * 0x100000001b3u;
    return h;
}

/* --- writing ----------------------------------------------------------- */

static void
put_quoted(struct text *t, const char *s)
{
    text_puts(t, "\"");
    for (; *s != '\0'; s++) {
        unsigned char c = (unsigned char)*s;

        if (c == '"' || c == '\\')
            text_printf(t, "\\%c", c);
        else if (c == '\n')
            text_puts(t, "\\n");
        else if (c < 0x20 || c == 0x7f)
            text_printf(t, "\\x%02x", c);
        else
            text_add(t, s, 1);
    }
    text_puts(t, "\"");
}

static void
put_header(struct text *t, const char *key, const char *name, const char *path,
           const char *s, size_t n)
{
    text_printf(t, "%s ", key);
    if (name != NULL) {
        put_quoted(t, name);
        text_puts(t, " ");
    }
    if (path != NULL) {
        put_quoted(t, path);
        text_puts(t, " ");
    }
    text_printf(t, "%zu %016" PRIx64 "\n", n, replay_hash(REPLAY_HASH, s, n));
}

/* The lines of a text behind '|'; a last one without newline behind '\'. */
static void
put_lines(struct text *t, const char *what, const char *s, size_t n)
{
    text_printf(t, "text %s\n", what);
    while (n > 0) {
        const char *nl = memchr(s, '\n', n);
        size_t len = nl != NULL ? (size_t)(nl - s) : n;

        text_puts(t, nl != NULL ? "|" : "\\");
        text_add(t, s, len);
        text_puts(t, "\n");
        len += nl != NULL;
        s += len;
        n -= len;
    }
}

static void
put_entry(struct text *t, const struct session_entry *e)
{
    const struct gopark_input *in = &e->in;

    text_printf(t, "%s %" PRIu64, e->asleep ? "after" : "at", e->step);
    if (e->is_pick) {
        text_printf(t, " pick draw=%" PRIu64 " value=%" PRIu32 "\n", e->draw,
                    e->value);
        return;
    }
    text_printf(t, " %s", input_name[in->kind]);
    if (in->g != 0)
        text_printf(t, " g=%" PRIu32, in->g);
    if (in->object != 0)
        text_printf(t, " object=%" PRIu32, in->object);
    if (in->n != 0)
        text_printf(t, " n=%" PRId64, in->n);
    if (in->text != NULL) {
        text_puts(t, " text=");
        put_quoted(t, in->text);
    }
    if (in->name != NULL) {
        text_puts(t, " name=");
        put_quoted(t, in->name);
    }
    text_puts(t, "\n");
}

void
replay_format(const struct replay *p, struct text *t)
{
    text_printf(t, "gopark replay %d\n", REPLAY_VERSION);
    put_header(t, "script", p->name, NULL, p->text, p->len);
    text_printf(t, "seed %" PRIu64 "\nprocs %d\nmem %zu\n", p->seed, p->procs,
                p->mem);
    if (p->max_steps != 0)
        text_printf(t, "max-steps %" PRIu64 "\n", p->max_steps);
    if (p->max_time != 0)
        text_printf(t, "max-time %" PRId64 "\n", p->max_time);
    for (int i = 0; i < p->narg; i++) {
        text_puts(t, "arg ");
        put_quoted(t, p->arg[i]);
        text_puts(t, "\n");
    }
    for (int i = 0; i < p->modules.n; i++) {
        const struct module *m = &p->modules.at[i];

        put_header(t, "module", m->name, m->path, m->text, m->len);
    }
    if (p->inputlen > 0)
        put_header(t, "input", NULL, NULL, p->input, p->inputlen);
    for (int i = 0; i < p->nentry; i++)
        put_entry(t, &p->entry[i]);
    text_printf(t, "end %" PRIu64 " digest=%016" PRIx64 "\n", p->end,
                p->digest);
    put_lines(t, "script", p->text, p->len);
    for (int i = 0; i < p->modules.n; i++)
        put_lines(t, "module", p->modules.at[i].text, p->modules.at[i].len);
    if (p->inputlen > 0)
        put_lines(t, "input", p->input, p->inputlen);
    text_printf(t, "sum %016" PRIx64 "\n",
                replay_hash(REPLAY_HASH, t->s, t->len));
}

enum gopark_rc
replay_write_run(const char *path, const struct options *o,
                 const struct script *s, const struct modules *m,
                 const struct input *in, const struct injector *faults,
                 const struct world *w, struct gopark_err *err)
{
    struct replay p = {
        .name = s->name,
        .text = s->text,
        .len = s->len,
        .modules = *m,
        .input = in->text.s,
        .inputlen = in->text.len,
        .seed = o->seed,
        .procs = o->procs,
        .mem = o->mem,
        .max_steps = o->max_steps,
        .max_time = o->max_time,
        .narg = o->narg - 1,
        .end = world_steps(w),
        .digest = world_digest(w),
    };
    struct text t = { 0 };
    enum gopark_rc rc;

    p.entry = text_alloc((size_t)(faults->done + 1) * sizeof *p.entry);
    for (; p.nentry < faults->done; p.nentry++)
        p.entry[p.nentry] =
            (struct session_entry){ .step = faults->at[p.nentry].step,
                                    .in = faults->at[p.nentry].in };
    p.arg = text_alloc((size_t)o->narg * sizeof *p.arg);
    for (int i = 1; i < o->narg; i++)
        p.arg[i - 1] = text_dup(o->arg[i]);
    replay_format(&p, &t);
    rc = host_write(path, t.s, t.len, err);
    for (int i = 0; i < p.narg; i++)
        free(p.arg[i]);
    free(p.arg);
    free(p.entry);
    text_done(&t);
    return rc;
}
