/*
 * sourceuse.c - operations found by the words of the source.
 *
 * This is how a reader finds them: jobs:send(x), recv(jobs), range(jobs),
 * defer(wg.Done, wg). It is not exact, and need not be: it puts words to what
 * other means have concluded, and tells who is meant to do what.
 */
#include "check/sourceuse.h"

#include <string.h>

static const struct {
    const char *name;
    enum use_op op;
} methods[] = {
    { "send", USE_SEND },       { "recv", USE_RECV },
    { "close", USE_CLOSE },     { "Lock", USE_LOCK },
    { "RLock", USE_RLOCK },     { "TryLock", USE_LOCK },
    { "TryRLock", USE_RLOCK },  { "Unlock", USE_UNLOCK },
    { "RUnlock", USE_RUNLOCK }, { "Add", USE_ADD },
    { "Done", USE_DONE },       { "Wait", USE_WAIT },
    { "Signal", USE_SIGNAL },   { "Broadcast", USE_SIGNAL },
    { "Stop", USE_STOP },       { "Reset", USE_RESET },
}, functions[] = {
    { "send", USE_SEND },
    { "recv", USE_RECV },
    { "range", USE_RANGE },
    { "close", USE_CLOSE },
};

/* Functions that look at a channel and do nothing to it. */
static const char *const harmless[] = { "len",     "cap",    "print",
                                        "Println", "Printf", "tostring",
                                        "type" };

/* What runs elsewhere, when given a function. */
static const char *const starters[] = { "go", "Go", "AfterFunc", "par" };

#define COUNT(a) (int)(sizeof(a) / sizeof(a)[0])

static bool
is_one_of(const struct tokens *ts, int i, const char *const *names, int n)
{
    for (int k = 0; k < n; k++) {
        if (tokens_is(ts, i, names[k]))
            return true;
    }
    return false;
}

/* --- functions inside functions ------------------------------------------- */

int
sourceuse_behind(const struct tokens *ts, int i)
{
    int depth = 0;

    for (; i < ts->n; i++) {
        if (tokens_is(ts, i, "function") || tokens_is(ts, i, "do") ||
            tokens_is(ts, i, "if") || tokens_is(ts, i, "repeat"))
            depth++;
        else if ((tokens_is(ts, i, "end") || tokens_is(ts, i, "until")) &&
                 --depth == 0)
            return i + 1;
    }
    return i;
}

/* The word before the parenthesis that token i is inside of; -1 none. */
static int
callee(const struct tokens *ts, int i)
{
    int depth = 0;

    for (i--; i >= 0; i--) {
        char k = tokens_kind(ts, i);

        if (k == ')' || k == '}' || k == ']')
            depth++;
        else if (k == '(' && depth == 0)
            return i - 1;
        else if ((k == '(' || k == '{' || k == '[') && depth-- == 0)
            return -1;
    }
    return -1;
}

/* The name of the function whose word `function` is at i; -1 none. */
static int
own_name(const struct tokens *ts, int i)
{
    if (tokens_kind(ts, i + 1) == 'a')
        return i + 1;
    if (tokens_kind(ts, i - 1) == '=' && tokens_kind(ts, i - 2) == 'a')
        return i - 2;
    return -1;
}

static bool
same(const struct tokens *ts, int i, int j)
{
    return tokens_kind(ts, i) == 'a' && ts->at[i].n == ts->at[j].n &&
           memcmp(ts->at[i].s, ts->at[j].s, (size_t)ts->at[i].n) == 0;
}

/* Is the function named at token `name` only ever given to go and the like? */
static bool
only_started(const struct tokens *ts, int name)
{
    bool started = false;

    for (int i = 0; i < ts->n; i++) {
        if (i == name || !same(ts, i, name))
            continue;
        if (is_one_of(ts, callee(ts, i), starters, COUNT(starters)))
            started = true;
        else if (tokens_kind(ts, i + 1) == '(')
            return false;
    }
    return started;
}

static bool
runs_elsewhere(const struct tokens *ts, int i)
{
    int name = own_name(ts, i);

    if (name >= 0)
        return only_started(ts, name);
    return is_one_of(ts, callee(ts, i), starters, COUNT(starters));
}

/* --- one occurrence of the name --------------------------------------------- */

