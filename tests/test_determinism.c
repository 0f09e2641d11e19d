/*
 * test_determinism.c - the same seed gives the same run, whatever else
 * differs: the block's place, the process, its environment.
 */
#include <sys/wait.h>
#include <unistd.h>

#include "script_fixture.h"
#include "world_fixture.h"

static const char *self; /* this program, to run again */

static struct digest
run_everything(uint64_t seed, int procs)
{
    static struct output out;
    struct gopark_opts o = script_opts(everything, &out);
    struct digest d;
    struct world *w;

    o.seed = seed;
    o.procs = procs;
    w = script_open(&o);
    must(world_log(w, 100000, NULL) == GOPARK_OK, "no log");
    script_go(w, WORLD_TO_END);
    must(world_end(w)->how == END_RETURN, "it did not return");
    d = digest_of(w, &out);
    world_close(w);
    return d;
}

/* For a child process: write the digest of a run to standard output. */
static int
print_digest(uint64_t seed, int procs)
{
    struct digest d = run_everything(seed, procs);
    return write(STDOUT_FILENO, &d, sizeof d) == sizeof d ? 0 : 1;
}

/* The same run in another process, with pad bytes more of environment. */
static struct digest
run_elsewhere(const char *seed, const char *procs, size_t pad)
{
    struct digest d;
    int fd[2], status;
    pid_t pid;

    ck_assert_int_eq(pipe(fd), 0);
    pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        char *text = calloc(1, pad + 1);
        memset(text, 'x', pad);
        setenv("PADDING", text, 1);
        dup2(fd[1], STDOUT_FILENO);
        execl(self, self, "digest", seed, procs, (char *)NULL);
        _exit(127);
    }
    close(fd[1]);
    ck_assert_int_eq(read(fd[0], &d, sizeof d), sizeof d);
    close(fd[0]);
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert_int_eq(status, 0);
    return d;
}

START_TEST(same_seed_same_run)
{
    struct digest a = run_everything(7, 1 + _i), b = run_everything(7, 1 + _i);
    expect_equal(&a, &b);
    ck_assert_uint_gt(a.steps, 100);
}
END_TEST

START_TEST(other_seed_other_run)
{
    struct digest a = run_everything(7, 4), b = run_everything(8, 4);
    ck_assert_uint_ne(a.events, b.events);
}
END_TEST

START_TEST(another_block_same_run)
{
    struct digest a = run_everything(7, 4), b;
    open_world(); /* takes the place of the first */
    b = run_everything(7, 4);
    close_world();
    expect_equal(&a, &b);
}
END_TEST

START_TEST(another_process_same_run)
{
    struct digest here = run_everything(11, 4);
    for (size_t pad = 1; pad < 40000; pad = pad * 7 + 5) {
        struct digest there = run_elsewhere("11", "4", pad);
        expect_equal(&here, &there);
    }
}
END_TEST

START_TEST(looking_changes_nothing)
{
    static struct output out;
    struct gopark_opts o = script_opts(everything, &out);
    struct digest plain = run_everything(1, 4), looked;
    struct world *w;

    w = script_open(&o);
    ck_assert_int_eq(world_log(w, 100000, NULL), GOPARK_OK);
    for (uint64_t i = 1; world_end(w)->how == END_NOT; i++) {
        struct gopark_g g;
        struct gopark_object ob;
        struct gopark_stats st;
        struct gopark_frame frame[4];
        script_go(w, i);
        for (uint32_t id = 1; id <= world_ngs(w); id++) {
            world_g(w, id, &g);
            world_frames(w, id, frame, 4);
        }
        for (uint32_t id = 0; (id = world_next_object(w, id)) != 0;)
            world_object(w, id, &ob);
        world_stats(w, &st);
        free(world_traceback(w, 1, true));
    }
    looked = digest_of(w, &out);
    expect_equal(&plain, &looked);
    world_close(w);
}
END_TEST

int
main(int argc, char **argv)
{
    Suite *s;
    TCase *tc;

    self = argv[0];
    if (argc == 4 && strcmp(argv[1], "digest") == 0)
        return print_digest(strtoull(argv[2], NULL, 0), atoi(argv[3]));
    s = suite_create("determinism");
    tc = tcase_create("determinism");
    tcase_set_timeout(tc, 60);
    tcase_add_loop_test(tc, same_seed_same_run, 0, 8);
    tcase_add_test(tc, other_seed_other_run);
    tcase_add_test(tc, another_block_same_run);
    tcase_add_test(tc, another_process_same_run);
    tcase_add_test(tc, looking_changes_nothing);
    suite_add_tcase(s, tc);
    return run_suite(s);
}
