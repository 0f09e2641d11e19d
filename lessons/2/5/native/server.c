/*
 * server.c - sockets on one side, the handler on the other.
 *
 * A connection brings one request and is closed after its answer. Its number
 * is never used again, so that the answer to a client that has left cannot
 * reach the next one in the same place.
 */
#define _XOPEN_SOURCE 700
#include "server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "handler.h"

enum {
    MOST = 256, /* connections at once; others wait at the door */
    REQUEST_MOST = 2048,
    PATIENCE = 10, /* seconds that a client may take */
};

struct conn {
    int fd; /* -1: this place is free */
    unsigned id;
    int64_t since; /* wall ns when it came */
    bool asked;    /* the program has its request */
    size_t got;
    char in[REQUEST_MOST + 1];
    size_t len, sent; /* len 0: there is no answer yet */
    char out[ANSWER_MOST + 256];
};

struct server {
    struct handler *handler;
    int listener; /* -1: nobody is let in any more */
    uint16_t port;
    unsigned last_id;
    struct conn conn[MOST];
};

/* --- answers ----------------------------------------------------------------- */

static const char *
status_text(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    default:
        return "Service Unavailable";
    }
}

static void
respond(struct conn *c, int status, const char *body, size_t len)
{
    int head = snprintf(c->out, sizeof c->out,
                        "HTTP/1.1 %d %s\r\nContent-Type: text/plain\r\n"
                        "Content-Length: %zu\r\nConnection: close\r\n\r\n",
                        status, status_text(status), len);

    memcpy(c->out + head, body, len);
    c->len = (size_t)head + len;
    c->asked = true;
}

static struct conn *
find(struct server *s, unsigned id)
{
    for (int i = 0; i < MOST; i++)
        if (s->conn[i].fd >= 0 && s->conn[i].id == id)
            return &s->conn[i];
    return NULL; /* the client has left */
}

static void
on_answer(void *ctx, unsigned id, int status, const char *body, size_t len)
{
    struct conn *c = find(ctx, id);

    if (c != NULL)
        respond(c, status, body, len);
}

static void
ask(struct server *s, struct conn *c)
{
    char path[256];
    int end = 0;

    c->asked = true;
    sscanf(c->in, "GET %255s HTTP/1.%n", path, &end);
    if (end == 0 || !handler_ask(s->handler, c->id, path))
        respond(c, 400, "?\n", 2);
}

/* --- sockets ----------------------------------------------------------------- */

static int
listen_on(uint16_t *port)
{
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(*port) };
    socklen_t size = sizeof a;
    int yes = 1, fd = socket(AF_INET, SOCK_STREAM, 0);

    if (fd < 0)
        return -1;
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(fd, (struct sockaddr *)&a, sizeof a) != 0 ||
        listen(fd, SOMAXCONN) != 0 ||
        getsockname(fd, (struct sockaddr *)&a, &size) != 0 ||
        fcntl(fd, F_SETFL, O_NONBLOCK) != 0) {
        close(fd);
        return -1;
    }
    *port = ntohs(a.sin_port);
    return fd;
}

static struct conn *
free_place(struct server *s)
{
    for (int i = 0; i < MOST; i++)
        if (s->conn[i].fd < 0)
            return &s->conn[i];
    return NULL;
}

static void
let_in(struct server *s)
{
    struct conn *c;
    int fd;

    while ((c = free_place(s)) != NULL &&
           (fd = accept(s->listener, NULL, NULL)) >= 0) {
        fcntl(fd, F_SETFL, O_NONBLOCK);
        c->fd = fd;
        c->id = ++s->last_id;
        c->since = handler_wall();
        c->asked = false;
        c->got = c->len = c->sent = 0;
    }
}

static void
let_go(struct conn *c)
{
    close(c->fd);
    c->fd = -1;
}

/* EAGAIN and the like: later. */
static bool
is_over(ssize_t n)
{
    return n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR);
}

static void
read_request(struct server *s, struct conn *c)
{
    ssize_t n = read(c->fd, c->in + c->got, REQUEST_MOST - c->got);

    if (is_over(n)) {
        let_go(c);
        return;
    }
    if (n > 0)
        c->got += (size_t)n;
    c->in[c->got] = '\0';
    if (strstr(c->in, "\r\n\r\n") != NULL)
        ask(s, c);
    else if (c->got == REQUEST_MOST)
        respond(c, 400, "?\n", 2);
}

static void
write_answer(struct conn *c)
{
    ssize_t n = send(c->fd, c->out + c->sent, c->len - c->sent, MSG_NOSIGNAL);

    if (n > 0)
        c->sent += (size_t)n;
    if (is_over(n) || c->sent == c->len)
        let_go(c);
}

static void
serve(struct server *s, struct conn *c, short ready)
{
    bool late = handler_wall() - c->since > PATIENCE * (int64_t)1000000000;

    if (!c->asked && (ready & (POLLIN | POLLHUP | POLLERR)) != 0)
        read_request(s, c);
    else if (c->len > 0 && (ready & (POLLOUT | POLLHUP | POLLERR)) != 0)
        write_answer(c);
    else if (late || (ready & (POLLERR | POLLNVAL)) != 0)
        let_go(c);
}

/* --- all of it --------------------------------------------------------------- */

struct server *
server_open(uint16_t port)
{
    struct server *s = calloc(1, sizeof *s);

    if (s == NULL)
        return NULL;
    for (int i = 0; i < MOST; i++)
        s->conn[i].fd = -1;
    s->port = port;
    s->listener = listen_on(&s->port);
    if (s->listener < 0)
        perror("real_service: 127.0.0.1");
    else
        s->handler = handler_open(on_answer, s);
    if (s->handler == NULL) {
        server_close(s);
        return NULL;
    }
    return s;
}

uint16_t
server_port(const struct server *s)
{
    return s->port;
}

bool
server_turn(struct server *s)
{
    struct pollfd p[MOST + 1];

    for (int i = 0; i < MOST; i++) {
        const struct conn *c = &s->conn[i];
        short wanted = c->len > 0 ? POLLOUT : c->asked ? 0 : POLLIN;

        p[i] = (struct pollfd){ .fd = c->fd, .events = wanted };
    }
    /* with every place taken, who comes waits in the system's queue */
    p[MOST] = (struct pollfd){ .fd = s->listener, .events = POLLIN };
    if (free_place(s) == NULL)
        p[MOST].fd = -1;
    if (poll(p, MOST + 1, 1) > 0 && (p[MOST].revents & POLLIN) != 0)
        let_in(s);
    for (int i = 0; i < MOST; i++)
        if (p[i].fd >= 0)
            serve(s, &s->conn[i], p[i].revents);
    return handler_follow(s->handler);
}

void
server_shut(struct server *s)
{
    if (s->listener >= 0)
        close(s->listener);
    s->listener = -1;
}

int
server_inside(const struct server *s)
{
    int n = 0;

    for (int i = 0; i < MOST; i++)
        n += s->conn[i].fd >= 0;
    return n;
}

void
server_close(struct server *s)
{
    server_shut(s);
    for (int i = 0; i < MOST; i++)
        if (s->conn[i].fd >= 0)
            let_go(&s->conn[i]);
    handler_close(s->handler);
    free(s);
}
