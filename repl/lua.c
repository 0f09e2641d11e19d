/*
 * lua.c - Lua typed at the prompt: a new goroutine of the program.
 *
 * It is an input of the session. After it the program runs on until the new
 * goroutine has ended or is blocked, with that goroutine next whenever it can
 * be. What it leaves behind stays part of the program.
 */
#include <inttypes.h>
#include <string.h>

#include "happened.h"
#include "repl.h"
#include "syntax.h"

enum { PATIENCE = 10000 }; /* steps until the prompt comes back */

static bool
let_next(struct repl *r, uint32_t g)
{
    struct gopark_input in = { .kind = IN_STEP_G, .g = g };
    struct gopark_err err;

    return session_input(r->s, &in, NULL, &err) == GOPARK_OK;
}

static void
say_blocked(struct repl *r, const struct gopark_g *g)
{
    struct gopark_object o;
    char buf[64];

    repl_printf(r, "G%" PRIu32 " blocked: %s", g->id,
                gopark_reason_name(g->reason));
    if (g->object != 0 && world_object(r->w, g->object, &o))
        repl_printf(r, " on %s", gopark_object_label(&o, buf, sizeof buf));
    repl_puts(r, " — it stays parked; 'gs' lists it\n");
}

/* Run until g has ended or waits. */
static bool
settle(struct repl *r, uint32_t g)
{
    struct gopark_err err;
    struct gopark_g gi;

    for (int i = 0; i < PATIENCE && !r->stop_asked; i++) {
        if (world_end(r->w)->how != END_NOT || !live_g(r->w, g, &gi))
            return true;
        if (gi.status == G_WAITING) {
            say_blocked(r, &gi);
            return true;
        }
        if (gi.status == G_RUNNABLE)
            let_next(r, g);
        if (session_run(r->s, world_steps(r->w) + 1, &err) != GOPARK_OK)
            return repl_fail_err(r, &err);
    }
    repl_printf(r, "G%" PRIu32 " is still running; 'continue' lets it\n", g);
    return true;
}

enum repl_result
repl_lua(struct repl *r, const char *text)
{
    char msg[256];
    enum syntax what = syntax_check(text, msg, sizeof msg);
    struct gopark_input in = { .kind = IN_LUA, .name = "prompt" };
    struct gopark_err err;
    uint32_t g = 0;
    bool ok;

    if (what == SYNTAX_UNFINISHED) {
        text_clear(&r->lua);
        text_puts(&r->lua, text);
        return REPL_MORE;
    }
    if (what == SYNTAX_WRONG) {
        repl_fail(r, "not a command, and not Lua: %s", msg);
        return REPL_FAILED;
    }
    in.text = text;
    session_mark(r->s);
    ok = session_input(r->s, &in, &g, &err) == GOPARK_OK ||
         repl_fail_err(r, &err);
    ok = ok && settle(r, g);
    r->version++;
    return ok ? REPL_OK : REPL_FAILED;
}
