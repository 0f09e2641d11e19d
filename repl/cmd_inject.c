/*
 * cmd_inject.c - faults put into a running program.
 *
 * `inject` turns a correct program into a broken one without touching its
 * text. Each form is one input of the session: it is part of the timeline,
 * `undo` takes it back, and a replay file has it.
 */
#include <inttypes.h>
#include <string.h>

#include "describe.h"
#include "families.h"
#include "rows.h"
#include "suggest.h"
#include "units.h"

/* Make the input, and say what it did. */
static bool
inject(struct repl *r, const struct gopark_input *in, const char *said)
{
    struct gopark_err err;
    uint32_t g = 0;

    session_mark(r->s);
    if (session_input(r->s, in, &g, &err) != GOPARK_OK)
        return repl_fail_err(r, &err);
    r->version++;
    if (g != 0)
        repl_printf(r, "%s: G%" PRIu32 "\n", said, g);
    else
        repl_printf(r, "%s\n", said);
    return true;
}

/* The words from argv[2] on, with single spaces. */
static char *
joined(int argc, char **argv)
{
    struct text t = { 0 };

    for (int i = 2; i < argc; i++)
        text_printf(&t, "%s%s", i > 2 ? " " : "", argv[i]);
    return t.s != NULL ? t.s : text_dup("");
}

/* --- the forms ----------------------------------------------------------- */

static bool
inject_text(struct repl *r, int argc, char **argv, enum gopark_input_kind kind)
{
    struct gopark_input in = { .kind = kind };
    struct text said = { 0 };
    char *text = joined(argc, argv);
    bool ok;

    in.text = text;
    if (kind == IN_SKIP && argc > 4)
        text_printf(
            &said,
            REPL_SAY(r, "%s number %s on %s, from now on, will do nothing",
                     "从现在起,第 %2$s 次 %1$s(作用在 %3$s 上)不起作用"),
            argv[2], argv[4], argv[3]);
    else if (kind == IN_SKIP)
        text_printf(&said,
                    REPL_SAY(r, "the next %s on %s will do nothing",
                             "下一次 %s(作用在 %s 上)不起作用"),
                    argv[2], argv[3]);
    else
        text_printf(&said,
                    REPL_SAY(r, "a goroutine that leaks at %s",
                             "放进一个会泄漏的 goroutine(%s)"),
                    argv[2]);
    ok = inject(r, &in, said.s);
    text_done(&said);
    free(text);
    return ok;
}

static bool
inject_skip(struct repl *r, int argc, char **argv)
{
    return inject_text(r, argc, argv, IN_SKIP);
}

static bool
inject_leak(struct repl *r, int argc, char **argv)
{
    return inject_text(r, argc, argv, IN_LEAK);
}

/* A goroutine and a duration: delay, syscall. */
static bool
inject_time(struct repl *r, char **argv, enum gopark_input_kind kind,
            const char *what)
{
    struct gopark_input in = { .kind = kind };
    struct text said = { 0 };
    bool ok;

    if (!arg_g(r, argv[2], &in.g) || !arg_duration(r, argv[3], &in.n))
        return false;
    text_printf(&said, what, in.g, argv[3]);
    ok = inject(r, &in, said.s);
    text_done(&said);
    return ok;
}

static bool
inject_delay(struct repl *r, int argc, char **argv)
{
    (void)argc;
    return inject_time(r, argv, IN_DELAY,
                       REPL_SAY(r, "G%" PRIu32 " is held up for %s",
                                "G%" PRIu32 " 被拖住 %s"));
}

static bool
inject_syscall(struct repl *r, int argc, char **argv)
{
    (void)argc;
    return inject_time(r, argv, IN_SYSCALL,
                       REPL_SAY(r, "G%" PRIu32 " enters a system call of %s",
                                "G%" PRIu32 " 进入一个 %s 的系统调用"));
}

