/*
 * help_zh.h - what the commands do, in Chinese. The English is in the
 * commands' own rows.
 */
#ifndef GOPARK_REPL_HELP_ZH_H
#define GOPARK_REPL_HELP_ZH_H

struct help_zh {
    const char *name; /* of the command */
    const char *help; /* one line, what it does */
    const char *more; /* further lines; NULL where the row has none */
};

/* The texts of the command; NULL: there are none, which a test forbids. */
const struct help_zh *help_zh_find(const char *name);

#endif
