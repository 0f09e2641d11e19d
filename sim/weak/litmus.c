/*
 * litmus.c - a litmus test out of a text: lines, and columns in them.
 */
#include "weak/litmus.h"

#include <string.h>

#include "weak/reader.h"
#include "weak/state.h"
#include "world/mem.h"

/* --- lines ------------------------------------------------------------- */

/* init x=0 y=1 */
static bool
read_init(struct reader *r)
{
    char name[LITMUS_NAME];
    struct read_name *n;

    do {
        if (!read_name(r, "a variable and its value, x=0", name))
            return false;
        if ((n = read_see(r, name)) == NULL)
            return false;
        if (n->shared)
            return read_fail(r, "%s has a value already", name);
        n->shared = true;
        if (!read_try(r, "="))
            return read_expected(r, "'='");
        if (!read_number(r, &n->init))
            return false;
        read_try(r, ",");
        read_try(r, ";");
    } while (!read_at_end(r));
    return true;
}

/* The rest of the line, without blanks around it. */
static struct read_part
rest(struct reader *r)
{
    struct read_part part = { NULL, r->end, r->line, -1 };

    read_at_end(r);
    while (part.end > r->p && (part.end[-1] == ' ' || part.end[-1] == '\t'))
        part.end--;
    part.s = r->p;
    return part;
}

static bool
read_title(struct reader *r, char *to, size_t size)
{
    struct read_part part = rest(r);
    size_t n = (size_t)(part.end - part.s);

    if (n == 0 || n >= size)
        return read_fail(r, "expected a text of at most %zu bytes", size - 1);
    memcpy(to, part.s, n);
    to[n] = '\0';
    return true;
}

static bool
keep_once(struct reader *r, const char *what, struct read_part *to)
{
    if (to->s != NULL)
        return read_fail(r, "a second '%s'", what);
    if (read_at_end(r))
        return read_fail(r, "expected names behind '%s'", what);
    *to = rest(r);
    return true;
}

/* Is word there, and no statement about a variable of that name? */
static bool
try_keyword(struct reader *r, const char *word)
{
    const char *p = r->p;

    if (read_try_word(r, word) && !read_at_end(r) && *r->p != '=' &&
        *r->p != '.')
        return true;
    r->p = p;
    return false;
}

/* A line about the test. *is: it is one; else nothing was read. */
static bool
read_about(struct reader *r, bool *is)
{
    struct litmus *t = r->t;

    *is = true;
    if (try_keyword(r, "name"))
        return read_title(r, t->name, sizeof t->name);
    if (try_keyword(r, "en"))
        return read_title(r, t->title[0], sizeof t->title[0]);
    if (try_keyword(r, "zh"))
        return read_title(r, t->title[1], sizeof t->title[1]);
    if (try_keyword(r, "init"))
        return read_init(r);
    if (try_keyword(r, "exists"))
        return keep_once(r, "exists", &r->exists);
    if (try_keyword(r, "show"))
        return keep_once(r, "show", &r->show);
    *is = false;
    return true;
}

/* --- code -------------------------------------------------------------- */

/* Bytes of what stands between columns, 0: none is at p. */
static int
bar(const char *p, const char *end)
{
    if (end - p >= 2 && memcmp(p, "||", 2) == 0)
        return 2;
    return end - p >= 3 && memcmp(p, "\342\200\226", 3) == 0 ? 3 : 0;
}

/* "G2:": the goroutine, from 0; -1 it is none. */
static int
label(struct reader *r)
{
    char name[LITMUS_NAME];
    const char *p = r->p;

    if (read_peek_name(r, name) && name[0] == 'G' && name[1] >= '1' &&
        name[1] <= '9' && name[2] == '\0' && read_try_word(r, name) &&
        read_try(r, ":"))
        return name[1] - '1';
    r->p = p;
    return -1;
}

