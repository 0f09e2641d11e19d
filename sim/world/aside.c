/*
 * aside.c - a branch: something is tried, and the session is put back.
 */
#include "world/session.h"

#include <assert.h>

#include "world/mem.h"

enum gopark_rc
session_branch(struct session *s, struct gopark_err *err)
{
    struct branch *b = &s->branch[s->nbranch];

    assert(s->nbranch < BRANCH_MOST);
    b->snap = snapshot_take(s->w, NULL);
    if (b->snap == NULL)
        return gopark_fail(err, GOPARK_ENOMEM,
                           "session: no memory to look at a branch");
    b->now = s->now;
    b->due = s->due;
    b->nout = s->nout;
    b->log = s->w->host.log;
    s->w->host.log = NULL;
    s->nbranch++;
    return GOPARK_OK;
}

void
session_cut(struct session *s)
{
    assert(s->nbranch > 0);
    s->now->next = NULL;
}

void
session_return(struct session *s)
{
    struct branch *b = &s->branch[--s->nbranch];

    world_log(s->w, 0, NULL);
    s->w->host.log = b->log;
    snapshot_restore(s->w, b->snap);
    snapshot_free(b->snap);
    s->now = b->now;
    s->due = b->due;
    s->nout = b->nout;
    session_set_line(s, s->tip, s->last); /* session_cut */
    session_listen(s);
}

