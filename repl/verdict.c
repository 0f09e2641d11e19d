/*
 * verdict.c - saying a verdict: to a person, to a program.
 */
#include "verdict.h"

#include <string.h>

#include "failing.h"

void
verdict_text(const struct learn *l, const struct exercise *e,
             const struct verdict *v, struct text *t)
{
    const char *said = v->said.s != NULL ? v->said.s : "";

    text_printf(t, "%s: %s\n%s%s", e->name, judge_word_name(v->word), said,
                *said != '\0' && said[strlen(said) - 1] == '\n' ? "" : "\n");
    if (v->word == WORD_OK)
        learn_markdown(l, learn_say(l, &e->learned), t);
}

enum gopark_rc
verdict_replay(const struct exercise *e, const struct verdict *v,
               const char *to, struct gopark_err *err)
{
    struct failing f = { judge_name(e), v->program, e->seed, e->procs,
                         v->schedule };

    if (v->schedule == NULL || v->program == NULL)
        return gopark_fail(err, GOPARK_EREFUSED, "%s: no schedule to follow",
                           e->name);
    return failing_save(&f, to, err);
}

json_t *
verdict_json(const struct exercise *e, const struct verdict *v)
{
    json_t *o =
        json_pack("{s:s, s:s, s:s, s:b, s:s, s:s}", "exercise", e->name, "id",
                  e->id, "kind", exercise_kind_name(e->kind), "passed",
                  v->word == WORD_OK, "verdict", judge_word_name(v->word),
                  "message", v->said.s != NULL ? v->said.s : "");

    if (v->executions > 0) {
        json_object_set_new(o, "executions",
                            json_integer((json_int_t)v->executions));
        json_object_set_new(o, "complete", json_boolean(v->complete));
    }
    if (v->schedule != NULL)
        json_object_set_new(o, "schedule", json_string(v->schedule));
    return o;
}
