/*
 * embedded.h - the libraries that are written in Lua and built into gopark.
 *
 * A library is compiled when a script first touches it, so that a world that
 * does not use it stays small. It sees the vocabulary as it was when the
 * state was set up, whatever the script has done to its globals since, and
 * import(name), which gives another such library.
 *
 * The chunk of a library returns its public table, and optionally a second
 * value for other parts of gopark.
 */
#ifndef LUA_EMBEDDED_H
#define LUA_EMBEDDED_H

#include <stdbool.h>
#include <stddef.h>

#include <lua.h>

struct embedded_file {
    const char *name; /* context */
    const char *text; /* not terminated */
    size_t size;
};

/* All of them, up to one without name. Made at build time. */
extern const struct embedded_file embedded_files[];

/* The source of a library and its size, or NULL. */
const char *embedded_source(const char *name, size_t *size);

/*
 * Call this once when all other globals exist: remembers the vocabulary, and
 * lets context, errors, errgroup, semaphore and singleflight appear as globals
 * when they are first read. If there is a global sync, its fields Once,
 * OnceFunc, OnceValue, OnceValues, Pool and Map appear likewise.
 */
void embedded_open(lua_State *L);

/* Push the public table of a library and its second value. */
void embedded_load(lua_State *L, const char *name);
/* Set a variable that all libraries see. */
void embedded_set(lua_State *L, const char *name, bool value);
/* Push the second value of a library, if that has been loaded. */
bool embedded_aid(lua_State *L, const char *name);

/*
 * If the table at idx is the table of globals and still waits for libraries,
 * give it all of them, and no metatable: the script is about to look at or to
 * set its own.
 */
void embedded_settle(lua_State *L, int idx);

/* A garbage collection that the script asked for: sync.Pool drops its items. */
void embedded_collected(lua_State *L);

/* Provided by who owns the state: a library's code begins to run, or has. */
void embedded_loading(lua_State *L, bool begins);

#endif