/* Behind name, or name[...]. */
static int
behind_index(const struct tokens *ts, int i)
{
    int depth = 0;

    if (tokens_kind(ts, ++i) != '[')
        return i;
    for (; i < ts->n; i++) {
        if (tokens_kind(ts, i) == '[')
            depth++;
        else if (tokens_kind(ts, i) == ']' && --depth == 0)
            return i + 1;
    }
    return i;
}

/* Before a.b.name, whose last word is at i. */
static int
before_path(const struct tokens *ts, int i)
{
    while (tokens_kind(ts, i - 1) == '.' && tokens_kind(ts, i - 2) == 'a')
        i -= 2;
    return i - 1;
}

static bool
method(const struct tokens *ts, int i, enum use_op *op)
{
    char k = tokens_kind(ts, i);

    if (k != ':' && k != '.')
        return false;
    for (int m = 0; m < COUNT(methods); m++) {
        if (tokens_is(ts, i + 1, methods[m].name)) {
            *op = methods[m].op;
            return true;
        }
    }
    return false;
}

/* f(name ...: what does f do with it? */
static bool
argument(const struct tokens *ts, int before, enum use_op *op)
{
    int f = callee(ts, before + 1);
    char k = tokens_kind(ts, f - 1);

    if (tokens_kind(ts, f) != 'a')
        return false;
    for (int m = 0; m < COUNT(functions); m++) {
        if (f == before - 1 && k != '.' && k != ':' &&
            tokens_is(ts, f, functions[m].name)) {
            *op = functions[m].op;
            return true;
        }
    }
    if (is_one_of(ts, f, harmless, COUNT(harmless)) ||
        is_one_of(ts, f, starters, COUNT(starters)))
        return false;
    *op = USE_PASS;
    return true;
}

static bool
use_at(const struct tokens *ts, int i, enum use_op *op)
{
    int behind = behind_index(ts, i);

    if (method(ts, behind, op))
        return true;
    if (tokens_kind(ts, behind) != ',' && tokens_kind(ts, behind) != ')')
        return false;
    return argument(ts, before_path(ts, i), op);
}

/* --- a function ----------------------------------------------------------------- */

static bool
within(const struct tokens *ts, int i, struct extent fn)
{
    int line = ts->at[i].line;

    return fn.to == 0 || (line >= fn.from && line <= fn.to);
}

void
sourceuse_find(const struct tokens *ts, struct extent fn, const char *name,
               sourceuse_fn *each, void *ctx)
{
    bool outermost = fn.to != 0;
    int deferred = 0; /* tokens before this one are in a deferred function */
    enum use_op op;

    for (int i = 0; i < ts->n; i++) {
        if (!within(ts, i, fn))
            continue;
        if (tokens_is(ts, i, "function")) {
            if (outermost)
                outermost = false;
            else if (runs_elsewhere(ts, i))
                i = sourceuse_behind(ts, i) - 1;
            else if (tokens_is(ts, callee(ts, i), "defer"))
                deferred = sourceuse_behind(ts, i);
            continue;
        }
        if (tokens_is(ts, i, name) && use_at(ts, i, &op))
            each(ctx, op, ts->at[i].line,
                 i < deferred || tokens_is(ts, callee(ts, i), "defer"));
    }
}

int
sourceuse_behind_elsewhere(const struct tokens *ts, int i)
{
    return runs_elsewhere(ts, i) ? sourceuse_behind(ts, i) : i;
}

bool
sourceuse_loops(const struct tokens *ts, struct extent fn, int a, int b)
{
    for (int i = 0; i < ts->n; i++) {
        int head = i, last;

        if (!within(ts, i, fn) || ts->at[i].line > a)
            continue;
        if (tokens_is(ts, i, "while") || tokens_is(ts, i, "for")) {
            while (i < ts->n && !tokens_is(ts, i, "do"))
                i++;
        } else if (!tokens_is(ts, i, "repeat")) {
            continue;
        }
        last = sourceuse_behind(ts, i) - 1;
        if (last < ts->n && ts->at[head].line <= a && ts->at[last].line >= b)
            return true;
    }
    return false;
}

bool
sourceuse_calls(const struct tokens *ts, struct extent fn, const char *name)
{
    for (int i = 0; i < ts->n; i++) {
        if (within(ts, i, fn) && tokens_is(ts, i, name) &&
            tokens_kind(ts, i + 1) == '(')
            return true;
    }
    return false;
}
