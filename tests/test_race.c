/*
 * test_race.c - happens-before: each edge of RACE-3 by a program that has a
 * race without it; and FastTrack against the plain clocks of DJIT+.
 */
#include "explore_fixture.h"

#include "check/race.h"

/* --- programs ------------------------------------------------------------------ */

/* In S are cells; main's part comes last. */
struct sample {
    const char *what, *decl, *prog;
    bool race;
};

static const struct sample samples[] = {
    { "go orders what came before", "", "W x;!go(function() S.x = 2 end)",
      false },
    { "and nothing after", "", "!go(function() S.x = 2 end);W x", true },
    { "an exit orders nothing", "a:atomic",
      "!go(function() S.x = 2 end);!runtime.Gosched();W x", true },
    { "a send orders a receive", "c:1", "W x;s c|r c;R x", false },
    { "a receive frees the slot of a later send", "c:1",
      "s c;s c;W x|R x;r c", false },
    { "but not that of the next one", "c:2", "s c;s c;W x|R x;r c", true },
    { "both sides of an unbuffered one", "c:0", "W x;s c;R y|W y;r c;R x",
      false },
    { "close orders who sees it", "c:0", "W x;x c|r c;R x", false },
    { "not who takes a value", "c:1", "s c;W x;x c|r c;R x", true },
    { "close against send", "c:1", "s c|x c", true },
    { "close after what was received", "c:1", "s c|r c;x c", false },
    { "a select orders as its case does", "c:1 d:1",
      "W x;s c|sel{r c,r d};R x", false },
    { "its default does not", "c:1", "W x;s c|sel{r c,-};R x", true },
    { "a Mutex", "m:mutex", "L m;I x;U m|L m;I x;U m", false },
    { "another Mutex", "m:mutex n:mutex", "L m;I x;U m|L n;I x;U n", true },
    { "TryLock that has it", "m:mutex",
      "L m;W x;U m|!if m:TryLock() then S.x = 1 m:Unlock() end", false },
    { "TryLock that has it not", "m:mutex",
      "L m;W x;U m|!if not m:TryLock() then S.x = 1 end", true },
    { "a writer orders readers", "w:rw",
      "WL w;W x;WU w|RL w;R x;RU w|RL w;R x;RU w", false },
    { "readers order a writer", "w:rw", "RL w;R x;RU w|WL w;W x;WU w",
      false },
    { "but no reader", "w:rw", "RL w;W x;RU w|RL w;W x;RU w", true },
    { "TryRLock", "w:rw",
      "WL w;W x;WU w|!if w:TryRLock() then local _ = S.x w:RUnlock() end",
      false },
    { "Done orders Wait", "wg=1", "W x;D|Wait;R x", false },
    { "of all", "wg=2", "W x;D|W y;D|Wait;R x;R y", false },
    { "Wait does not order Done", "wg=1", "D;W x|Wait;R x", true },
    { "Add from 0 against Wait", "wg=0", "Add 1;D|Wait", true },
    { "Add before Wait", "wg=0 c:1", "Add 1;s c;D|r c;Wait", false },
    { "two that wait", "wg=1", "D|Wait|Wait", false },
    { "Once", "o:once", "O;R x|O;R x", false },
    { "after Once", "o:once",
      "!o:Do(function() end);W x|!o:Do(function() end);W x", true },
    { "a Signal orders who wakes", "m:mutex cv:cond",
      "L m;CW;R x;U m|W x;L m;Sig;U m", false },
    { "without its lock too", "m:mutex cv:cond", "L m;CW;R x;U m|W x;Sig",
      false },
    { "what comes after it", "m:mutex cv:cond", "L m;CW;R x;U m|Sig;W x",
      true },
    { "an atomic that is seen", "a:atomic",
      "W x;st|!if a:Load() == 1 then local _ = S.x end", false },
    { "one that is not", "a:atomic", "W x;st|ld;R x", true },
    { "a CompareAndSwap", "a:atomic",
      "W x;!a:CompareAndSwap(0, 1)|"
      "!if a:CompareAndSwap(1, 2) then local _ = S.x end", false },
    { "AfterFunc knows what came before", "",
      "W x;!time.AfterFunc(1, function() S.x = 2 end)", false },
    { "and not what comes after", "",
      "!time.AfterFunc(1, function() S.x = 2 end);W x", true },
    { "Reset tells more", "",
      "!local t = time.AfterFunc(9, function() S.x = 2 end)"
      " if t:Stop() then S.x = 1 t:Reset(1) end", false },
    { "a timer's channel", "",
      "W x;!S.t = time.After(1);!c:send(1)|!c:recv() S.t:recv()"
      " local _ = S.x", false },
    { "cancel orders who sees Done", "",
      "W x;!cancel()|!ctx:Done():recv() local _ = S.x", false },
    { "and who sees Err", "",
      "W x;!cancel()|!if ctx:Err() then local _ = S.x end", false },
    { "sync.Map", "",
      "W x;!map:Store(1, 1)|!local _, ok = map:Load(1) if ok then"
      " local _ = S.x end", false },
    /* #c tells that the other has been there, and orders nothing. */
    { "one key of a map does not order another", "",
      "W x;!map:Store(1, 1) c:send(1)|"
      "!if #c == 1 then map:Load(2) S.x = 2 end", true },
    { "but itself", "",
      "W x;!map:Store(1, 1) c:send(1)|"
      "!if #c == 1 then map:Load(1) S.x = 2 end", false },
    { "nor two that store", "",
      "W x;!map:Store(1, 1) c:send(1)|"
      "!if #c == 1 then map:Store(1, 2) S.x = 2 end", true },
    { "nor the first who sees the second", "",
      "W x;!map:Store(1, 1) c:send(1)|!if #c == 1 then map:Store(1, 2) end|"
      "!if map:Load(1) == 2 then local _ = S.x end", true },
    { "Swap sees what was there", "",
      "W x;!map:Store('k', 1)|!if map:Swap('k', 2) == 1 then S.x = 2 end",
      false },
    { "LoadOrStore that loads", "",
      "W x;!map:Store(1.5, 1)|!local _, had = map:LoadOrStore(1.5, 2) if had "
      "then S.x = 2 end", false },
    { "CompareAndSwap hands on", "",
      "W x;!map:Store(c, 1)|!map:CompareAndSwap(c, 1, 2)|"
      "!if map:Load(c) == 2 then local _ = S.x end", false },
    { "Delete, and who finds nothing", "",
      "W x;!map:Delete('d')|!if map:Load('d') == nil then local _ = S.x end",
      false },
    { "Range sees each key", "",
      "W x;!map:Store(1, 1)|"
      "!map:Range(function(k) if k == 1 then S.x = 2 end return true end)",
      false },
    { "and not what another was", "",
      "W x;!map:Store('e', 1) c:send(1)|!if #c == 1 then map:Range(function(k) "
      "if k == 'd' then S.x = 2 end return k ~= 'd' end) end", true },
    { "Clear is seen, too", "",
      "W x;!map:Clear()|!if not map:Load('d') then local _ = S.x end", false },
    { "sync.Pool", "",
      "W x;!pool:Put(1)|!if pool:Get() then local _ = S.x end", false },
    { "a Get that finds nothing", "",
      "W x;!pool:Put(1) pool:Get() c:send(1)|"
      "!if #c == 1 then pool:Get() S.x = 2 end", true },
    { "Put does not order Put", "",
      "W x;!pool:Put(1) c:send(1)|!if #c == 1 then pool:Put(2) S.x = 2 end",
      true },
    { "the keys of a table", "", "!S.new = 1|!for _ in pairs(S) do end",
      true },
    { "two new keys", "", "!S.one = 1|!S.two = 1", true },
    { "two old ones", "", "W x|W y", false },
    { "what check.par joins", "", "W x|W y", false },
    { "two reads", "", "R x|R x|R x", false },
    { "the third of three reads", "m:mutex",
      "R x;L m;U m|R x;L m;U m|L m;U m;L m;U m;W x", true },
};
enum { NSAMPLE = sizeof samples / sizeof samples[0] };

