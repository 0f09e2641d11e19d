/*
 * replay.h - replay files: a session as text.
 *
 * The file is all that a colleague needs: options, script and modules, the
 * input that was read, and everything that was done from outside with its
 * step. A line is a fact; the texts come last:
 *
 *     gopark replay 1
 *     script pool.lua 342 9f3c0d21a0b4c5d6       name, bytes, hash
 *     seed 7
 *     procs 4
 *     mem 536870912
 *     at 41 lua text="jobs:send(1)" name="prompt"
 *     at 50 pick draw=17 value=2
 *     after 90 lua text="jobs:recv()" name="prompt"   all were asleep by then
 *     end 120 digest=54ac09e3aa10b2c3
 *     text script
 *     |local jobs = chan(3)
 *     ...
 *     sum 0c44d2f1e2a7b901
 *
 * Hashes are 64-bit FNV-1a; sum is over all bytes before its line. They find
 * damage and edits, not malice.
 */
#ifndef GOPARK_REPL_REPLAY_H
#define GOPARK_REPL_REPLAY_H

#include "gopark.h"
#include "host.h"
#include "inject.h"
#include "modules.h"
#include "options.h"

enum { REPLAY_VERSION = 1 };

struct replay {
    char *name; /* the script's, as shown */
    char *text;
    size_t len;
    struct modules modules;
    char *input; /* what the program has read */
    size_t inputlen;
    uint64_t seed, max_steps;
    int procs;
    int64_t max_time;
    size_t mem;
    char **arg; /* the script's arguments */
    int narg;
    struct session_entry *entry;
    int nentry;
    uint64_t end;    /* the step it was saved at */
    uint64_t digest; /* of the world there; 0 unknown */
};

/* The text of a file. */
void replay_format(const struct replay *p, struct text *t);
/* Read the file at path. err names the file, the line, what was expected. */
enum gopark_rc replay_read(const char *path, struct replay *p,
                           struct gopark_err *err);
void replay_free(struct replay *p); /* one that was read */

/* `gopark run --replay-out`: a run up to step end, with the faults that were
 * injected. */
enum gopark_rc replay_write_run(const char *path, const struct options *o,
                                const struct script *s, const struct modules *m,
                                const struct input *in,
                                const struct injector *faults,
                                const struct world *w, struct gopark_err *err);

/* The name of an input's kind (enum gopark_input_kind); NULL: none such. */
const char *replay_input_name(int kind);
/* FNV-1a of n more bytes; it starts with REPLAY_HASH. */
#define REPLAY_HASH 0xcbf29ce484222325u
uint64_t replay_hash(uint64_t h, const char *s, size_t n);

#endif
