/*
 * poll_cost.h - what poll_cost.c measures and poll_plot.c draws.
 */
#ifndef POLL_COST_H
#define POLL_COST_H

#include <stdbool.h>

enum way { WAY_SELECT, WAY_POLL, WAY_EPOLL };
enum { NWAYS = WAY_EPOLL + 1 };

struct row {
    int n;            /* descriptors watched */
    double ns[NWAYS]; /* one wait, by each way; 0: could not be measured */
};

extern const char *const way_name[NWAYS];

/* The curves in characters, both axes logarithmic; at most 80 columns. */
void plot_text(const struct row *rows, int n, bool zh);

/* The same as an SVG file on standard output. */
void plot_svg(const struct row *rows, int n, bool zh);

#endif
