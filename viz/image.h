/*
 * image.h - can this picture be made?
 */
#ifndef VIZ_IMAGE_H
#define VIZ_IMAGE_H

#include "viz.h"

/* The file's ending and the size, before anything is run or drawn. */
enum gopark_rc image_check(const struct viz_look *look, const char *path,
                           struct gopark_err *err);

#endif
