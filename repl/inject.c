#include "inject.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "repl.h"
#include "suggest.h"
#include "units.h"

/* What follows the kind. */
enum operands {
    TEXT,       /* for the world to understand */
    G,          /* a goroutine */
    G_DURATION, /* and a duration */
    G_TEXT,     /* and perhaps a text */
    CHANNEL,    /* the name of one */
    NOTHING,
};

static const struct form {
    const char *word, *usage;
    enum gopark_input_kind kind;
    enum operands operands;
} forms[] = {
    { "leak", "leak recv|send|select|timer|pool|mutex", IN_LEAK, TEXT },
    { "skip", "skip OP OBJECT [K]", IN_SKIP, TEXT },
    { "delay", "delay N D", IN_DELAY, G_DURATION },
    { "panic", "panic N [TEXT]", IN_PANIC, G_TEXT },
    { "stall", "stall N", IN_STALL, G },
    { "unstall", "unstall N", IN_UNSTALL, G },
    { "close", "close CHANNEL", IN_CLOSE, CHANNEL },
    { "syscall", "syscall N D", IN_SYSCALL, G_DURATION },
    { "clear", "clear", IN_CLEAR, NOTHING },
};
enum { NFORM = sizeof forms / sizeof forms[0] };

/* --- understanding ------------------------------------------------------------ */

struct words {
    char *at[32];
    int n;
};

static void
split(struct words *w, const char *s)
{
    w->n = 0;
    while (w->n < 32 && (w->at[w->n] = arg_word(&s)) != NULL)
        w->n++;
}

static void
words_free(struct words *w)
{
    while (w->n > 0)
        free(w->at[--w->n]);
}

/* `at 40`, `at 5ms` at the end: taken off. */
static void
take_time(struct words *w, struct interval *at)
{
    struct interval t = { 0, 0 };

    if (w->n < 3 || strcmp(w->at[w->n - 2], "at") != 0 ||
        !(units_number(w->at[w->n - 1], &t.steps) ||
          units_duration(w->at[w->n - 1], &t.t)))
        return;
    *at = t;
    free(w->at[--w->n]);
    free(w->at[--w->n]);
}

static char *
joined(const struct words *w, int from)
{
    struct text t = { 0 };

    text_add(&t, "", 0);
    for (int i = from; i < w->n; i++)
        text_printf(&t, "%s%s", i > from ? " " : "", w->at[i]);
    return t.s;
}

static bool
read_g(const char *s, uint32_t *g)
{
    uint64_t n;

    if (!units_number(*s == 'G' || *s == 'g' ? s + 1 : s, &n) || n == 0 ||
        n > UINT32_MAX)
        return false;
    *g = (uint32_t)n;
    return true;
}

static bool
read_operands(struct injection *x, const struct form *f, const struct words *w)
{
    switch (f->operands) {
    case TEXT:
        x->text = joined(w, 1);
        return w->n > 1;
    case G:
        return w->n == 2 && read_g(w->at[1], &x->in.g);
    case G_DURATION:
        return w->n == 3 && read_g(w->at[1], &x->in.g) &&
               units_duration(w->at[2], &x->in.n) && x->in.n > 0;
    case G_TEXT:
        x->text = w->n > 2 ? joined(w, 2) : NULL;
        return w->n > 1 && read_g(w->at[1], &x->in.g);
    case CHANNEL:
        x->object = w->n == 2 ? text_dup(w->at[1]) : NULL;
        return w->n == 2;
    case NOTHING:
        return w->n == 1;
    }
    return false;
}

static enum gopark_rc
unknown(const char *spec, const struct words *w, struct gopark_err *err)
{
    struct suggest s = { .word = w->n > 0 ? w->at[0] : "" };

    for (int i = 0; i < NFORM; i++)
        suggest_offer(&s, forms[i].word);
    return gopark_fail(err, GOPARK_EUSAGE,
                       "--inject \"%s\": no such fault%s%s; expected leak, "
                       "skip, delay, panic, stall, unstall, close, syscall or "
                       "clear",
                       spec, suggest_best(&s) != NULL ? ", did you mean " : "",
                       suggest_best(&s) != NULL ? suggest_best(&s) : "");
}

static enum gopark_rc
parse(struct injection *x, const char *spec, struct gopark_err *err)
{
    const struct form *f = forms;
    enum gopark_rc rc = GOPARK_OK;
    struct words w;

    *x = (struct injection){ .spec = spec };
    split(&w, spec);
    take_time(&w, &x->at);
    while (f < forms + NFORM && (w.n == 0 || strcmp(f->word, w.at[0]) != 0))
        f++;
    if (f == forms + NFORM) {
        rc = unknown(spec, &w, err);
    } else if (!read_operands(x, f, &w)) {
        rc = gopark_fail(err, GOPARK_EUSAGE,
                         "--inject \"%s\": expected \"%s\", and perhaps \"at "
                         "STEP\" or \"at TIME\"",
                         spec, f->usage);
    } else {
        x->in.kind = f->kind;
        x->in.text = x->text;
    }
    words_free(&w);
    return rc;
}

