/*
 * real_service.c - the lesson's handler behind a real socket.
 *
 *   real_service [zh]            put load on it and print what was measured
 *   real_service --serve [PORT]  serve until SIGTERM or Ctrl-C, for curl
 *
 * demos/request_path.lua is built in. Its database stays simulated, 20 ms for
 * a page, two connections; the clients, the sockets and the time are real.
 */
#define _XOPEN_SOURCE 700
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clients.h"
#include "server.h"

#define ROUND_NS 600000000 /* one line of the table */

static volatile sig_atomic_t stop_asked;

static void
on_signal(int sig)
{
    (void)sig;
    stop_asked = 1;
}

/* --- serving ----------------------------------------------------------------- */

static int
serve(uint16_t port)
{
    struct sigaction act = { .sa_handler = on_signal };
    struct server *s = server_open(port);
    bool well = s != NULL;

    if (!well)
        return 1;
    sigaction(SIGTERM, &act, NULL);
    sigaction(SIGINT, &act, NULL);
    printf("http://127.0.0.1:%d/maps\n", (int)server_port(s));
    fflush(stdout);
    while (well && !stop_asked)
        well = server_turn(s);
    server_shut(s); /* who is inside gets an answer; nobody else comes in */
    while (well && server_inside(s) > 0)
        well = server_turn(s);
    server_close(s);
    if (!well)
        fprintf(stderr, "real_service: the program has ended\n");
    return well ? 0 : 1;
}

/* --- measuring --------------------------------------------------------------- */

static bool
print_row(struct server *s, int n, bool same_page)
{
    struct clients_figures f;
    struct clients *c = clients_start(server_port(s), n, ROUND_NS, same_page);
    bool well = c != NULL;

    if (!well)
        return false;
    while (well && !clients_gone(c))
        well = server_turn(s);
    if (!well)
        server_shut(s); /* so that no client waits for ever */
    clients_join(c, &f);
    double lambda = f.answers / f.seconds;
    double w = f.answers > 0 ? f.waited / f.answers : 0;
    printf("%7d  %9.0f  %7.1f  %7.1f  %7d\n", n, lambda, w * 1e3, lambda * w,
           f.refused);
    fflush(stdout);
    return well;
}

static int
measure(bool zh)
{
    static const char *const head =
        "clients  answers/s       ms        L  refused";
    struct server *s = server_open(0);
    bool well = s != NULL;

    if (!well)
        return 1;
    printf("%s\n%s\n",
           zh ? "每次都要新的一页（数据库 20 毫秒，两条连接）"
              : "each time another page (database: 20 ms, two "
                "connections)",
           head);
    for (int n = 1; well && n <= CLIENTS_MOST; n *= 2)
        well = print_row(s, n, false);
    printf("\n%s\n%s\n",
           zh ? "总是同一页（在缓存里）"
              : "always the same page (in the cache)",
           head);
    well = well && print_row(s, 1, true) && print_row(s, 8, true);
    server_close(s);
    return well ? 0 : 1;
}

int
main(int argc, char **argv)
{
    bool serving = argc > 1 && strcmp(argv[1], "--serve") == 0;
    char *end = NULL;
    long port = serving && argc > 2 ? strtol(argv[2], &end, 10) : 0;

    if (port < 0 || port > 65535 || (end != NULL && *end != '\0')) {
        fprintf(stderr, "real_service: port %s, expected 0..65535\n", argv[2]);
        return 1;
    }
    return serving ? serve((uint16_t)port)
                   : measure(argc > 1 && strcmp(argv[1], "zh") == 0);
}
