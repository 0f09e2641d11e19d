/*
 * host.h - what a program needs from this machine: its source, its modules,
 * its input.
 *
 * A script is known by the name of its file without the folder, and a module
 * by its path within that folder, so that messages, replays and transcripts
 * are the same wherever the program lies.
 */
#ifndef GOPARK_REPL_HOST_H
#define GOPARK_REPL_HOST_H

#include "gopark.h"
#include "text.h"

struct script {
    char *path; /* as given; "-" is standard input */
    char *name; /* as shown */
    char *dir;  /* where require looks; NULL: nowhere */
    char *text;
    size_t len;
};

/* Read the script at path. err names the path and the reason. */
enum gopark_rc script_read(struct script *s, const char *path,
                           struct gopark_err *err);
void script_free(struct script *s);
/* The text of module name (a.b is a/b.lua) out of the script's folder and
 * nowhere else, links included; malloc'd, NULL if there is none. path gets
 * its name as shown. */
char *script_module(const struct script *s, const char *name, size_t *len,
                    char *path, size_t pathsize);

/* A whole file. NULL: err says why. Malloc'd, *len bytes and a NUL. */
char *host_read(const char *path, size_t *len, struct gopark_err *err);
enum gopark_rc host_write(const char *path, const char *s, size_t n,
                          struct gopark_err *err);

/* Is path a folder that can be read? */
enum gopark_rc host_folder(const char *path, struct gopark_err *err);

/* The program's input, kept whole: going back reads it again. */
struct input {
    int fd;           /* where more comes from, -1 nowhere */
    struct text text; /* what has come so far */
};

/* Up to n bytes from offset at on; 0 at the end of the input. */
size_t input_read(struct input *in, char *buf, size_t n, uint64_t at);

#endif
