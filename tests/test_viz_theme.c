/*
 * test_viz_theme.c - states can be told apart by everybody, and read.
 *
 * Colour blindness is simulated as Machado, Oliveira and Fernandes (2009) do,
 * at full severity, in linear RGB; differences are CIEDE2000.
 */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text_i18n.h"
#include "theme.h"

#ifndef M_PI
#define M_PI 3.14159265358979323846
#endif

struct lab {
    double l, a, b;
};

static double
linear(int c)
{
    double v = c / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static void
to_linear(uint32_t rgb, double out[3])
{
    for (int i = 0; i < 3; i++)
        out[i] = linear((int)(rgb >> (16 - 8 * i) & 255));
}

static double
lab_f(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static struct lab
to_lab(const double c[3])
{
    double x = 0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2];
    double y = 0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2];
    double z = 0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2];
    double fx = lab_f(x / 0.95047), fy = lab_f(y), fz = lab_f(z / 1.08883);
    return (struct lab){ 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz) };
}

static double
hue(double b, double a)
{
    double h = atan2(b, a) * 180 / M_PI;
    return h < 0 ? h + 360 : h;
}

static double
rad(double d)
{
    return d * M_PI / 180;
}

/* Sharma, Wu and Dalal (2005). */
static double
ciede2000(struct lab p, struct lab q)
{
    double c1 = hypot(p.a, p.b), c2 = hypot(q.a, q.b), cm = (c1 + c2) / 2;
    double c7 = pow(cm, 7), g = 0.5 * (1 - sqrt(c7 / (c7 + pow(25, 7))));
    double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a;
    double k1 = hypot(a1, p.b), k2 = hypot(a2, q.b);
    double h1 = hue(p.b, a1), h2 = hue(q.b, a2), dh = h2 - h1, hm = h1 + h2;
    double dl = q.l - p.l, dc = k2 - k1, lm = (p.l + q.l) / 2;
    double km = (k1 + k2) / 2, t, dt, rc, sl, sc, sh, dhh;

    if (k1 * k2 != 0) {
        if (fabs(h1 - h2) > 180) {
            dh += h2 <= h1 ? 360 : -360;
            hm += hm < 360 ? 360 : -360;
        }
        hm /= 2;
    } else {
        dh = 0;
    }
    dhh = 2 * sqrt(k1 * k2) * sin(rad(dh / 2));
    t = 1 - 0.17 * cos(rad(hm - 30)) + 0.24 * cos(rad(2 * hm)) +
        0.32 * cos(rad(3 * hm + 6)) - 0.20 * cos(rad(4 * hm - 63));
    dt = 30 * exp(-pow((hm - 275) / 25, 2));
    rc = 2 * sqrt(pow(km, 7) / (pow(km, 7) + pow(25, 7)));
    sl = 1 + 0.015 * pow(lm - 50, 2) / sqrt(20 + pow(lm - 50, 2));
    sc = 1 + 0.045 * km;
    sh = 1 + 0.015 * km * t;
    return sqrt(pow(dl / sl, 2) + pow(dc / sc, 2) + pow(dhh / sh, 2) -
                sin(rad(2 * dt)) * rc * (dc / sc) * (dhh / sh));
}

