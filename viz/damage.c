#include "damage.h"

#include <string.h>

static uint64_t
mix(uint64_t h, const void *p, size_t n)
{
    const unsigned char *s = p;
    uint64_t v;

    for (; n >= 8; n -= 8, s += 8) {
        memcpy(&v, s, 8);
        h = (h ^ v) * 0x9e3779b97f4a7c15u;
        h ^= h >> 29;
    }
    v = 0;
    memcpy(&v, s, n);
    h = (h ^ v ^ n) * 0x9e3779b97f4a7c15u;
    return h ^ h >> 32;
}

static uint64_t
mix_text(uint64_t h, const struct scene *s, uint32_t at)
{
    const char *t = scene_text(s, at);

    return at == 0 ? h : mix(h, t, strlen(t));
}

/* An item as it shows: words instead of places in the arena. */
static uint64_t
mix_item(uint64_t h, const struct scene *s, const struct item *it)
{
    struct item k = *it;

    k.text = k.text2 = k.cmd = k.tip = k.first = 0;
    h = mix(h, &k, sizeof k);
    h = mix_text(h, s, it->text);
    h = mix_text(h, s, it->text2);
    if ((it->shape == SHAPE_CURVE || it->shape == SHAPE_AREA) && it->count > 0)
        h = mix(h, &s->point[it->first], it->count * sizeof s->point[0]);
    return h;
}

void
damage_hash(const struct scene *s, uint64_t hash[NPANEL])
{
    for (int p = 0; p < NPANEL; p++)
        hash[p] =
            mix(s->panel[p].shown, &s->panel[p].box, sizeof s->panel[p].box);
    for (uint32_t i = 0; i < s->nitem; i++) {
        const struct item *it = &s->item[i];
        hash[it->panel] = mix_item(hash[it->panel], s, it);
    }
}
