/*
 * cmd_render.c - `gopark render`: one moment of a program as a picture.
 *
 * Reads the script and what it asks for; viz runs it and draws.
 */
#include "cmd_render.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "host.h"
#include "viz/viz.h"

struct job {
    struct script script;
    struct input in;
};

static size_t
on_read(void *ctx, char *buf, size_t n, uint64_t at)
{
    return input_read(&((struct job *)ctx)->in, buf, n, at);
}

static char *
on_load(void *ctx, const char *name, size_t *len, char *path, size_t size)
{
    return script_module(&((struct job *)ctx)->script, name, len, path, size);
}

static int
render(const struct options *o, struct job *j, struct gopark_err *err)
{
    struct gopark_opts w;
    struct viz_look look;

    options_world(o, &w);
    w.name = j->script.name;
    w.text = j->script.text;
    w.textlen = j->script.len;
    w.argv = o->arg + 1;
    w.argc = o->narg - 1;
    w.read = on_read;
    w.load = on_load;
    w.io_ctx = j;
    viz_look_init(&look);
    look.lang = o->lang == LANG_ZH ? "zh" : "en";
    return viz_render_main(&w, o->at, o->out, &look, err);
}

int
cmd_render(const struct options *o)
{
    struct job j = { .in = { .fd = STDIN_FILENO } };
    struct gopark_err err = { GOPARK_OK, "" };
    int status = 1;

    options_tell_seed(o);
    if (o->out == NULL)
        gopark_fail(&err, GOPARK_EUSAGE,
                    "render: expected -o FILE.png, .svg or .pdf");
    else if (strcmp(o->arg[0], "-") == 0)
        j.in.fd = -1;
    if (err.rc == GOPARK_OK &&
        script_read(&j.script, o->arg[0], &err) == GOPARK_OK) {
        status = render(o, &j, &err);
        script_free(&j.script);
    }
    if (status != 0)
        fprintf(stderr, "gopark: %s\n", err.text);
    text_done(&j.in.text);
    return status;
}
