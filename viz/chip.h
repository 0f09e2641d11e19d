/*
 * chip.h - goroutines as cards and chips, and rows of them.
 *
 * A chip asks for the goroutine's home: the first one that does is it, later
 * ones only mention it. So S1 holds whatever the layout does.
 */
#ifndef VIZ_CHIP_H
#define VIZ_CHIP_H

#include "scene.h"

enum density {
    DENSE_CARD, /* number, and function and line below */
    DENSE_CHIP, /* number */
    DENSE_MINI, /* number, small */
};

/* One place in a row. */
struct standing {
    uint32_t g;
    int case_no;   /* of a select, 0 none */
    bool ghost;    /* its home is elsewhere */
    char note[40]; /* what it wants to send, "" nothing */
};

/* Rows can hold so many; what is more is counted. */
enum { STANDING_MAX = 256 };

/* How goroutines are shown now, given a row's height. */
enum density chip_density(const struct build *b, float height);
float chip_height(enum density d);
float chip_width(const struct build *b, const struct standing *st,
                 enum density d);
struct item *chip_add(struct build *b, const struct standing *st, float x,
                      float y, enum density d, unsigned flags);
/* Only a mention, never a home. */
struct item *chip_mention(struct build *b, uint32_t g, float x, float y,
                          enum density d);

/*
 * Stand n of total goroutines in r, the first one at the end that a says
 * (ALIGN_RIGHT: at the right), centred vertically, denser where it is
 * narrow; those without room are one group. Returns the width used.
 */
float chip_row(struct build *b, const struct standing *st, uint32_t n,
               uint32_t total, struct rect r, enum align a);
float chip_row_width(const struct build *b, const struct standing *st,
                     uint32_t n, enum density d);

/* "+n" for goroutines st[0..n-1], and more up to total. */
struct item *chip_group(struct build *b, const struct standing *st, uint32_t n,
                        uint32_t total, struct rect r);
/* An empty place for one goroutine. */
struct item *chip_empty(struct build *b, float x, float y, float w,
                        enum density d);

#endif
