/*
 * test_markdown.c - Markdown on a terminal: widths, breaks, links, tables.
 */
#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "markdown.h"

static char *
show(const char *source, int width, bool colour)
{
    struct markdown how = { .width = width, .colour = colour };
    struct text t = { 0 };

    markdown_show(source, &how, &t);
    return t.s != NULL ? t.s : text_dup("");
}

static void
shows(const char *source, int width, const char *expected)
{
    char *s = show(source, width, false);

    ck_assert_str_eq(s, expected);
    free(s);
}

START_TEST(paragraphs_are_wrapped_at_spaces)
{
    shows("one two three four five six seven\neight\n", 24,
          "one two three four five\nsix seven eight\n");
}
END_TEST

START_TEST(chinese_breaks_between_characters_but_not_before_a_mark)
{
    shows("调度器把处理器借给它用一用,等着。\n", 26,
          "调度器把处理器借给它用一\n用,等着。\n");
}
END_TEST

START_TEST(a_line_break_in_chinese_is_no_space)
{
    shows("调度器\n借给它\n", 60, "调度器借给它\n");
}
END_TEST

START_TEST(lists_are_indented_under_their_mark)
{
    shows("- one two three four five six\n- b\n", 24,
          " - one two three four\n   five six\n - b\n");
    shows("1. a\n2. b\n", 60, "1. a\n2. b\n");
}
END_TEST

START_TEST(code_keeps_its_shape)
{
    shows("a\n\n```lua demos/x.lua\nif x then\n\n  y()\n```\n\nb\n", 60,
          "a\n\n    if x then\n\n      y()\n\nb\n");
}
END_TEST

START_TEST(tables_fit_the_width)
{
    char *s = show("| a | b |\n|---|---|\n| one two three | four five six "
                   "seven eight |\n",
                   30, false);
    size_t longest = 0;

    for (const char *p = s; *p != '\0'; p += strcspn(p, "\n") + 1)
        if (strcspn(p, "\n") > longest)
            longest = strcspn(p, "\n");
    ck_assert_uint_le(longest, 30);
    ck_assert_ptr_nonnull(strstr(s, "seven"));
    free(s);
}
END_TEST

START_TEST(colour_only_where_it_is_wanted)
{
    char *s = show("# T\n\n*a* **b** `c`\n", 60, false);

    ck_assert_str_eq(s, "T\n\na b `c`\n");
    free(s);
    s = show("**b**\n", 60, true);
    ck_assert_ptr_nonnull(strstr(s, "\033[0;1mb"));
    free(s);
}
END_TEST

struct seen {
    struct text t;
};

static void
link_seen(void *ctx, const char *href)
{
    text_printf(ctx, "<%s>", href);
}

static void
fence_seen(void *ctx, const char *info, const char *code)
{
    text_printf(ctx, "{%s|%s}", info, code);
}

START_TEST(a_scan_finds_links_and_fences)
{
    struct text t = { 0 };
    struct markdown_scan scan = { link_seen, fence_seen, &t };

    markdown_scan("[a](demo:x) and [b](lesson:2.1)\n\n"
                  "```output demos/x.lua --procs 1\nD\nA\n```\n",
                  &scan);
    ck_assert_str_eq(t.s, "<demo:x><lesson:2.1>"
                          "{output demos/x.lua --procs 1|D\nA\n}");
    text_done(&t);
}
END_TEST

int
main(void)
{
    Suite *s = suite_create("markdown");
    TCase *tc = tcase_create("markdown");
    SRunner *sr;
    int failed;

    setlocale(LC_CTYPE, "C.UTF-8");
    tcase_add_test(tc, paragraphs_are_wrapped_at_spaces);
    tcase_add_test(tc, chinese_breaks_between_characters_but_not_before_a_mark);
    tcase_add_test(tc, a_line_break_in_chinese_is_no_space);
    tcase_add_test(tc, lists_are_indented_under_their_mark);
    tcase_add_test(tc, code_keeps_its_shape);
    tcase_add_test(tc, tables_fit_the_width);
    tcase_add_test(tc, colour_only_where_it_is_wanted);
    tcase_add_test(tc, a_scan_finds_links_and_fences);
    suite_add_tcase(s, tc);
    sr = srunner_create(s);
    srunner_run_all(sr, CK_ENV);
    failed = srunner_ntests_failed(sr);
    srunner_free(sr);
    return failed != 0;
}
