/*
 * calendar.h - dates from seconds and back, always in UTC.
 *
 * The C library's would follow the time zone and the language of the machine.
 */
#ifndef LUA_CALENDAR_H
#define LUA_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "lua/lbuf.h"

struct calendar {
    int64_t year;
    int month; /* 1..12 */
    int day;   /* 1..31 */
    int hour, minute, second;
    int wday; /* 0 Sunday .. 6 */
    int yday; /* 0..365 */
};

/* The date of a number of seconds since 1970. */
void calendar_split(int64_t seconds, struct calendar *c);

/*
 * The seconds since 1970 of year to second; values out of range carry over:
 * the 32nd of January is the 1st of February.
 */
int64_t calendar_seconds(const struct calendar *c);

/*
 * Add c to t by one conversion of C's strftime, in the C locale. modifier is
 * E, O or 0. False: there is no such conversion.
 */
bool calendar_add(struct lbuf *t, const struct calendar *c, char modifier,
                  char conversion);

#endif
