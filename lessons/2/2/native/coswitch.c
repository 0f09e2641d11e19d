/*
 * coswitch.c - two coroutines in C, and why setjmp alone makes none.
 *
 * Each coroutine gets a stack from malloc; swapcontext() saves the registers
 * of the one that stops and loads those of the one that goes on. Positions
 * are printed as "stack NAME, N bytes deep", never as raw addresses, so that
 * two runs can be compared. With a terminal the program waits for Enter
 * between the steps. `coswitch zh` speaks Chinese.
 *
 * Rejected: hand-written assembly. It is shorter (six registers on x86-64),
 * but it would need a version for each processor; swapcontext() does the
 * same, and a system call for the signal mask besides, which Go avoids.
 */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

enum { STACK_SIZE = 64 * 1024 };

struct coroutine {
    const char *name;
    char *stack;   /* its lowest address; the stack grows down to it */
    ucontext_t at; /* its registers while it does not run */
    bool dead;
};

static struct coroutine mole[2];
static ucontext_t main_at;
static struct coroutine *running; /* NULL: main runs */
static bool chinese;

/* The sentence in the reader's language. */
static const char *
tell(const char *en, const char *zh)
{
    return chinese ? zh : en;
}

static void
pause_for_reader(void)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return;
    printf("%s", tell("        [Enter] ", "        [回车] "));
    fflush(stdout);
    for (int c = getchar(); c != '\n' && c != EOF; c = getchar())
        continue;
}

/* On which of the three stacks does this address lie, and how deep? */
static void
print_place(const char *what, uintptr_t address)
{
    for (int i = 0; i < 2; i++) {
        uintptr_t low = (uintptr_t)mole[i].stack;
        if (address - low < STACK_SIZE) {
            printf("    %-10s %s %s, %5zu %s\n", what,
                   tell("stack of", "所在的栈:"), mole[i].name,
                   (size_t)(low + STACK_SIZE - address),
                   tell("bytes deep", "字节深"));
            return;
        }
    }
    printf("    %-10s %s\n", what, tell("stack of main", "所在的栈: main"));
}

/* The registers that swapcontext() has put away for a coroutine. */
static void
print_saved(const struct coroutine *co)
{
    const mcontext_t *mc = &co->at.uc_mcontext;
#if defined(__x86_64__)
    print_place("rsp", (uintptr_t)mc->gregs[REG_RSP]);
    printf(
        "    %-10s %s\n", "rip",
        tell("just behind the switch in yield()", "yield() 里切换之后的那条"));
    printf("    %-10s %s\n", "and", "rbx rbp r12 r13 r14 r15");
#elif defined(__aarch64__)
    print_place("sp", (uintptr_t)mc->sp);
    printf(
        "    %-10s %s\n", "pc",
        tell("just behind the switch in yield()", "yield() 里切换之后的那条"));
    printf("    %-10s %s\n", "and", "x19 ... x30");
#else
    (void)mc;
#endif
}

/* Stop here, and go on in main. */
static void
yield(void)
{
    struct coroutine *self = running;
    running = NULL;
    swapcontext(&self->at, &main_at);
}

static void
resume(struct coroutine *co)
{
    printf("main: resume(%s)\n", co->name);
    running = co;
    swapcontext(&main_at, &co->at);
    if (co->dead) {
        printf("main: %s %s\n", co->name, tell("has ended", "结束了"));
    } else {
        printf("main: %s %s\n", co->name,
               tell("stopped; its saved registers:", "停下了,存好的寄存器:"));
        print_saved(co);
    }
    pause_for_reader();
}

static void __attribute__((noinline)) dig(int depth, int bottom)
{
    volatile int stone = depth; /* on the coroutine's own stack */
    if (depth == bottom) {
        printf("  %s: %s %d %s\n", running->name,
               tell("at the bottom,", "到底了,"), depth,
               tell("calls deep", "层调用"));
        print_place("&stone", (uintptr_t)&stone);
        yield();
    } else {
        dig(depth + 1, bottom);
    }
    printf("  %s: %s %d\n", running->name, tell("finds stone", "找到石头"),
           stone);
}

/* Where a coroutine begins; what it returns to is uc_link, main. */
static void
mole_main(int bottom)
{
    dig(1, bottom);
    running->dead = true;
    running = NULL;
}

static bool
mole_init(struct coroutine *co, const char *name, int bottom)
{
    co->name = name;
    co->stack = malloc(STACK_SIZE);
    if (co->stack == NULL || getcontext(&co->at) != 0)
        return false;
    co->at.uc_stack.ss_sp = co->stack;
    co->at.uc_stack.ss_size = STACK_SIZE;
    co->at.uc_link = &main_at;
    makecontext(&co->at, (void (*)(void))mole_main, 1, bottom);
    return true;
}

/* setjmp and longjmp: back to an open call, on the same stack. */
static void
show_setjmp(void)
{
    static jmp_buf here;
    static uintptr_t frame[2];
    volatile int times = 0;

    printf("%s\n", tell("setjmp and longjmp, for comparison:",
                        "拿 setjmp 和 longjmp 来比较:"));
    if (setjmp(here) == 0) {
        frame[0] = (uintptr_t)&times;
        times = 1;
        longjmp(here, 1);
    }
    frame[1] = (uintptr_t)&times;
    print_place("&times", frame[1]);
    printf(
        "    %s\n",
        frame[0] == frame[1]
            ? tell("the jump came back into the same frame: the registers were "
                   "restored, and no second stack appeared",
                   "跳回来还是同一个栈帧:寄存器复原了,但没有变出第二条栈")
            : tell("another frame?", "换了栈帧?"));
}

int
main(int argc, char **argv)
{
    chinese = argc > 1 && strcmp(argv[1], "zh") == 0;
    if (!mole_init(&mole[0], tell("left", "左"), 3) ||
        !mole_init(&mole[1], tell("right", "右"), 2)) {
        fprintf(stderr, "coswitch: no memory for two stacks\n");
        return 1;
    }
    printf("%s\n", tell("two moles, two stacks of 64 KiB",
                        "两只鼹鼠,两条 64 KiB 的栈"));
    for (int turn = 0; turn < 2; turn++) {
        resume(&mole[0]);
        resume(&mole[1]);
    }
    show_setjmp();
    free(mole[0].stack);
    free(mole[1].stack);
    return 0;
}
