/*
 * modules.h - the modules a program has required, for replay files and for
 * running again exactly what ran before.
 */
#ifndef GOPARK_REPL_MODULES_H
#define GOPARK_REPL_MODULES_H

#include <stddef.h>

struct module {
    char *name; /* as required: a.b */
    char *path; /* as shown: a/b.lua */
    char *text;
    size_t len;
};

struct modules {
    struct module *at;
    int n;
};

/* Keep a copy, unless name is known. */
void modules_add(struct modules *m, const char *name, const char *path,
                 const char *text, size_t len);
const struct module *modules_find(const struct modules *m, const char *name);
void modules_free(struct modules *m);

#endif
