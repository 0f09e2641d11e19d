/*
 * syntax.h - is this Lua?
 */
#ifndef GOPARK_REPL_SYNTAX_H
#define GOPARK_REPL_SYNTAX_H

#include <stddef.h>

enum syntax {
    SYNTAX_EXPRESSION, /* has values: "return " may stand before it */
    SYNTAX_STATEMENT,
    SYNTAX_UNFINISHED, /* more lines could make it whole */
    SYNTAX_WRONG,
};

/* What text is; for SYNTAX_WRONG Lua's message goes into msg (may be NULL),
 * without a position. */
enum syntax syntax_check(const char *text, char *msg, size_t size);

#endif
