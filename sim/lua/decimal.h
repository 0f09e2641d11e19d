/*
 * decimal.h - floating point numbers as text, as Go's strconv writes them.
 */
#ifndef LUA_DECIMAL_H
#define LUA_DECIMAL_H

#include "lua/lbuf.h"

/*
 * Add v to t. verb is one of e E f g G b x X; prec the number of digits as
 * Go's FormatFloat counts them, or -1 (for g G x X) for the fewest that read
 * back as v. Infinity is +Inf or -Inf, and NaN NaN.
 */
void decimal_add(struct lbuf *t, double v, char verb, int prec);

#endif
