/*
 * sourcelive.c - whether a function can still get at a local variable, read
 * off its source (LEAK-LIVE).
 *
 * Go's compiler knows it for each instruction; Lua keeps every variable whose
 * block has not ended. The bytecode would tell, but is no interface of Lua's.
 * So the words are asked, and every doubt is a yes: a mention on the line
 * where the function stands, in the statement that holds it, below it, in a
 * loop that comes round again, or in a function that may yet be made.
 */
#include <string.h>

#include "check/sourceuse.h"

struct look {
    const struct tokens *ts;
    struct extent fn;
    int here;  /* the line at which the function is */
    int since; /* the first line of the statement there */
};

static bool
is_within(const struct look *lk, int i)
{
    int line = lk->ts->at[i].line;

    return lk->fn.to == 0 || (line >= lk->fn.from && line <= lk->fn.to);
}

/* --- the statement ------------------------------------------------------------ */

/* Words behind which a statement goes on. */
static bool
goes_on(const struct tokens *ts, int i)
{
    static const char *const words[] = { "and",   "or",    "not", "return",
                                         "local", "in",    "if",  "elseif",
                                         "while", "until", "for" };

    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
        if (tokens_is(ts, i, words[k]))
            return true;
    }
    return strchr("+-*/%^#&~|<>=.:,([{", tokens_kind(ts, i)) != NULL;
}

/* Do tokens i - 1 and i belong to one statement, whatever the lines? */
static bool
is_joint(const struct tokens *ts, int i)
{
    if (goes_on(ts, i - 1) || tokens_is(ts, i, "and") || tokens_is(ts, i, "or"))
        return true;
    return strchr("+-*/%^&~|<>=.:,()[]{}s", tokens_kind(ts, i)) != NULL;
}

/* The innermost parenthesis that is open at token i, not before first; -1. */
static int
open_at(const struct tokens *ts, int first, int i)
{
    int depth = 0;

    while (--i > first) {
        char k = tokens_kind(ts, i);

        if (k == ')' || k == '}' || k == ']')
            depth++;
        else if ((k == '(' || k == '{' || k == '[') && depth-- == 0)
            return i;
    }
    return -1;
}

/* The word `function` that begins it; -1 for the whole text. -2: there are
 * two of them on its line, and it may be either, or none. */
static int
first_word(const struct look *lk)
{
    const struct tokens *ts = lk->ts;
    int found = -2, i;

    if (lk->fn.to == 0)
        return -1;
    for (i = 0; i < ts->n && ts->at[i].line <= lk->fn.from; i++) {
        if (ts->at[i].line < lk->fn.from || !tokens_is(ts, i, "function"))
            continue;
        if (found >= 0)
            return -2;
        found = i;
    }
    return found;
}

/* The line at which the statement begins that is under way. */
static int
statement(const struct look *lk, int first)
{
    const struct tokens *ts = lk->ts;
    int i = first + 1, p;

    while (i < ts->n && ts->at[i].line < lk->here)
        i++;
    while (i > first + 1) {
        if ((p = open_at(ts, first, i)) >= 0)
            i = p;
        else if (is_joint(ts, i))
            i--;
        else
            break;
    }
    return i < ts->n && ts->at[i].line < lk->here ? ts->at[i].line : lk->here;
}

/* --- mentions --------------------------------------------------------------------- */

/* Will what stands at this line be come to, from here? */
static bool
is_ahead(const struct look *lk, int line)
{
    return line >= lk->since || sourceuse_loops(lk->ts, lk->fn, line, lk->here);
}

/* The word `function` at i: behind its body, if that is known to run as a
 * goroutine and to exist already. What it holds is then its own; if it still
 * were to be made, it would take the variable from here. */
static int
behind_made(const struct look *lk, int i)
{
    int behind = sourceuse_behind_elsewhere(lk->ts, i);

    return is_ahead(lk, lk->ts->at[i].line) ? i : behind;
}

bool
sourceuse_may_use(const struct tokens *ts, struct extent fn, const char *name,
                  int here)
{
    struct look lk = { ts, fn, here, here };
    bool outermost = fn.to != 0, known = false;
    int inside = 0; /* tokens before this one are in a function inside */
    int first = first_word(&lk);

    if (first == -2)
        return true;
    lk.since = statement(&lk, first);
    for (int i = 0; i < ts->n; i++) {
        if (!is_within(&lk, i))
            continue;
        if (tokens_is(ts, i, "goto"))
            return true;
        if (tokens_is(ts, i, "function") && outermost) {
            outermost = false;
        } else if (tokens_is(ts, i, "function")) {
            int behind = behind_made(&lk, i);

            if (behind == i && inside <= i)
                inside = sourceuse_behind(ts, i);
            i = behind > i ? behind - 1 : i;
        } else if (tokens_is(ts, i, name)) {
            if (i < inside || tokens_kind(ts, i + 1) == '<' ||
                is_ahead(&lk, ts->at[i].line))
                return true;
            known = true;
        }
    }
    return !known; /* this is not the text of the function */
}
