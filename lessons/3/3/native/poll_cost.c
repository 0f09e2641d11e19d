/*
 * poll_cost.c - what it costs to find the one descriptor that is ready.
 *
 * N descriptors, one of them ready, and the question "who?", put by select,
 * poll and epoll_wait with real system calls. The time of one wait holds all
 * that its user pays each time: filling the set (select), the call, and the
 * search for the ready one in the answer. What is paid once (the array of
 * poll, the interest list of epoll) is outside; what epoll takes for it is
 * told below the table. Each figure is the best of several rounds, since
 * whatever disturbs a measurement only ever adds to it.
 *
 * The descriptors are eventfds, one file each, as connections are. The ready
 * one is the last, so that a wait that stops at the first hit gains nothing;
 * and the waits have a time-out, as a server's have, so that poll and select
 * really stand in all N queues. Every answer is checked: a wait that finds
 * anything but the ready one ends the program with status 1.
 *
 * `poll_cost zh` speaks Chinese; `poll_cost --svg > FILE` draws a picture.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

#include "poll_cost.h"

#if defined(__linux__) && !defined(WITHOUT_EPOLL)
#include <sys/epoll.h>
#include <sys/eventfd.h>

enum {
    MOST = 10000,    /* descriptors in the last row */
    ROUNDS = 5,      /* of which the best counts */
    PATIENCE = 1000, /* ms, the time-out of a wait; never reached */
};
#define ROUND_NS 1.5e6 /* a round repeats the wait for so long */

static const int size[] = { 10, 30, 100, 300, 1000, 3000, MOST };
enum { SIZES = sizeof size / sizeof size[0] };

/* What is watched, prepared for all three. */
struct crowd {
    int n, ready; /* descriptors; how many of them, the last, are */
    int fd[MOST];
    fd_set set; /* valid if max < FD_SETSIZE */
    int max;    /* the highest descriptor */
    struct pollfd polls[MOST];
    struct epoll_event got[MOST]; /* room for epoll's answer */
    int ep;
    double add; /* ns to put one into epoll's list */
};

static struct crowd crowd;
static long waits; /* how many were checked */

static double
now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* --- the crowd ------------------------------------------------------------ */

static void
crowd_disperse(struct crowd *c)
{
    for (int i = 0; i < c->n; i++)
        close(c->fd[i]);
    c->n = 0;
}

/* Put descriptor i into the set, the array and the interest list. */
static bool
admit(struct crowd *c, int i)
{
    int fd = c->fd[i];
    struct epoll_event ev = { .events = EPOLLIN, .data.fd = fd };

    if (fd < FD_SETSIZE)
        FD_SET(fd, &c->set);
    c->max = fd > c->max ? fd : c->max;
    c->polls[i] = (struct pollfd){ .fd = fd, .events = POLLIN };
    return epoll_ctl(c->ep, EPOLL_CTL_ADD, fd, &ev) == 0;
}

/* As many of n descriptors as the system allows; the last `ready` are. */
static void
crowd_gather(struct crowd *c, int n, int ready)
{
    uint64_t one = 1;

    FD_ZERO(&c->set);
    c->max = -1;
    for (c->n = 0; c->n < n; c->n++)
        if ((c->fd[c->n] = eventfd(0, EFD_NONBLOCK)) < 0)
            break;
    double began = now();
    for (int i = 0; i < c->n; i++) {
        if (!admit(c, i)) {
            while (c->n > i)
                close(c->fd[--c->n]);
            break;
        }
    }
    c->add = c->n > 0 ? (now() - began) / c->n : 0;
    c->ready = ready < c->n ? ready : c->n;
    for (int i = c->n - c->ready; i < c->n; i++)
        if (write(c->fd[i], &one, sizeof one) < 0)
            c->ready = -1; /* no wait will find so many */
}

/* --- the three waits: how many were found, -1 for a wrong one -------------- */

static bool
is_ready(const struct crowd *c, int i)
{
    return i >= c->n - c->ready;
}

static int
wait_select(struct crowd *c)
{
    fd_set set = c->set; /* the call will write over it */
    struct timeval patience = { 1, 0 };
    int left = select(c->max + 1, &set, NULL, NULL, &patience), found = 0;

    for (int i = 0; i < c->n && found < left; i++) {
        if (!FD_ISSET(c->fd[i], &set))
            continue;
        if (!is_ready(c, i))
            return -1;
        found++;
    }
    return found;
}

static int
wait_poll(struct crowd *c)
{
    int left = poll(c->polls, (nfds_t)c->n, PATIENCE), found = 0;

    for (int i = 0; i < c->n && found < left; i++) {
        if (c->polls[i].revents == 0)
            continue;
        if (!is_ready(c, i))
            return -1;
        found++;
    }
    return found;
}

static int
wait_epoll(struct crowd *c)
{
    int found = epoll_wait(c->ep, c->got, c->ready, PATIENCE);

    for (int i = 0; i < found; i++) /* descriptors were made in order */
        if (c->got[i].data.fd < c->fd[c->n - c->ready])
            return -1;
    return found;
}

