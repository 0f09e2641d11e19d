/*
 * poll_plot.c - curves over two logarithmic axes, as text and as SVG.
 *
 * On such axes a straight line that climbs a decade a decade is "twice as
 * many, twice as long", and a level one is "however many, the same": what the
 * lesson wants to be seen. Colours are the Okabe-Ito palette, and each curve
 * has its own mark and its name, so nothing depends on colour.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "poll_cost.h"

enum { COLUMNS = 58, LINES_A_DECADE = 3, MOST_DECADES = 6 };
enum { LEFT = 90, TOP = 50, WIDTH = 560, HEIGHT = 360 }; /* of the SVG */

const char *const way_name[NWAYS] = { "select", "poll", "epoll" };

/* The decades that a plot covers: 10^x0..10^x1 descriptors, 10^y0.. ns. */
struct axes {
    double x0, x1, y0, y1;
};

static struct axes
axes_of(const struct row *rows, int n)
{
    struct axes a = { log10(rows[0].n), log10(rows[n - 1].n), 9, 0 };

    for (int i = 0; i < n; i++) {
        for (int way = 0; way < NWAYS; way++) {
            if (rows[i].ns[way] <= 0)
                continue;
            a.y0 = fmin(a.y0, floor(log10(rows[i].ns[way])));
            a.y1 = fmax(a.y1, ceil(log10(rows[i].ns[way])));
        }
    }
    a.y1 = fmin(fmax(a.y1, a.y0 + 1), a.y0 + MOST_DECADES);
    a.x1 = fmax(a.x1, a.x0 + 0.1);
    return a;
}

/* Where a figure lies between two ends, 0 to 1. */
static double
along(double value, double from, double to)
{
    return fmin(fmax((log10(value) - from) / (to - from), 0), 1);
}

/* "100 ns", "10 us", "1 ms" for a power of ten. */
static const char *
duration(double decade)
{
    static const char *const name[] = { "1 ns",   "10 ns",  "100 ns", "1 us",
                                        "10 us",  "100 us", "1 ms",   "10 ms",
                                        "100 ms", "1 s" };
    return name[(int)fmin(fmax(decade, 0), 9)];
}

/* --- text ----------------------------------------------------------------- */

struct grid {
    char cell[MOST_DECADES * LINES_A_DECADE + 1][COLUMNS + 1];
    int lines;
};

/* A curve from one measured point to the next, in letters. */
static void
grid_join(struct grid *g, const struct axes *a, const struct row *from,
          const struct row *to, int way)
{
    double x0 = along(from->n, a->x0, a->x1) * (COLUMNS - 1);
    double x1 = along(to->n, a->x0, a->x1) * (COLUMNS - 1);
    double y0 = along(from->ns[way], a->y0, a->y1) * (g->lines - 1);
    double y1 = along(to->ns[way], a->y0, a->y1) * (g->lines - 1);

    for (int x = (int)lround(x0); x <= (int)lround(x1); x++) {
        double y = x1 > x0 ? y0 + (y1 - y0) * fmax(x - x0, 0) / (x1 - x0) : y0;
        char *cell = &g->cell[g->lines - 1 - (int)lround(y)][x];

        if (*cell != ' ' && *cell != way_name[way][0])
            *cell = '*';
        else
            *cell = way_name[way][0];
    }
}

/* End the text behind its last character that is no blank. */
static const char *
trim(char *line, int len)
{
    while (len > 0 && line[len - 1] == ' ')
        len--;
    line[len] = '\0';
    return line;
}

static void
grid_print(struct grid *g, const struct axes *a)
{
    for (int i = 0; i < g->lines; i++) {
        bool marked = i % LINES_A_DECADE == 0;
        printf("%9s %c%s\n", marked ? duration(a->y1 - i / LINES_A_DECADE) : "",
               marked ? '+' : '|', trim(g->cell[i], COLUMNS));
    }
}

/* The numbers below the line, each at its column. */
static void
grid_print_foot(const struct axes *a, const struct row *rows, int n)
{
    char line[COLUMNS + 12], number[12];

    memset(line, '-', COLUMNS);
    line[COLUMNS] = '\0';
    printf("%9s +%s\n", "", line);
    memset(line, ' ', sizeof line);
    for (int i = 0; i < n; i++) {
        int at = (int)lround(along(rows[i].n, a->x0, a->x1) * (COLUMNS - 1));
        int len = snprintf(number, sizeof number, "%d", rows[i].n);
        if (i == 0 || i == n - 1 || line[at > 0 ? at - 1 : 0] == ' ')
            memcpy(line + at, number, (size_t)len);
    }
    printf("%9s  %s\n", "", trim(line, sizeof line - 1));
}