/* "race" if an execution has one, and nothing else. */
START_TEST(an_edge_orders_what_it_should)
{
    const struct sample *s = &samples[_i];
    struct world *w = open_program(
        s->decl,
        "ctx, cancel = context.WithCancel(context.Background())\n"
        "map, c = sync.Map(), c or chan(1) S.t = 0 "
        "pool = sync.Pool {} map:Store('d', 1)",
        s->prog);
    struct explore_result *r = explore(w, EXPLORE_DPOR);
    int races = 0;

    for (int i = 0; i < r->nfinding; i++)
        races += r->finding[i].verdict == EXPLORE_RACE;
    ck_assert_msg(r->complete, "%s: %s", s->what, r->why);
    ck_assert_msg((races > 0) == s->race, "%s: %s", s->what,
                  findings(r, true));
    explore_free(r);
    world_close(w);
}
END_TEST

/* What is not the program's own does not count as an access. */
START_TEST(properties_are_no_accesses)
{
    static const char *const more[] = {
        "check.finally(function() return S.x < 9 end)",
        "check.always(function() return S.x < 9 end)",
    };
    struct world *w = open_program("m:mutex", more[_i],
                                   "L m;W x;U m|L m;W x;U m");
    struct explore_result *r = explore(w, EXPLORE_DPOR);

    ck_assert_msg(r->nfinding == 0, "%s", findings(r, true));
    explore_free(r);
    world_close(w);
}
END_TEST

