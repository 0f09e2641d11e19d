/*
 * test_check.c - a world in an impossible state does not go on.
 */
#include <signal.h>

#include "script_fixture.h"
#include "world_fixture.h"

#include "sync/chan.h"
#include "sync/lock.h"

static const char text[] = "local c, mu = chan(2), sync.Mutex()\n"
                           "c:send(1)\n"
                           "mu:Lock()\n"
                           "go(function() mu:Lock() end)\n"
                           "runtime.Gosched()\n"
                           "mu:Unlock()\n"
                           "print(c:recv())\n";

static void *
object(struct world *w, enum gopark_object_kind kind)
{
    struct obj *o = w->sched->objs_last;

    while (obj_kind(o) != kind)
        o = o->prev;
    return o;
}

static void
no_more(struct world *w)
{
    ((struct hchan *)object(w, OBJ_CHAN))->count = 3;
}

static void
no_owner(struct world *w)
{
    ((struct umutex *)object(w, OBJ_MUTEX))->m.locked = false;
}

static void
no_waiter(struct world *w)
{
    ((struct umutex *)object(w, OBJ_MUTEX))->m.q.n++;
}

static void
no_goroutine(struct world *w)
{
    w->sched->live++;
}

static void
nothing(struct world *w)
{
    (void)w;
}

/* Run to the step before Unlock, spoil the world, go on. */
static void
spoil(void (*how)(struct world *w))
{
    struct gopark_opts o = script_opts(text, NULL);
    struct world *w;

    o.procs = 1;
    w = script_open(&o);
    w->host.check = world_check;
    script_go(w, 5);
    how(w);
    script_go(w, 6);
    script_go(w, WORLD_TO_END);
    ck_assert_int_eq(world_end(w)->how, END_RETURN);
    world_close(w);
}

#define SPOIL(name)                                                            \
    START_TEST(name##_is_noticed)                                              \
    {                                                                          \
        spoil(name);                                                           \
    }                                                                          \
    END_TEST

SPOIL(no_more)
SPOIL(no_owner)
SPOIL(no_waiter)
SPOIL(no_goroutine)

START_TEST(a_sound_world_goes_on)
{
    spoil(nothing);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("check");
    TCase *tc = tcase_create("invariants");

    tcase_add_test(tc, a_sound_world_goes_on);
    tcase_add_test_raise_signal(tc, no_more_is_noticed, SIGABRT);
    tcase_add_test_raise_signal(tc, no_owner_is_noticed, SIGABRT);
    tcase_add_test_raise_signal(tc, no_waiter_is_noticed, SIGABRT);
    tcase_add_test_raise_signal(tc, no_goroutine_is_noticed, SIGABRT);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
