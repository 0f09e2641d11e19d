/*
 * agent.c - the Ms that will act: a heap by clock, then number.
 */
#include "sched/sched.h"

bool
agent_earlier(const struct m *a, const struct m *b)
{
    return a->clock != b->clock ? a->clock < b->clock : a->id < b->id;
}

static void
place(struct sched *s, int i, struct m *mp)
{
    s->agent[i] = mp;
    mp->heap = i;
}

static void
sift_up(struct sched *s, int i, struct m *mp)
{
    for (; i > 0 && agent_earlier(mp, s->agent[(i - 1) / 2]); i = (i - 1) / 2)
        place(s, i, s->agent[(i - 1) / 2]);
    place(s, i, mp);
}

static void
sift_down(struct sched *s, int i, struct m *mp)
{
    int c;

    while ((c = 2 * i + 1) < s->nagent) {
        if (c + 1 < s->nagent && agent_earlier(s->agent[c + 1], s->agent[c]))
            c++;
        if (!agent_earlier(s->agent[c], mp))
            break;
        place(s, i, s->agent[c]);
        i = c;
    }
    place(s, i, mp);
}

void
agent_add(struct world *w, struct m *mp)
{
    struct sched *s = w->sched;

    if (s->nagent == s->agentcap) {
        int cap = s->agentcap == 0 ? 16 : 2 * s->agentcap;
        struct m **at = heap_realloc(w, s->agent,
                                     sizeof *at * (size_t)s->agentcap,
                                     sizeof *at * (size_t)cap);

        if (at == NULL) {
            sched_end(w, END_MEMORY, 4);
            return;
        }
        s->agent = at;
        s->agentcap = cap;
    }
    sift_up(s, s->nagent++, mp);
    if (mp->clock < s->gate)
        s->gate = mp->clock;
}

void
agent_remove(struct sched *s, struct m *mp)
{
    int i = mp->heap;
    struct m *last;

    if (i < 0)
        return;
    mp->heap = -1;
    last = s->agent[--s->nagent];
    if (last == mp)
        return;
    if (i > 0 && agent_earlier(last, s->agent[(i - 1) / 2]))
        sift_up(s, i, last);
    else
        sift_down(s, i, last);
}

/* The clock of mp has advanced. */
void
agent_later(struct sched *s, struct m *mp)
{
    sift_down(s, mp->heap, mp);
}
