/*
 * litmus_json.c - the result of a litmus test as one JSON object.
 */
#include <string.h>

#include "litmus_text.h"
#include "options.h"
#include "rows.h"

static json_t *
values_json(const struct litmus *t, const struct litmus_outcome *o)
{
    json_t *j = json_object();

    for (int i = 0; i < t->nshown; i++) {
        const struct litmus_shown *s = &t->shown[i];

        json_object_set_new(
            j, s->loc >= 0 ? t->loc[s->loc].name : t->reg[s->reg].name,
            json_integer(o->value[i]));
    }
    return j;
}

static json_t *
step_json(const struct litmus *t, const struct litmus_step *s)
{
    static const char *const did[] = {
        [LITMUS_WROTE] = "store",      [LITMUS_BUFFERED] = "buffer",
        [LITMUS_FLUSHED] = "flush",    [LITMUS_READ] = "load",
        [LITMUS_FORWARDED] = "forward", [LITMUS_FENCED] = "fence",
        [LITMUS_MODIFIED] = "modify",
    };
    const struct litmus_op *op = &t->op[s->op];
    struct text text = { 0 };
    json_t *j = json_object();

    litmus_step_text(t, s, LANG_EN, true, &text);
    json_object_set_new(j, "g", json_integer(op->g + 1));
    json_object_set_new(j, "do", json_string(did[s->did]));
    if (op->loc >= 0) {
        json_object_set_new(j, "variable", json_string(t->loc[op->loc].name));
        json_object_set_new(j, "value", json_integer(s->got));
    }
    json_object_set_new(j, "text", json_text(text.s, text.len));
    text_done(&text);
    return j;
}

static json_t *
outcome_json(const struct litmus *t, const struct litmus_outcome *o)
{
    json_t *j = json_object(), *witness = json_array();

    json_object_set_new(j, "values", values_json(t, o));
    json_object_set_new(j, "paths", json_integer((json_int_t)o->paths));
    json_object_set_new(j, "weak", json_boolean(o->weak));
    json_object_set_new(j, "condition", json_boolean(o->meets));
    for (int i = 0; i < o->nstep; i++)
        json_array_append_new(witness, step_json(t, &o->step[i]));
    json_object_set_new(j, "witness", witness);
    return j;
}

json_t *
litmus_json(const struct litmus *t, const struct litmus_result *r)
{
    json_t *j = json_object(), *outcomes = json_array();

    json_object_set_new(j, "test", json_text(t->name, strlen(t->name)));
    json_object_set_new(j, "model", json_string(litmus_model_name(r->model)));
    json_object_set_new(j, "exists",
                        t->exists < 0
                            ? json_null()
                            : json_text(t->cond.text, (size_t)t->cond.len));
    json_object_set_new(j, "reached", json_boolean(r->met > 0));
    json_object_set_new(j, "complete", json_boolean(r->complete));
    json_object_set_new(j, "paths", json_integer((json_int_t)r->paths));
    json_object_set_new(j, "reached_on", json_integer((json_int_t)r->met));
    json_object_set_new(j, "transitions",
                        json_integer((json_int_t)r->transitions));
    for (int i = 0; i < r->noutcome; i++)
        json_array_append_new(outcomes, outcome_json(t, &r->outcome[i]));
    json_object_set_new(j, "outcomes", outcomes);
    return j;
}
