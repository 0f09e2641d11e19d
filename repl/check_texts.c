/*
 * check_texts.c - what a lesson's text refers to, and what it quotes.
 *
 * A link must lead somewhere, every demo and exercise must be mentioned, and
 * quotations are true (check_quotes.c).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "glossary.h"
#include "markdown.h"
#include "options.h"
#include "pack_check.h"
#include "pack_read.h"

enum { MOST_SEEN = 256 };

struct reading {
    struct checking *k;
    int lang;
    const char *seen[MOST_SEEN]; /* names that were mentioned */
    int nseen;
    char *kept[MOST_SEEN];
};

/* --- links --------------------------------------------------------------- */

static bool
is_native(const struct section *s, const char *name)
{
    for (int i = 0; i < s->nnative; i++)
        if (strcmp(s->native[i], name) == 0)
            return true;
    return false;
}

static void
link_seen(void *ctx, const char *href)
{
    struct reading *r = ctx;
    const char *colon = strchr(href, ':'), *name;
    bool there;

    if (colon == NULL || strncmp(href, "http", 4) == 0)
        return;
    name = colon + 1;
    if (strncmp(href, "demo:", 5) == 0)
        there = section_demo(r->k->s, name) != NULL;
    else if (strncmp(href, "exercise:", 9) == 0)
        there = section_exercise(r->k->s, name) != NULL;
    else if (strncmp(href, "lesson:", 7) == 0)
        there = pack_section(r->k->p, name) != NULL;
    else if (strncmp(href, "native:", 7) == 0)
        there = is_native(r->k->s, name);
    else
        there = strncmp(href, "term:", 5) == 0 && glossary_find(name) != NULL;
    r->k->near = href;
    if (!there)
        check_problem(r->k, "the link %s leads nowhere", href);
    r->k->near = NULL;
    if (r->nseen < MOST_SEEN)
        r->kept[r->nseen++] = text_dup(name);
}

static bool
was_seen(const struct reading *r, const char *name)
{
    for (int i = 0; i < r->nseen; i++)
        if (strcmp(r->kept[i], name) == 0)
            return true;
    return false;
}

static void
check_mentions(struct reading *r)
{
    const struct section *s = r->k->s;

    for (int i = 0; i < s->ndemo; i++)
        if (!was_seen(r, s->demo[i].name))
            check_problem(r->k, "the demo %s is not mentioned",
                          s->demo[i].name);
    for (int i = 0; i < s->nexercise; i++)
        if (!was_seen(r, s->exercise[i].name))
            check_problem(r->k, "the exercise %s is not mentioned",
                          s->exercise[i].name);
    for (int i = 0; i < s->nnative; i++)
        if (!was_seen(r, s->native[i]))
            check_problem(r->k, "the program %s is not mentioned",
                          s->native[i]);
}

static void
fence_seen(void *ctx, const char *info, const char *code)
{
    struct reading *r = ctx;

    check_quote(r->k, r->lang == LANG_ZH ? GOPARK_ZH : GOPARK_EN, info, code);
}

void
check_texts(struct checking *k)
{
    for (int lang = 0; lang < 2; lang++) {
        struct reading r = { .k = k, .lang = lang };
        struct markdown_scan scan = { link_seen, fence_seen, &r };
        char *file = pack_path("%s/%s.md", k->s->dir, lang == 0 ? "en" : "zh");

        if (k->s->text[lang] != NULL) {
            k->file = file;
            markdown_scan(k->s->text[lang], &scan);
            check_mentions(&r);
        }
        for (int i = 0; i < r.nseen; i++)
            free(r.kept[i]);
        free(file);
    }
}
