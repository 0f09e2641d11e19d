/*
 * movie.c - an animated GIF for slides, frame by frame.
 *
 * A frame holds only the rectangle that differs from the one before, and in
 * it what is the same is transparent; so a step costs a few kilobytes.
 */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <gif_lib.h>

#include "palette.h"
#include "stage.h"

enum { TWEEN_FRAMES = 5, FRAME_MS = 40 };

struct viz_movie {
    struct stage st;
    struct palette palette;
    GifFileType *gif;
    cairo_surface_t *surface;
    int w, h;
    uint8_t *shown, *next, *line; /* indices of pixels */
    bool any;                     /* a frame has been written */
    char path[512];
};

static enum gopark_rc
fail(struct viz_movie *m, int code, struct gopark_err *err)
{
    const char *why = GifErrorString(code);

    return gopark_fail(err, GOPARK_EFILE, "%s: %s", m->path,
                       why == NULL ? "cannot be written" : why);
}

/* The header: size, colours, and that it repeats for ever. */
static bool
write_header(struct viz_movie *m)
{
    static const unsigned char again[] = { 1, 0, 0 };
    GifColorType colour[PALETTE_SIZE];
    ColorMapObject *map;
    bool ok;

    for (int i = 0; i < PALETTE_SIZE; i++) {
        uint32_t c = m->palette.colour[i];
        colour[i] = (GifColorType){ (GifByteType)(c >> 16),
                                    (GifByteType)(c >> 8), (GifByteType)c };
    }
    if ((map = GifMakeMapObject(PALETTE_SIZE, colour)) == NULL)
        return false;
    EGifSetGifVersion(m->gif, true);
    ok = EGifPutScreenDesc(m->gif, m->w, m->h, 8, 0, map) == GIF_OK &&
         EGifPutExtensionLeader(m->gif, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
         EGifPutExtensionBlock(m->gif, 11, "NETSCAPE2.0") == GIF_OK &&
         EGifPutExtensionBlock(m->gif, sizeof again, again) == GIF_OK &&
         EGifPutExtensionTrailer(m->gif) == GIF_OK;
    GifFreeMapObject(map);
    return ok;
}

static enum gopark_rc
make_room(struct viz_movie *m, struct gopark_err *err)
{
    size_t n = (size_t)m->w * (size_t)m->h;

    m->shown = malloc(n);
    m->next = malloc(n);
    m->line = malloc((size_t)m->w);
    m->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, m->w, m->h);
    if (m->shown == NULL || m->next == NULL || m->line == NULL ||
        cairo_surface_status(m->surface) != CAIRO_STATUS_SUCCESS)
        return gopark_fail(err, GOPARK_ENOMEM, "movie: no host memory");
    memset(m->shown, PALETTE_CLEAR, n);
    return GOPARK_OK;
}

static void
drop(struct viz_movie *m)
{
    if (m->surface != NULL)
        cairo_surface_destroy(m->surface);
    free(m->shown);
    free(m->next);
    free(m->line);
    stage_close(&m->st);
    free(m);
}

/* The file, with the rights that the user's mask gives any file. */
static enum gopark_rc
open_file(struct viz_movie *m, struct gopark_err *err)
{
    int fd = open(m->path, O_CREAT | O_TRUNC | O_WRONLY, 0666), code = 0;

    if (fd < 0)
        return gopark_fail(err, GOPARK_EFILE, "%s: %s", m->path,
                           strerror(errno));
    if ((m->gif = EGifOpenFileHandle(fd, &code)) == NULL) {
        close(fd);
        return fail(m, code, err);
    }
    if (write_header(m))
        return GOPARK_OK;
    code = m->gif->Error;
    EGifCloseFile(m->gif, NULL);
    return fail(m, code, err);
}

enum gopark_rc
viz_movie_open(struct viz_movie **mp, const char *path,
               const struct viz_look *look, struct gopark_err *err)
{
    struct viz_movie *m;
    enum gopark_rc rc;

    if (strlen(path) < 5 || strcmp(path + strlen(path) - 4, ".gif") != 0)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "%s: a movie's name ends in .gif", path);
    if (look->width < 320 || look->height < 240 || look->width > 4096 ||
        look->height > 4096)
        return gopark_fail(err, GOPARK_EUSAGE,
                           "movie: %dx%d is not within 320x240..4096x4096",
                           look->width, look->height);
    if ((m = calloc(1, sizeof *m)) == NULL)
        return gopark_fail(err, GOPARK_ENOMEM, "movie: no host memory");
    m->w = look->width;
    m->h = look->height;
    strncpy(m->path, path, sizeof m->path - 1);
    if ((rc = stage_open(&m->st, look, err)) != GOPARK_OK ||
        (rc = make_room(m, err)) != GOPARK_OK)
        goto out;
    palette_init(&m->palette, m->st.view.theme);
    if ((rc = open_file(m, err)) != GOPARK_OK)
        goto out;
    *mp = m;
    return GOPARK_OK;
