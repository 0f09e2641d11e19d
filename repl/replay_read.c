/*
 * replay_read.c - replay files: a session as text, read.
 *
 * The reader is strict: a line it does not know, a number that is none, a
 * text that is longer or shorter than announced end it, and the error names
 * the line. It cuts the file into lines in place.
 */
#include "replay.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct want { /* a text that a header line announced */
    size_t len;
    uint64_t hash;
    int line;
};

struct reader {
    const char *path;
    char *file, *next;    /* next: where the next line begins */
    size_t left;          /* bytes from next on */
    char *at;             /* in the present line, NUL-terminated */
    size_t len;           /* of the whole line */
    int line;             /* its number */
    uint64_t sum, before; /* hash up to the line's end, and to its start */
    struct replay *p;
    struct want script, input, *module;
    int nscript, nmodule_text;
    bool ended, summed;
    struct gopark_err *err;
};

static enum gopark_rc
bad(struct reader *d, const char *expected)
{
    return gopark_fail(d->err, GOPARK_EFILE, "%s:%d: expected %s", d->path,
                       d->line, expected);
}

/* The next line into d->at; false at the end of the file. */
static bool
next_line(struct reader *d)
{
    char *nl;
    size_t n;

    if (d->left == 0)
        return false;
    nl = memchr(d->next, '\n', d->left);
    n = nl != NULL ? (size_t)(nl + 1 - d->next) : d->left;
    d->before = d->sum;
    d->sum = replay_hash(d->sum, d->next, n);
    d->at = d->next;
    d->len = nl != NULL ? n - 1 : n;
    d->at[d->len] = '\0';
    d->line++;
    d->next += n;
    d->left -= n;
    return true;
}

/* Skip word and a blank behind it, if the line goes on with that. */
static bool
accept(struct reader *d, const char *word)
{
    size_t n = strlen(word);

    if (strncmp(d->at, word, n) != 0 || (d->at[n] != ' ' && d->at[n] != '\0'))
        return false;
    d->at += n;
    d->at += *d->at == ' ';
    return true;
}

static bool
take_number(struct reader *d, int base, uint64_t *out)
{
    char *end;

    if (*d->at == '-' || *d->at == ' ' || *d->at == '\0')
        return false;
    *out = strtoull(d->at, &end, base);
    if (end == d->at || (*end != ' ' && *end != '\0'))
        return false;
    d->at = end + (*end == ' ');
    return true;
}

static int
hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

/* A quoted string, malloc'd; NULL if there is none. */
static char *
take_quoted(struct reader *d)
{
    const char *s = d->at;
    struct text t = { 0 };

    if (*s++ != '"')
        return NULL;
    for (; *s != '"'; s++) {
        char c = *s;

        if (c == '\0' || (c == '\\' && s[1] == '\0')) {
            text_done(&t);
            return NULL;
        }
        if (c == '\\' && *++s == 'x' && hex(s[1]) >= 0 && hex(s[2]) >= 0) {
            c = (char)(hex(s[1]) << 4 | hex(s[2]));
            s += 2;
        } else if (c == '\\')
            c = *s == 'n' ? '\n' : *s;
        text_add(&t, &c, 1);
    }
    text_add(&t, "", 0);
    s++;
    d->at += s - d->at + (*s == ' ');
    return t.s;
}

static bool
take_want(struct reader *d, struct want *w)
{
    uint64_t len;

    w->line = d->line;
    if (!take_number(d, 10, &len) || !take_number(d, 16, &w->hash))
        return false;
    w->len = (size_t)len;
    return true;
}

static enum gopark_rc
read_module(struct reader *d)
{
    char *name = take_quoted(d), *path = name ? take_quoted(d) : NULL;
    int n = d->p->modules.n;
    enum gopark_rc rc = GOPARK_OK;

    d->module = text_grow(d->module, (size_t)(n + 1) * sizeof *d->module);
    if (path == NULL || !take_want(d, &d->module[n]))
        rc = bad(d, "module \"NAME\" \"PATH\" BYTES HASH");
    else
        modules_add(&d->p->modules, name, path, "", 0);
    free(name);
    free(path);
    return rc;
}

static enum gopark_rc
read_arg(struct reader *d)
{
    struct replay *p = d->p;
    char *arg = take_quoted(d);

    if (arg == NULL)
        return bad(d, "arg \"TEXT\"");
    p->arg = text_grow(p->arg, (size_t)(p->narg + 1) * sizeof *p->arg);
    p->arg[p->narg++] = arg;
    return GOPARK_OK;
}

static bool
take_pair(struct reader *d, const char *key, int base, uint64_t *out)
{
    size_t n = strlen(key);

    if (strncmp(d->at, key, n) != 0 || d->at[n] != '=')
        return false;
    d->at += n + 1;
    return take_number(d, base, out);
}

