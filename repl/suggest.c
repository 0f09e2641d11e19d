/*
 * suggest.c - "did you mean ...?".
 *
 * The distance is the number of letters inserted, dropped, changed or swapped
 * with a neighbour (optimal string alignment). A third of the word may differ,
 * but not all of it: one letter suggests nothing.
 */
#include "suggest.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST = 32 };

static int
least(int a, int b)
{
    return a < b ? a : b;
}

static int
distance(const char *a, const char *b)
{
    int row[3][LONGEST + 1];
    int n = (int)strlen(a), m = (int)strlen(b);

    if (n > LONGEST || m > LONGEST)
        return LONGEST;
    for (int j = 0; j <= m; j++)
        row[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *now = row[i % 3], *prev = row[(i + 2) % 3];
        const int *prev2 = row[(i + 1) % 3];

        now[0] = i;
        for (int j = 1; j <= m; j++) {
            now[j] = least(least(prev[j], now[j - 1]) + 1,
                           prev[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least(now[j], prev2[j - 2] + 1);
        }
    }
    return row[n % 3][m];
}

void
suggest_offer(struct suggest *s, const char *name)
{
    int d = distance(s->word, name);

    if (s->best == NULL || d < s->distance) {
        s->best = name;
        s->distance = d;
    }
}

const char *
suggest_best(const struct suggest *s)
{
    int n = (int)strlen(s->word), limit = n / 3 > 1 ? n / 3 : 1;

    return s->best != NULL && s->distance <= limit && s->distance < n ? s->best
                                                                      : NULL;
}
