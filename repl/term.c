/*
 * term.c - the one file that talks to readline and to the terminal.
 *
 * Readline's callback interface: select() waits for a key, and while there is
 * none the window gets its turn. The panel of `view text` is drawn in place
 * above the lines of the prompt: the screen is split with a scrolling region.
 */
#define _XOPEN_SOURCE 700
#include "term.h"

#include <errno.h>
#include <langinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

#include "complete.h"
#include "view.h"

enum { HISTORY_MOST = 2000, PATH_SIZE = 1024, POLL_US = 20000 };

static struct repl *repl; /* readline's callbacks know no context */
static bool ended;        /* Ctrl-D, or quit */
static enum repl_result last;
static volatile sig_atomic_t resized, interrupted;
static int panel; /* rows that the panel takes, 0 no panel */

bool
term_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* --- history ----------------------------------------------------------- */

/* $XDG_STATE_HOME/gopark/history; folders are made. False: no home. */
static bool
history_path(char *path, size_t size)
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    char *s;

    if (state != NULL && *state == '/')
        snprintf(path, size, "%s/gopark/history", state);
    else if (home != NULL && *home == '/')
        snprintf(path, size, "%s/.local/state/gopark/history", home);
    else
        return false;
    for (s = strchr(path + 1, '/'); s != NULL; s = strchr(s + 1, '/')) {
        *s = '\0';
        mkdir(path, 0700);
        *s = '/';
    }
    return true;
}

static void
history_load(void)
{
    char path[PATH_SIZE];

    using_history();
    stifle_history(HISTORY_MOST);
    if (history_path(path, sizeof path))
        read_history(path);
}

static void
history_save(void)
{
    char path[PATH_SIZE];

    if (history_path(path, sizeof path))
        write_history(path);
}

static void
remember(const char *line)
{
    HIST_ENTRY *e = history_length > 0
                        ? history_get(history_base + history_length - 1)
                        : NULL;

    if (*line != '\0' && (e == NULL || strcmp(e->line, line) != 0))
        add_history(line);
}

/* --- completion -------------------------------------------------------- */

static struct completions found;
static int next_word;

static char *
give_word(const char *text, int state)
{
    (void)text;
    if (state == 0)
        next_word = 0;
    return next_word < found.n ? strdup(found.word[next_word++]) : NULL;
}

static char **
on_complete(const char *text, int start, int end)
{
    completions_free(&found);
    complete(repl, rl_line_buffer, (size_t)start, (size_t)end, &found);
    rl_attempted_completion_over = !found.files;
    if (found.n == 0)
        return NULL;
    /* a table's name goes on with a dot, not with a blank */
    rl_completion_append_character = ' ';
    return rl_completion_matches(text, give_word);
}

/* --- the panel --------------------------------------------------------- */

static void
size_of_screen(int *rows, int *columns)
{
    struct winsize ws;

    *rows = 24;
    *columns = 80;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == 0 && ws.ws_row > 0) {
        *rows = ws.ws_row;
        *columns = ws.ws_col;
    }
}

static int
count_rows(const char *s)
{
    int n = 0;

    for (; *s != '\0'; s++)
        n += *s == '\n';
    return n;
}

/* Give the whole screen back to the lines. */
static void
panel_close(void)
{
    int rows, columns;

    if (panel == 0)
        return;
    size_of_screen(&rows, &columns);
    printf("\033[r\033[%d;1H", rows);
    panel = 0;
}

/* Make the panel's rows at the top its own, and clear them. */
static void
panel_open(int want)
{
    int rows, columns;

    size_of_screen(&rows, &columns);
    if (want != panel) {
        panel = want;
        printf("\033[%d;%dr\033[%d;1H", panel + 1, rows, rows);
    }
}

static void
panel_draw(struct repl *r)
{
    struct text t = { 0 };
    int rows, columns, row = 0;

    if (r->view != VIEW_TEXT || r->s == NULL) {
        panel_close();
        return;
    }
    size_of_screen(&rows, &columns);
    textview_draw(r, columns, &t);
    /* at least a third of the screen remains for the lines */
    row = count_rows(t.s);
    panel_open(row > rows * 2 / 3 ? rows * 2 / 3 : row);
    printf("\0337");
    row = 0;
    for (char *s = t.s, *end; row < panel; s = end + 1) {
        end = strchr(s, '\n');
        if (end == NULL)
            break;
        printf("\033[%d;1H\033[2K%.*s", ++row, (int)(end - s), s);
    }
    printf("\033[0m\0338");
    fflush(stdout);
    text_done(&t);
}