static bool
take_text(struct reader *d, const char *key, const char **out)
{
    size_t n = strlen(key);

    if (strncmp(d->at, key, n) != 0 || d->at[n] != '=')
        return true; /* it may be left out */
    d->at += n + 1;
    *out = take_quoted(d);
    return *out != NULL;
}

static bool
take_input(struct reader *d, struct gopark_input *in)
{
    uint64_t g = 0, object = 0, n = 0;
    char *minus;
    int sign = 1;

    for (int i = 0; replay_input_name(i) != NULL; i++) {
        if (accept(d, replay_input_name(i))) {
            in->kind = (enum gopark_input_kind)i;
            take_pair(d, "g", 10, &g);
            take_pair(d, "object", 10, &object);
            if ((minus = strstr(d->at, "n=-")) == d->at) {
                sign = -1;
                memmove(minus + 2, minus + 3, strlen(minus + 3) + 1);
            }
            take_pair(d, "n", 10, &n);
            in->g = (uint32_t)g;
            in->object = (uint32_t)object;
            in->n = sign * (int64_t)n;
            return take_text(d, "text", &in->text) &&
                   take_text(d, "name", &in->name) && *d->at == '\0';
        }
    }
    return false;
}

static enum gopark_rc
read_entry(struct reader *d, bool asleep)
{
    struct replay *p = d->p;
    struct session_entry *e;
    uint64_t value = 0;
    bool ok;

    p->entry = text_grow(p->entry, (size_t)(p->nentry + 1) * sizeof *p->entry);
    e = &p->entry[p->nentry++];
    memset(e, 0, sizeof *e);
    e->asleep = asleep;
    ok = take_number(d, 10, &e->step);
    if (ok && accept(d, "pick")) {
        e->is_pick = true;
        ok = take_pair(d, "draw", 10, &e->draw) &&
             take_pair(d, "value", 10, &value) && *d->at == '\0';
        e->value = (uint32_t)value;
    } else
        ok = ok && take_input(d, &e->in);
    if (!ok)
        return bad(d, "at STEP and an input: lua, step-g, pick, ...");
    if (p->nentry > 1 && e->step < e[-1].step)
        return bad(d, "a step that is not before the one above");
    return GOPARK_OK;
}

static enum gopark_rc
read_end(struct reader *d)
{
    d->ended = take_number(d, 10, &d->p->end) &&
               take_pair(d, "digest", 16, &d->p->digest) && *d->at == '\0';
    return d->ended ? GOPARK_OK : bad(d, "end STEP digest=HASH");
}

/* The lines behind "text WHAT", up to one that is no text. */
static enum gopark_rc
read_text(struct reader *d, const struct want *w, char **s, size_t *len)
{
    struct text t = { 0 };
    int line = d->line;

    while (d->left > 0 && (*d->next == '|' || *d->next == '\\')) {
        next_line(d);
        text_add(&t, d->at + 1, d->len - 1);
        if (*d->at == '|')
            text_puts(&t, "\n");
    }
    text_add(&t, "", 0);
    free(*s);
    *s = t.s;
    *len = t.len;
    if (t.len != w->len || replay_hash(REPLAY_HASH, t.s, t.len) != w->hash)
        return gopark_fail(d->err, GOPARK_EFILE,
                           "%s:%d: the text that begins here is not the one "
                           "that line %d announces: it has been changed or "
                           "damaged",
                           d->path, line, w->line);
    return GOPARK_OK;
}

static enum gopark_rc
read_texts(struct reader *d)
{
    struct replay *p = d->p;

    if (accept(d, "script") && d->nscript++ == 0)
        return read_text(d, &d->script, &p->text, &p->len);
    if (accept(d, "input"))
        return read_text(d, &d->input, &p->input, &p->inputlen);
    if (accept(d, "module") && d->nmodule_text < p->modules.n) {
        int i = d->nmodule_text++;

        return read_text(d, &d->module[i], &p->modules.at[i].text,
                         &p->modules.at[i].len);
    }
    return bad(d, "text script, text module or text input, as announced");
}

static enum gopark_rc
read_sum(struct reader *d)
{
    uint64_t sum;

    if (!take_number(d, 16, &sum))
        return bad(d, "sum HASH");
    d->summed = true;
    if (sum != d->before)
        return gopark_fail(d->err, GOPARK_EFILE,
                           "%s:%d: expected sum %016" PRIx64 ": a line above "
                           "has been changed or damaged (without this line "
                           "it opens anyway)",
                           d->path, d->line, d->before);
    return GOPARK_OK;
}

