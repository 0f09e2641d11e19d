/*
 * cmd_explain.c - why things are as they are: one goroutine, the wait-for
 * graph, deadlocks, leaks, and the words of the field.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"
#include "families.h"
#include "glossary.h"
#include "leakhistory.h"
#include "rows.h"
#include "suggest.h"
#include "units.h"

static enum gopark_lang
lang(const struct repl *r)
{
    return r->lang == LANG_ZH ? GOPARK_ZH : GOPARK_EN;
}

/* Print a text of an analysis, malloc'd; in JSON as one string. */
static bool
say(struct repl *r, const char *key, char *text)
{
    if (r->json)
        repl_json(r, json_pack("{s:s}", key, text));
    else
        repl_puts(r, text);
    free(text);
    return true;
}

/* --- why, deadlock ------------------------------------------------------- */

static bool
cmd_why(struct repl *r, int argc, char **argv)
{
    uint32_t g = r->g;
    struct gopark_object o;

    if (argc > 1 && !is_goroutine(argv[1]))
        return arg_object(r, argv[1], &o) &&
               say(r, "why", world_why_object(r->w, o.id, lang(r)));
    if (argc > 1 && !arg_g(r, argv[1], &g))
        return false;
    if (g == 0)
        return repl_fail(r, "why: no goroutine is selected; 'why N' or 'g N'");
    return say(r, "why", world_why(r->w, g, lang(r)));
}

static bool
cmd_deadlock(struct repl *r, int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return say(r, "deadlock", world_deadlock(r->w, lang(r)));
}

/* --- waits ------------------------------------------------------------------ */

/* For people in their language, for programs in English. */
static const char *
stuck_word(const struct gopark_waiting *g, bool zh, char *buf, size_t size)
{
    switch (g->stuck) {
    case STUCK_CIRCLE:
        snprintf(buf, size, zh ? "死锁 %d" : "deadlock %d", g->circle);
        return buf;
    case STUCK_BEHIND:
        return zh ? "能唤醒它的也卡住了" : "behind one that is stuck";
    case STUCK_LOST:
        return zh ? "谁也唤醒不了它" : "nobody can wake it";
    case STUCK_NOT:
        break;
    }
    return "";
}

/* "G1 (line 16), G3 holds it" */
static json_t *
actors(const struct repl *r, const struct gopark_waits *ws,
       const struct gopark_edge *e, struct text *t)
{
    json_t *a = json_array();

    for (int i = 0; i < ws->nedge; i++) {
        const struct gopark_edge *by = &ws->edge[i];

        if (by->object != e->object ||
            (by->kind != EDGE_HOLDS && by->kind != EDGE_COULD))
            continue;
        text_printf(t, "%sG%" PRIu32, t->len > 0 ? REPL_SAY(r, ", ", "、") : "",
                    by->g);
        if (by->kind == EDGE_HOLDS)
            text_puts(t, REPL_SAY(r, " holds it", " 正持有"));
        else if (by->line > 0)
            text_printf(t, REPL_SAY(r, " (line %d)", "(第 %d 行)"), by->line);
        json_array_append_new(a, json_integer(by->g));
    }
    if (t->len == 0)
        text_puts(t, "-");
    return a;
}

static void
row_wait(struct rows *t, struct repl *r, const struct gopark_waits *ws,
         const struct gopark_waiting *g, const struct gopark_edge *e)
{
    struct text by = { 0 };
    char name[64] = "nil", stuck[64];
    struct gopark_g gi;
    json_t *a = NULL;

    world_g(r->w, g->g, &gi);
    rows_next(t);
    rows_text(t, "G%" PRIu32, g->g);
    rows_int(t, "g", g->g);
    rows_both(t, "reason", gopark_reason_name(gi.reason));
    if (e != NULL) {
        describe_object(r->w, e->object, name, sizeof name);
        a = actors(r, ws, e, &by);
    }
    rows_both(t, "on", name);
    rows_text(t, "<- %s", by.len > 0 ? by.s : "-");
    rows_json(t, "by", a != NULL ? a : json_array());
    rows_text(t, "%s", stuck_word(g, r->lang == LANG_ZH, stuck, sizeof stuck));
    rows_str(t, "stuck", stuck_word(g, false, stuck, sizeof stuck));
    text_done(&by);
}

static bool
cmd_waits(struct repl *r, int argc, char **argv)
{
    struct gopark_waits ws;
    struct rows t;

    (void)argc;
    (void)argv;
    if (!world_waits(r->w, &ws))
        return repl_fail(r, "waits: not enough memory");
    rows_begin(&t, r);
    for (int i = 0; i < ws.nwaiting; i++) {
        bool any = false;

        for (int k = 0; k < ws.nedge; k++) {
            const struct gopark_edge *e = &ws.edge[k];

            if (e->g != ws.waiting[i].g ||
                (e->kind != EDGE_WAITS && e->kind != EDGE_SENDS))
                continue;
            row_wait(&t, r, &ws, &ws.waiting[i], e);
            any = true;
        }
        if (!any)
            row_wait(&t, r, &ws, &ws.waiting[i], NULL);
    }
    rows_end(&t, REPL_SAY(r, "nobody is blocked", "没有阻塞着的 goroutine"));
    gopark_waits_free(&ws);
    return true;
}

