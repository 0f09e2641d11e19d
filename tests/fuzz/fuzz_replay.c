/*
 * fuzz_replay.c - any text at all, read as a replay file.
 *
 * It is refused or read; what was read is written as a file that can be read
 * again, and that is then written the same.
 */
#define _GNU_SOURCE
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lines.h"
#include "replay.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static enum gopark_rc
read_text(const void *s, size_t n, struct replay *p)
{
    struct gopark_err err;
    enum gopark_rc rc;
    char path[64];
    int fd = memfd_create("replay", 0);

    assert(fd >= 0 && write(fd, s, n) == (ssize_t)n);
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    rc = replay_read(path, p, &err);
    close(fd);
    return rc;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct replay p, q;
    struct text first = { 0 }, second = { 0 };

    if (read_text(data, size, &p) != GOPARK_OK)
        return 0;
    replay_format(&p, &first);
    assert(read_text(first.s, first.len, &q) == GOPARK_OK);
    replay_format(&q, &second);
    assert(first.len == second.len &&
           memcmp(first.s, second.s, first.len) == 0);
    text_done(&first);
    text_done(&second);
    replay_free(&p);
    replay_free(&q);
    return 0;
}
