/*
 * row.h - one channel or one lock as a row: its name, what it holds, who
 * waits.
 */
#ifndef VIZ_ROW_H
#define VIZ_ROW_H

#include "chip.h"

enum { ROW_NAME_W = 112 };

/* The name and state of o, at the left end of its row. */
void row_name(struct build *b, const struct gopark_object *o, struct rect r);
/* Those who wait in one of its queues, count of them. */
void row_queue(struct build *b, const struct gopark_object *o,
               enum gopark_queue q, int count, struct rect r, enum align a);

/* Where the receivers of an unbuffered channel begin in row r. */
float row_recv_x(struct rect r);
void row_chan(struct build *b, const struct gopark_object *o, struct rect r);
void row_lock(struct build *b, const struct gopark_object *o, struct rect r);

#endif
