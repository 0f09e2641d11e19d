#include "check/label.h"

#include <stdlib.h>
#include <string.h>

struct label
label_of(const struct trans *t)
{
    struct label l = { t->g, t->peer, t->kase, t->peer_kase };

    if (t->what == TRANS_CALL)
        l.kase = (int)t->op;
    return l;
}

bool
label_same(const struct label *a, const struct label *b)
{
    return a->g == b->g && a->peer == b->peer && a->kase == b->kase &&
           a->peer_kase == b->peer_kase;
}

uint64_t
label_hash(uint64_t h, const struct label *l)
{
    const uint64_t word[] = { l->g, (uint64_t)(int64_t)l->kase, l->peer,
                              (uint64_t)(int64_t)l->peer_kase };

    for (int i = 0; i < 4; i++)
        h = (h ^ word[i]) * UINT64_C(0x100000001b3);
    return h ^ (h >> 29);
}

size_t
label_find(const struct offers *of, size_t first, const struct label *l)
{
    for (size_t i = first; i < of->trans.n; i++) {
        struct label other = label_of(&of->trans.at[i]);

        if (label_same(l, &other))
            return i;
    }
    return SIZE_MAX;
}

/* --- writing ---------------------------------------------------------------- */

static void
write_who(struct tb *t, uint32_t g, int kase)
{
    tb_add(t, "%u", g);
    if (kase == CASE_DEFAULT)
        tb_add(t, ".d");
    else if (kase != CASE_NONE)
        tb_add(t, ".%d", kase);
}

void
label_write(struct tb *t, const struct label *l)
{
    write_who(t, l->g, l->kase);
    if (l->peer == 0)
        return;
    tb_add(t, ">");
    write_who(t, l->peer, l->peer_kase);
}

void
label_write_path(struct tb *t, const struct trans *path, size_t n, bool par,
                 bool prints)
{
    uint64_t h = LABEL_HASH;
    size_t i, k;

    tb_add(t, "%s%s:", par ? "par" : "all", prints ? " prints" : "");
    for (i = 0; i < n; i = k) {
        struct label l = label_of(&path[i]), next = l;

        for (k = i; k < n && label_same(&l, &next);) {
            h = label_hash(h, &l);
            if (++k % LABEL_HASH_EVERY == 0 || k == n)
                break;
            next = label_of(&path[k]);
        }
        tb_add(t, " ");
        label_write(t, &l);
        if (k - i > 1)
            tb_add(t, "*%zu", k - i);
        if (k % LABEL_HASH_EVERY == 0)
            tb_add(t, " =%016llx", (unsigned long long)h);
    }
}

/* --- reading ------------------------------------------------------------------ */

static void
skip_blanks(struct label_reader *r)
{
    while (*r->s == ' ')
        r->s++;
}

/* The word that s begins with, followed by a blank or a colon. */
static bool
take_word(struct label_reader *r, const char *word)
{
    size_t n = strlen(word);

    skip_blanks(r);
    if (strncmp(r->s, word, n) != 0 || (r->s[n] != ' ' && r->s[n] != ':'))
        return false;
    r->s += n;
    return true;
}

bool
label_read_mode(struct label_reader *r, bool *par, bool *prints)
{
    r->left = 0;
    r->done = 0;
    r->hash = LABEL_HASH;
    *par = take_word(r, "par");
    if (!*par && !take_word(r, "all"))
        return false;
    *prints = take_word(r, "prints");
    skip_blanks(r);
    return *r->s++ == ':';
}

static bool
read_number(struct label_reader *r, uint64_t *n)
{
    char *end;

    if (*r->s < '0' || *r->s > '9')
        return false;
    *n = strtoull(r->s, &end, 10);
    r->s = end;
    return *n <= UINT32_MAX;
}

static bool
read_who(struct label_reader *r, uint32_t *g, int *kase)
{
    uint64_t n;

    *kase = CASE_NONE;
    if (!read_number(r, &n))
        return false;
    *g = (uint32_t)n;
    if (*r->s != '.')
        return true;
    if (*++r->s == 'd') {
        r->s++;
        *kase = CASE_DEFAULT;
        return true;
    }
    if (!read_number(r, &n) || n > INT32_MAX)
        return false;
    *kase = (int)n;
    return true;
}

static bool
read_label(struct label_reader *r)
{
    struct label *l = &r->l;
    uint64_t n = 1;

    *l = (struct label){ 0 };
    if (!read_who(r, &l->g, &l->kase))
        return false;
    if (*r->s == '>') {
        r->s++;
        if (!read_who(r, &l->peer, &l->peer_kase))
            return false;
    }
    if (*r->s == '*') {
        r->s++;
        if (!read_number(r, &n) || n == 0)
            return false;
    }
    r->left = (uint32_t)n;
    return *r->s == ' ' || *r->s == '\0';
}

static bool
hash_agrees(struct label_reader *r)
{
    char *end;
    uint64_t h = strtoull(r->s, &end, 16);

    r->s = end;
    return h == r->hash;
}

enum label_rc
label_next(struct label_reader *r, struct label *l)
{
    while (r->left == 0) {
        skip_blanks(r);
        if (*r->s == '\0')
            return LABEL_END;
        if (*r->s == '=') {
            r->s++;
            if (!hash_agrees(r))
                return LABEL_DIVERGED;
        } else if (!read_label(r)) {
            return LABEL_BAD;
        }
    }
    r->left--;
    r->done++;
    r->hash = label_hash(r->hash, &r->l);
    *l = r->l;
    return LABEL_OK;
}
