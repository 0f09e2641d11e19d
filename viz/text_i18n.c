#include "text_i18n.h"

#include <stdio.h>
#include <string.h>

static const char *const text_row[NTEXT][NLANG] = {
#define X(name, en, zh) [name] = { en, zh },
    VIZ_TEXTS(X)
#undef X
};

static const char *const lang_name[NLANG] = { "en", "zh" };

const char *
text_get(enum lang l, enum text t)
{
    return text_row[t][l];
}

bool
text_lang(const char *name, enum lang *out)
{
    for (int l = 0; l < NLANG; l++) {
        if (strcmp(name, lang_name[l]) == 0) {
            *out = (enum lang)l;
            return true;
        }
    }
    return false;
}

const char *
text_lang_name(enum lang l)
{
    return lang_name[l];
}

/* 20.00 is 20. */
static void
trim(char *s)
{
    size_t n = strlen(s);

    if (strchr(s, '.') == NULL)
        return;
    while (s[n - 1] == '0')
        n--;
    if (s[n - 1] == '.')
        n--;
    s[n] = '\0';
}

static const struct unit_row {
    double ns;
    const char *name;
} unit_row[] = { { 1e9, "s" }, { 1e6, "ms" }, { 1e3, "\u00b5s" }, { 1, "ns" } };

/* The largest unit of which there is at least one. */
static const struct unit_row *
unit_for(long long ns)
{
    const struct unit_row *u = unit_row;

    while (u->ns > 1 && (double)ns < u->ns && (double)ns > -u->ns)
        u++;
    return u;
}

const char *
text_span(char *buf, unsigned size, long long ns)
{
    const struct unit_row *u = unit_for(ns);
    double v = (double)ns / u->ns;

    snprintf(buf, size, "%.*f", v >= 100 ? 1 : v >= 10 ? 2 : 3, v);
    trim(buf);
    snprintf(buf + strlen(buf), size - strlen(buf), " %s", u->name);
    return buf;
}

const char *
text_moment(char *buf, unsigned size, long long ns, long long unit)
{
    const struct unit_row *u = unit_for(ns);
    int digits = 0;

    for (double least = u->ns; least > 1.5 * (double)unit && digits < 9;
         least /= 10)
        digits++;
    snprintf(buf, size, "%.*f %s", digits, (double)ns / u->ns, u->name);
    return buf;
}

const char *
text_count(char *buf, unsigned size, unsigned long long n)
{
    char raw[24];
    int len = snprintf(raw, sizeof raw, "%llu", n);
    unsigned at = 0;

    for (int i = 0; i < len && at + 2 < size; i++) {
        if (i > 0 && (len - i) % 3 == 0)
            buf[at++] = ',';
        buf[at++] = raw[i];
    }
    buf[at] = '\0';
    return buf;
}

const char *
text_bytes(char *buf, unsigned size, unsigned long long n)
{
    if (n < 1024)
        snprintf(buf, size, "%llu B", n);
    else if (n < 1024 * 1024)
        snprintf(buf, size, "%.1f KB", (double)n / 1024);
    else
        snprintf(buf, size, "%.1f MB", (double)n / (1024 * 1024));
    return buf;
}
