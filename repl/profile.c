#include "profile.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { FRAMES_MAX = 64, GS_MAX = 1 << 20 };

/* --- protocol buffers -------------------------------------------------------- */

enum wire { VARINT = 0, BYTES = 2 };

static void
varint(struct text *t, uint64_t n)
{
    char byte;

    for (; n >= 128; n >>= 7) {
        byte = (char)(n | 128);
        text_add(t, &byte, 1);
    }
    byte = (char)n;
    text_add(t, &byte, 1);
}

static void
put_number(struct text *t, int field, uint64_t n)
{
    varint(t, (uint64_t)field << 3 | VARINT);
    varint(t, n);
}

static void
put_bytes(struct text *t, int field, const char *s, size_t n)
{
    varint(t, (uint64_t)field << 3 | BYTES);
    varint(t, n);
    text_add(t, s != NULL ? s : "", n);
}

/* Append message m as a field of t, and empty it. */
static void
put_message(struct text *t, int field, struct text *m)
{
    put_bytes(t, field, m->s, m->len);
    text_clear(m);
}

/* --- tables -------------------------------------------------------------------- */

struct function {
    uint64_t name, file;
};

struct location {
    uint64_t function; /* number from 1 */
    int line;
};

struct sample {
    uint64_t at[FRAMES_MAX]; /* locations, innermost first */
    int n;
    uint64_t state; /* what the goroutines do; a string */
    bool leaked;
    int64_t count;
};

struct profile {
    struct text out;
    char **string;
    int nstring;
    struct function *function;
    int nfunction;
    struct location *location;
    int nlocation;
    struct sample *sample;
    int nsample;
    struct gopark_blocked *blocked;
    int nblocked;
};

static uint64_t
string(struct profile *p, const char *s)
{
    for (int i = 0; i < p->nstring; i++)
        if (strcmp(p->string[i], s) == 0)
            return (uint64_t)i;
    p->string =
        text_grow(p->string, (size_t)(p->nstring + 1) * sizeof p->string[0]);
    p->string[p->nstring] = text_dup(s);
    return (uint64_t)p->nstring++;
}

/* pprof drops what stands between < and >, as the arguments of a template:
 * "function <f.lua:6>" loses its place. */
static uint64_t
function_name(struct profile *p, const char *name)
{
    struct text t = { 0 };
    uint64_t i;

    text_puts(&t, "");
    for (; *name != '\0'; name++)
        if (*name != '<' && *name != '>')
            text_add(&t, name, 1);
    i = string(p, t.s);
    text_done(&t);
    return i;
}

static uint64_t
function(struct profile *p, const char *name, const char *file)
{
    struct function f = { function_name(p, name), string(p, file) };

    for (int i = 0; i < p->nfunction; i++)
        if (p->function[i].name == f.name && p->function[i].file == f.file)
            return (uint64_t)i + 1;
    p->function = text_grow(p->function,
                            (size_t)(p->nfunction + 1) * sizeof p->function[0]);
    p->function[p->nfunction++] = f;
    return (uint64_t)p->nfunction;
}

static uint64_t
location(struct profile *p, const struct gopark_frame *fr)
{
    struct location l = { function(p, fr->func, fr->file), fr->line };

    for (int i = 0; i < p->nlocation; i++)
        if (p->location[i].function == l.function &&
            p->location[i].line == l.line)
            return (uint64_t)i + 1;
    p->location = text_grow(p->location,
                            (size_t)(p->nlocation + 1) * sizeof p->location[0]);
    p->location[p->nlocation++] = l;
    return (uint64_t)p->nlocation;
}

/* --- samples ------------------------------------------------------------------- */

static bool
is_leaked(const struct profile *p, uint32_t g)
{
    int low = 0, high = p->nblocked - 1;

    while (low <= high) {
        int mid = (low + high) / 2;

        if (p->blocked[mid].g == g)
            return p->blocked[mid].leak == LEAK_LEAKED;
        if (p->blocked[mid].g < g)
            low = mid + 1;
        else
            high = mid - 1;
    }
    return false;
}

static void
count(struct profile *p, const struct sample *s)
{
    for (int i = p->nsample - 1; i >= 0; i--) {
        struct sample *old = &p->sample[i];

        if (old->n == s->n && old->state == s->state &&
            old->leaked == s->leaked &&
            memcmp(old->at, s->at, (size_t)s->n * sizeof s->at[0]) == 0) {
            old->count++;
            return;
        }
    }
    p->sample =
        text_grow(p->sample, (size_t)(p->nsample + 1) * sizeof p->sample[0]);
    p->sample[p->nsample++] = *s;
}

