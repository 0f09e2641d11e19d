/*
 * modules.c - the modules a program has required.
 */
#include "modules.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

const struct module *
modules_find(const struct modules *m, const char *name)
{
    for (int i = 0; i < m->n; i++)
        if (strcmp(m->at[i].name, name) == 0)
            return &m->at[i];
    return NULL;
}

void
modules_add(struct modules *m, const char *name, const char *path,
            const char *text, size_t len)
{
    struct module *one;

    if (modules_find(m, name) != NULL)
        return;
    m->at = text_grow(m->at, (size_t)(m->n + 1) * sizeof m->at[0]);
    one = &m->at[m->n++];
    one->name = text_dup(name);
    one->path = text_dup(path);
    one->text = text_alloc(len + 1);
    memcpy(one->text, text, len);
    one->len = len;
}

void
modules_free(struct modules *m)
{
    for (int i = 0; i < m->n; i++) {
        free(m->at[i].name);
        free(m->at[i].path);
        free(m->at[i].text);
    }
    free(m->at);
    memset(m, 0, sizeof *m);
}
