/*
 * row_lock.c - a lock, wait group, condition or once: who holds it, in which
 * mode, who waits.
 */
#include <stdio.h>

#include "row.h"

static void
lock_word(const struct build *b, const struct gopark_object *o, char *buf,
          size_t size)
{
    buf[0] = '\0';
    switch (o->kind) {
    case OBJ_MUTEX:
        snprintf(buf, size, "%s",
                 o->starving ? scene_word(b, T_STARVING)
                 : o->owner  ? ""
                             : scene_word(b, T_UNLOCKED));
        break;
    case OBJ_RWMUTEX:
        if (o->readers > 0)
            snprintf(buf, size, scene_word(b, T_READERS), o->readers);
        else
            snprintf(buf, size, "%s",
                     o->owner ? "" : scene_word(b, T_UNLOCKED));
        break;
    case OBJ_WG:
    case OBJ_SEMA:
    case OBJ_ATOMIC:
    case OBJ_ONCE:
        snprintf(buf, size, scene_word(b, T_COUNT), (long long)o->count);
        break;
    case OBJ_CHAN:
    case OBJ_COND:
    case OBJ_TIMER:
    case OBJ_CELLS:
    case OBJ_POOL:
    case OBJ_MAP:
        break;
    }
}

/* A label and what follows; the x after both. */
static float
owner(struct build *b, const struct gopark_object *o, float x, struct rect r)
{
    char word[64];
    float w, mid = r.y + r.h / 2;
    struct item *it;

    if (o->owner != 0) {
        w = scene_width(b, FONT_SMALL, scene_word(b, T_OWNER)) + 8;
        scene_label(b, (struct rect){ x, mid - 7, w, 14 }, FONT_SMALL, INK_DIM,
                    ALIGN_LEFT, "%s", scene_word(b, T_OWNER));
        it = chip_mention(b, o->owner, x + w, mid - 11, DENSE_CHIP);
        x += w + it->w + 10;
    }
    lock_word(b, o, word, sizeof word);
    if (word[0] == '\0')
        return x;
    w = scene_width(b, FONT_SMALL, word) + 2;
    if (x + w > r.x + r.w)
        return x;
    scene_label(b, (struct rect){ x, mid - 7, w, 14 }, FONT_SMALL,
                o->starving ? INK_TEXT : INK_DIM, ALIGN_LEFT, "%s", word);
    return x + w + 10;
}

void
row_lock(struct build *b, const struct gopark_object *o, struct rect r)
{
    float name = r.w < 300 ? r.w * 0.36f : ROW_NAME_W;
    float x = r.x + name + 8, mid = r.y + r.h / 2, w;

    row_name(b, o, (struct rect){ r.x, r.y + 1, name, r.h - 2 });
    x = owner(b, o, x, (struct rect){ r.x + name, r.y, r.w - name, r.h });
    if (o->nwait == 0)
        return;
    w = scene_width(b, FONT_SMALL, scene_word(b, T_WAITERS)) + 8;
    if (x + w + 50 < r.x + r.w) {
        scene_label(b, (struct rect){ x, mid - 7, w, 14 }, FONT_SMALL, INK_DIM,
                    ALIGN_LEFT, "%s", scene_word(b, T_WAITERS));
        x += w;
    }
    row_queue(b, o, Q_WAIT, o->nwait,
              (struct rect){ x, r.y, r.x + r.w - x - 2, r.h }, ALIGN_LEFT);
}
