/*
 * descriptors.c - what select, poll and epoll are told, and what they answer.
 *
 * Three pipes, and real system calls on their reading ends, in six steps: a
 * set that select() overwrites, the bit for which a set has no room, poll's
 * array, epoll's two lists, level against edge, and what epoll will not
 * watch. Every wait has a time-out of 0, so nothing depends on the clock.
 * With a terminal the program waits for Enter between the steps.
 * `descriptors zh` speaks Chinese.
 *
 * The bit of descriptor 1024 is really written, into a neighbour that lies
 * there for the purpose. Rejected: FD_SET(1024, &set) itself. It is undefined
 * behaviour: one build destroys a variable, the next is killed by its C
 * library, and a lesson may do neither.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <unistd.h>

#if defined(__linux__) && !defined(WITHOUT_EPOLL)
#define HAVE_EPOLL 1
#include <sys/epoll.h>
#else
#define HAVE_EPOLL 0
#endif

enum { PIPES = 3, FIRST = 10 };

static int rd[PIPES], wr[PIPES]; /* FIRST, FIRST + 1, ... where free */
static bool chinese;

/* The sentence in the reader's language. */
static const char *
tell(const char *en, const char *zh)
{
    return chinese ? zh : en;
}

static void
title(const char *en, const char *zh)
{
    if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
        printf("%s", tell("        [Enter] ", "        [回车] "));
        fflush(stdout);
        for (int c = getchar(); c != '\n' && c != EOF; c = getchar())
            continue;
    }
    printf("\n%s\n", tell(en, zh));
}

static void
say(const char *en, const char *zh)
{
    printf("  %s\n", tell(en, zh));
}

static bool
pipes_open(void)
{
    for (int i = 0; i < PIPES; i++) {
        int end[2];
        if (pipe(end) != 0)
            return false;
        rd[i] = fcntl(end[0], F_DUPFD, FIRST);
        wr[i] = fcntl(end[1], F_DUPFD, FIRST + 20);
        close(end[0]);
        close(end[1]);
        if (rd[i] < 0 || wr[i] < 0)
            return false;
        fcntl(rd[i], F_SETFL, O_NONBLOCK);
    }
    return true;
}

static void
put(int i, const char *bytes)
{
    ssize_t n = write(wr[i], bytes, strlen(bytes));
    printf("    write \"%s\" -> %d\n", n < 0 ? "?" : bytes, rd[i]);
}

/* Read at most n bytes from pipe i; how many came, -1 if there are none. */
static ssize_t
take(int i, size_t n)
{
    char buf[16];
    ssize_t got = read(rd[i], buf, n);
    if (got >= 0)
        printf("    read %zu from %d: \"%.*s\"\n", n, rd[i], (int)got, buf);
    else
        printf("    read %zu from %d: %s\n", n, rd[i],
               errno == EAGAIN ? "EAGAIN" : strerror(errno));
    return got;
}

/* --- 1, 2: descriptor sets ------------------------------------------------ */

/* The bits of a set from descriptor 0 to the last one of ours. */
static void
print_set(const char *what, const fd_set *set)
{
    printf("    %-8s ", what);
    for (int fd = 0; fd <= rd[PIPES - 1]; fd++)
        putchar(FD_ISSET(fd, set) ? '1' : '.');
    printf("  {");
    for (int fd = 0; fd <= rd[PIPES - 1]; fd++)
        if (FD_ISSET(fd, set))
            printf(" %d", fd);
    printf(" }\n");
}

static int
ask_set(fd_set *set)
{
    struct timeval at_once = { 0, 0 };
    print_set(tell("asked", "问的"), set);
    int n = select(rd[PIPES - 1] + 1, set, NULL, NULL, &at_once);
    printf("    select(%d, ...) = %d\n", rd[PIPES - 1] + 1, n);
    print_set(tell("answer", "答的"), set);
    return n;
}