void
plot_text(const struct row *rows, int n, bool zh)
{
    struct axes a = axes_of(rows, n);
    struct grid g;

    g.lines = (int)(a.y1 - a.y0) * LINES_A_DECADE + 1;
    for (int i = 0; i < g.lines; i++) {
        memset(g.cell[i], ' ', COLUMNS);
        g.cell[i][COLUMNS] = '\0';
    }
    for (int way = 0; way < NWAYS; way++)
        for (int i = 1; i < n; i++)
            if (rows[i].ns[way] > 0 && rows[i - 1].ns[way] > 0)
                grid_join(&g, &a, &rows[i - 1], &rows[i], way);
    printf("\n%s\n", zh ? "s select  p poll  e epoll  * 重叠(两轴都是对数)"
                        : "s select  p poll  e epoll  * several (both axes "
                          "logarithmic)");
    grid_print(&g, &a);
    grid_print_foot(&a, rows, n);
}

/* --- SVG ------------------------------------------------------------------ */

static double
svg_x(const struct axes *a, double n)
{
    return LEFT + WIDTH * along(n, a->x0, a->x1);
}

static double
svg_y(const struct axes *a, double ns)
{
    return TOP + HEIGHT * (1 - along(ns, a->y0, a->y1));
}

static void
svg_axes(const struct axes *a, const struct row *rows, int n)
{
    for (double d = a->y0; d <= a->y1; d++) {
        double y = svg_y(a, pow(10, d));
        printf("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>"
               "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
               LEFT, y, WIDTH, LEFT - 8, y + 4, duration(d));
    }
    for (int i = 0; i < n; i++)
        printf("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n",
               svg_x(a, rows[i].n), TOP + HEIGHT + 22, rows[i].n);
    printf("<path d=\"M%d %dv%dh%d\" fill=\"none\" stroke=\"#333\"/>\n", LEFT,
           TOP, HEIGHT, WIDTH);
}

static void
svg_curve(const struct axes *a, const struct row *rows, int n, int way)
{
    static const char *const colour[NWAYS] = { "#0072b2", "#d55e00",
                                               "#009e73" };
    static const char *const dashes[NWAYS] = { "2 3", "8 4", "none" };
    int last = -1;

    printf("<g stroke=\"%s\" fill=\"none\" stroke-width=\"2\"><path "
           "stroke-dasharray=\"%s\" d=\"",
           colour[way], dashes[way]);
    for (int i = 0; i < n && rows[i].ns[way] > 0; last = i++)
        printf("%c%.1f %.1f", i == 0 ? 'M' : 'L', svg_x(a, rows[i].n),
               svg_y(a, rows[i].ns[way]));
    printf("\"/>");
    for (int i = 0; i <= last; i++)
        printf("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", svg_x(a, rows[i].n),
               svg_y(a, rows[i].ns[way]));
    printf("</g>\n");
    if (last >= 0)
        printf("<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" font-weight=\"bold\">"
               "%s</text>\n",
               svg_x(a, rows[last].n) + 8,
               svg_y(a, rows[last].ns[way]) + (way == WAY_SELECT ? 18 : 4),
               colour[way], way_name[way]);
}

void
plot_svg(const struct row *rows, int n, bool zh)
{
    struct axes a = axes_of(rows, n);

    printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
           "height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">\n"
           "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n"
           "<text x=\"%d\" y=\"28\" font-size=\"16\">%s</text>\n"
           "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
           LEFT + WIDTH + 90, TOP + HEIGHT + 60, LEFT,
           zh ? "一次等待的代价:只有一个描述符就绪"
              : "The cost of one wait: one descriptor is ready",
           LEFT + WIDTH / 2, TOP + HEIGHT + 46,
           zh ? "看着的描述符(个)" : "descriptors watched");
    svg_axes(&a, rows, n);
    for (int way = 0; way < NWAYS; way++)
        svg_curve(&a, rows, n, way);
    printf("</svg>\n");
}
