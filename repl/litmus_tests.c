/*
 * litmus_tests.c - which litmus test is meant.
 */
#define _XOPEN_SOURCE 700
#include "litmus_tests.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "host.h"
#include "suggest.h"

static struct litmus *
read_file(const struct litmus_file *f)
{
    struct gopark_err err;
    struct litmus *t = NULL;

    litmus_read(f->name, f->text, f->size, &t, &err);
    assert(t != NULL);
    return t;
}

struct litmus *
litmus_nth(int i)
{
    return litmus_files[i].name != NULL ? read_file(&litmus_files[i]) : NULL;
}

static enum gopark_rc
no_test(const char *what, struct gopark_err *err)
{
    struct suggest near = { .word = what };
    const char *best;

    for (const struct litmus_file *f = litmus_files; f->name != NULL; f++)
        suggest_offer(&near, f->name);
    best = suggest_best(&near);
    return gopark_fail(err, GOPARK_EUSAGE,
                       "litmus: there is no test and no file %s; %s%s%s", what,
                       best != NULL ? "did you mean " : "gopark litmus lists "
                                                        "the tests",
                       best != NULL ? best : "", best != NULL ? "?" : "");
}

enum gopark_rc
litmus_open(const char *what, struct litmus **t, struct gopark_err *err)
{
    const char *slash = strrchr(what, '/');
    const char *name = strcmp(what, "-") == 0 ? "stdin"
                       : slash != NULL        ? slash + 1
                                              : what;
    enum gopark_rc rc;
    size_t len;
    char *text;

    *t = NULL;
    for (const struct litmus_file *f = litmus_files; f->name != NULL; f++) {
        if (strcasecmp(f->name, what) == 0) {
            *t = read_file(f);
            return GOPARK_OK;
        }
    }
    if (strpbrk(what, "./-") == NULL && access(what, F_OK) != 0)
        return no_test(what, err);
    text = host_read(what, &len, err);
    if (text == NULL)
        return GOPARK_EFILE;
    rc = litmus_read(name, text, len, t, err);
    free(text);
    return rc;
}