out:
    drop(m);
    return rc;
}

/* The picture as indices. */
static void
index_pixels(struct viz_movie *m)
{
    const unsigned char *data = cairo_image_surface_get_data(m->surface);
    int stride = cairo_image_surface_get_stride(m->surface);

    for (int y = 0; y < m->h; y++) {
        const unsigned char *row = data + (size_t)y * (size_t)stride;
        uint32_t last = ~0u;
        uint8_t at = 0;
        for (int x = 0; x < m->w; x++) {
            uint32_t rgb;
            memcpy(&rgb, row + 4 * x, 4);
            rgb &= 0xffffff;
            if (rgb != last)
                at = palette_find(&m->palette, last = rgb);
            m->next[(size_t)y * (size_t)m->w + (size_t)x] = at;
        }
    }
}

struct area {
    int x0, y0, x1, y1;
};

/* What differs from the frame that is shown; at least one pixel. */
static struct area
changed(const struct viz_movie *m)
{
    struct area a = { m->w, m->h, 0, 0 };

    for (int y = 0; y < m->h; y++) {
        const uint8_t *p = m->shown + (size_t)y * (size_t)m->w;
        const uint8_t *q = m->next + (size_t)y * (size_t)m->w;
        if (memcmp(p, q, (size_t)m->w) == 0)
            continue;
        a.y0 = y < a.y0 ? y : a.y0;
        a.y1 = y + 1;
        for (int x = 0; x < m->w; x++) {
            if (p[x] == q[x])
                continue;
            a.x0 = x < a.x0 ? x : a.x0;
            a.x1 = x + 1 > a.x1 ? x + 1 : a.x1;
        }
    }
    return a.x1 > a.x0 ? a : (struct area){ 0, 0, 1, 1 };
}

static bool
write_lines(struct viz_movie *m, const struct area *a)
{
    for (int y = a->y0; y < a->y1; y++) {
        size_t row = (size_t)y * (size_t)m->w;
        for (int x = a->x0; x < a->x1; x++) {
            size_t i = row + (size_t)x;
            m->line[x - a->x0] = m->any && m->shown[i] == m->next[i]
                                     ? PALETTE_CLEAR
                                     : m->next[i];
        }
        if (EGifPutLine(m->gif, m->line, a->x1 - a->x0) != GIF_OK)
            return false;
    }
    return true;
}

/* Draw the stage as it is and show it for ms. */
static enum gopark_rc
write_frame(struct viz_movie *m, int ms, struct gopark_err *err)
{
    GraphicsControlBlock gcb = { .DisposalMode = DISPOSE_DO_NOT,
                                 .DelayTime = ms / 10 < 2 ? 2 : ms / 10,
                                 .TransparentColor = PALETTE_CLEAR };
    GifByteType ext[4];
    cairo_t *cr = cairo_create(m->surface);
    struct area a;

    stage_draw(&m->st, cr, false, ~0u);
    cairo_destroy(cr);
    cairo_surface_flush(m->surface);
    index_pixels(m);
    a = changed(m);
    EGifGCBToExtension(&gcb, ext);
    if (EGifPutExtension(m->gif, GRAPHICS_EXT_FUNC_CODE, 4, ext) != GIF_OK ||
        EGifPutImageDesc(m->gif, a.x0, a.y0, a.x1 - a.x0, a.y1 - a.y0, false,
                         NULL) != GIF_OK ||
        !write_lines(m, &a))
        return fail(m, m->gif->Error, err);
    memcpy(m->shown, m->next, (size_t)m->w * (size_t)m->h);
    m->any = true;
    return GOPARK_OK;
}

enum gopark_rc
viz_movie_add(struct viz_movie *m, const struct viz_now *now,
              const struct viz_host *host, int ms, struct gopark_err *err)
{
    enum gopark_rc rc = GOPARK_OK;

    stage_build(&m->st, now, host, m->w, m->h);
    if (m->any && stage_move(&m->st)) {
        for (int i = 1; i < TWEEN_FRAMES && rc == GOPARK_OK; i++) {
            m->st.tween.t = (float)i / TWEEN_FRAMES;
            rc = write_frame(m, FRAME_MS, err);
        }
        m->st.tween.t = 1;
    }
    return rc != GOPARK_OK ? rc : write_frame(m, ms, err);
}

enum gopark_rc
viz_movie_close(struct viz_movie *m, struct gopark_err *err)
{
    int code = 0;
    enum gopark_rc rc = GOPARK_OK;

    if (m == NULL)
        return rc;
    if (EGifCloseFile(m->gif, &code) != GIF_OK)
        rc = fail(m, code, err);
    drop(m);
    return rc;
}
