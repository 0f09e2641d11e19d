/*
 * image.c - one moment as a picture: PNG, SVG, PDF, with the window's own
 * drawing.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>

#include "image.h"
#include "stage.h"

enum format { FORMAT_NONE, FORMAT_PNG, FORMAT_SVG, FORMAT_PDF };

static enum format
format_of(const char *path)
{
    const char *dot = strrchr(path, '.');

    if (dot == NULL)
        return FORMAT_NONE;
    return strcmp(dot, ".png") == 0   ? FORMAT_PNG
           : strcmp(dot, ".svg") == 0 ? FORMAT_SVG
           : strcmp(dot, ".pdf") == 0 ? FORMAT_PDF
                                      : FORMAT_NONE;
}

static cairo_surface_t *
surface_for(enum format f, const char *path, int w, int h)
{
    switch (f) {
    case FORMAT_SVG:
        return cairo_svg_surface_create(path, w, h);
    case FORMAT_PDF:
        return cairo_pdf_surface_create(path, w, h);
    case FORMAT_PNG:
    case FORMAT_NONE:
        break;
    }
    return cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
}

/* Cairo does not tell why a file cannot be written. */
static enum gopark_rc
may_write(const char *path, struct gopark_err *err)
{
    FILE *f = fopen(path, "wb");

    if (f == NULL)
        return gopark_fail(err, GOPARK_EFILE, "%s: %s", path, strerror(errno));
    fclose(f);
    return GOPARK_OK;
}

/* Draw the stage and close the file. */
static enum gopark_rc
write_out(struct stage *st, enum format f, const char *path, int w, int h,
          struct gopark_err *err)
{
    cairo_surface_t *s = surface_for(f, path, w, h);
    cairo_t *cr = cairo_create(s);
    cairo_status_t status;

    stage_draw(st, cr, f != FORMAT_PNG, ~0u);
    status = cairo_status(cr);
    cairo_destroy(cr);
    if (status == CAIRO_STATUS_SUCCESS && f == FORMAT_PNG)
        status = cairo_surface_write_to_png(s, path);
    cairo_surface_finish(s);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(s);
    cairo_surface_destroy(s);
    if (status != CAIRO_STATUS_SUCCESS)
        return gopark_fail(err, GOPARK_EFILE, "%s: %s", path,
                           cairo_status_to_string(status));
    return GOPARK_OK;
}

enum gopark_rc
image_check(const struct viz_look *look, const char *path,
            struct gopark_err *err)
{
    if (format_of(path) == FORMAT_NONE)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "%s: a picture's name ends in .png, .svg or .pdf",
                           path);
    if (look->width < 320 || look->height < 240 || look->width > 16384 ||
        look->height > 16384)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "picture: %dx%d is not within 320x240..16384x16384",
                           look->width, look->height);
    return GOPARK_OK;
}

enum gopark_rc
viz_render(const struct viz_now *now, const struct viz_host *host,
           const struct viz_look *look, const char *path,
           struct gopark_err *err)
{
    struct stage st;
    enum gopark_rc rc = image_check(look, path, err);

    if (rc != GOPARK_OK || (rc = may_write(path, err)) != GOPARK_OK ||
        (rc = stage_open(&st, look, err)) != GOPARK_OK)
        return rc;
    stage_build(&st, now, host, look->width, look->height);
    rc = write_out(&st, format_of(path), path, look->width, look->height, err);
    stage_close(&st);
    return rc;
}
