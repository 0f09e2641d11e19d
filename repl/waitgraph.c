#include "waitgraph.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"

/* Goroutines and objects of the graph, each once, by number. */
struct nodes {
    uint32_t *g, *object;
    int ng, nobject;
};

static void
add(uint32_t **list, int *n, uint32_t id)
{
    int i = 0;

    while (i < *n && (*list)[i] < id)
        i++;
    if (id == 0 || (i < *n && (*list)[i] == id))
        return;
    *list = text_grow(*list, (size_t)(*n + 1) * sizeof **list);
    memmove(*list + i + 1, *list + i, (size_t)(*n - i) * sizeof **list);
    (*list)[i] = id;
    ++*n;
}

static void
collect(const struct gopark_waits *ws, struct nodes *nd)
{
    memset(nd, 0, sizeof *nd);
    for (int i = 0; i < ws->nwaiting; i++)
        add(&nd->g, &nd->ng, ws->waiting[i].g);
    for (int i = 0; i < ws->nedge; i++) {
        add(&nd->g, &nd->ng, ws->edge[i].g);
        add(&nd->object, &nd->nobject, ws->edge[i].object);
    }
}

static void
nodes_free(struct nodes *nd)
{
    free(nd->g);
    free(nd->object);
}

static const struct gopark_waiting *
waiting(const struct gopark_waits *ws, uint32_t g)
{
    for (int i = 0; i < ws->nwaiting; i++)
        if (ws->waiting[i].g == g)
            return &ws->waiting[i];
    return NULL;
}

static bool
is_stuck(const struct gopark_waits *ws, uint32_t g)
{
    const struct gopark_waiting *wg = waiting(ws, g);

    return wg != NULL && wg->stuck != STUCK_NOT;
}

static bool
is_wait(const struct gopark_edge *e)
{
    return e->kind == EDGE_WAITS || e->kind == EDGE_SENDS;
}

/* "G3 main.lua:7" */
static void
g_label(struct repl *r, uint32_t id, struct text *t)
{
    struct gopark_g g;
    char line[160];

    text_printf(t, "G%" PRIu32, id);
    if (world_g(r->w, id, &g)) {
        describe_line(&g, line, sizeof line);
        text_printf(t, " %s", line);
    }
}

/* What stands at an edge. */
static void
edge_label(struct repl *r, const struct gopark_edge *e, struct text *t)
{
    struct gopark_g g;

    switch (e->kind) {
    case EDGE_WAITS:
    case EDGE_SENDS:
        if (world_g(r->w, e->g, &g))
            text_puts(t, gopark_reason_name(g.reason));
        break;
    case EDGE_HOLDS:
        text_puts(t, REPL_SAY(r, "held by", "持有者"));
        break;
    case EDGE_COULD:
        if (e->line > 0)
            text_printf(t, REPL_SAY(r, "line %d", "第 %d 行"), e->line);
        break;
    }
}

/* --- Graphviz -------------------------------------------------------------- */

static void
quoted(struct text *t, const char *s)
{
    text_puts(t, "\"");
    for (; *s != '\0'; s++)
        text_printf(t, *s == '"' || *s == '\\' ? "\\%c" : "%c", *s);
    text_puts(t, "\"");
}

void
waitgraph_dot(struct repl *r, const struct gopark_waits *ws, struct text *t)
{
    struct nodes nd;
    struct text s = { 0 };
    char name[64];

    collect(ws, &nd);
    text_puts(t, "digraph waits {\n  rankdir=LR;\n"
                 "  node [fontname=\"sans-serif\"];\n");
    for (int i = 0; i < nd.ng; i++) {
        text_clear(&s);
        g_label(r, nd.g[i], &s);
        text_printf(t, "  g%" PRIu32 " [shape=ellipse%s, label=", nd.g[i],
                    is_stuck(ws, nd.g[i]) ? ", color=\"#d55e00\", penwidth=2"
                                          : "");
        quoted(t, s.s);
        text_puts(t, "];\n");
    }
    for (int i = 0; i < nd.nobject; i++) {
        describe_object(r->w, nd.object[i], name, sizeof name);
        text_printf(t, "  o%" PRIu32 " [shape=box, label=", nd.object[i]);
        quoted(t, name);
        text_puts(t, "];\n");
    }
    for (int i = 0; i < ws->nedge; i++) {
        const struct gopark_edge *e = &ws->edge[i];

        text_clear(&s);
        text_puts(&s, "");
        edge_label(r, e, &s);
        if (is_wait(e))
            text_printf(t, "  g%" PRIu32 " -> o%" PRIu32, e->g, e->object);
        else
            text_printf(t, "  o%" PRIu32 " -> g%" PRIu32, e->object, e->g);
        text_puts(t, e->kind == EDGE_COULD ? " [style=dashed, label="
                                           : " [label=");
        quoted(t, s.s != NULL ? s.s : "");
        text_puts(t, "];\n");
    }
    text_puts(t, "}\n");
    text_done(&s);
    nodes_free(&nd);
}

