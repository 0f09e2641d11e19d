/*
 * handler.h - the lesson's handler, a gopark program that is kept running.
 *
 * Requests go in as inputs, each in a goroutine of its own; answers come out
 * of what the program writes. It can reach neither sockets nor files.
 */
#ifndef LESSON_HANDLER_H
#define LESSON_HANDLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ANSWER_MOST = 4096 }; /* bytes of a body */

/* A file of the lesson, as scripts/embed.cmake keeps it. */
struct handler_file {
    const char *name;
    const char *text;
    unsigned long size;
};
extern const struct handler_file handler_files[];

/* The answer to request id. */
typedef void handler_answer_fn(void *ctx, unsigned id, int status,
                               const char *body, size_t len);

struct handler;

/* NULL: it said why on stderr. */
struct handler *handler_open(handler_answer_fn *answer, void *ctx);
/* Hand it request id. False: not a path of plain letters and signs. */
bool handler_ask(struct handler *h, unsigned id, const char *path);
/* Let it run until its clock shows what the wall's does. False: it has ended,
 * which it should not. */
bool handler_follow(struct handler *h);
void handler_close(struct handler *h);

int64_t handler_wall(void); /* nanoseconds on a clock that never goes back */

#endif