static bool
inject_panic(struct repl *r, int argc, char **argv)
{
    struct gopark_input in = { .kind = IN_PANIC };
    struct text said = { 0 };
    char *text, *space;
    bool ok = false;

    if (!arg_g(r, argv[2], &in.g))
        return false;
    text = joined(argc, argv); /* begins with the goroutine */
    space = strchr(text, ' ');
    in.text = space != NULL ? space + 1 : NULL;
    text_printf(&said,
                REPL_SAY(r, "G%" PRIu32 " panics when it runs next",
                         "G%" PRIu32 " 下次运行时会 panic"),
                in.g);
    ok = inject(r, &in, said.s);
    text_done(&said);
    free(text);
    return ok;
}

static bool
inject_g(struct repl *r, char **argv, enum gopark_input_kind kind,
         const char *what)
{
    struct gopark_input in = { .kind = kind };
    struct text said = { 0 };
    bool ok;

    if (!arg_g(r, argv[2], &in.g))
        return false;
    text_printf(&said, what, in.g);
    ok = inject(r, &in, said.s);
    text_done(&said);
    return ok;
}

static bool
inject_stall(struct repl *r, int argc, char **argv)
{
    (void)argc;
    return inject_g(r, argv, IN_STALL,
                    REPL_SAY(r, "G%" PRIu32 " is not scheduled any more",
                             "G%" PRIu32 " 被扣住,不再被调度"));
}

static bool
inject_unstall(struct repl *r, int argc, char **argv)
{
    (void)argc;
    return inject_g(r, argv, IN_UNSTALL,
                    REPL_SAY(r, "G%" PRIu32 " may be scheduled again",
                             "G%" PRIu32 " 放行,又可以被调度"));
}

static bool
inject_close(struct repl *r, int argc, char **argv)
{
    struct gopark_input in = { .kind = IN_CLOSE };
    struct gopark_object o;

    (void)argc;
    if (!arg_object(r, argv[2], &o))
        return false;
    in.object = o.id;
    return inject(r, &in, REPL_SAY(r, "closed", "已关闭"));
}

static bool
inject_clear(struct repl *r, int argc, char **argv)
{
    struct gopark_input in = { .kind = IN_CLEAR };

    (void)argc;
    (void)argv;
    return inject(r, &in,
                  REPL_SAY(r, "nothing is skipped or stalled any more",
                           "不再跳过任何操作,也不再扣住任何 goroutine"));
}

/* --- what has been injected ---------------------------------------------- */

static const char *
kind_word(enum gopark_input_kind k)
{
    switch (k) {
    case IN_SKIP:
        return "skip";
    case IN_DELAY:
        return "delay";
    case IN_PANIC:
        return "panic";
    case IN_STALL:
        return "stall";
    case IN_UNSTALL:
        return "unstall";
    case IN_CLOSE:
        return "close";
    case IN_SYSCALL:
        return "syscall";
    case IN_LEAK:
        return "leak";
    case IN_CLEAR:
        return "clear";
    case IN_LUA:
    case IN_STEP_G:
    case IN_PROCS:
    case IN_POLICY:
    case IN_QUANTUM:
    case IN_COSTS:
    case IN_WAKE:
        break;
    }
    return NULL;
}

/* Its operands, as they were typed. */
static void
put_operands(struct repl *r, const struct gopark_input *in, struct text *t)
{
    char buf[64];

    if (in->g != 0)
        text_printf(t, "G%" PRIu32, in->g);
    if (in->object != 0) {
        describe_object(r->w, in->object, buf, sizeof buf);
        text_puts(t, buf);
    }
    if (in->n != 0)
        text_printf(t, " %s", units_time(in->n, buf, sizeof buf));
    if (in->text != NULL)
        text_printf(t, "%s%s", t->len > 0 ? " " : "", in->text);
}