static const double vision[4][9] = {
    { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
    { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882,
      -0.048116, 1.051998 }, /* protanopia */
    { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820,
      0.042940, 0.968881 }, /* deuteranopia */
    { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733,
      0.691367, 0.303900 }, /* tritanopia */
};

static struct lab
seen(uint32_t rgb, int v)
{
    double c[3], out[3];
    to_linear(rgb, c);
    for (int i = 0; i < 3; i++) {
        out[i] = vision[v][3 * i] * c[0] + vision[v][3 * i + 1] * c[1] +
                 vision[v][3 * i + 2] * c[2];
        out[i] = out[i] < 0 ? 0 : out[i] > 1 ? 1 : out[i];
    }
    return to_lab(out);
}

/* Pairs of the published test data. */
START_TEST(the_measure_is_ciede2000)
{
    static const struct {
        struct lab p, q;
        double d;
    } row[] = {
        { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
        { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
        { { 60.2574, -34.0099, 36.2677 },
          { 60.4626, -34.1751, 39.4387 },
          1.2644 },
        { { 22.7233, 20.0904, -46.6940 },
          { 23.0331, 14.9730, -42.5619 },
          2.0373 },
    };
    for (size_t i = 0; i < sizeof row / sizeof row[0]; i++)
        ck_assert_double_eq_tol(ciede2000(row[i].p, row[i].q), row[i].d, 1e-4);
}
END_TEST

START_TEST(no_two_states_look_alike)
{
    for (int v = 0; v < 4; v++) {
        for (int a = 0; a < NVSTATE; a++) {
            for (int b = a + 1; b < NVSTATE; b++) {
                uint32_t x = theme_state((enum vstate)a)->fill[_i];
                uint32_t y = theme_state((enum vstate)b)->fill[_i];
                double d = ciede2000(seen(x, v), seen(y, v));
                ck_assert_msg(d >= 10, "%s: %s and %s differ by %.1f (%d)",
                              theme_name((enum theme_id)_i),
                              theme_state((enum vstate)a)->word,
                              theme_state((enum vstate)b)->word, d, v);
            }
        }
    }
}
END_TEST

static double
luminance(uint32_t rgb)
{
    double c[3];
    to_linear(rgb, c);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

static double
contrast(uint32_t x, uint32_t y)
{
    double a = luminance(x), b = luminance(y);
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

START_TEST(text_can_be_read)
{
    static const enum ink back[] = { INK_BACK, INK_BAR, INK_PANEL, INK_ROW,
                                     INK_WELL };
    enum theme_id t = (enum theme_id)_i;
    for (size_t i = 0; i < sizeof back / sizeof back[0]; i++) {
        uint32_t b = theme_colour(t, back[i]);
        ck_assert_double_ge(contrast(theme_colour(t, INK_TEXT), b), 7);
        ck_assert_double_ge(contrast(theme_colour(t, INK_DIM), b), 4.5);
    }
    ck_assert_double_ge(
        contrast(theme_colour(t, INK_ALARM), theme_colour(t, INK_PANEL)), 4.5);
    for (int s = 0; s < NVSTATE; s++) {
        const struct state_row *row = theme_state((enum vstate)s);
        ck_assert_msg(contrast(row->text, row->fill[t]) >= 4.5, "%s: %.2f",
                      row->word, contrast(row->text, row->fill[t]));
    }
}
END_TEST

START_TEST(every_state_has_a_second_cue)
{
    for (int a = 0; a < NVSTATE; a++) {
        const struct state_row *x = theme_state((enum vstate)a);
        for (int b = a + 1; b < NVSTATE; b++) {
            const struct state_row *y = theme_state((enum vstate)b);
            ck_assert_int_ne(x->letter, y->letter);
            ck_assert_int_ne(x->glyph, y->glyph);
        }
    }
}
END_TEST

START_TEST(every_text_is_in_both_languages)
{
    for (int t = 0; t < NTEXT; t++) {
        const char *en = text_get(LANG_EN, (enum text)t);
        const char *zh = text_get(LANG_ZH, (enum text)t);
        ck_assert(en[0] != '\0' && zh[0] != '\0');
    }
    ck_assert_str_ne(text_get(LANG_EN, T_SCHEDULER),
                     text_get(LANG_ZH, T_SCHEDULER));
}
END_TEST

START_TEST(spans_and_counts_are_short)
{
    char b[32];
    ck_assert_str_eq(text_span(b, sizeof b, 3214000), "3.214 ms");
    ck_assert_str_eq(text_span(b, sizeof b, 20000), "20 \u00b5s");
    ck_assert_str_eq(text_span(b, sizeof b, 0), "0 ns");
    ck_assert_str_eq(text_span(b, sizeof b, 1500000000), "1.5 s");
    ck_assert_str_eq(text_count(b, sizeof b, 48211), "48,211");
    ck_assert_str_eq(text_count(b, sizeof b, 999), "999");
    ck_assert_str_eq(text_bytes(b, sizeof b, 1434), "1.4 KB");
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("viz_theme");
    TCase *tc = tcase_create("theme");
    SRunner *sr;
    int failed;

    tcase_add_test(tc, the_measure_is_ciede2000);
    tcase_add_loop_test(tc, no_two_states_look_alike, 0, NTHEME);
    tcase_add_loop_test(tc, text_can_be_read, 0, NTHEME);
    tcase_add_test(tc, every_state_has_a_second_cue);
    tcase_add_test(tc, every_text_is_in_both_languages);
    tcase_add_test(tc, spans_and_counts_are_short);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
