/*
 * complete.c - what a line can go on with.
 *
 * The first word is a command or a Lua name. The words behind it are what the
 * command's row says they name. In Lua, globals, and fields behind a dot or a
 * colon, are looked up in the program itself, without effects.
 */
#include "complete.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "describe.h"

struct finder {
    struct repl *r;
    struct completions *out;
    char word[128]; /* what is typed so far */
    size_t n;
};

static void
offer(struct finder *f, const char *name)
{
    struct completions *c = f->out;

    if (strncmp(name, f->word, f->n) != 0)
        return;
    for (int i = 0; i < c->n; i++)
        if (strcmp(c->word[i], name) == 0)
            return;
    if (c->n == c->cap) {
        c->cap = c->cap == 0 ? 32 : 2 * c->cap;
        c->word = text_grow(c->word, (size_t)c->cap * sizeof c->word[0]);
    }
    c->word[c->n++] = text_dup(name);
}

static void
offer_words(struct finder *f, const char *words)
{
    char word[64];

    while (words != NULL && *words != '\0') {
        size_t n = strcspn(words, "|");

        snprintf(word, sizeof word, "%.*s", (int)n, words);
        offer(f, word);
        words += n + (words[n] == '|');
    }
}

static void
offer_commands(struct finder *f)
{
    const struct repl_cmd *c;

    for (int i = 0; (c = repl_cmd_at(i)) != NULL; i++)
        offer(f, c->name);
}

static void
offer_gs(struct finder *f)
{
    struct gopark_g g;
    char name[32];

    for (uint32_t i = 0;
         (i = world_next_g(f->r->w, i)) != 0 && f->out->n < 500;) {
        if (!live_g(f->r->w, i, &g) || g.hidden)
            continue;
        snprintf(name, sizeof name, "G%" PRIu32, i);
        offer(f, name);
    }
}

static void
offer_objects(struct finder *f, bool chans_only)
{
    struct gopark_object o;
    char name[64];

    for (uint32_t id = 0; (id = world_next_object(f->r->w, id)) != 0;) {
        if (!world_object(f->r->w, id, &o) ||
            (chans_only && o.kind != OBJ_CHAN))
            continue;
        describe_object(f->r->w, id, name, sizeof name);
        offer(f, name);
    }
}

/* Names in the table that expr gives, each behind prefix. */
static void
offer_fields(struct finder *f, const char *expr, const char *prefix)
{
    static const char code[] =
        "(function(t) local s = {} "
        "local function add(t) if type(t) == 'table' then "
        "for k in pairs(t) do if type(k) == 'string' then "
        "s[#s + 1] = k end end end end "
        "add(t) local m = getmetatable(t) "
        "if type(m) == 'table' then add(m.__index) end "
        "if type(t) == 'userdata' then for n in "
        "('send recv close len cap Lock TryLock Unlock RLock RUnlock "
        "RLocker Add Done Wait Go Signal Broadcast Do Load Store Swap "
        "CompareAndSwap Range Delete Get Put Stop Reset C'):gmatch('%%a+') "
        "do local ok, v = pcall(function() return t[n] end) "
        "if ok and v ~= nil then s[#s + 1] = n end end end "
        "table.sort(s) return table.concat(s, '|') end)(%s)";
    struct text lua = { 0 };
    struct gopark_err err;
    char *names = NULL, word[160];

    text_printf(&lua, code, expr);
    if (world_eval(f->r->w, f->r->g, f->r->frame, lua.s, &names, NULL, &err) ==
        GOPARK_OK) {
        for (const char *s = names; *s != '\0';) {
            size_t n = strcspn(s, "|");

            snprintf(word, sizeof word, "%s%.*s", prefix, (int)n, s);
            offer(f, word);
            s += n + (s[n] == '|');
        }
    }
    free(names);
    text_done(&lua);
}

