/*
 * server.h - an HTTP server on a loopback socket whose handler is a gopark
 * program.
 *
 * One thread does everything that belongs to the computer: it watches the
 * sockets with poll(), and lets the program's virtual clock follow the one on
 * the wall. Whatever a request asks for is handed to the program as an input,
 * in a goroutine of its own. The program itself can reach neither sockets nor
 * files: a path goes in, a status and a body come out.
 */
#ifndef LESSON_SERVER_H
#define LESSON_SERVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct server;

/* A file of the lesson, as scripts/embed.cmake keeps it. */
struct handler_file {
    const char *name;
    const char *text;
    unsigned long size;
};
extern const struct handler_file handler_files[];

/* Listen on 127.0.0.1; port 0: a free one. NULL: it said why on stderr. */
struct server *server_open(uint16_t port);
uint16_t server_port(const struct server *s);
/* Take in what has come, hand out what is ready; waits a millisecond at most.
 * False: the program has ended, which it should not. */
bool server_turn(struct server *s);
/* Let nobody in any more. */
void server_shut(struct server *s);
/* Connections that still wait for their answer, or send or get one. */
int server_inside(const struct server *s);
void server_close(struct server *s);

int64_t server_wall(void); /* nanoseconds on a clock that never goes back */

#endif