static void
expect_none(struct world *w)
{
    struct explore_result *r = explore(w, EXPLORE_DPOR);

    ck_assert_msg(r->complete && r->nfinding == 0, "%s%s", r->why,
                  findings(r, true));
    explore_free(r);
}

START_TEST(par_joins_all)
{
    struct world *w = open_text("declare[[]] run[[W x|W y|I d]]\n"
                                "local _ = S.x + S.y + S.d\n", true);

    expect_none(w);
    world_close(w);
}
END_TEST

/* What was asked for before the search begins still orders. */
START_TEST(a_search_may_begin_anywhere)
{
    static const char *const text[] = {
        "local s, wg = shared{ a = 0, b = 0 }, sync.WaitGroup()\n"
        "wg:Add(2)\n"
        "go(function() runtime.Gosched() s.a = 1 wg:Done() end)\n"
        "go(function() runtime.Gosched() s.b = 1 wg:Done() end)\n"
        "wg:Wait()\n"
        "local _ = s.a + s.b\n",
        "local s, rw = shared{ a = 0 }, sync.RWMutex()\n"
        "local done = chan()\n"
        "for _ = 1, 2 do\n"
        "  go(function()\n"
        "    rw:RLock() runtime.Gosched() local _ = s.a rw:RUnlock()\n"
        "    done:send(1)\n"
        "  end)\n"
        "end\n"
        "runtime.Gosched()\n"
        "rw:Lock() s.a = 1 rw:Unlock()\n"
        "done:recv() done:recv()\n",
        "local s, m = shared{ a = 0 }, sync.Mutex()\n"
        "local cv, done = sync.Cond(m), chan()\n"
        "local function add()\n"
        "  m:Lock() runtime.Gosched() s.a = s.a + 1 cv:Signal() m:Unlock()\n"
        "  done:send(1)\n"
        "end\n"
        "go(add) go(add)\n"
        "m:Lock() while s.a < 2 do cv:Wait() end m:Unlock()\n"
        "done:recv() done:recv()\n",
    };

    for (uint64_t k = 0; k < 40; k++) {
        struct world *w = open_text(text[_i], false);
        struct gopark_err err;

        ck_assert(world_run(w, k, &err) == GOPARK_OK);
        if (world_end(w)->how == END_NOT)
            expect_none(w);
        else
            ck_assert_uint_gt(k, 10);
        world_close(w);
    }
}
END_TEST

/* --- clocks (FT-8) ---------------------------------------------------------------- */

#define NOTE(k, who, what, v) \
    { .kind = (k), .g = (who), .object = (what), .value = (v) }

static size_t
races_in(const struct race_note *notes, size_t n)
{
    struct race *r = race_new();
    size_t found;

    ck_assert_ptr_nonnull(race_run(r, notes, n, &found));
    race_free(r);
    return found;
}

enum { C = 1, D = 2, F = 3 };

START_TEST(golden_values)
{
    const struct race_note t66[] = {
        NOTE(EV_SEND, 1, C, 0), NOTE(EV_CELL_WRITE, 2, D, 1),
        NOTE(EV_RECV, 2, C, 0), NOTE(EV_CELL_READ, 1, D, 1),
    };
    const struct race_note t67[] = {
        NOTE(EV_CELL_WRITE, 2, D, 1), NOTE(EV_RECV, 2, C, INT64_MAX),
        NOTE(EV_SEND, 1, C, -2), NOTE(EV_CELL_READ, 1, D, 1),
    };
    const struct race_note t63[] = {
        NOTE(EV_CELL_WRITE, 1, D, 1), NOTE(EV_ATOMIC, 1, F, 1),
        NOTE(EV_ATOMIC, 2, F, 0), NOTE(EV_CELL_READ, 2, D, 1),
    };

    ck_assert_uint_eq(races_in(t66, 4), 1);
    ck_assert_uint_eq(races_in(t67, 4), 0);
    ck_assert_uint_eq(races_in(t63, 4), 0);
}
END_TEST

/* --- against DJIT+ ------------------------------------------------------------------- */

