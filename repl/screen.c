/*
 * screen.c - the whole terminal as a page: rows out, keys in.
 *
 * Plain escape sequences that every terminal of today has; a page is sent in
 * one write, each row ends with "clear to the end of the line", so nothing
 * flickers.
 */
#define _XOPEN_SOURCE 700
#include "screen.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

enum { ESCAPE_MS = 40 };

static struct termios before;
static bool is_open;
static volatile sig_atomic_t resized, ended;
static struct sigaction old_winch, old_term, old_hup;

/* --- opening and closing -------------------------------------------------- */

static void
on_resize(int sig)
{
    (void)sig;
    resized = 1;
}

static void
on_end(int sig)
{
    (void)sig;
    ended = 1;
}

static void
say(const char *s)
{
    size_t n = strlen(s);

    while (n > 0) {
        ssize_t k = write(STDOUT_FILENO, s, n);

        if (k < 0 && errno != EINTR && errno != EAGAIN)
            return;
        if (k > 0) {
            s += k;
            n -= (size_t)k;
        }
    }
}

static void
catch_signals(void)
{
    struct sigaction sa = { 0 };

    sigemptyset(&sa.sa_mask);
    sa.sa_handler = on_resize;
    sigaction(SIGWINCH, &sa, &old_winch);
    sa.sa_handler = on_end;
    sigaction(SIGTERM, &sa, &old_term);
    sigaction(SIGHUP, &sa, &old_hup);
}

bool
screen_open(void)
{
    static bool at_exit;
    struct termios raw;

    if (is_open)
        return true;
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return false;
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    raw.c_iflag &= ~(tcflag_t)IXON;
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    fflush(stdout);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
    catch_signals();
    if (!at_exit)
        atexit(screen_close);
    at_exit = true;
    is_open = true;
    say("\033[?1049h\033[2J");
    return true;
}

void
screen_close(void)
{
    if (!is_open)
        return;
    is_open = false;
    say("\033[0m\033[?25h\033[?1049l");
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    sigaction(SIGWINCH, &old_winch, NULL);
    sigaction(SIGTERM, &old_term, NULL);
    sigaction(SIGHUP, &old_hup, NULL);
}

void
screen_size(int *rows, int *columns)
{
    struct winsize ws;

    *rows = 24;
    *columns = 80;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == 0 && ws.ws_row > 0 &&
        ws.ws_col > 0) {
        *rows = ws.ws_row;
        *columns = ws.ws_col;
    }
}

/* Ctrl-Z: give the terminal back, stop, and come again. */
static void
suspend(void)
{
    screen_close();
    raise(SIGTSTP);
    screen_open();
    resized = 1;
}

/* --- rows out ------------------------------------------------------------- */

void
screen_draw(const struct text *page, int rows, int cursor_row,
            int cursor_column)
{
    const char *s = page->s != NULL ? page->s : "";
    struct text t = { 0 };

    text_puts(&t, "\033[?25l\033[H");
    for (int i = 0; i < rows; i++) {
        size_t n = strcspn(s, "\n");

        text_puts(&t, "\033[0m");
        text_add(&t, s, n);
        text_puts(&t, "\033[0m\033[K");
        if (i + 1 < rows)
            text_puts(&t, "\r\n");
        s += n + (s[n] == '\n');
    }
    if (cursor_column >= 0)
        text_printf(&t, "\033[%d;%dH\033[?25h", cursor_row + 1,
                    cursor_column + 1);
    say(t.s);
    text_done(&t);
}

/* The bytes of the escape sequence at s, 0: there is none. */
static size_t
escape(const char *s)
{
    size_t n = 2;

    if (s[0] != '\033' || s[1] != '[')
        return 0;
    while (s[n] != '\0' && (s[n] < '@' || s[n] > '~'))
        n++;
    return s[n] != '\0' ? n + 1 : n;
}

/* How many bytes of the row s[0..n) fit into width; *blank gets where the last
 * blank among them is. */
static size_t
fits(const char *s, size_t n, int width, size_t *blank)
{
    size_t i = 0;

    *blank = 0;
    while (i < n) {
        size_t k = escape(s + i), fit;
        char one[8] = "";

        if (k > 0) {
            i += k;
            continue;
        }
        memcpy(one, s + i, n - i < 4 ? n - i : 4);
        for (k = 1; k < 4 && (one[k] & 0xc0) == 0x80;)
            k++;
        one[k] = '\0';
        fit = text_fit(one, width);
        if (fit < k)
            return i;
        width -= text_width(one);
        if (*one == ' ')
            *blank = i;
        i += k;
    }
    return n;
}

