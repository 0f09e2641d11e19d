/*
 * no_window.c - in place of window.c where gopark is built without SDL: the
 * text view and pictures remain.
 */
#include "viz.h"

static const char reason[] = "gopark was built without a window (no SDL2)";

bool
viz_available(const char **why)
{
    *why = reason;
    return false;
}

enum gopark_rc
viz_open(struct viz **vp, const struct viz_look *look,
         const struct viz_host *host, struct gopark_err *err)
{
    (void)vp;
    (void)look;
    (void)host;
    return gopark_fail(err, GOPARK_EREFUSED, "window: %s", reason);
}

bool
viz_poll(struct viz *v, const struct viz_now *now)
{
    (void)v;
    (void)now;
    return false;
}

int
viz_wait(const struct viz *v)
{
    (void)v;
    return 50;
}

void
viz_close(struct viz *v)
{
    (void)v;
}

bool
viz_command(struct viz *v, const struct world *w, const char *line,
            struct gopark_err *err)
{
    (void)v;
    (void)w;
    (void)line;
    if (err != NULL)
        err->rc = GOPARK_OK;
    return false;
}