static void
show_set(void)
{
    fd_set set;

    title("1. select: a set of bits, and the answer is written over it",
          "1. select:一个位集合,答案直接写在问题上");
    FD_ZERO(&set);
    for (int i = 0; i < PIPES; i++)
        FD_SET(rd[i], &set);
    put(1, "b");
    ask_set(&set);
    take(1, 1);
    put(2, "c");
    say("The same set again, not filled anew:", "原样再问一次,没有重新填:");
    ask_set(&set);
    say("0, though a byte lies there: the set no longer asks for it.",
        "明明有一个字节,却是 0:集合里已经不问它了。");
    take(2, 1);
}

/* Is there room for fd in a set? What select() leaves to its caller. */
static bool
set_has_room(int fd)
{
    return fd >= 0 && fd < FD_SETSIZE;
}

static void
show_limit(void)
{
    enum { BITS = 8 * sizeof(unsigned long), WORDS = FD_SETSIZE / BITS };
    unsigned long word[WORDS + 1]; /* a set's words, and their neighbour */
    int fd = FD_SETSIZE;

    title("2. select: no room for descriptor 1024",
          "2. select:放不下 1024 号描述符");
    memset(word, 0, sizeof word);
    printf("    sizeof(fd_set) = %zu: %d %s\n", sizeof(fd_set), FD_SETSIZE,
           tell("bits, for descriptors 0..1023", "位,给 0..1023 号描述符"));
    word[fd / BITS] |= 1ul << fd % BITS;
    printf(tell("    bit %d belongs to word %d; the last word of a set is %d\n",
                "    第 %d 位在第 %d 个字,而集合的最后一个字是 %d\n"),
           fd, fd / BITS, WORDS - 1);
    printf(tell("    written all the same: the neighbour was 0 and is %lu\n",
                "    硬写进去:隔壁的变量原来是 0,现在是 %lu\n"),
           word[WORDS]);
    printf(tell("    so a careful program refuses: descriptor %d %s\n",
                "    所以谨慎的程序会拒绝:%d 号描述符%s\n"),
           fd,
           set_has_room(fd) ? tell("fits", "放得下")
                            : tell("does not fit", "放不下"));
}

/* --- 3: poll -------------------------------------------------------------- */

/* Room in the process for one more descriptor than a set can name. */
static bool
allow_more(rlim_t want)
{
    struct rlimit r;
    if (getrlimit(RLIMIT_NOFILE, &r) != 0)
        return false;
    if (r.rlim_cur < want)
        r.rlim_cur = r.rlim_max < want ? r.rlim_max : want;
    return setrlimit(RLIMIT_NOFILE, &r) == 0 && r.rlim_cur >= want;
}

static void
print_polls(const char *what, const struct pollfd *p, int n)
{
    printf("    %-8s", what);
    for (int i = 0; i < n; i++)
        printf("  { %d, IN, %s }", p[i].fd, p[i].revents & POLLIN ? "IN" : "-");
    printf("\n");
}

static void
show_poll(void)
{
    struct pollfd p[PIPES + 1];
    int n = 0, high = -1;

    title("3. poll: an array, with one field to ask and one to answer",
          "3. poll:一个数组,问和答各有各的字段");
    for (int i = 0; i < PIPES; i++)
        p[n++] = (struct pollfd){ .fd = rd[i], .events = POLLIN };
    put(1, "b");
    if (allow_more(FD_SETSIZE + 1) &&
        (high = fcntl(rd[1], F_DUPFD, FD_SETSIZE)) >= 0)
        p[n++] = (struct pollfd){ .fd = high, .events = POLLIN };
    print_polls(tell("asked", "问的"), p, n);
    printf("    poll(array, %d, 0) = %d\n", n, poll(p, (nfds_t)n, 0));
    print_polls(tell("answer", "答的"), p, n);
    if (high >= 0) {
        say("1024 is a second name for the same pipe: no limit here.",
            "1024 是同一根管道的另一个编号:这里没有上限。");
        close(high);
    } else {
        say("(this system allows no descriptor 1024: see ulimit -n)",
            "(这个系统不给 1024 号描述符:见 ulimit -n)");
    }
    take(1, 1);
}

/* --- 4, 5, 6: epoll ------------------------------------------------------- */