/* --- SVG -------------------------------------------------------------------- */

enum { ROW = 46, TOP = 30, LEFT = 20, BOX = 220, GAP = 220, HIGH = 30 };

static void
escaped(struct text *t, const char *s)
{
    for (; *s != '\0'; s++) {
        if (*s == '<')
            text_puts(t, "&lt;");
        else if (*s == '&')
            text_puts(t, "&amp;");
        else
            text_add(t, s, 1);
    }
}

static int
row_of(const uint32_t *list, int n, uint32_t id)
{
    int i = 0;

    while (i < n && list[i] != id)
        i++;
    return TOP + i * ROW;
}

static void
svg_box(struct text *t, int x, int y, int round, bool stuck, const char *label)
{
    text_printf(t,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
                "rx=\"%d\" fill=\"#fff\" stroke=\"%s\" stroke-width=\"%d\"/>"
                "<text x=\"%d\" y=\"%d\">",
                x, y, BOX, HIGH, round, stuck ? "#d55e00" : "#444",
                stuck ? 3 : 1, x + 10, y + 20);
    escaped(t, label);
    text_puts(t, "</text>\n");
}

/* What waits leads right, what could end it leads back, lower and dashed. */
static void
svg_edge(struct repl *r, struct text *t, const struct gopark_edge *e, int gy,
         int oy)
{
    struct text s = { 0 };
    bool out = is_wait(e);
    int x1 = LEFT + BOX, x2 = LEFT + BOX + GAP, dy = out ? 10 : 22;
    int mid = (gy + oy) / 2 + dy;

    text_puts(&s, "");
    edge_label(r, e, &s);
    text_printf(t,
                "<path d=\"M%d %d L%d %d\" fill=\"none\" stroke=\"%s\"%s "
                "marker-end=\"url(#a)\"/>",
                out ? x1 : x2, (out ? gy : oy) + dy, out ? x2 - 2 : x1 + 2,
                (out ? oy : gy) + dy, out ? "#0072b2" : "#009e73",
                e->kind == EDGE_COULD ? " stroke-dasharray=\"5 4\"" : "");
    text_printf(t, "<text class=\"s\" x=\"%d\" y=\"%d\">", (x1 + x2) / 2,
                mid - 3);
    escaped(t, s.s != NULL ? s.s : "");
    text_puts(t, "</text>\n");
    text_done(&s);
}

void
waitgraph_svg(struct repl *r, const struct gopark_waits *ws, struct text *t)
{
    struct nodes nd;
    struct text s = { 0 };
    char name[64];
    int rows;

    collect(ws, &nd);
    rows = nd.ng > nd.nobject ? nd.ng : nd.nobject;
    text_printf(t,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
                "height=\"%d\" font-family=\"sans-serif\" "
                "font-size=\"13\">\n<style>.s{font-size:11px;fill:#555;"
                "text-anchor:middle}</style>\n<defs><marker id=\"a\" "
                "markerWidth=\"8\" markerHeight=\"8\" refX=\"7\" refY=\"4\" "
                "orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 z\"/></marker>"
                "</defs>\n<rect width=\"100%%\" height=\"100%%\" "
                "fill=\"#fff\"/>\n",
                2 * LEFT + 2 * BOX + GAP,
                2 * TOP + (rows > 0 ? rows : 1) * ROW);
    for (int i = 0; i < ws->nedge; i++)
        svg_edge(r, t, &ws->edge[i], row_of(nd.g, nd.ng, ws->edge[i].g),
                 row_of(nd.object, nd.nobject, ws->edge[i].object));
    for (int i = 0; i < nd.ng; i++) {
        text_clear(&s);
        g_label(r, nd.g[i], &s);
        svg_box(t, LEFT, TOP + i * ROW, 15, is_stuck(ws, nd.g[i]), s.s);
    }
    for (int i = 0; i < nd.nobject; i++) {
        describe_object(r->w, nd.object[i], name, sizeof name);
        svg_box(t, LEFT + BOX + GAP, TOP + i * ROW, 3, false, name);
    }
    text_puts(t, "</svg>\n");
    text_done(&s);
    nodes_free(&nd);
}
