/*
 * search_json.c - the result of a search as one JSON object.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"
#include "search.h"

static json_t *
text_or_null(const char *s)
{
    return s != NULL ? json_text(s, strlen(s)) : json_null();
}

static json_t *
stuck_json(const struct explore_stuck *st)
{
    return json_pack("{s:i, s:o, s:s, s:o, s:i}", "g", (int)st->g, "function",
                     text_or_null(st->func), "reason",
                     gopark_reason_name(st->reason), "file",
                     text_or_null(st->file), "line", st->line);
}

static json_t *
finding_json(const struct explore_finding *f, const char *saved)
{
    json_t *j = json_object(), *stuck = json_array();

    json_object_set_new(j, "verdict",
                        json_string(explore_verdict_name(f->verdict)));
    json_object_set_new(j, "count", json_integer((json_int_t)f->count));
    json_object_set_new(j, "message", text_or_null(f->message));
    if (f->verdict == EXPLORE_DEADLOCK)
        json_object_set_new(j, "partial", json_boolean(f->partial));
    for (int i = 0; i < f->nstuck; i++)
        json_array_append_new(stuck, stuck_json(&f->stuck[i]));
    json_object_set_new(j, "stuck", stuck);
    json_object_set_new(j, "schedule", text_or_null(f->schedule));
    json_object_set_new(j, "preemptions", json_integer(f->preemptions));
    json_object_set_new(j, "steps", json_integer(f->steps));
    json_object_set_new(j, "replay", text_or_null(saved));
    return j;
}

static json_t *
outputs_json(const struct explore_result *r)
{
    json_t *all = json_array();

    for (int i = 0; i < r->noutput; i++) {
        const struct explore_output *o = &r->output[i];
        json_t *j = json_object();

        json_object_set_new(j, "count", json_integer((json_int_t)o->count));
        json_object_set_new(j, "text", text_or_null(o->text));
        json_object_set_new(j, "schedule", text_or_null(o->schedule));
        json_array_append_new(all, j);
    }
    return all;
}

void
search_json(const struct explore_result *r, char *const *saved, struct text *t)
{
    json_t *j = json_object(), *findings = json_array();
    char *s;

    json_object_set_new(j, "verdict",
                        json_string(explore_verdict_name(r->verdict)));
    json_object_set_new(j, "complete", json_boolean(r->complete));
    if (!r->complete)
        json_object_set_new(j, "why", text_or_null(r->why));
    json_object_set_new(j, "strategy",
                        json_string(explore_strategy_name(r->strategy)));
    json_object_set_new(j, "executions",
                        json_integer((json_int_t)r->executions));
    json_object_set_new(j, "blocked", json_integer((json_int_t)r->blocked));
    json_object_set_new(j, "transitions",
                        json_integer((json_int_t)r->transitions));
    json_object_set_new(j, "redone", json_integer((json_int_t)r->redone));
    for (int i = 0; i < r->nfinding; i++)
        json_array_append_new(
            findings,
            finding_json(&r->finding[i], saved != NULL ? saved[i] : NULL));
    json_object_set_new(j, "findings", findings);
    json_object_set_new(j, "outputs", outputs_json(r));
    s = json_dumps(j, JSON_PRESERVE_ORDER);
    text_puts(t, s != NULL ? s : "{}");
    text_puts(t, "\n");
    free(s);
    json_decref(j);
}