#if HAVE_EPOLL
static bool
watch(int ep, int fd, unsigned events)
{
    struct epoll_event ev = { .events = events, .data.fd = fd };
    bool ok = epoll_ctl(ep, EPOLL_CTL_ADD, fd, &ev) == 0;
    printf("    epoll_ctl(ADD, %d) = %s\n", fd,
           ok ? "0" : (errno == EPERM ? "EPERM" : strerror(errno)));
    return ok;
}

static void
ask_epoll(int ep)
{
    struct epoll_event ev[PIPES];
    int n = epoll_wait(ep, ev, PIPES, 0);
    printf("    epoll_wait = %d  {", n);
    for (int i = 0; i < n; i++)
        printf(" %d", ev[i].data.fd);
    printf(" }\n");
}

static void
show_lists(void)
{
    int ep = epoll_create1(0);

    title("4. epoll: the kernel keeps the list, and hands out who is ready",
          "4. epoll:名单放在内核里,只把就绪的交出来");
    for (int i = 0; i < PIPES; i++)
        watch(ep, rd[i], EPOLLIN);
    put(1, "b");
    ask_epoll(ep);
    take(1, 1);
    put(2, "c");
    say("Nothing is filled anew, and the answer is as short as the news:",
        "不用重填什么,有几个就绪就答几个:");
    ask_epoll(ep);
    take(2, 1);
    close(ep);
}

/* The same five bytes, and a reader that takes only two of them. */
static void
read_two(unsigned mode, const char *name)
{
    int ep = epoll_create1(0);

    printf("   %s\n", name);
    watch(ep, rd[0], EPOLLIN | mode);
    put(0, "abcde");
    ask_epoll(ep);
    take(0, 2);
    ask_epoll(ep);
    close(ep);
}

static void
show_edge(void)
{
    title("5. level and edge: read two bytes of five, and ask again",
          "5. 水平和边沿:五个字节只读两个,再问一次");
    read_two(0, tell("level (EPOLLIN)", "水平触发(EPOLLIN)"));
    say("Level: reported as long as something lies there.",
        "水平触发:只要还有没读的,就一直报告。");
    take(0, 3);
    read_two(EPOLLET,
             tell("edge (EPOLLIN | EPOLLET)", "边沿触发(EPOLLIN | EPOLLET)"));
    say("Edge: \"cde\" lies there, and nobody will say so. So read to the end:",
        "边沿触发:\"cde\" 还在,却再没有人提起。所以要读到底:");
    while (take(0, 2) >= 0)
        continue;
}

static void
show_files(void)
{
    int ep = epoll_create1(0), fd = open("/proc/self/exe", O_RDONLY);
    struct pollfd p = { .fd = fd, .events = POLLIN };

    title("6. a file on a disk is not watched", "6. 磁盘上的文件,epoll 不管");
    if (fd >= 0 && !watch(ep, fd, EPOLLIN))
        printf("    poll = %d\n", poll(&p, 1, 0));
    say("poll calls it ready always, even if reading it takes long; epoll",
        "poll 说它永远就绪,哪怕读起来很慢;epoll 直接回绝。");
    say("refuses it. Waiting for a disk costs a thread.",
        "所以等磁盘,还是得搭上一个线程。");
    if (fd >= 0)
        close(fd);
    close(ep);
}
#endif

int
main(int argc, char **argv)
{
    chinese = argc > 1 && strcmp(argv[1], "zh") == 0;
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (!pipes_open()) {
        fprintf(stderr, "descriptors: no three pipes: %s\n", strerror(errno));
        return 1;
    }
    printf("%s: %d, %d, %d\n",
           tell("three pipes; their reading ends are descriptors",
                "三根管道,读的一头是描述符"),
           rd[0], rd[1], rd[2]);
    show_set();
    show_limit();
    show_poll();
#if HAVE_EPOLL
    show_lists();
    show_edge();
    show_files();
#else
    printf("\n%s\n", tell("This system has no epoll: steps 4 to 6 are Linux's.",
                          "这个系统没有 epoll:第 4 到 6 步要在 Linux 上看。"));
#endif
    return 0;
}