/* That the program is to wait for it: from the start on, so that it may stand
 * still or sleep when the time comes. */
static struct injection
wake(const struct injection *x)
{
    return (struct injection){ .spec = x->spec,
                               .in = { .kind = IN_WAKE, .n = x->at.t } };
}

enum gopark_rc
injector_begin(struct injector *j, const struct options *o,
               struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_OK;

    memset(j, 0, sizeof *j);
    j->at = text_alloc((size_t)(2 * o->ninject + 1) * sizeof *j->at);
    for (int i = 0; i < o->ninject && rc == GOPARK_OK; i++) {
        rc = parse(&j->at[j->n], o->inject[i], err);
        if (j->at[j->n++].at.t > 0) {
            j->at[j->n] = wake(&j->at[j->n - 1]);
            j->n++;
        }
    }
    return rc;
}

void
injector_end(struct injector *j)
{
    for (int i = 0; i < j->n; i++) {
        free(j->at[i].text);
        free(j->at[i].object);
    }
    free(j->at);
    memset(j, 0, sizeof *j);
}

/* --- in time --------------------------------------------------------------------- */

/* Is what it is about there? The object is noted. */
static bool
is_there(struct injection *x, const struct world *w)
{
    struct gopark_object o;
    struct gopark_g g;

    if (x->in.g != 0)
        return live_g(w, x->in.g, &g);
    if (x->object == NULL)
        return true;
    for (uint32_t id = 0; (id = world_next_object(w, id)) != 0;) {
        if (world_object(w, id, &o) && o.kind == OBJ_CHAN &&
            gopark_object_called(&o, x->object)) {
            x->in.object = id;
            return true;
        }
    }
    return false;
}

static bool
is_due(struct injection *x, const struct world *w)
{
    return world_steps(w) >= x->at.steps && world_now(w) >= x->at.t &&
           is_there(x, w);
}

uint64_t
injector_until(const struct injector *j, const struct world *w)
{
    uint64_t until = WORLD_TO_END, next = world_steps(w) + 1;

    for (int i = j->done; i < j->n; i++) {
        uint64_t step = j->at[i].at.steps > next ? j->at[i].at.steps : next;

        if (step < until)
            until = step;
    }
    return until;
}

/* Those that have been made come first, in that order. */
static void
settle(struct injector *j, int i)
{
    struct injection made = j->at[i];

    memmove(j->at + j->done + 1, j->at + j->done,
            (size_t)(i - j->done) * sizeof made);
    j->at[j->done++] = made;
}

enum gopark_rc
injector_act(struct injector *j, struct world *w, struct gopark_err *err)
{
    struct gopark_err why;

    for (int i = j->done; i < j->n; i++) {
        struct injection *x = &j->at[i];

        if (!is_due(x, w))
            continue;
        if (world_input(w, &x->in, NULL, &why) != GOPARK_OK)
            return gopark_fail(err, GOPARK_EUSAGE, "--inject \"%s\": %s",
                               x->spec, why.text);
        x->step = world_steps(w);
        settle(j, i);
    }
    return GOPARK_OK;
}

/* --- at the end ------------------------------------------------------------------- */

static void
missed(const struct injection *x, const struct world *w, struct text *t)
{
    char now[40];

    text_printf(t, "gopark: --inject \"%s\" has not come to pass", x->spec);
    if (world_steps(w) < x->at.steps || world_now(w) < x->at.t) {
        text_printf(t,
                    ": the program ended before, at step %" PRIu64 ", t=%s\n",
                    world_steps(w), units_time(world_now(w), now, sizeof now));
        return;
    }
    if (x->in.g != 0)
        text_printf(t, ": there was no goroutine %" PRIu32, x->in.g);
    else if (x->object != NULL)
        text_printf(t, ": there was no channel %s", x->object);
    text_puts(t, x->at.steps > 0 || x->at.t > 0 ? " then\n" : "\n");
}

void
injector_missed(const struct injector *j, const struct world *w, struct text *t)
{
    struct gopark_fault f[16];
    int n = world_faults(w, f, 16);

    for (int i = j->done; i < j->n; i++)
        missed(&j->at[i], w, t);
    for (int i = 0; i < n && i < 16; i++)
        if (f[i].kind == IN_SKIP)
            text_printf(t, "gopark: nothing was skipped: no %s on %s came\n",
                        f[i].op, f[i].text);
}
