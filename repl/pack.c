/*
 * pack.c - a folder of lessons: contents, sections, and finding things.
 */
#define _XOPEN_SOURCE 700
#include "pack.h"

#include <lauxlib.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "host.h"
#include "options.h"
#include "pack_read.h"
#include "text.h"

/* --- reading ------------------------------------------------------------- */

static bool
is_file(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

/* The folder of section id: 2.4 is 2/4. */
static char *
section_dir(const struct pack *p, const char *id)
{
    char *dir = pack_path("%s/%s", p->root, id);

    for (char *s = dir + strlen(p->root); *s != '\0'; s++)
        if (*s == '.')
            *s = '/';
    return dir;
}

static char *
read_text(struct tables *t, const char *dir, const char *lang)
{
    char *path = pack_path("%s/%s.md", dir, lang);
    size_t len;
    char *s = is_file(path) ? host_read(path, &len, NULL) : NULL;

    if (s == NULL)
        tables_problem(t, path, "cannot be read");
    free(path);
    return s;
}

static void
read_lesson(struct pack *p, struct section *s)
{
    char *file = pack_path("%s/lesson.lua", s->dir);

    if (tables_load(&p->t, file)) {
        lua_pushvalue(p->t.L, -1);
        luaL_ref(p->t.L, LUA_REGISTRYINDEX);
        s->title = tables_saying(&p->t, file, "title");
        s->minutes = (int)tables_int(&p->t, file, "minutes", 0);
        s->native = tables_list(&p->t, file, "native", &s->nnative);
        pack_read_demos(&p->t, s, file);
        pack_read_exercises(&p->t, s, file);
        tables_known(&p->t, file, "title minutes demos exercises native");
        lua_pop(p->t.L, 1);
    }
    s->text[LANG_EN] = read_text(&p->t, s->dir, "en");
    s->text[LANG_ZH] = read_text(&p->t, s->dir, "zh");
    free(file);
}

static struct section *
add_section(struct pack *p)
{
    p->section =
        text_grow(p->section, sizeof *p->section * (size_t)(p->nsection + 1));
    memset(&p->section[p->nsection], 0, sizeof *p->section);
    return &p->section[p->nsection++];
}

/* The entry on top of the stack: { id =, coming =, title = }. */
static void
read_entry(struct pack *p, const char *file)
{
    const char *id = tables_need(&p->t, file, "id");
    struct section *s;

    tables_known(&p->t, file, "id coming title");
    if (id == NULL)
        return;
    s = add_section(p);
    s->id = id;
    s->chapter = p->nchapter - 1;
    s->dir = section_dir(p, id);
    s->coming = tables_bool(&p->t, file, "coming");
    if (s->coming)
        s->title = tables_saying(&p->t, file, "title");
}

static void
read_chapter(struct pack *p, const char *file)
{
    struct chapter *c;

    p->chapter =
        text_grow(p->chapter, sizeof *p->chapter * (size_t)(p->nchapter + 1));
    c = &p->chapter[p->nchapter++];
    c->id = tables_need(&p->t, file, "id");
    c->title = tables_saying(&p->t, file, "title");
    tables_known(&p->t, file, "id title sections");
    if (c->id == NULL)
        c->id = "?";
    if (!tables_enter(&p->t, file, "sections"))
        return;
    for (int i = 1; lua_rawgeti(p->t.L, -1, i) == LUA_TTABLE; i++) {
        read_entry(p, file);
        lua_pop(p->t.L, 1);
    }
    lua_pop(p->t.L, 2);
}

static void
read_contents(struct pack *p, const char *file)
{
    if (!tables_load(&p->t, file))
        return;
    lua_pushvalue(p->t.L, -1);
    luaL_ref(p->t.L, LUA_REGISTRYINDEX);
    p->title = tables_saying(&p->t, file, "title");
    tables_known(&p->t, file, "title chapters");
    if (tables_enter(&p->t, file, "chapters")) {
        for (int i = 1; lua_rawgeti(p->t.L, -1, i) == LUA_TTABLE; i++) {
            read_chapter(p, file);
            lua_pop(p->t.L, 1);
        }
        lua_pop(p->t.L, 2);
    }
    lua_pop(p->t.L, 1);
}

/* A folder with nothing but one lesson is a pack of one section. */
static void
one_lesson(struct pack *p)
{
    const char *slash = strrchr(p->root, '/');
    struct section *s = add_section(p);

    s->id = slash != NULL && slash[1] != '\0' ? slash + 1 : p->root;
    s->dir = text_dup(p->root);
}

struct pack *
pack_open(const char *root, problem_fn *problem, void *ctx)
{
    struct pack *p = text_alloc(sizeof *p);
    char *contents = pack_path("%s/contents.lua", root);
    char *lesson = pack_path("%s/lesson.lua", root);

    memset(p, 0, sizeof *p);
    p->root = text_dup(root);
    p->t.L = tables_state();
    p->t.problem = problem;
    p->t.ctx = ctx;
    for (size_t n = strlen(p->root); n > 1 && p->root[n - 1] == '/'; n--)
        p->root[n - 1] = '\0';
    if (p->t.L != NULL && is_file(contents))
        read_contents(p, contents);
    else if (p->t.L != NULL && is_file(lesson))
        one_lesson(p);
    else
        tables_problem(&p->t, root, "has neither contents.lua nor lesson.lua");
    free(contents);
    free(lesson);
    for (int i = 0; i < p->nsection; i++)
        if (!p->section[i].coming)
            read_lesson(p, &p->section[i]);
    if (p->nsection > 0)
        return p;
    pack_close(p);
    return NULL;
}

/* --- closing ------------------------------------------------------------- */

static void
section_free(struct section *s)
{
    free(s->dir);
    free(s->text[0]);
    free(s->text[1]);
    free(s->native);
    pack_free_demos(s);
    pack_free_exercises(s);
}

void
pack_close(struct pack *p)
{
    if (p == NULL)
        return;
    for (int i = 0; i < p->nsection; i++)
        section_free(&p->section[i]);
    free(p->section);
    free(p->chapter);
    free(p->root);
    if (p->t.L != NULL)
        lua_close(p->t.L);
    free(p);
}

/* --- finding ------------------------------------------------------------- */

/* The program's own folder, from the system. */
static bool
own_folder(char *buf, size_t size)
{
    ssize_t n = readlink("/proc/self/exe", buf, size - 1);
    char *slash;

    if (n <= 0)
        return false;
    buf[n] = '\0';
    slash = strrchr(buf, '/');
    if (slash != NULL)
        *slash = '\0';
    return slash != NULL;
}

/* Installed beside the program, or in the tree it was built in. */
char *
pack_home(void)
{
    static const char *const place[] = { "../share/gopark/lessons",
                                         "../../lessons", "../lessons",
                                         "lessons" };
    const char *other = getenv("GOPARK_LESSONS");
    char dir[PATH_MAX];

    if (other != NULL && *other != '\0')
        return text_dup(other);
    if (!own_folder(dir, sizeof dir))
        return text_dup("lessons");
    for (size_t i = 0; i < sizeof place / sizeof place[0]; i++) {
        char *home = pack_path("%s/%s", dir, place[i]);
        char *contents = pack_path("%s/contents.lua", home);
        bool found = is_file(contents);

        free(contents);
        if (found)
            return home;
        free(home);
    }
    return text_dup("lessons");
}

struct section *
pack_section(const struct pack *p, const char *id)
{
    for (int i = 0; i < p->nsection; i++)
        if (strcmp(p->section[i].id, id) == 0)
            return &p->section[i];
    return NULL;
}

struct demo *
section_demo(const struct section *s, const char *name)
{
    for (int i = 0; i < s->ndemo; i++)
        if (strcmp(s->demo[i].name, name) == 0)
            return &s->demo[i];
    return NULL;
}

struct exercise *
section_exercise(const struct section *s, const char *name)
{
    for (int i = 0; i < s->nexercise; i++)
        if (strcmp(s->exercise[i].name, name) == 0 ||
            strcmp(s->exercise[i].id, name) == 0)
            return &s->exercise[i];
    return NULL;
}

struct exercise *
pack_exercise(const struct pack *p, const char *name)
{
    const char *slash = strrchr(name, '/');
    struct exercise *e = NULL;

    if (slash != NULL)
        name = slash + 1;
    for (int i = 0; i < p->nsection && e == NULL; i++)
        e = section_exercise(&p->section[i], name);
    return e;
}

struct demo *
pack_demo(const struct pack *p, const char *name)
{
    struct demo *d = NULL;

    for (int i = 0; i < p->nsection && d == NULL; i++)
        d = section_demo(&p->section[i], name);
    return d;
}

struct demo *
pack_demo_of(const struct pack *p, const char *path)
{
    char a[PATH_MAX], b[PATH_MAX];

    if (realpath(path, a) == NULL)
        return NULL;
    for (int i = 0; i < p->nsection; i++)
        for (int k = 0; k < p->section[i].ndemo; k++)
            if (realpath(p->section[i].demo[k].path, b) != NULL &&
                strcmp(a, b) == 0)
                return &p->section[i].demo[k];
    return NULL;
}
