/*
 * server.h - an HTTP server on a loopback socket whose handler is a gopark
 * program.
 *
 * One thread watches all sockets with poll(), hands each request to the
 * handler (handler.h), and sends what comes back.
 */
#ifndef LESSON_SERVER_H
#define LESSON_SERVER_H

#include <stdbool.h>
#include <stdint.h>

struct server;

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

#endif
