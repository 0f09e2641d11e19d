/*
 * watch.h - has a file been saved?
 *
 * inotify wakes us at once. Where there is none (another system, too many
 * watches, a folder on a network) the file is looked at from time to time.
 * Either way the answer comes from comparing what stat() says, so that an
 * editor that writes a new file and renames it is no different from one that
 * writes in place.
 */
#ifndef GOPARK_REPL_WATCH_H
#define GOPARK_REPL_WATCH_H

#include <stdbool.h>
#include <sys/stat.h>

struct watch {
    int fd;     /* becomes readable when something happens; -1: poll */
    int folder; /* inotify's number of the folder, -1 none */
    char *path; /* NULL: nothing is watched */
    bool there;
    struct stat seen;
};

/* poll: do without inotify. $GOPARK_WATCH=poll asks for that too. */
void watch_open(struct watch *w, bool poll);
void watch_close(struct watch *w);
/* From now on this file; NULL none. */
void watch_file(struct watch *w, const char *path);
/* Is it another one than when we looked last? Gone counts. */
bool watch_changed(struct watch *w);
/* Milliseconds after which to look again without being woken; -1 never. */
int watch_wait(const struct watch *w);

#endif
