/*
 * clients.c - threads with a blocking socket each, as simple as can be.
 */
#define _XOPEN_SOURCE 700
#include "clients.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "handler.h"

struct client {
    pthread_t thread;
    struct clients *all;
    int number;
    struct clients_figures sum;
};

struct clients {
    uint16_t port;
    bool same_page;
    int n;
    int64_t began, until;
    atomic_int running;
    struct client client[CLIENTS_MOST];
};

static int
dial(uint16_t port)
{
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(port) };
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&a, sizeof a) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

/* Ask for a page and read to the end; the status, or 0. */
static int
fetch(uint16_t port, const char *page)
{
    char line[128], answer[512] = "", rest[512];
    int status = 0, fd = dial(port);
    size_t got = 0;
    ssize_t n = 0;

    if (fd < 0)
        return 0;
    int len = snprintf(line, sizeof line,
                       "GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n", page);
    if (send(fd, line, (size_t)len, MSG_NOSIGNAL) == len) {
        while (got < sizeof answer - 1 &&
               (n = read(fd, answer + got, sizeof answer - 1 - got)) > 0)
            got += (size_t)n;
        while (n > 0)
            n = read(fd, rest, sizeof rest);
        sscanf(answer, "HTTP/1.1 %d", &status);
    }
    close(fd);
    return status;
}

/* A page's name has letters only: the number in base 26, then the client. */
static void
name_page(char *name, int number, int client)
{
    int n = 0;

    for (; number > 0; number /= 26)
        name[n++] = (char)('a' + number % 26);
    name[n++] = (char)('A' + client);
    name[n] = '\0';
}

static void *
ask_again(void *arg)
{
    struct client *c = arg;
    char page[16] = "maps";

    for (int i = 1; handler_wall() < c->all->until; i++) {
        int64_t asked = handler_wall();

        if (!c->all->same_page)
            name_page(page, i + 100 * c->all->n, c->number);
        if (fetch(c->all->port, page) == 200) {
            c->sum.answers++;
            c->sum.waited += (double)(handler_wall() - asked) / 1e9;
        } else {
            c->sum.refused++;
        }
    }
    atomic_fetch_sub(&c->all->running, 1);
    return NULL;
}

struct clients *
clients_start(uint16_t port, int n, int64_t a_while, bool same_page)
{
    struct clients *c = calloc(1, sizeof *c);

    if (c == NULL)
        return NULL;
    c->port = port;
    c->same_page = same_page;
    c->began = handler_wall();
    c->until = c->began + a_while;
    for (; c->n < n; c->n++)
        c->client[c->n] = (struct client){ .all = c, .number = c->n };
    for (int i = 0; i < n; i++) {
        atomic_fetch_add(&c->running, 1);
        if (pthread_create(&c->client[i].thread, NULL, ask_again,
                           &c->client[i]) != 0) {
            fprintf(stderr, "real_service: no more threads\n");
            exit(1);
        }
    }
    return c;
}

bool
clients_gone(const struct clients *c)
{
    return atomic_load(&((struct clients *)(uintptr_t)c)->running) == 0;
}

void
clients_join(struct clients *c, struct clients_figures *out)
{
    memset(out, 0, sizeof *out);
    for (int i = 0; i < c->n; i++) {
        pthread_join(c->client[i].thread, NULL);
        out->answers += c->client[i].sum.answers;
        out->refused += c->client[i].sum.refused;
        out->waited += c->client[i].sum.waited;
    }
    out->seconds = (double)(handler_wall() - c->began) / 1e9;
    free(c);
}
