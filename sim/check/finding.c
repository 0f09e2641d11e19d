#include "check/finding.h"

#include <string.h>

enum { FINDS_MOST = 64, OUTPUTS_MOST = 10000 };

void
finds_free(struct finds *fs)
{
    for (size_t i = 0; i < fs->find.n; i++)
        free(fs->find.at[i].path);
    for (size_t i = 0; i < fs->output.n; i++) {
        free(fs->output.at[i].path);
        free(fs->output.at[i].text);
    }
    vec_free(&fs->find);
    vec_free(&fs->output);
}

static struct trans *
copy_path(const struct trans *path, size_t n)
{
    struct trans *copy = malloc((n + 1) * sizeof *copy);

    if (copy != NULL && n > 0)
        memcpy(copy, path, n * sizeof *copy);
    return copy;
}

static struct find *
find_sig(struct finds *fs, uint64_t sig)
{
    for (size_t i = 0; i < fs->find.n; i++)
        if (fs->find.at[i].o.sig == sig)
            return &fs->find.at[i];
    return NULL;
}

static bool
is_shorter(const struct find *f, const struct outcome *o, size_t n,
           int preempted)
{
    if (o->late != f->o.late)
        return o->late < f->o.late;
    return n != f->n ? n < f->n : preempted < f->o.f.preemptions;
}

void
finds_add(struct finds *fs, const struct outcome *o, uint64_t run,
          const struct trans *path, size_t n, int preempted)
{
    struct find *f = find_sig(fs, o->sig);
    struct trans *copy;

    if (f != NULL) {
        f->o.f.count++;
        if (!is_shorter(f, o, n, preempted))
            return;
    }
    copy = copy_path(path, n);
    if (copy == NULL ||
        (f == NULL && (fs->find.n == FINDS_MOST || !vec_room(&fs->find, 1)))) {
        fs->full = true;
        free(copy);
        return;
    }
    if (f == NULL) {
        f = &fs->find.at[fs->find.n++];
        *f = (struct find){ .o = *o };
        f->o.f.count = 1;
        f->o.f.first = run;
    }
    free(f->path);
    f->path = copy;
    f->n = n;
    f->o.f.preemptions = preempted;
    f->o.late = o->late;
    memcpy(f->o.f.stuck, o->f.stuck, sizeof o->f.stuck);
}

/* --- outputs --------------------------------------------------------------- */

static uint64_t
hash_text(const char *s, size_t n)
{
    uint64_t h = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < n; i++)
        h = (h ^ (unsigned char)s[i]) * UINT64_C(0x100000001b3);
    return h;
}

void
finds_add_output(struct finds *fs, const char *text, size_t len,
                 const struct trans *path, size_t n)
{
    uint64_t hash;
    struct output *o;

    if (text == NULL)
        text = "";
    hash = hash_text(text, len);
    for (size_t i = 0; i < fs->output.n; i++) {
        o = &fs->output.at[i];
        if (o->hash == hash && o->len == len &&
            memcmp(o->text, text, len) == 0) {
            o->count++;
            return;
        }
    }
    if (fs->output.n == OUTPUTS_MOST || !vec_room(&fs->output, 1)) {
        fs->full = true;
        return;
    }
    o = &fs->output.at[fs->output.n];
    *o = (struct output){ hash, 1, malloc(len + 1), len,
                          copy_path(path, n), n, NULL };
    if (o->text == NULL || o->path == NULL) {
        free(o->text);
        free(o->path);
        fs->full = true;
        return;
    }
    memcpy(o->text, text, len);
    o->text[len] = '\0';
    fs->output.n++;
}