static enum gopark_rc
read_number(struct reader *d, uint64_t low, uint64_t high, uint64_t *out)
{
    char buf[96];

    if (take_number(d, 10, out) && *out >= low && *out <= high &&
        *d->at == '\0')
        return GOPARK_OK;
    snprintf(buf, sizeof buf, "a number from %" PRIu64 " to %" PRIu64, low,
             high);
    return bad(d, buf);
}

static enum gopark_rc
read_script(struct reader *d)
{
    if (d->p->name != NULL)
        return bad(d, "one script line, and no second");
    d->p->name = take_quoted(d);
    return d->p->name != NULL && take_want(d, &d->script)
               ? GOPARK_OK
               : bad(d, "script \"NAME\" BYTES HASH");
}

static enum gopark_rc
read_line(struct reader *d)
{
    struct replay *p = d->p;
    uint64_t n = 0;
    enum gopark_rc rc;

    if (accept(d, "script"))
        return read_script(d);
    if (accept(d, "seed"))
        return read_number(d, 0, UINT64_MAX, &p->seed);
    if (accept(d, "procs")) {
        rc = read_number(d, 1, 256, &n);
        p->procs = (int)n;
        return rc;
    }
    if (accept(d, "mem")) {
        rc = read_number(d, 1 << 20, SIZE_MAX, &n);
        p->mem = (size_t)n;
        return rc;
    }
    if (accept(d, "max-steps"))
        return read_number(d, 1, UINT64_MAX, &p->max_steps);
    if (accept(d, "max-time")) {
        rc = read_number(d, 1, INT64_MAX, &n);
        p->max_time = (int64_t)n;
        return rc;
    }
    if (accept(d, "arg"))
        return read_arg(d);
    if (accept(d, "module"))
        return read_module(d);
    if (accept(d, "input"))
        return take_want(d, &d->input) ? GOPARK_OK : bad(d, "BYTES HASH");
    if (accept(d, "at"))
        return read_entry(d, false);
    if (accept(d, "after"))
        return read_entry(d, true);
    if (accept(d, "end"))
        return read_end(d);
    if (accept(d, "text"))
        return read_texts(d);
    if (accept(d, "sum"))
        return read_sum(d);
    return *d->at == '\0' || *d->at == '#'
               ? GOPARK_OK
               : bad(d, "a line of a replay file: seed, at, end, ...");
}

static enum gopark_rc
read_first(struct reader *d)
{
    uint64_t version;

    if (!next_line(d) || !accept(d, "gopark") || !accept(d, "replay") ||
        !take_number(d, 10, &version))
        return gopark_fail(d->err, GOPARK_EFILE,
                           "%s:1: this is no replay file: expected 'gopark "
                           "replay %d'",
                           d->path, REPLAY_VERSION);
    if (version != REPLAY_VERSION)
        return gopark_fail(d->err, GOPARK_EFILE,
                           "%s:1: version %" PRIu64 " of the format; this "
                           "gopark reads version %d",
                           d->path, version, REPLAY_VERSION);
    return GOPARK_OK;
}

static enum gopark_rc
read_all(struct reader *d)
{
    enum gopark_rc rc = read_first(d);

    while (rc == GOPARK_OK && next_line(d)) {
        if (d->summed)
            return bad(d, "nothing after the sum");
        rc = read_line(d);
    }
    if (rc != GOPARK_OK)
        return rc;
    d->line++;
    if (d->p->name == NULL || !d->ended)
        return bad(d, "'script' and 'end' lines: the file ends early");
    if (d->nscript == 0 || d->nmodule_text < d->p->modules.n ||
        (d->input.len > 0 && d->p->input == NULL))
        return bad(d, "the texts that are announced: the file ends early");
    return GOPARK_OK;
}

enum gopark_rc
replay_read(const char *path, struct replay *p, struct gopark_err *err)
{
    struct reader d = { .path = path, .sum = REPLAY_HASH, .p = p, .err = err };
    struct gopark_opts o;
    enum gopark_rc rc;

    gopark_opts_init(&o);
    memset(p, 0, sizeof *p);
    p->seed = o.seed;
    p->procs = o.procs;
    p->mem = o.mem;
    d.file = d.next = host_read(path, &d.left, err);
    if (d.file == NULL)
        return GOPARK_EFILE;
    rc = read_all(&d);
    free(d.file);
    free(d.module);
    if (rc != GOPARK_OK)
        replay_free(p);
    return rc;
}

void
replay_free(struct replay *p)
{
    for (int i = 0; i < p->nentry; i++) {
        free((char *)(uintptr_t)p->entry[i].in.text);
        free((char *)(uintptr_t)p->entry[i].in.name);
    }
    for (int i = 0; i < p->narg; i++)
        free(p->arg[i]);
    free(p->name);
    free(p->text);
    free(p->input);
    free(p->arg);
    free(p->entry);
    modules_free(&p->modules);
    memset(p, 0, sizeof *p);
}
