#ifndef GOPARK_CHECK_STORY_H
#define GOPARK_CHECK_STORY_H

#include "check/search.h"

/* Fill in what is shown of each finding; returns the table of an execution
 * that ends well if there is no finding, or NULL. Malloc'd. */
char *story_tell(struct search *s);

#endif
