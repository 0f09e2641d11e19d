/*
 * units.c - numbers, sizes and durations as people write and read them.
 *
 * Durations follow Go's time.ParseDuration and Duration.String, so that what
 * a script computes with time.Millisecond is typed and shown in the same way.
 */
#include "units.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define US     1000LL
#define MS     (1000 * US)
#define SEC    (1000 * MS)
#define MINUTE (60 * SEC)
#define HOUR   (60 * MINUTE)

static const struct unit {
    const char *name;
    int64_t ns;
} unit_row[] = {
    /* longer names first where one begins with another */
    { "ns", 1 },  { "us", US },    { "µs", US },  { "ms", MS },
    { "s", SEC }, { "m", MINUTE }, { "h", HOUR },
};

bool
units_number(const char *s, uint64_t *out)
{
    int base = s[0] == '0' && (s[1] == 'x' || s[1] == 'X') ? 16 : 10;
    uint64_t n = 0;
    const char *p = base == 16 ? s + 2 : s;

    if (!isxdigit((unsigned char)*p))
        return false;
    for (; *p != '\0'; p++) {
        int c = tolower((unsigned char)*p);
        int digit = isdigit(c)             ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                           : 99;
        if (c == '_' && p[1] != '\0')
            continue;
        if (digit >= base ||
            n > (UINT64_MAX - (uint64_t)digit) / (uint64_t)base)
            return false;
        n = n * (uint64_t)base + (uint64_t)digit;
    }
    *out = n;
    return true;
}

static const struct unit *
find_unit(const char *s, size_t *len)
{
    for (size_t i = 0; i < sizeof unit_row / sizeof unit_row[0]; i++) {
        *len = strlen(unit_row[i].name);
        if (strncmp(s, unit_row[i].name, *len) == 0)
            return &unit_row[i];
    }
    return NULL;
}

bool
units_duration(const char *s, int64_t *ns)
{
    double total = 0;

    if (strcmp(s, "0") == 0) {
        *ns = 0;
        return true;
    }
    if (*s == '\0')
        return false;
    while (*s != '\0') {
        char *end;
        size_t len;
        const struct unit *u;
        double n;

        if (!isdigit((unsigned char)*s) && *s != '.')
            return false;
        n = strtod(s, &end);
        if (end == s || (u = find_unit(end, &len)) == NULL)
            return false;
        total += n * (double)u->ns;
        s = end + len;
    }
    if (total > 9.2e18)
        return false;
    *ns = (int64_t)(total + 0.5);
    return true;
}

bool
units_size(const char *s, size_t *bytes)
{
    static const char letter[] = "KMGT";
    char *end;
    double n;

    if (!isdigit((unsigned char)*s))
        return false;
    n = strtod(s, &end);
    if (*end != '\0') {
        const char *at = strchr(letter, toupper((unsigned char)*end));

        if (at == NULL)
            return false;
        for (const char *p = letter; p <= at; p++)
            n *= 1024;
        end++;
    }
    if (*end == 'i')
        end++;
    if (*end == 'B')
        end++;
    if (*end != '\0' || n > 1e18)
        return false;
    *bytes = (size_t)n;
    return true;
}

/* n / unit with up to digits decimals, rounded down, no trailing zeros. */
static void
put_decimal(char *buf, size_t size, int64_t n, int64_t unit, int digits)
{
    int64_t rest = n % unit;
    int len = snprintf(buf, size, "%" PRId64, n / unit);

    if (rest == 0 || digits == 0)
        return;
    len += snprintf(buf + len, size - (size_t)len, ".");
    for (int i = 0; i < digits && rest != 0; i++) {
        rest *= 10;
        len +=
            snprintf(buf + len, size - (size_t)len, "%d", (int)(rest / unit));
        rest %= unit;
    }
    while (len > 0 && buf[len - 1] == '0')
        buf[--len] = '\0';
    if (len > 0 && buf[len - 1] == '.')
        buf[--len] = '\0';
}

static const char *
show_time(int64_t ns, int digits, char *buf, size_t size)
{
    char num[48];
    const char *sign = ns < 0 ? "-" : "";

    if (ns < 0)
        ns = -ns;
    if (ns == 0)
        snprintf(buf, size, "0s");
    else if (ns < SEC) {
        int64_t unit = ns < US ? 1 : ns < MS ? US : MS;

        put_decimal(num, sizeof num, ns, unit, digits);
        snprintf(buf, size, "%s%s%s", sign, num,
                 unit == 1    ? "ns"
                 : unit == US ? "µs"
                              : "ms");
    } else {
        put_decimal(num, sizeof num, ns % MINUTE, SEC, digits);
        if (ns >= HOUR)
            snprintf(buf, size, "%s%dh%dm%ss", sign, (int)(ns / HOUR),
                     (int)(ns % HOUR / MINUTE), num);
        else if (ns >= MINUTE)
            snprintf(buf, size, "%s%dm%ss", sign, (int)(ns / MINUTE), num);
        else
            snprintf(buf, size, "%s%ss", sign, num);
    }
    return buf;
}

const char *
units_time(int64_t ns, char *buf, size_t size)
{
    return show_time(ns, 3, buf, size);
}

const char *
units_time_exact(int64_t ns, char *buf, size_t size)
{
    return show_time(ns, 9, buf, size);
}

const char *
units_bytes(size_t bytes, char *buf, size_t size)
{
    static const char letter[] = " KMGT";
    double n = (double)bytes;
    int i = 0;

    while (n >= 1024 && letter[i + 1] != '\0') {
        n /= 1024;
        i++;
    }
    if (i == 0)
        snprintf(buf, size, "%zu", bytes);
    else
        snprintf(buf, size, n < 9.95 && n != (int)n ? "%.1f%c" : "%.0f%c", n,
                 letter[i]);
    return buf;
}
