/*
 * viz.h - the window and the pictures: what the program calls.
 *
 * The room only reads the world. All it wants to change it asks for as text,
 * through host.command, exactly as if it had been typed at the prompt; the
 * prompt shows the line, executes it, and the next viz_poll() draws what came
 * of it. Even `theme`, `scale` and `focus` go that way: the prompt hands them
 * back through viz_command().
 *
 * One thread. The loop of the prompt calls viz_poll() whenever it has time,
 * at the latest after viz_wait() milliseconds; between two calls the
 * simulation runs.
 *
 * Commands a window may issue: step, back, continue, slice, pause, goto N,
 * goto end, rewind, g N, chan NAME, set pace F, theme NAME, scale N, lang en,
 * focus OBJECT, focus off, layout N, motion on/off, render FILE,
 * break FILE:LINE, delete N, why N.
 */
#ifndef VIZ_H
#define VIZ_H

#include "gopark.h"

struct viz; /* a window (or a picture) with its view state */

/* One arrow of what waits for what: g waits at object for goroutine on. */
struct viz_edge {
    uint32_t g, object, on;
};

/* Those of w's blocked goroutines that can never run again, by number; max:
 * room, at least as many as live. For viz_now.leaked. */
int viz_leaked(struct world *w, uint32_t *out, int max);

/* What Go says where w ended badly, without the goroutines it lists; "" it
 * says nothing, NULL it has not ended. For viz_now.output. Malloc'd. */
char *viz_ending(struct world *w);

/* For viz_host.why: the panic where it is g's, with its stack, "" where g stands
 * still because the program is over, else world_why. Malloc'd. */
char *viz_why(struct world *w, uint32_t g, enum gopark_lang lang);

struct viz_break {
    const char *file;
    int line;
    int number; /* for `delete N` */
};

/* The first circle of w's wait-for graph, at most max edges of it, in order;
 * 0: nobody waits for each other. For viz_now.edges. */
int viz_circle(struct world *w, struct viz_edge *out, int max);

/* What the session shows. Everything is borrowed for one call. */
struct viz_now {
    const struct world *w; /* NULL: nothing loaded */
    uint64_t version;      /* differs whenever anything that shows does */
    uint64_t last_step;    /* furthest step known; more than the world's own
                              when the session has gone back */
    uint32_t selected;     /* the prompt's goroutine, 0 none */
    bool playing;
    double pace;        /* virtual s per wall s; 0 runs free */
    const char *file;   /* the program's main file, "" none */
    const char *output; /* all the program wrote, output_len bytes */
    size_t output_len;
    const char *caption; /* below everything, in large type; NULL none */
    const struct viz_edge *edges; /* a deadlock's cycle */
    int nedges;
    const uint32_t *leaked; /* goroutines, by number */
    int nleaked;
    const struct viz_break *breaks;
    int nbreaks;
};

/* Whom the window asks and tells. Any member may be NULL. */
struct viz_host {
    void *ctx;
    void (*command)(void *ctx, const char *text);
    void (*pause)(void *ctx); /* as Ctrl-C: stop a running program */
    /* Why goroutine g is where it is, in sentences; borrowed. */
    const char *(*why)(void *ctx, uint32_t g);
};

/* How it looks. viz_look_init() gives the defaults. */
struct viz_look {
    int width, height; /* of a picture, or of the window at first */
    double scale;      /* of the whole interface, 0.5..4 */
    const char *theme; /* "dark", "light", "contrast" */
    const char *lang;  /* "en", "zh" */
    int layout;        /* 1..5 */
    bool still;        /* reduced motion */
    bool software;     /* no graphics card (the default): for flat pictures
                          it is no help */
};
void viz_look_init(struct viz_look *look);

/* True where a display can be opened; *why says what is missing. */
bool viz_available(const char **why);

/* Open the window. GOPARK_EREFUSED: no display, err says which. */
enum gopark_rc viz_open(struct viz **vp, const struct viz_look *look,
                        const struct viz_host *host, struct gopark_err *err);
/* Handle events, draw when something changed. False: the user closed it. */
bool viz_poll(struct viz *v, const struct viz_now *now);
/* Milliseconds until viz_poll() should be called again, 1..50. */
int viz_wait(const struct viz *v);
void viz_close(struct viz *v);

/*
 * A view command: "theme light", "scale 2", "focus jobs", "focus off",
 * "layout 3", "lang zh", "motion off". False: it is none; *err says what is
 * wrong with one that is (rc GOPARK_OK if nothing).
 */
bool viz_command(struct viz *v, const struct world *w, const char *line,
                 struct gopark_err *err);

/* --- pictures ---------------------------------------------------------- */

/* Draw now into path: .png, .svg or .pdf by its ending. */
enum gopark_rc viz_render(const struct viz_now *now,
                          const struct viz_host *host,
                          const struct viz_look *look, const char *path,
                          struct gopark_err *err);

/*
 * `gopark render`: open o's program, run it to at (a step's number, "end" or
 * "deadlock"; NULL is "end") and draw that moment into out. Returns the exit
 * status; where it is not 0, err says why.
 */
int viz_render_main(const struct gopark_opts *o, const char *at,
                    const char *out, const struct viz_look *look,
                    struct gopark_err *err);

/* An animated picture (.gif), frame by frame. */
struct viz_movie;
enum gopark_rc viz_movie_open(struct viz_movie **mp, const char *path,
                              const struct viz_look *look,
                              struct gopark_err *err);
/* Show now for ms milliseconds, after the motion that leads to it. */
enum gopark_rc viz_movie_add(struct viz_movie *m, const struct viz_now *now,
                             const struct viz_host *host, int ms,
                             struct gopark_err *err);
enum gopark_rc viz_movie_close(struct viz_movie *m, struct gopark_err *err);

#endif
