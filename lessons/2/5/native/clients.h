/*
 * clients.h - load for a server on loopback: threads that ask, wait for the
 * answer and ask again. A closed loop, with all that the lesson says of it.
 */
#ifndef LESSON_CLIENTS_H
#define LESSON_CLIENTS_H

#include <stdbool.h>
#include <stdint.h>

enum { CLIENTS_MOST = 16 };

struct clients;

/* Start n clients that ask for a while (ns), each time for a page that nobody
 * had before, or always for the same one. NULL: no threads. */
struct clients *clients_start(uint16_t port, int n, int64_t a_while,
                              bool same_page);
bool clients_gone(const struct clients *c); /* have all ended? */

struct clients_figures {
    int answers; /* 200 */
    int refused; /* another status, or none */
    double seconds;
    double waited; /* seconds, of all answers together */
};
/* Wait for the end, tell, and free. */
void clients_join(struct clients *c, struct clients_figures *out);

#endif
