/*
 * calendar.c - dates from seconds and back, always in UTC.
 *
 * Days are counted in years that begin in March, so that the leap day is a
 * year's last; 400 such years are always 146097 days.
 */
#include "lua/calendar.h"

#include <stdio.h>
#include <string.h>

enum { DAY = 86400, DAYS_400 = 146097, EPOCH = 719468 };

static const char *const day_names[] = {
    "Sunday",   "Monday", "Tuesday",  "Wednesday",
    "Thursday", "Friday", "Saturday",
};

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

static int64_t
floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static bool
is_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days from 1970-01-01 to the first of the month. */
static int64_t
days_to_month(int64_t year, int month)
{
    int64_t y = year - (month <= 2), era = floor_div(y, 400);
    int64_t in_era = y - era * 400;
    int in_year = (153 * ((month + 9) % 12) + 2) / 5;
    return era * DAYS_400 + in_era * 365 + in_era / 4 - in_era / 100 + in_year -
           EPOCH;
}

int64_t
calendar_seconds(const struct calendar *c)
{
    int64_t months = (int64_t)c->month - 1, years = floor_div(months, 12);
    int month = (int)(months - years * 12) + 1;
    int64_t days = days_to_month(c->year + years, month) + c->day - 1;
    return ((days * 24 + c->hour) * 60 + c->minute) * 60 + c->second;
}

void
calendar_split(int64_t seconds, struct calendar *c)
{
    int64_t days = floor_div(seconds, DAY);
    int rest = (int)(seconds - days * DAY);
    int64_t z = days + EPOCH, era = floor_div(z, DAYS_400);
    int in_era = (int)(z - era * DAYS_400);
    int y = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int in_year = in_era - (365 * y + y / 4 - y / 100);
    int march = (5 * in_year + 2) / 153;
    c->day = in_year - (153 * march + 2) / 5 + 1;
    c->month = march < 10 ? march + 3 : march - 9;
    c->year = era * 400 + y + (c->month <= 2);
    c->hour = rest / 3600;
    c->minute = rest / 60 % 60;
    c->second = rest % 60;
    c->wday = (int)((days % 7 + 11) % 7);
    c->yday = (int)(days - days_to_month(c->year, 1));
}

/* The ISO week 1..53, and the year that it belongs to. */
static int
iso_week(const struct calendar *c, int64_t *year)
{
    int monday = (c->wday + 6) % 7; /* days since Monday */
    int week = (c->yday - monday + 10) / 7;
    *year = c->year;
    if (week < 1) {
        --*year;
        int yday = c->yday + 365 + is_leap(*year);
        return (yday - monday + 10) / 7;
    }
    if (week == 53 && c->yday - monday + 3 >= 365 + is_leap(c->year)) {
        ++*year;
        return 1;
    }
    return week;
}

static void
add_number(struct lbuf *t, const char *format, long long v)
{
    char s[32];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(s, sizeof(s), format, v);
#pragma GCC diagnostic pop
    lbuf_add_string(t, s);
}

static void
add_all(struct lbuf *t, const struct calendar *c, const char *conversions)
{
    for (const char *s = conversions; *s != '\0'; s++) {
        if (*s == '%')
            calendar_add(t, c, 0, *++s);
        else
            lbuf_add_char(t, *s);
    }
}

/* Conversions that stand for several others. */
static const char *
composed(char conversion)
{
    switch (conversion) {
    case 'c':
        return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x':
        return "%m/%d/%y";
    case 'F':
        return "%Y-%m-%d";
    case 'r':
        return "%I:%M:%S %p";
    case 'R':
        return "%H:%M";
    case 'T':
    case 'X':
        return "%H:%M:%S";
    }
    return NULL;
}

static bool
add_word(struct lbuf *t, const struct calendar *c, char conversion)
{
    switch (conversion) {
    case 'a':
        lbuf_add(t, day_names[c->wday], 3);
        return true;
    case 'A':
        lbuf_add_string(t, day_names[c->wday]);
        return true;
    case 'b':
    case 'h':
        lbuf_add(t, month_names[c->month - 1], 3);
        return true;
    case 'B':
        lbuf_add_string(t, month_names[c->month - 1]);
        return true;
    case 'p':
        lbuf_add_string(t, c->hour < 12 ? "AM" : "PM");
        return true;
    case 'n':
        lbuf_add_char(t, '\n');
        return true;
    case 't':
        lbuf_add_char(t, '\t');
        return true;
    case 'z':
        lbuf_add_string(t, "+0000");
        return true;
    case 'Z':
        lbuf_add_string(t, "GMT");
        return true;
    case '%':
        lbuf_add_char(t, '%');
        return true;
    }
    return false;
}

static bool
add_figure(struct lbuf *t, const struct calendar *c, char conversion)
{
    static const struct {
        char conversion;
        const char *format;
    } row[] = {
        { 'C', "%02lld" }, { 'd', "%02lld" }, { 'e', "%2lld" },
        { 'g', "%02lld" }, { 'G', "%lld" },   { 'H', "%02lld" },
        { 'I', "%02lld" }, { 'j', "%03lld" }, { 'm', "%02lld" },
        { 'M', "%02lld" }, { 'S', "%02lld" }, { 'u', "%lld" },
        { 'U', "%02lld" }, { 'V', "%02lld" }, { 'w', "%lld" },
        { 'W', "%02lld" }, { 'y', "%02lld" }, { 'Y', "%lld" },
    };
    int64_t iso_year;
    int week = iso_week(c, &iso_year);
    const int64_t value[] = {
        floor_div(c->year, 100),
        c->day,
        c->day,
        iso_year - floor_div(iso_year, 100) * 100,
        iso_year,
        c->hour,
        (c->hour + 11) % 12 + 1,
        c->yday + 1,
        c->month,
        c->minute,
        c->second,
        (c->wday + 6) % 7 + 1,
        (c->yday + 7 - c->wday) / 7,
        week,
        c->wday,
        (c->yday + 7 - (c->wday + 6) % 7) / 7,
        c->year - floor_div(c->year, 100) * 100,
        c->year,
    };
    for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
        if (row[i].conversion == conversion) {
            add_number(t, row[i].format, value[i]);
            return true;
        }
    }
    return false;
}

bool
calendar_add(struct lbuf *t, const struct calendar *c, char modifier,
             char conversion)
{
    if (modifier == 'E' && memchr("cCxXyY", conversion, 6) == NULL)
        return false;
    if (modifier == 'O' && memchr("deHImMSuUVwWy", conversion, 13) == NULL)
        return false;
    const char *several = composed(conversion);
    if (several != NULL) {
        add_all(t, c, several);
        return true;
    }
    return add_word(t, c, conversion) || add_figure(t, c, conversion);
}
