/*
 * test_wander.c - a session that goes forwards, backwards and sideways at
 * random.
 *
 * Thousands of commands from a printed seed: steps of all sizes, jumps, undo
 * and redo, injections, picks, Lua, stops. None may crash; and at the end the
 * session is saved, and another process that opens the file stands in the
 * same state. SEED=N repeats one wandering; `test_wander type FILE` types the
 * lines of a file that a failure left in /tmp.
 */
#include <inttypes.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "prompt_fixture.h"

#ifdef __SANITIZE_ADDRESS__
enum { NCOMMAND = 250 };
#else
enum { NCOMMAND = 2000 };
#endif
enum { NSEED = 5, STEPS_MOST = 4000 };

/* It never ends by itself. */
static const char program[] =
    "jobs, done = chan(3, 'jobs'), chan(0, 'done')\n"
    "mu, wg, n = sync.Mutex('mu'), sync.WaitGroup(), 0\n"
    "function worker(id)\n"
    "  for j in range(jobs) do\n"
    "    mu:Lock()\n"
    "    n = n + j\n"
    "    mu:Unlock()\n"
    "    local s = 0\n"
    "    for k = 1, 100 * (j % 7) do s = s + k end\n"
    "    if j % 5 == 0 then time.Sleep(j * 100) end\n"
    "    if j % 11 == 0 then print(id, j) end\n"
    "    select { send(done, id), recv(time.After(700)) }\n"
    "  end\n"
    "  wg:Done()\n"
    "end\n"
    "wg:Add(3)\n"
    "for i = 1, 3 do go(worker, i) end\n"
    "for i = 1, 1e9 do\n"
    "  select { send(jobs, i), recv(done), recv(time.After(5000)) }\n"
    "  if i % 9 == 0 then go(function() mu:Lock() mu:Unlock() end) end\n"
    "end\n";

/* What is typed: %1 to %9 stand for a number up to 10, 100, ..., %g for a
 * goroutine; a line stands here the oftener the more it is to come. */
static const char *const line[] = {
    "step", "step %1", "step %2", "step G%g", "step G%g", "next", "next %1",
    "stepi", "stepi %1", "stepi %2", "slice", "slice %1", "finish", "step %3",
    "continue", "until n > %3", "advance %2us", "advance 1ms", "run",
    "choices", "pick 1", "pick %1", "pick %1", "pick %2",
    "set policy go", "set policy random", "set policy pct",
    "set policy manual", "back", "back %1", "back %2", "previous", "rewind",
    "goto %2", "goto %3", "goto end", "goto 0", "undo", "undo", "undo",
    "redo", "redo", "when", "break prog.lua:6", "break prog.lua:%1",
    "break worker", "break on send jobs", "break on lock", "break on exit",
    "break on preempt if n > 3", "tbreak prog.lua:11", "watch n",
    "display n, #jobs", "delete", "delete %1", "disable %1", "enable %1",
    "breakpoints", "gs", "gs chan", "g %1", "g 1", "bt", "frame 0", "locals",
    "print n, jobs", "print worker(1)", "print setmetatable({}, {})", "list",
    "tree", "ps", "ms", "runq", "timers", "stats", "chans", "chan jobs",
    "locks", "log", "log jobs", "log %2..%3", "table", "table %1..%2", "diff",
    "diff %1 %2", "output", "pprof", "why %1", "waits", "deadlock", "leaks",
    "inject leak recv", "inject leak mutex", "inject leak timer",
    "inject skip unlock mu", "inject skip send jobs %1",
    "inject skip recv done", "inject delay G%g 50us", "inject panic G%g oh",
    "inject stall G%g", "inject stall G%g", "inject unstall G%g",
    "inject unstall G%g", "inject close done", "inject syscall G%g 30us",
    "inject clear", "inject clear", "inject list", "x = %2", "n = n + 1",
    "go(worker, %2)", "jobs:send(%2)", "jobs:recv()", "local a = ",
    "%1 end", "for i = 1, %2 do n = n + i end", "error('oh')", "print(n)",
    "n", "nosuch", "sto", "st", "", "", "set procs %1", "reload",
    "view", "help step", "table --json", "gs --json", "explore random 1",
    "schedule", "schedule follow",
};
enum { NLINE = sizeof line / sizeof line[0] };

struct wanderer {
    struct prompt p;
    uint32_t rng;
};

static uint32_t
draw(struct wanderer *a, uint32_t n)
{
    a->rng = a->rng * 1664525u + 1013904223u;
    return (a->rng >> 8) % n;
}

static void
write_line(struct wanderer *a, const char *s, char *to, size_t size)
{
    size_t at = 0;

    for (; *s != '\0' && at + 16 < size; s++) {
        uint32_t most = 1;

        if (*s != '%') {
            to[at++] = *s;
            continue;
        }
        s++;
        for (char c = *s == 'g' ? '1' : *s; c > '0'; c--)
            most *= 10;
        at += (size_t)snprintf(to + at, size - at, "%" PRIu32,
                               1 + draw(a, *s == 'g' ? 8 : most));
    }
    to[at] = '\0';
}