static int (*const wait_by[NWAYS])(struct crowd *) = { wait_select, wait_poll,
                                                       wait_epoll };

/* --- measuring ------------------------------------------------------------ */

/* The best ns of one wait; 0 where a set has no room; exits if it is wrong. */
static double
measure(struct crowd *c, enum way way)
{
    double best = 0;

    if (way == WAY_SELECT && c->max >= FD_SETSIZE)
        return 0;
    for (int round = 0; round < ROUNDS; round++) {
        double began = now(), took = 0;
        int calls = 0;

        do {
            if (wait_by[way](c) != c->ready) {
                fprintf(stderr, "poll_cost: %s found another one\n",
                        way_name[way]);
                exit(1);
            }
            calls++;
        } while ((took = now() - began) < ROUND_NS || calls < 3);
        waits += calls;
        if (best == 0 || took / calls < best)
            best = took / calls;
    }
    return best;
}

/* False if the system allows no n descriptors; the row is of those it does. */
static bool
measure_row(struct row *r, int n, int ready, double *add)
{
    crowd.ep = epoll_create1(0);
    crowd_gather(&crowd, n, ready);
    r->n = crowd.n;
    for (int way = 0; way < NWAYS; way++)
        r->ns[way] = crowd.n > 0 ? measure(&crowd, (enum way)way) : 0;
    *add = crowd.add;
    crowd_disperse(&crowd);
    close(crowd.ep);
    return r->n == n;
}

/* The soft limit as high as need be, and may be. */
static void
raise_limit(void)
{
    struct rlimit r;
    rlim_t want = MOST + 64;

    if (getrlimit(RLIMIT_NOFILE, &r) != 0 || r.rlim_cur >= want)
        return;
    r.rlim_cur = r.rlim_max < want ? r.rlim_max : want;
    setrlimit(RLIMIT_NOFILE, &r);
}

/* --- the table ------------------------------------------------------------ */

static void
print_row(const struct row *r, const char *what)
{
    printf("%12d", r->n);
    for (int way = 0; way < NWAYS; way++) {
        if (r->ns[way] > 0)
            printf(" %12.0f", r->ns[way]);
        else
            printf(" %12s", "-");
    }
    printf("   %s\n", what);
    fflush(stdout);
}

static void
print_notes(const struct row *last, bool all, double add, bool zh)
{
    if (last->ns[WAY_SELECT] == 0)
        printf(zh ? "select:放不下 %d 号及以后的描述符\n"
                  : "select: refused, a set has no room for descriptor %d\n",
               FD_SETSIZE);
    if (!all)
        printf(zh ? "这个系统只给开 %d 个(ulimit -Hn),%d 个量不了\n"
                  : "%d are all that this system allows (ulimit -Hn); %d could "
                    "not be measured\n",
               last->n, MOST);
    printf(zh ? "epoll:登记一个描述符 %.0f 纳秒,只付一次\n"
              : "epoll: %.0f ns to enter a descriptor, paid once\n",
           add);
    printf(zh ? "查对了 %ld 次等待,每次找到的正好是就绪的那些\n"
              : "%ld waits, and each found exactly those that were ready\n",
           waits);
}

/* All rows; the number measured, and whether that was all. */
static int
measure_all(struct row *rows, bool *all, double *add, bool print, bool zh)
{
    int n = 0;

    *all = true;
    if (print)
        printf("%s\n",
               zh ? "      描述符       select         poll        epoll   "
                    "纳秒:一次等待"
                  : " descriptors       select         poll        epoll   ns "
                    "for one wait");
    while (*all && n < SIZES) {
        *all = measure_row(&rows[n], size[n], 1, add);
        if (!*all && (rows[n].n < 2 || (n > 0 && rows[n].n <= rows[n - 1].n)))
            break;
        if (print)
            print_row(&rows[n], zh ? "一个就绪" : "one of them ready");
        n++;
    }
    return n;
}

int
main(int argc, char **argv)
{
    static struct row rows[SIZES];
    struct row busy;
    bool zh = false, svg = false, all;
    double add, unused;

    for (int i = 1; i < argc; i++) {
        zh = zh || strcmp(argv[i], "zh") == 0;
        svg = svg || strcmp(argv[i], "--svg") == 0;
    }
    raise_limit();
    int n = measure_all(rows, &all, &add, !svg, zh);
    if (n == 0) {
        fprintf(stderr, "poll_cost: this system gives me no descriptors\n");
        return 1;
    }
    if (svg) {
        plot_svg(rows, n, zh);
        return 0;
    }
    measure_row(&busy, rows[n - 1].n < 1000 ? rows[n - 1].n : 1000, MOST,
                &unused);
    print_row(&busy, zh ? "全都就绪" : "all of them ready");
    print_notes(&rows[n - 1], all, add, zh);
    if (n > 1)
        plot_text(rows, n, zh);
    return 0;
}

#else

int
main(int argc, char **argv)
{
    bool zh = argc > 1 && strcmp(argv[1], "zh") == 0;
    printf("%s\n", zh ? "这个系统没有 epoll,没有可比的"
                      : "This system has no epoll: nothing to compare.");
    return 0;
}

#endif