/* --- leaks -------------------------------------------------------------------- */

static bool
leaks_json(struct repl *r)
{
    static const char *const level[] = { "not", "held", "suspect", "leaked" };
    struct gopark_blocked *b;
    int n = world_leaks(r->w, NULL, 0);

    b = text_alloc((size_t)(n + 1) * sizeof *b);
    n = world_leaks(r->w, b, n);
    for (int i = 0; i < n; i++)
        repl_json(r, json_pack("{s:i, s:s, s:b}", "g", (int)b[i].g, "level",
                               level[b[i].leak], "unused", b[i].unused));
    free(b);
    return true;
}

static bool
cmd_leaks(struct repl *r, int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--watch") == 0)
        return leakhistory_show(r);
    if (argc > 1)
        return repl_fail(r, "leaks %s: expected --watch, or nothing", argv[1]);
    if (r->json)
        return leaks_json(r);
    return say(r, "leaks", world_leaks_text(r->w, lang(r))) &&
           leakhistory_moments(r);
}

/* --- explain -------------------------------------------------------------------- */

static bool
list_terms(struct repl *r)
{
    const struct term *t;
    struct text line = { 0 };

    for (int i = 0; (t = glossary_at(i)) != NULL; i++) {
        if (r->json)
            repl_json(r, json_pack("{s:s}", "term", t->word));
        text_printf(&line, "%s%s", i > 0 ? ", " : "", t->word);
    }
    if (!r->json)
        repl_printf(r, "%s\n", line.s);
    text_done(&line);
    return true;
}

static bool
cmd_explain(struct repl *r, int argc, char **argv)
{
    struct suggest near = { .word = argc > 1 ? argv[1] : "" };
    const struct term *t, *other;

    if (argc < 2)
        return list_terms(r);
    t = glossary_find(argv[1]);
    if (t == NULL) {
        for (int i = 0; (other = glossary_at(i)) != NULL; i++)
            suggest_offer(&near, other->word);
        return repl_fail(r,
                         "explain %s: no such term%s%s; 'explain' lists "
                         "them",
                         argv[1], suggest_best(&near) ? ", did you mean " : "",
                         suggest_best(&near) ? suggest_best(&near) : "");
    }
    if (r->json)
        repl_json(r, json_pack("{s:s, s:s, s:s}", "term", t->word, "text",
                               t->text[lang(r)], "see", t->see));
    else
        repl_printf(r, "%s: %s\n%s%s\n", t->word, t->text[lang(r)],
                    REPL_SAY(r, "see also: ", "另见:"), t->see);
    return true;
}

const struct repl_cmd cmd_explain_group[] = {
    { .name = "why",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[N | OBJECT]",
      .help = "why a goroutine is where it is, and who could wake it",
      .more = "Who could wake it is read off the program: whoever holds the "
              "lock, and whoever's\ncode still has the send, receive, close, "
              "Done or Signal before it that is missing.\n"
              "why OBJECT  who waits at a channel or lock, and who could end "
              "that\n",
      .group = GROUP_EXPLAIN,
      .arg = ARG_OBJECT,
      .exec = cmd_why },
    { .name = "waits",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "the wait-for graph: who waits at what, and who could end it",
      .more = "'export waits FILE.dot' or FILE.svg draws it.\n",
      .group = GROUP_EXPLAIN,
      .exec = cmd_waits },
    { .name = "deadlock",
      .flags = CMD_NEEDS,
      .usage = "",
      .help = "goroutines that wait for each other, and how to break the "
              "circle",
      .more = "A lock counts as unlocked by its holder only, unless another "
              "has unlocked it before.\n",
      .group = GROUP_EXPLAIN,
      .exec = cmd_deadlock },
    { .name = "leaks",
      .max_args = 1,
      .flags = CMD_NEEDS,
      .usage = "[--watch]",
      .help = "goroutines that can never run again",
      .more =
          "A goroutine has leaked if nothing that can still run can reach "
          "what it waits\nfor: neither a goroutine that is running, ready, "
          "asleep or may itself be woken, nor\na global variable, nor an armed "
          "timer. For a context, what counts is who can cancel\nit. When main "
          "has returned, its variables are gone, and what it left behind is\n"
          "first let run on for at most 1 s of virtual time.\n"
          "A note marks goroutines that only local variables which are never "
          "used again keep\nfrom being leaked; Go would count them. The source "
          "tells: from where its function\nstands the variable is not "
          "mentioned in the statement under way, nor below, nor in\na loop "
          "that comes round, nor in a function that may yet be made. In doubt "
          "there is\nno note. (--json: leaked; suspect, kept by variables of "
          "goroutines only, unused if\nthere is a note; held, by a global, a "
          "timer, a module.)\n"
          "leaks --watch  how the number of goroutines and of leaks grew up to "
          "here\n",
      .group = GROUP_EXPLAIN,
      .words = "--watch",
      .exec = cmd_leaks },
    { .name = "explain",
      .max_args = 1,
      .flags = CMD_RAW,
      .usage = "[WORD]",
      .help = "a term of the field: G, P, M, runnext, hchan, sudog, sysmon ...",
      .group = GROUP_EXPLAIN,
      .exec = cmd_explain },
    { .name = NULL },
};