/* Remember the colours that are on at the end of s[0..n). */
static void
colours_of(const char *s, size_t n, struct text *on)
{
    for (size_t i = 0; i < n; i++) {
        size_t k = escape(s + i);

        if (k == 0 || s[i + k - 1] != 'm')
            continue;
        if (k <= 4 && (s[i + 2] == '0' || s[i + 2] == 'm'))
            text_clear(on);
        else
            text_add(on, s + i, k);
        i += k - 1;
    }
}

/* One row of the source, in as many as it needs. */
static void
break_row(const char *s, size_t n, int width, struct text *on, struct text *out)
{
    size_t indent = strspn(s, " "), blank;

    for (bool first = true;; first = false) {
        int room = first ? width : width - (int)indent;
        size_t k = fits(s, n, room, &blank);

        if (k < n && blank > indent && blank < k)
            k = blank;
        if (!first)
            text_pad(out, (int)indent);
        if (on->len > 0)
            text_puts(out, on->s);
        text_add(out, s, k);
        colours_of(s, k, on);
        text_puts(out, "\n");
        s += k;
        n -= k;
        while (n > 0 && *s == ' ')
            s++, n--;
        if (n == 0 || k == 0)
            return;
        if (indent > (size_t)width / 2)
            indent = 0;
    }
}

void
screen_break(const char *s, int width, struct text *out)
{
    struct text on = { 0 };

    while (*s != '\0') {
        size_t n = strcspn(s, "\n");

        break_row(s, n, width, &on, out);
        s += n + (s[n] == '\n');
    }
    text_done(&on);
}

void
screen_cut(const char *s, int width, struct text *out)
{
    size_t blank;

    text_add(out, s, fits(s, strcspn(s, "\n"), width, &blank));
}

/* --- keys in -------------------------------------------------------------- */

/* Is there something to read, within ms? */
static bool
readable(int fd, int ms)
{
    struct timeval t = { ms / 1000, ms % 1000 * 1000 };
    fd_set in;

    FD_ZERO(&in);
    FD_SET(STDIN_FILENO, &in);
    if (fd >= 0)
        FD_SET(fd, &in);
    return select((fd > STDIN_FILENO ? fd : STDIN_FILENO) + 1, &in, NULL, NULL,
                  ms >= 0 ? &t : NULL) > 0 &&
           FD_ISSET(STDIN_FILENO, &in);
}

/* What follows an escape character. */
static int
escaped(void)
{
    static const struct {
        const char *s;
        int key;
    } row[] = {
        { "[A", KEY_UP },         { "OA", KEY_UP },       { "[B", KEY_DOWN },
        { "OB", KEY_DOWN },       { "[5~", KEY_PAGE_UP }, { "[H", KEY_HOME },
        { "[6~", KEY_PAGE_DOWN }, { "[F", KEY_END },      { "OH", KEY_HOME },
        { "OF", KEY_END },        { "[1~", KEY_HOME },    { "[4~", KEY_END },
    };
    char seq[8] = "";
    size_t n = 0;

    while (n + 1 < sizeof seq && readable(-1, ESCAPE_MS) &&
           read(STDIN_FILENO, &seq[n], 1) == 1) {
        n++;
        if (n > 1 && seq[n - 1] >= '@' && seq[n - 1] <= '~')
            break;
    }
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        if (strcmp(seq, row[i].s) == 0)
            return row[i].key;
    return n == 0 ? KEY_ESCAPE : KEY_NONE;
}

int
screen_key(int fd, int ms)
{
    unsigned char c;

    if (ended)
        return KEY_GONE;
    if (!resized && !readable(fd, ms))
        return ended ? KEY_GONE : KEY_NONE;
    if (resized) {
        resized = 0;
        return KEY_RESIZED;
    }
    if (read(STDIN_FILENO, &c, 1) != 1)
        return errno == EINTR ? KEY_NONE : KEY_GONE;
    switch (c) {
    case 27:
        return escaped();
    case '\r':
        return KEY_ENTER;
    case 8:
        return KEY_ERASE;
    case 3:
    case 4:
        return 'q';
    case 26:
        suspend();
        return KEY_RESIZED;
    default:
        return c;
    }
}
