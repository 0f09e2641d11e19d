/*
 * packing.c - results as bytes for another process of the same program, and
 * two parts of a search made one.
 */
#include <stdlib.h>
#include <string.h>

#include "check/vec.h"
#include "gopark.h"

/* --- writing ------------------------------------------------------------------ */

struct bytes {
    VEC(char) b;
    bool failed;
};

static void
put(struct bytes *to, const void *p, size_t n)
{
    if (n == 0)
        return;
    if (!vec_room(&to->b, n)) {
        to->failed = true;
        return;
    }
    memcpy(to->b.at + to->b.n, p, n);
    to->b.n += n;
}

static void
put_text(struct bytes *to, const char *s)
{
    size_t n = s != NULL ? strlen(s) + 1 : 0; /* 0: NULL */

    put(to, &n, sizeof n);
    put(to, s, n);
}

char *
explore_pack(const struct explore_result *r, size_t *n)
{
    struct bytes to = { 0 };

    put(&to, r, sizeof *r);
    put_text(&to, r->table);
    for (int i = 0; i < r->nfinding; i++) {
        put(&to, &r->finding[i], sizeof r->finding[i]);
        put_text(&to, r->finding[i].schedule);
        put_text(&to, r->finding[i].table);
        put_text(&to, r->finding[i].explain);
    }
    for (int i = 0; i < r->noutput; i++) {
        put(&to, &r->output[i], sizeof r->output[i]);
        put_text(&to, r->output[i].text);
        put_text(&to, r->output[i].schedule);
    }
    if (to.failed) {
        vec_free(&to.b);
        return NULL;
    }
    *n = to.b.n;
    return to.b.at;
}

/* --- reading -------------------------------------------------------------------- */

struct from {
    const char *s;
    size_t left;
    bool failed;
};

static void
get(struct from *f, void *p, size_t n)
{
    if (n > f->left) {
        f->failed = true;
        memset(p, 0, n);
        return;
    }
    memcpy(p, f->s, n);
    f->s += n;
    f->left -= n;
}

static char *
get_text(struct from *f)
{
    size_t n = 0;
    char *s;

    get(f, &n, sizeof n);
    if (n > f->left)
        f->failed = true;
    if (n == 0 || f->failed)
        return NULL;
    s = malloc(n);
    if (s == NULL) {
        f->failed = true;
        return NULL;
    }
    get(f, s, n);
    s[n - 1] = '\0';
    return s;
}

struct explore_result *
explore_unpack(const char *s, size_t n)
{
    struct from f = { s, n, false };
    struct explore_result *r = calloc(1, sizeof *r);

    if (r == NULL)
        return NULL;
    get(&f, r, sizeof *r);
    r->table = get_text(&f);
    r->finding = calloc((size_t)r->nfinding + 1, sizeof *r->finding);
    r->output = calloc((size_t)r->noutput + 1, sizeof *r->output);
    for (int i = 0; r->finding != NULL && i < r->nfinding; i++) {
        get(&f, &r->finding[i], sizeof r->finding[i]);
        r->finding[i].schedule = get_text(&f);
        r->finding[i].table = get_text(&f);
        r->finding[i].explain = get_text(&f);
    }
    for (int i = 0; r->output != NULL && i < r->noutput; i++) {
        get(&f, &r->output[i], sizeof r->output[i]);
        r->output[i].text = get_text(&f);
        r->output[i].schedule = get_text(&f);
    }
    if (!f.failed && r->finding != NULL && r->output != NULL)
        return r;
    if (r->finding == NULL)
        r->nfinding = 0;
    if (r->output == NULL)
        r->noutput = 0;
    explore_free(r);
    return NULL;
}

/* --- merging ---------------------------------------------------------------------- */

static char *
copy(const char *s)
{
    return s != NULL ? strdup(s) : NULL;
}

static void
copy_texts(struct explore_finding *f)
{
    f->schedule = copy(f->schedule);
    f->table = copy(f->table);
    f->explain = copy(f->explain);
}

static bool
is_shorter(const struct explore_finding *a, const struct explore_finding *b)
{
    if (a->schedule == NULL || b->schedule == NULL)
        return a->schedule != NULL;
    if (a->preemptions != b->preemptions)
        return a->preemptions < b->preemptions;
    return a->steps < b->steps;
}

/* The same finding in both parts: the shorter story, both counts. */
static void
join_finding(struct explore_finding *to, const struct explore_finding *f)
{
    uint64_t count = to->count + f->count;
    uint64_t first = to->first < f->first ? to->first : f->first;

    if (is_shorter(f, to)) {
        free(to->schedule);
        free(to->table);
        free(to->explain);
        *to = *f;
        copy_texts(to);
    }
    to->count = count;
    to->first = first;
}

static bool
merge_finding(struct explore_result *r, const struct explore_finding *f)
{
    struct explore_finding *all;

    for (int i = 0; i < r->nfinding; i++)
        if (r->finding[i].sig == f->sig) {
            join_finding(&r->finding[i], f);
            return true;
        }
    all = realloc(r->finding, ((size_t)r->nfinding + 1) * sizeof *all);
    if (all == NULL)
        return false;
    r->finding = all;
    all[r->nfinding] = *f;
    copy_texts(&all[r->nfinding++]);
    return true;
}

static bool
merge_output(struct explore_result *r, const struct explore_output *o)
{
    struct explore_output *all;

    for (int i = 0; i < r->noutput; i++)
        if (strcmp(r->output[i].text, o->text) == 0) {
            r->output[i].count += o->count;
            return true;
        }
    all = realloc(r->output, ((size_t)r->noutput + 1) * sizeof *all);
    if (all == NULL)
        return false;
    r->output = all;
    all[r->noutput] = *o;
    all[r->noutput].text = copy(o->text);
    all[r->noutput++].schedule = copy(o->schedule);
    return true;
}

static void
merge_counts(struct explore_result *r, const struct explore_result *part)
{
    r->executions += part->executions;
    r->failed += part->failed;
    r->asked += part->asked;
    r->interrupted |= part->interrupted;
    r->blocked += part->blocked;
    r->cut += part->cut;
    r->transitions += part->transitions;
    r->redone += part->redone;
    r->snapshot_time += part->snapshot_time;
    r->tried += part->tried;
    r->hit += part->hit;
    r->plain = r->plain < 0 || part->plain < 0 ? -1 : r->plain + part->plain;
    for (int i = 0; i < EXPLORE_NPREEMPT; i++)
        r->by_preempted[i] += part->by_preempted[i];
    if (part->length > r->length)
        r->length = part->length;
}

bool
explore_merge(struct explore_result *into, const struct explore_result *part)
{
    bool ok = true;

    merge_counts(into, part);
    if (into->complete && !part->complete)
        memcpy(into->why, part->why, sizeof into->why);
    into->complete = into->complete && part->complete;
    for (int i = 0; i < part->nfinding; i++)
        ok &= merge_finding(into, &part->finding[i]);
    for (int i = 0; i < part->noutput; i++)
        ok &= merge_output(into, &part->output[i]);
    if (into->nfinding > 0) {
        free(into->table);
        into->table = NULL;
    }
    explore_judge(into);
    return ok;
}