static void
offer_locals(struct finder *f)
{
    static struct gopark_local v[100];
    struct gopark_frame frame[64];
    int n = f->r->g != 0 ? world_frames(f->r->w, f->r->g, frame, 64) : 0;

    if (f->r->frame >= n || f->r->frame >= 64)
        return;
    n = world_locals(f->r->w, f->r->g, frame[f->r->frame].level, v, 100);
    for (int i = 0; i < n && i < 100; i++)
        if (v[i].name[0] != '(')
            offer(f, v[i].name);
}

static void
offer_lua(struct finder *f)
{
    char expr[128], prefix[128];
    size_t n = f->n;

    if (f->r->s == NULL)
        return;
    while (n > 0 && f->word[n - 1] != '.' && f->word[n - 1] != ':')
        n--;
    if (n > 1) {
        snprintf(expr, sizeof expr, "%.*s", (int)n - 1, f->word);
        snprintf(prefix, sizeof prefix, "%.*s", (int)n, f->word);
        offer_fields(f, expr, prefix);
        return;
    }
    offer_locals(f);
    offer_fields(f, "_G", "");
}

static void
offer_args(struct finder *f, const struct repl_cmd *c)
{
    offer_words(f, c->words);
    switch (c->arg) {
    case ARG_FILE:
        f->out->files = true;
        return;
    case ARG_COMMAND:
        offer_commands(f);
        return;
    case ARG_LUA:
        offer_lua(f);
        return;
    case ARG_NONE:
    case ARG_SETTING:
    case ARG_WORDS:
        return;
    case ARG_G:
    case ARG_OBJECT:
    case ARG_CHAN:
    case ARG_BREAK:
        break;
    }
    if (f->r->s == NULL)
        return;
    if (c->arg != ARG_CHAN)
        offer_gs(f);
    if (c->arg == ARG_BREAK) {
        offer(f, f->r->script.name);
        offer_lua(f);
    }
    if (c->arg != ARG_G)
        offer_objects(f, c->arg == ARG_CHAN);
}

/* --json, of which the dashes are not part of the word. */
static bool
offer_option(struct finder *f, const char *line, size_t start)
{
    if (start < 2 || line[start - 1] != '-')
        return false;
    if (line[start - 2] == '-')
        offer(f, "json");
    else if (line[start - 2] == ' ')
        offer(f, "-json");
    return f->out->n > 0;
}

/* "set lang" is followed by what the setting can be. */
static void
offer_setting(struct finder *f, const char *line, size_t start)
{
    static const char *const values[][2] = {
        { "policy", "go|random|pct|manual" }, { "lang", "en|zh" },
        { "theme", "dark|light|contrast" },   { "color", "always|never" },
        { "view", "window|text|off" },        { "pace", "max" },
    };
    char before[64] = "";

    sscanf(line, "%*s %63s", before);
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (strcmp(before, values[i][0]) == 0 &&
            (size_t)(strstr(line, before) - line) < start)
            offer_words(f, values[i][1]);
}

void
complete(struct repl *r, const char *line, size_t start, size_t end,
         struct completions *out)
{
    struct finder f = { .r = r, .out = out };
    const struct repl_cmd *c;
    char name[64];
    size_t first = strspn(line, " "), len;
    int n;

    memset(out, 0, sizeof *out);
    snprintf(f.word, sizeof f.word, "%.*s", (int)(end - start), line + start);
    f.n = strlen(f.word);
    if (start == first) {
        if (r->lua.len == 0)
            offer_commands(&f);
        offer_lua(&f);
        return;
    }
    len = strcspn(line + first, " ");
    snprintf(name, sizeof name, "%.*s", (int)len, line + first);
    c = r->lua.len == 0 ? repl_cmd_find(name, &n) : NULL;
    if (c == NULL) {
        offer_lua(&f);
        return;
    }
    if (offer_option(&f, line, start))
        return;
    if (c->arg == ARG_SETTING)
        offer_setting(&f, line, start);
    if (out->n == 0)
        offer_args(&f, c);
}

void
completions_free(struct completions *c)
{
    for (int i = 0; i < c->n; i++)
        free(c->word[i]);
    free(c->word);
    memset(c, 0, sizeof *c);
}
