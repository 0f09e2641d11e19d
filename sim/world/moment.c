/*
 * moment.c - what was done to a run from outside, and what it printed next.
 */
#include "world/moment.h"

#include <stdint.h>
#include <string.h>

#include "world/mem.h"

enum { OUTPUT_MOST = 32 << 20 }; /* bytes kept of what follows a moment */

struct moment *
moment_new(struct moment *before, uint64_t step)
{
    struct moment *m = mem_alloc(sizeof *m);

    if (m == NULL)
        return NULL;
    m->before = before;
    m->number = before != NULL ? before->number + 1 : 0;
    m->step = step;
    return m;
}

void
moment_free(struct moment *m)
{
    if (m == NULL)
        return;
    mem_free((char *)(uintptr_t)m->in.text);
    mem_free((char *)(uintptr_t)m->in.name);
    mem_free(m->out);
    mem_free(m->piece);
    mem_free(m);
}

/* A copy of s, which may be NULL; false: no memory. */
static bool
copy(const char *s, const char **to)
{
    char *c;

    *to = NULL;
    if (s == NULL)
        return true;
    c = mem_alloc(strlen(s) + 1);
    if (c == NULL)
        return false;
    *to = strcpy(c, s);
    return true;
}

bool
moment_set_input(struct moment *m, const struct gopark_input *in)
{
    const char *text = in->text, *name = in->name;

    m->in = *in;
    m->in.name = NULL;
    return copy(text, &m->in.text) && copy(name, &m->in.name);
}

/* Room for need things of size bytes at *p, of which *used are there. */
static bool
reserve(void **p, size_t *cap, size_t used, size_t need, size_t size)
{
    size_t n = *cap == 0 ? 64 : *cap;
    void *q;

    if (need <= *cap)
        return true;
    while (n < need)
        n *= 2;
    q = mem_alloc(n * size);
    if (q == NULL)
        return false;
    if (used > 0)
        memcpy(q, *p, used * size);
    mem_free(*p);
    *p = q;
    *cap = n;
    return true;
}

/* Keep n bytes; what there is no room for is not kept. */
static void
keep(struct moment *m, int fd, const char *s, size_t n)
{
    bool other = m->npiece == 0 || m->piece[m->npiece - 1].fd != fd;
    void *out = m->out, *piece = m->piece;
    bool ok;

    if (m->outlen + n > OUTPUT_MOST || m->out_at + m->outlen + n != m->seen)
        return;
    ok = reserve(&out, &m->outcap, m->outlen, m->outlen + n, 1);
    m->out = out;
    ok = ok && reserve(&piece, &m->piececap, m->npiece, m->npiece + other,
                       sizeof *m->piece);
    m->piece = piece;
    if (!ok)
        return;
    memcpy(m->out + m->outlen, s, n);
    m->outlen += n;
    m->npiece += other;
    m->piece[m->npiece - 1] = (struct piece){ m->outlen, fd };
}

size_t
moment_print(struct moment *m, int fd, const char *s, size_t n, uint64_t at)
{
    size_t fresh = at + n <= m->seen ? 0
                   : at < m->seen    ? (size_t)(at + n - m->seen)
                                     : n;

    if (fresh > 0) {
        m->seen = at + n;
        keep(m, fd, s + n - fresh, fresh);
    }
    return fresh;
}

void
moment_output(const struct moment *m, uint64_t upto, gopark_write_fn *fn,
              void *ctx)
{
    size_t at = 0;
    uint64_t most = upto > m->out_at ? upto - m->out_at : 0;

    for (size_t i = 0; i < m->npiece && at < most; i++) {
        size_t end = m->piece[i].end < most ? m->piece[i].end : (size_t)most;

        fn(ctx, m->piece[i].fd, m->out + at, end - at, m->out_at + at);
        at = end;
    }
}