static void
start(struct wanderer *a)
{
    prompt_open(&a->p);
    a->p.r->max_steps = STEPS_MOST;
    prompt_load(&a->p, "prog.lua", program);
}

/* Everything that was typed can be read where the test broke off. */
static void
note(const char *path, const char *typed)
{
    FILE *f = fopen(path, "a");

    ck_assert_ptr_nonnull(f);
    fprintf(f, "%s\n", typed);
    fclose(f);
}

static void
wander(struct wanderer *a, const char *path)
{
    char typed[128];

    for (int i = 0; i < NCOMMAND; i++) {
        write_line(a, line[draw(a, NLINE)], typed, sizeof typed);
        if (strncmp(typed, "explore", 7) == 0 && i > NCOMMAND / 10)
            continue; /* one takes as long as hundreds of others */
        note(path, typed);
        repl_eval(a->p.r, typed);
        text_clear(&a->p.said);
        text_clear(&a->p.printed);
        ck_assert_uint_le(world_steps(a->p.r->w), session_last(a->p.r->s));
    }
}

static const char *self; /* this program, to run again */

/* For another process: open the file, and print what stands at its end. */
static int
open_replay(const char *path)
{
    struct prompt p;
    int failed;

    prompt_open(&p);
    failed = !repl_load_replay(p.r, path);
    if (failed)
        fprintf(stderr, "%s: %s", path, p.said.s);
    else
        printf("%016" PRIx64, world_digest(p.r->w));
    prompt_close(&p);
    return failed;
}

/* 0: the file could not be opened, or led elsewhere. */
static uint64_t
digest_elsewhere(const char *path)
{
    char command[512], answer[32] = "";
    FILE *f;

    snprintf(command, sizeof command, "%s replay %s", self, path);
    f = popen(command, "r");
    if (f == NULL)
        return 0;
    if (fgets(answer, sizeof answer, f) == NULL)
        answer[0] = '\0';
    return pclose(f) == 0 ? strtoull(answer, NULL, 16) : 0;
}

static bool
same_elsewhere(struct repl *r)
{
    char path[] = "/tmp/gopark_wander_XXXXXX", command[64];
    int fd = mkstemp(path);
    bool same;

    snprintf(command, sizeof command, "save %s", path);
    same = fd >= 0 && repl_eval(r, command) == REPL_OK &&
           session_goto(r->s, WORLD_TO_END, NULL) == GOPARK_OK &&
           digest_elsewhere(path) == world_digest(r->w);
    close(fd);
    unlink(path);
    return same;
}

/* Type the lines of a file that a failure has left behind. */
static int
type_again(const char *path)
{
    static struct wanderer a;
    char typed[160];
    bool same;
    FILE *f = fopen(path, "r");

    if (f == NULL)
        return 1;
    start(&a);
    while (fgets(typed, sizeof typed, f) != NULL) {
        typed[strcspn(typed, "\n")] = '\0';
        repl_eval(a.p.r, typed);
    }
    fclose(f);
    same = same_elsewhere(a.p.r);
    prompt_close(&a.p);
    return !same;
}

static uint32_t
seed_of(int i)
{
    const char *s = getenv("SEED");

    return s != NULL ? (uint32_t)strtoul(s, NULL, 0) : (uint32_t)i * 7919 + 1;
}

START_TEST(any_commands_in_any_order_and_the_file_leads_to_the_same_state)
{
    static struct wanderer a;
    char path[64];

    a.rng = seed_of(_i);
    snprintf(path, sizeof path, "/tmp/gopark_wander_%" PRIu32 ".txt", a.rng);
    unlink(path);
    printf("SEED=%" PRIu32 "; what is typed: %s\n", a.rng, path);
    fflush(stdout);
    start(&a);
    wander(&a, path);
    if (a.p.r->lua.len > 0)
        repl_eval(a.p.r, ")"); /* unfinished Lua comes to an end */
    ck_assert(same_elsewhere(a.p.r));
    prompt_close(&a.p);
    unlink(path);
}
END_TEST

int
main(int argc, char **argv)
{
    Suite *s;
    TCase *t;
    SRunner *sr;
    int failed;

    self = argv[0];
    if (argc == 3 && strcmp(argv[1], "replay") == 0)
        return open_replay(argv[2]);
    if (argc == 3 && strcmp(argv[1], "type") == 0)
        return type_again(argv[2]);
    s = suite_create("wander");
    t = tcase_create("wander");
    tcase_set_timeout(t, 100);
    tcase_add_loop_test(
        t, any_commands_in_any_order_and_the_file_leads_to_the_same_state, 0,
        getenv("SEED") != NULL ? 1 : NSEED);
    suite_add_tcase(s, t);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_NORMAL);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