static void
take(struct profile *p, const struct world *w, const struct gopark_g *g)
{
    struct gopark_frame fr[FRAMES_MAX];
    struct sample s = { .count = 1 };
    int n = world_frames(w, g->id, fr, FRAMES_MAX);

    for (int i = 0; i < n && i < FRAMES_MAX; i++)
        s.at[s.n++] = location(p, &fr[i]);
    if (n == 0) { /* it has not run yet: it stands at its start */
        memset(fr, 0, sizeof fr[0]);
        strncpy(fr[0].func, g->func, sizeof fr[0].func - 1);
        if (g->file != NULL)
            strncpy(fr[0].file, g->file, sizeof fr[0].file - 1);
        fr[0].line = g->line;
        s.at[s.n++] = location(p, &fr[0]);
    }
    s.state = string(p, g->status == G_WAITING ? gopark_reason_name(g->reason)
                                               : gopark_status_name(g->status));
    s.leaked = is_leaked(p, g->id);
    count(p, &s);
}

/* --- the file -------------------------------------------------------------------- */

static void
put_value_type(struct profile *p, int field)
{
    struct text m = { 0 };

    put_number(&m, 1, string(p, "goroutine"));
    put_number(&m, 2, string(p, "count"));
    put_message(&p->out, field, &m);
    text_done(&m);
}

static void
put_label(struct profile *p, struct text *m, const char *key, uint64_t value)
{
    struct text l = { 0 };

    put_number(&l, 1, string(p, key));
    put_number(&l, 2, value);
    put_message(m, 3, &l);
    text_done(&l);
}

static void
put_sample(struct profile *p, const struct sample *s)
{
    struct text m = { 0 };

    for (int i = 0; i < s->n; i++)
        put_number(&m, 1, s->at[i]);
    put_number(&m, 2, (uint64_t)s->count);
    put_label(p, &m, "state", s->state);
    if (s->leaked)
        put_label(p, &m, "leaked", string(p, "yes"));
    put_message(&p->out, 2, &m);
    text_done(&m);
}

static void
put_location(struct profile *p, int i)
{
    const struct location *l = &p->location[i];
    struct text m = { 0 }, line = { 0 };

    put_number(&m, 1, (uint64_t)i + 1);
    put_number(&line, 1, l->function);
    put_number(&line, 2, (uint64_t)l->line);
    put_message(&m, 4, &line);
    put_message(&p->out, 4, &m);
    text_done(&line);
    text_done(&m);
}

static void
put_function(struct profile *p, int i)
{
    const struct function *f = &p->function[i];
    struct text m = { 0 };

    put_number(&m, 1, (uint64_t)i + 1);
    put_number(&m, 2, f->name);
    put_number(&m, 3, f->name);
    put_number(&m, 4, f->file);
    put_message(&p->out, 5, &m);
    text_done(&m);
}

static void
put_all(struct profile *p)
{
    put_value_type(p, 1);
    for (int i = 0; i < p->nsample; i++)
        put_sample(p, &p->sample[i]);
    for (int i = 0; i < p->nlocation; i++)
        put_location(p, i);
    for (int i = 0; i < p->nfunction; i++)
        put_function(p, i);
    put_value_type(p, 11);
    put_number(&p->out, 12, 1);
    for (int i = 0; i < p->nstring; i++)
        put_bytes(&p->out, 6, p->string[i], strlen(p->string[i]));
}

static bool
zip(const struct text *in, struct text *t)
{
    z_stream z = { 0 };
    char buf[4096];
    int rc;

    if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    z.next_in = (Bytef *)in->s;
    z.avail_in = (uInt)in->len;
    do {
        z.next_out = (Bytef *)buf;
        z.avail_out = sizeof buf;
        rc = deflate(&z, Z_FINISH);
        text_add(t, buf, sizeof buf - z.avail_out);
    } while (rc == Z_OK);
    deflateEnd(&z);
    return rc == Z_STREAM_END;
}

static void
profile_done(struct profile *p)
{
    for (int i = 0; i < p->nstring; i++)
        free(p->string[i]);
    free(p->string);
    free(p->function);
    free(p->location);
    free(p->sample);
    free(p->blocked);
    text_done(&p->out);
}

bool
profile_write(struct world *w, struct text *t)
{
    struct profile p = { .nblocked = world_leaks(w, NULL, 0) };
    struct gopark_g g;
    bool ok;
    int n = 0;

    p.blocked = text_alloc((size_t)(p.nblocked + 1) * sizeof p.blocked[0]);
    p.nblocked = world_leaks(w, p.blocked, p.nblocked);
    string(&p, ""); /* string 0 has to be empty */
    for (uint32_t id = 0; (id = world_next_g(w, id)) != 0 && n++ < GS_MAX;)
        if (world_g(w, id, &g) && !g.hidden)
            take(&p, w, &g);
    put_all(&p);
    ok = zip(&p.out, t);
    profile_done(&p);
    return ok;
}
