#include "check/sources.h"

#include <stdlib.h>
#include <string.h>

#include "lua/embedded.h"

struct source {
    struct source *next;
    const char *name; /* as in lua_Debug.source */
    struct tokens ts;
};

/* The text behind a chunk's name: a file, or a library ("=[context.lua]"). */
static const char *
text_of(struct world *w, const char *name, size_t *len)
{
    char lib[64];

    if (name[0] == '@')
        return world_source(w, name + 1, len);
    if (strncmp(name, "=[", 2) != 0 || strlen(name) > sizeof lib)
        return NULL;
    strcpy(lib, name + 2);
    lib[strcspn(lib, ".]")] = '\0';
    return embedded_source(lib, len);
}

const struct tokens *
sources_words(struct sources *ss, const char *name)
{
    struct source *s;
    const char *text;
    size_t len = 0;

    for (s = ss->first; s != NULL; s = s->next) {
        if (strcmp(s->name, name) == 0)
            return &s->ts;
    }
    s = calloc(1, sizeof *s);
    if (s == NULL)
        return NULL;
    s->name = name;
    text = text_of(ss->w, name, &len);
    if (text != NULL && !tokens_read(&s->ts, text, len))
        tokens_free(&s->ts); /* half a text would be misleading */
    s->next = ss->first;
    ss->first = s;
    return &s->ts;
}

const struct tokens *
sources_file(const struct sources *ss, const char *file)
{
    const struct source *s;

    for (s = ss->first; s != NULL; s = s->next) {
        if (s->name[0] == '@' && strcmp(s->name + 1, file) == 0)
            return &s->ts;
    }
    return NULL;
}

void
sources_free(struct sources *ss)
{
    struct source *s;

    while ((s = ss->first) != NULL) {
        ss->first = s->next;
        tokens_free(&s->ts);
        free(s);
    }
}
