/*
 * handler.c - a world whose clock follows the one on the wall.
 *
 * The program sleeps in virtual nanoseconds. handler_follow() takes steps
 * until the world's clock has reached the wall's; the program's main goroutine
 * beats once a millisecond, so no step leads further than that.
 */
#define _XOPEN_SOURCE 700
#include "handler.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gopark.h"

struct handler {
    struct world *w;
    int64_t began; /* wall ns when the world began */
    handler_answer_fn *answer;
    void *ctx;
    size_t nframe; /* what the program has written of an answer */
    char frame[ANSWER_MOST + 64];
};

int64_t
handler_wall(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* The whole answers in the frame: "ID STATUS LENGTH", a line, the body. */
static void
take_frames(struct handler *h)
{
    unsigned id;
    int status, head;
    size_t len;
    char *end;

    while ((end = memchr(h->frame, '\n', h->nframe)) != NULL) {
        *end = '\0';
        if (sscanf(h->frame, "%u %d %zu%n", &id, &status, &len, &head) != 3 ||
            len > ANSWER_MOST) {
            h->nframe = 0; /* something else was printed */
            return;
        }
        *end = '\n';
        size_t whole = (size_t)(end + 1 - h->frame) + len;
        if (h->nframe < whole)
            return;
        h->answer(h->ctx, id, status, end + 1, len);
        memmove(h->frame, h->frame + whole, h->nframe - whole);
        h->nframe -= whole;
    }
}

/* What the program writes. */
static void
on_write(void *ctx, int fd, const char *text, size_t n, uint64_t at)
{
    struct handler *h = ctx;

    (void)at;
    if (fd != 1)
        return;
    while (n > 0) {
        size_t part = sizeof h->frame - h->nframe;

        part = n < part ? n : part;
        memcpy(h->frame + h->nframe, text, part);
        h->nframe += part;
        text += part;
        n -= part;
        take_frames(h);
        if (h->nframe == sizeof h->frame)
            h->nframe = 0; /* no answer is as long */
    }
}

static bool
open_world(struct handler *h)
{
    static const char *const argv[] = { "serve" };
    const struct handler_file *file = &handler_files[0];
    struct gopark_opts o;
    struct gopark_err err;

    gopark_opts_init(&o);
    o.name = "request_path.lua";
    o.text = file->text;
    o.textlen = file->size;
    o.argv = argv;
    o.argc = 1;
    o.procs = 2;
    o.write = on_write;
    o.io_ctx = h;
    if (world_open(&h->w, &o, &err) == GOPARK_OK)
        return true;
    fprintf(stderr, "real_service: %s\n", err.text);
    return false;
}

bool
handler_follow(struct handler *h)
{
    int64_t until = handler_wall() - h->began;
    struct gopark_err err;

    while (world_now(h->w) < until) {
        if (world_run(h->w, world_steps(h->w) + 1, &err) != GOPARK_OK)
            return false;
        if (world_end(h->w)->how != END_NOT)
            return false;
    }
    return true;
}

/* A path of letters, digits and a few signs is no danger inside quotes. */
static bool
is_plain(const char *path)
{
    return path[0] == '/' &&
           path[strspn(path, "abcdefghijklmnopqrstuvwxyz"
                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-.")] ==
               '\0';
}

bool
handler_ask(struct handler *h, unsigned id, const char *path)
{
    char text[320];
    struct gopark_input in = { .kind = IN_LUA, .text = text, .name = "accept" };
    struct gopark_err err;

    if (!is_plain(path) || strlen(path) >= sizeof text - 32)
        return false;
    snprintf(text, sizeof text, "answer(%u, \"%s\")", id, path);
    if (world_input(h->w, &in, NULL, &err) != GOPARK_OK)
        h->answer(h->ctx, id, 503, err.text, strlen(err.text));
    return true;
}

struct handler *
handler_open(handler_answer_fn *answer, void *ctx)
{
    struct handler *h = calloc(1, sizeof *h);

    if (h == NULL)
        return NULL;
    h->answer = answer;
    h->ctx = ctx;
    if (!open_world(h)) {
        free(h);
        return NULL;
    }
    h->began = handler_wall();
    return h;
}

void
handler_close(struct handler *h)
{
    if (h != NULL)
        world_close(h->w);
    free(h);
}