/* One statement of goroutine g, up to end. */
static bool
add_part(struct reader *r, const char *s, const char *end, int g)
{
    while (s < end && (*s == ' ' || *s == '\t'))
        s++;
    while (end > s && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    if (s == end)
        return true;
    if (g >= LITMUS_GS)
        return read_fail(r, "more than %d goroutines", LITMUS_GS);
    if (r->npart == LITMUS_LINES)
        return read_fail(r, "more than %d statements", LITMUS_LINES);
    if (g >= r->t->ng)
        r->t->ng = g + 1;
    r->part[r->npart++] = (struct read_part){ s, end, r->line, g };
    return true;
}

/* Take the line at the cursor apart; its first column is goroutine g's. */
static bool
read_code(struct reader *r, int g)
{
    const char *s = r->p, *p = r->p;

    for (; p < r->end; p++) {
        int n = bar(p, r->end);

        if (n == 0 && *p != ';')
            continue;
        if (!add_part(r, s, p, g))
            return false;
        g += n > 0;
        p += n > 0 ? n - 1 : 0;
        s = p + 1;
    }
    return add_part(r, s, r->end, g);
}

/* --- the text ---------------------------------------------------------- */

/* Put the cursor on the line that begins at s; where the next one does. */
static const char *
take_line(struct reader *r, const char *s, const char *end)
{
    const char *nl = memchr(s, '\n', (size_t)(end - s));
    const char *stop = nl != NULL ? nl : end;

    r->line++;
    r->p = s;
    r->end = s;
    while (r->end < stop && *r->end != '#' && *r->end != '\r' &&
           !(stop - r->end >= 2 && memcmp(r->end, "//", 2) == 0))
        r->end++;
    return nl != NULL ? nl + 1 : end;
}

/* Does a goroutine's place follow from columns and labels, or has each line
 * one of its own? */
static bool
has_columns(struct reader *r, const char *text, const char *end)
{
    bool is = false;

    r->line = 0;
    for (const char *s = text; s < end && !is;) {
        s = take_line(r, s, end);
        is = label(r) >= 0;
        for (const char *p = r->p; p < r->end && !is; p++)
            is = bar(p, r->end) > 0;
    }
    return is;
}

static bool
read_lines(struct reader *r, const char *text, const char *end)
{
    bool columns = has_columns(r, text, end), is;
    int g = 0;

    r->line = 0;
    for (const char *s = text; s < end;) {
        s = take_line(r, s, end);
        if (read_at_end(r))
            continue;
        if (!read_about(r, &is))
            return false;
        if (is)
            continue;
        if (columns && (g = label(r)) < 0)
            g = 0;
        if (!read_code(r, g))
            return false;
        g++;
    }
    r->line += r->line == 0;
    if (r->npart == 0)
        return read_fail(r, "no statements; expected, for example, "
                            "x=1 || a=x");
    return true;
}

/* The statements of goroutine g, understood. */
static bool
read_g(struct reader *r, int g)
{
    struct litmus *t = r->t;

    t->first[g] = t->nop;
    r->g = g;
    for (int i = 0; i < r->npart; i++) {
        const struct read_part *part = &r->part[i];

        if (part->g != g)
            continue;
        r->line = part->line;
        r->p = part->s;
        r->end = part->end;
        t->line[t->nline++] =
            (struct litmus_line){ g, (int)(part->end - part->s), part->s };
        if (!read_statement(r))
            return false;
    }
    t->first[g + 1] = t->nop;
    return true;
}

/* --- all --------------------------------------------------------------- */

static bool
read_text(struct reader *r, size_t len)
{
    struct litmus *t = r->t;

    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)t->source[i];

        r->line += c == '\n';
        if (c == 127 || (c < ' ' && c != '\n' && c != '\t' && c != '\r'))
            return read_fail(r, "expected text, not the byte 0x%02x", c);
    }
    if (!read_lines(r, t->source, t->source + len))
        return false;
    for (int i = 0; i < r->npart; i++)
        if (!read_see_all(r, &r->part[i]))
            return false;
    if (!read_sort(r))
        return false;
    for (int g = 0; g < t->ng; g++)
        if (!read_g(r, g))
            return false;
    if (!read_outcome(r))
        return false;
    window_bind(t);
    return true;
}

enum gopark_rc
litmus_read(const char *name, const char *text, size_t len, struct litmus **out,
            struct gopark_err *err)
{
    struct reader *r = mem_alloc(sizeof *r);
    struct litmus *t = mem_alloc(sizeof *t);
    enum gopark_rc rc = GOPARK_OK;

    *out = NULL;
    if (len > LITMUS_SOURCE) {
        rc = gopark_fail(err, GOPARK_ESYNTAX, "%s: %zu bytes, at most %d are "
                         "possible", name, len, LITMUS_SOURCE);
    } else if (r == NULL || t == NULL ||
               (t->source = mem_alloc(len + 1)) == NULL) {
        rc = gopark_fail(err, GOPARK_ENOMEM, "%s: no memory", name);
    } else {
        memcpy(t->source, text, len);
        strncpy(t->name, name, sizeof t->name - 1);
        *r = (struct reader){ .t = t, .file = name, .err = err, .line = 1 };
        if (read_text(r, len))
            *out = t;
        else
            rc = GOPARK_ESYNTAX;
    }
    mem_free(r);
    if (*out == NULL)
        litmus_free(t);
    return rc;
}

void
litmus_free(struct litmus *t)
{
    if (t == NULL)
        return;
    mem_free(t->source);
    mem_free(t);
}