enum { GS = 6, LOCKS = 3, CELLS = 4, LEN = 60 };

/* DJIT-1, by the book: whole clocks for everything. */
struct djit {
    unsigned c[GS][GS], lock[LOCKS][GS], r[CELLS][GS], w[CELLS][GS];
    size_t first[CELLS]; /* the note with the first race, from 1 */
};

static void
join(unsigned *a, const unsigned *b)
{
    for (int i = 0; i < GS; i++)
        if (a[i] < b[i])
            a[i] = b[i];
}

static bool
below(const unsigned *a, const unsigned *b)
{
    for (int i = 0; i < GS; i++)
        if (a[i] > b[i])
            return false;
    return true;
}

static void
djit_note(struct djit *d, const struct race_note *n, size_t at)
{
    unsigned g = n->g - 1, x = n->object - 1;

    if (n->kind == EV_LOCK) {
        join(d->c[g], d->lock[x]);
    } else if (n->kind == EV_UNLOCK) {
        memcpy(d->lock[x], d->c[g], sizeof d->c[g]);
        d->c[g][g]++;
    } else {
        bool writes = n->kind == EV_CELL_WRITE;
        bool race = !below(d->w[n->value], d->c[g]) ||
                    (writes && !below(d->r[n->value], d->c[g]));

        if (race && d->first[n->value] == 0)
            d->first[n->value] = at + 1;
        (writes ? d->w : d->r)[n->value][g] = d->c[g][g];
    }
}

static unsigned
draw(uint64_t *s, unsigned n)
{
    *s = *s * UINT64_C(6364136223846793005) + 1442695040888963407;
    return (unsigned)(*s >> 33) % n;
}

/* Locks are held for the next one or two accesses. */
static void
random_notes(struct race_note *notes, uint64_t seed)
{
    unsigned holds[GS] = { 0 };

    for (int i = 0; i < LEN; i++) {
        unsigned g = draw(&seed, GS), l = 1 + draw(&seed, LOCKS), k;
        bool taken = false;

        for (k = 0; k < GS; k++)
            taken |= holds[k] == l;
        if (holds[g] != 0 && draw(&seed, 3) == 0) {
            notes[i] = (struct race_note)NOTE(EV_UNLOCK, g + 1, holds[g], 0);
            holds[g] = 0;
        } else if (holds[g] == 0 && !taken && draw(&seed, 3) > 0) {
            notes[i] = (struct race_note)NOTE(EV_LOCK, g + 1, l, 0);
            holds[g] = l;
        } else {
            notes[i] = (struct race_note)NOTE(
                draw(&seed, 3) == 0 ? EV_CELL_WRITE : EV_CELL_READ, g + 1,
                9, draw(&seed, CELLS));
        }
    }
}

START_TEST(fasttrack_finds_what_djit_finds)
{
    struct race *r = race_new();
    int with = 0, without = 0;

    for (uint64_t seed = 1; seed <= 20000; seed++) {
        struct race_note notes[LEN];
        struct djit d = { 0 };
        const struct race_found *f;
        size_t n, races = 0;

        random_notes(notes, seed);
        for (int g = 0; g < GS; g++)
            d.c[g][g] = 1;
        for (size_t i = 0; i < LEN; i++)
            djit_note(&d, &notes[i], i);
        f = race_run(r, notes, LEN, &n);
        ck_assert_ptr_nonnull(f);
        for (size_t i = 0; i < n; i++)
            ck_assert_msg(d.first[f[i].part] == f[i].after + 1,
                          "seed %llu: cell %d: note %zu, %zu expected",
                          (unsigned long long)seed, (int)f[i].part,
                          f[i].after + 1, d.first[f[i].part]);
        for (int i = 0; i < CELLS; i++)
            races += d.first[i] != 0;
        ck_assert_uint_eq(n, races);
        with += races > 0;
        without += races < CELLS;
    }
    ck_assert_msg(with > 1000 && without > 1000, "%d, %d", with, without);
    race_free(r);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("race");
    TCase *tc = tcase_create("all");

    tcase_set_timeout(tc, 60);
    tcase_add_loop_test(tc, an_edge_orders_what_it_should, 0, NSAMPLE);
    tcase_add_loop_test(tc, properties_are_no_accesses, 0, 2);
    tcase_add_test(tc, par_joins_all);
    tcase_add_loop_test(tc, a_search_may_begin_anywhere, 0, 3);
    tcase_add_test(tc, golden_values);
    tcase_add_test(tc, fasttrack_finds_what_djit_finds);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
