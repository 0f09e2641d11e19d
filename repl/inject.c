#include "inject.h"

#include <string.h>

enum gopark_rc
inject_parse(const char *spec, struct gopark_input *in, struct gopark_err *err)
{
    size_t n = strcspn(spec, " ");

    memset(in, 0, sizeof *in);
    in->text = spec + n + strspn(spec + n, " ");
    if (n == 4 && strncmp(spec, "skip", 4) == 0)
        in->kind = IN_SKIP;
    else if (n == 4 && strncmp(spec, "leak", 4) == 0)
        in->kind = IN_LEAK;
    else
        return gopark_fail(err, GOPARK_EUSAGE,
                           "--inject \"%s\": expected \"skip OP OBJECT "
                           "[K]\" or \"leak KIND\"",
                           spec);
    return GOPARK_OK;
}

enum gopark_rc
inject_all(struct world *w, const char *const *spec, int n,
           struct gopark_err *err)
{
    struct gopark_input in;
    struct gopark_err why;
    enum gopark_rc rc = GOPARK_OK;

    for (int i = 0; i < n && rc == GOPARK_OK; i++) {
        rc = inject_parse(spec[i], &in, err);
        if (rc == GOPARK_OK &&
            (rc = world_input(w, &in, NULL, &why)) != GOPARK_OK)
            gopark_fail(err, rc, "--inject %s", why.text);
    }
    return rc;
}
