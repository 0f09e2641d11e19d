/*
 * native.c - the C programs that accompany the lessons.
 *
 * They show what no simulation can: real stacks, real threads. They lie in
 * native/ beside gopark, or in ../libexec/gopark when it is installed.
 */
#define _XOPEN_SOURCE 700
#include "native.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pack_read.h"

static char *
find(const char *name)
{
    static const char *const place[] = { "native", "../libexec/gopark" };
    char dir[PATH_MAX], *slash;
    ssize_t n = readlink("/proc/self/exe", dir, sizeof dir - 1);

    if (n <= 0)
        return NULL;
    dir[n] = '\0';
    slash = strrchr(dir, '/');
    if (slash != NULL)
        *slash = '\0';
    for (int i = 0; i < 2; i++) {
        char *path = pack_path("%s/%s/%s", dir, place[i], name);

        if (access(path, X_OK) == 0)
            return path;
        free(path);
    }
    return NULL;
}

/* Its output, through the repl. */
static void
pass_on(struct repl *r, int fd)
{
    char buf[4096];
    ssize_t n;

    while ((n = read(fd, buf, sizeof buf - 1)) > 0) {
        buf[n] = '\0';
        repl_puts(r, buf);
    }
}

bool
native_run(struct repl *r, const char *name)
{
    char *path = find(name);
    const char *lang = r->lang == LANG_ZH ? "zh" : "en";
    int fd[2], status = 1;
    pid_t pid;

    if (path == NULL)
        return repl_fail(r, "the program %s is not built here", name);
    if (pipe(fd) != 0 || (pid = fork()) < 0) {
        free(path);
        return repl_fail(r, "%s: cannot be started", name);
    }
    if (pid == 0) {
        dup2(fd[1], STDOUT_FILENO);
        close(fd[0]);
        close(fd[1]);
        execl(path, name, lang, (char *)NULL);
        _exit(127);
    }
    close(fd[1]);
    pass_on(r, fd[0]);
    close(fd[0]);
    waitpid(pid, &status, 0);
    free(path);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0
               ? true
               : repl_fail(r, "%s: ended with an error", name);
}
