/*
 * pattern.h - Lua's patterns, matched within a budget.
 *
 * The meaning and the error texts are those of Lua 5.4. Stock Lua tries for
 * ever where a pattern has too many ways to match; here the error "pattern too
 * complex" ends it. Characters are classified as in the C locale.
 */
#ifndef LUA_PATTERN_H
#define LUA_PATTERN_H

#include <stddef.h>
#include <stdint.h>

#include <lua.h>

enum {
    PATTERN_CAPTURES = 32,
    PATTERN_DEPTH = 200,      /* of items that are still to be decided */
    PATTERN_STEPS = 10000000, /* for one call of the library, and */
    PATTERN_STEPS_BYTE = 16,  /* for each byte of the subject */
};

/* In place of a capture's length. */
enum { CAPTURE_OPEN = -1, CAPTURE_POSITION = -2 };

struct pattern {
    lua_State *L;
    const char *subject, *subject_end;
    const char *pattern_end;
    int64_t budget; /* steps left */
    int depth;      /* PATTERN_DEPTH less the calls under way */
    int level;      /* captures begun */
    struct {
        const char *at;
        ptrdiff_t len;
    } capture[PATTERN_CAPTURES];
};

/* Prepare to match the n bytes at s against patterns that end at end. */
void pattern_init(struct pattern *m, lua_State *L, const char *s, size_t n,
                  const char *end);

/* Match at s the pattern from p on: the end of the match, or NULL. */
const char *pattern_match(struct pattern *m, const char *s, const char *p);

/*
 * Push capture i of the match from s to e; capture 0 of a match without
 * captures is all of it.
 */
void pattern_push_capture(struct pattern *m, int i, const char *s,
                          const char *e);

/* Push all captures, or the match if there are none; s NULL: not the match. */
int pattern_push_captures(struct pattern *m, const char *s, const char *e);

#endif