/* --- lines ------------------------------------------------------------- */

static void
set_prompt(void)
{
    char buf[64];

    rl_set_prompt(repl_prompt(repl, buf, sizeof buf));
}

static void on_line(char *line);

static void
install(void)
{
    char buf[64];

    rl_callback_handler_install(repl_prompt(repl, buf, sizeof buf), on_line);
}

static void
on_line(char *line)
{
    rl_callback_handler_remove();
    if (line == NULL) {
        putchar('\n');
        ended = true;
        return;
    }
    remember(line);
    last = repl_eval(repl, line);
    free(line);
    fflush(stdout);
    ended = last == REPL_QUIT;
    if (!ended)
        install();
}

/* Ctrl-C: what is typed is dropped; what runs is stopped by repl. */
static void
on_interrupt(int sig)
{
    (void)sig;
    interrupted = 1;
    repl_interrupt(repl);
}

static void
on_resize(int sig)
{
    (void)sig;
    resized = 1;
}

static void
drop_line(void)
{
    interrupted = 0;
    rl_free_line_state();
    rl_callback_sigcleanup();
    rl_replace_line("", 0);
    rl_crlf();
    text_clear(&repl->lua);
    set_prompt();
    rl_on_new_line();
    rl_redisplay();
}

static void
screen_resized(void)
{
    int rows, columns;

    resized = 0;
    rl_resize_terminal();
    size_of_screen(&rows, &columns);
    repl->width = columns;
    if (panel > 0) {
        panel = 0;
        panel_draw(repl);
        rl_forced_update_display();
    }
}

/* A line that the window asked for is shown and done like one typed. */
static void
do_queued(void)
{
    char *line = repl_queued(repl), buf[64];

    if (line == NULL)
        return;
    rl_clear_visible_line();
    printf("%s%s\n", repl_prompt(repl, buf, sizeof buf), line);
    fflush(stdout);
    last = repl_eval(repl, line);
    ended = last == REPL_QUIT;
    free(line);
    fflush(stdout);
    if (ended)
        return;
    set_prompt();
    rl_on_new_line();
    rl_redisplay();
}

/* Wait for a key; the window gets its turn meanwhile. */
static void
wait_key(void)
{
    struct timeval t = { 0, POLL_US };
    fd_set in;
    int n;

    FD_ZERO(&in);
    FD_SET(STDIN_FILENO, &in);
    n = select(STDIN_FILENO + 1, &in, NULL, NULL,
               repl->poll != NULL ? &t : NULL);
    if (resized)
        screen_resized();
    if (interrupted)
        drop_line();
    else if (n > 0)
        rl_callback_read_char();
    if (!ended && repl->poll != NULL)
        repl->poll(repl->poll_ctx);
    if (!ended)
        do_queued();
}

static void
set_signals(void)
{
    struct sigaction sa = { 0 };

    sigemptyset(&sa.sa_mask);
    sa.sa_handler = on_interrupt;
    sigaction(SIGINT, &sa, NULL);
    sa.sa_handler = on_resize;
    sigaction(SIGWINCH, &sa, NULL);
}

static void
status_line(const char *text)
{
    printf("\r%s\033[K", text != NULL ? text : "");
    fflush(stdout);
}

enum repl_result
term_run(struct repl *r)
{
    int rows;

    repl = r;
    ended = false;
    rl_readline_name = "gopark"; /* for $if gopark in .inputrc */
    rl_catch_signals = 0;
    rl_attempted_completion_function = on_complete;
    rl_basic_word_break_characters = " \t\n\"'`@$><=;|&{(,+-*/%^#~[";
    size_of_screen(&rows, &r->width);
    r->redraw = panel_draw;
    r->status_line = status_line;
    history_load();
    set_signals();
    panel_draw(r);
    if (panel > 0 && world_steps(r->w) == 0)
        puts("'step' goes on, 'back' takes it back, 'help' lists the commands");
    install();
    while (!ended && !r->quit)
        wait_key();
    rl_callback_handler_remove();
    panel_close();
    history_save();
    completions_free(&found);
    return last == REPL_QUIT || r->quit ? REPL_QUIT : REPL_OK;
}