static bool
inject_list(struct repl *r, int argc, char **argv)
{
    struct session_entry e;
    struct rows t;

    (void)argc;
    (void)argv;
    rows_begin(&t, r);
    for (int i = 0; i < session_entries(r->s); i++) {
        struct text what = { 0 };
        const char *word;

        if (!session_entry(r->s, i, &e) || e.is_pick ||
            (word = kind_word(e.in.kind)) == NULL)
            continue;
        put_operands(r, &e.in, &what);
        rows_next(&t);
        rows_int(&t, "step", (int64_t)e.step);
        rows_text(&t, REPL_SAY(r, "step %" PRIu64, "第 %" PRIu64 " 步"),
                  e.step);
        rows_both(&t, "inject", word);
        rows_both(&t, "operands", what.s != NULL ? what.s : "");
        text_done(&what);
    }
    rows_end(&t, REPL_SAY(r, "nothing has been injected", "什么也没注入过"));
    return true;
}

/* --- the command --------------------------------------------------------- */

static const struct form {
    const char *word;
    int min, max; /* words after it */
    const char *usage;
    bool (*exec)(struct repl *r, int argc, char **argv);
} forms[] = {
    { "leak", 1, 1, "recv|send|select|timer|pool|mutex", inject_leak },
    { "skip", 2, 3, "OP OBJECT [K]", inject_skip },
    { "delay", 2, 2, "N D", inject_delay },
    { "panic", 1, -1, "N [TEXT]", inject_panic },
    { "stall", 1, 1, "N", inject_stall },
    { "unstall", 1, 1, "N", inject_unstall },
    { "close", 1, 1, "CHANNEL", inject_close },
    { "syscall", 2, 2, "N D", inject_syscall },
    { "list", 0, 0, "", inject_list },
    { "clear", 0, 0, "", inject_clear },
};
enum { NFORM = sizeof forms / sizeof forms[0] };

static bool
cmd_inject(struct repl *r, int argc, char **argv)
{
    struct suggest s = { .word = argv[1] };

    for (int i = 0; i < NFORM; i++) {
        const struct form *f = &forms[i];

        suggest_offer(&s, f->word);
        if (strcmp(argv[1], f->word) != 0)
            continue;
        if (argc - 2 < f->min || (f->max >= 0 && argc - 2 > f->max))
            return repl_fail(r, "usage: inject %s %s; see 'help inject'",
                             f->word, f->usage);
        return f->exec(r, argc, argv);
    }
    return repl_fail(r, "inject %s: unknown%s%s; see 'help inject'", argv[1],
                     suggest_best(&s) != NULL ? ", did you mean " : "",
                     suggest_best(&s) != NULL ? suggest_best(&s) : "");
}

const struct repl_cmd cmd_inject_group[] = {
    { .name = "inject",
      .min_args = 1,
      .max_args = -1,
      .flags = CMD_NEEDS,
      .usage = "FAULT ...",
      .help = "put a fault into the running program",
      .more =
          "inject leak recv|send|select|timer|pool|mutex   a goroutine "
          "that leaks so\n"
          "inject skip OP OBJECT [K]   the next (K-th) close, send, recv, "
          "unlock, done,\n"
          "                            cancel, stop or signal on it does "
          "nothing\n"
          "inject delay N D            goroutine N is held up for D\n"
          "inject panic N [TEXT]       it panics\n"
          "inject stall N, unstall N   it is not scheduled, or again\n"
          "inject close CHANNEL        close it from outside\n"
          "inject syscall N D          it enters a system call of D\n"
          "inject list, inject clear   what was injected; end it\n"
          "Each is an input: 'undo' takes it back, 'save' keeps it. From the "
          "shell:\ngopark run --inject \"skip close jobs\", also with \"at "
          "40\", a step, or \"at 5ms\".\n",
      .group = GROUP_INJECT,
      .arg = ARG_WORDS,
      .words = "leak|skip|delay|panic|stall|unstall|close|syscall|list|clear",
      .exec = cmd_inject },
    { .name = NULL },
};
