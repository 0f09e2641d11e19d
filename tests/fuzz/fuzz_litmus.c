/*
 * fuzz_litmus.c - any text at all, read as a litmus test.
 *
 * It is refused with a line number or understood; what was understood runs on
 * every model, each has what interleaving has, a path leads where it is said
 * to lead, and everything can be told in words.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "litmus_text.h"
#include "options.h"

enum { TRANSITIONS = 20000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

const struct shell_cmd shell_cmds[] = {
    { "", "", "", 0, -1, false, NULL },
    { .name = NULL },
};

static void
check_path(const struct litmus *t, enum litmus_model m,
           const struct litmus_outcome *o)
{
    struct litmus_now now;

    litmus_at(t, m, o, o->nstep, &now);
    for (int i = 0; i < t->nshown; i++)
        assert(o->value[i] == (t->shown[i].loc >= 0
                                   ? now.mem[t->shown[i].loc]
                                   : now.reg[t->shown[i].reg]));
}

static void
tell(const struct litmus *t, const struct litmus_result *r, int lang)
{
    struct litmus_style st = { lang, (int)(r->paths % 120) + 1 };
    struct text out = { 0 };

    litmus_program(t, &st, &out);
    litmus_tell(t, r, &st, &out);
    litmus_verdict(t, r, &out);
    if (r->noutcome > 0)
        litmus_table(t, r, &r->outcome[r->noutcome - 1], &st, &out);
    litmus_go(t, r, &st, &out);
    json_decref(litmus_json(t, r));
    text_done(&out);
}

/* How many of its outcomes SC has, too. */
static int
run(const struct litmus *t, enum litmus_model m, bool *complete)
{
    struct litmus_result r;
    struct gopark_err err;
    int strong = 0;

    *complete = false;
    if (litmus_run(t, m, TRANSITIONS, &r, &err) != GOPARK_OK)
        return 0;
    for (int i = 0; i < r.noutcome; i++) {
        check_path(t, m, &r.outcome[i]);
        strong += !r.outcome[i].weak;
    }
    tell(t, &r, (int)m % 2 == 0 ? LANG_EN : LANG_ZH);
    *complete = r.complete;
    litmus_result_done(&r);
    return strong;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct litmus *t;
    struct gopark_err err = { GOPARK_OK, "" };
    bool sc, it;
    int n;

    if (litmus_read("fuzz", (const char *)data, size, &t, &err) != GOPARK_OK) {
        assert(err.rc == GOPARK_ESYNTAX && strncmp(err.text, "fuzz:", 5) == 0);
        return 0;
    }
    n = run(t, LITMUS_ON_SC, &sc);
    for (int m = LITMUS_ON_TSO; m < LITMUS_NMODEL && sc; m++) {
        int k = run(t, (enum litmus_model)m, &it);

        assert(!it || k == n);
    }
    litmus_free(t);
    return 0;
}
