/*
 * test_markdown.c - Markdown on a terminal: widths, breaks, links, tables.
 */
#define _GNU_SOURCE /* memmem */
#include <check.h>
#include <glob.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
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

START_TEST(no_mark_begins_a_line_and_no_bracket_ends_one)
{
    static const char *const closing[] = { "，", "。", "、", "；", "：",
                                           "？", "！", "）", "」", "』",
                                           "》", "”",  "’",  "…",  "—" };
    static const char *const opening[] = { "（", "「", "『", "《", "“", "‘" };
    char source[128], expected[128];

    for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++) {
        snprintf(source, sizeof source, "一二三四五六七八九十甲%s乙丙\n",
                 closing[i]);
        snprintf(expected, sizeof expected, "一二三四五六七八九十\n甲%s乙丙\n",
                 closing[i]);
        shows(source, 22, expected);
    }
    for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++) {
        snprintf(source, sizeof source, "一二三四五六七八九十%s甲乙\n",
                 opening[i]);
        snprintf(expected, sizeof expected, "一二三四五六七八九十\n%s甲乙\n",
                 opening[i]);
        shows(source, text_width(opening[i]) + 20, expected);
    }
}
END_TEST

START_TEST(emphasis_needs_no_space_in_chinese)
{
    shows("**先加。**再走\n", 60, "先加。再走\n");
    shows("走。**先加。**再走*了（x）*吗\n", 60, "走。先加。再走了（x）吗\n");
    shows("叫**`go`**的词，**“好”**字\n", 60, "叫`go`的词，“好”字\n");
    shows("**a)**b 2*3*4 `字*字` 字\\*字\n", 60, "**a)**b 234 `字*字` 字*字\n");
}
END_TEST

START_TEST(a_line_break_in_chinese_is_no_space)
{
    shows("调度器\n借给它\n", 60, "调度器借给它\n");
}
END_TEST

/* The first character of a line of s, or the last one, in list. */
static bool
has_edge(const char *line, size_t n, bool last, const char *list)
{
    size_t from = last ? n : strspn(line, " "), size = 1;
    char one[8] = "";

    if (n == 0 || from >= n + last)
        return false;
    while (last && ((unsigned char)line[--from] & 0xc0) == 0x80)
        ;
    while (from + size < n && ((unsigned char)line[from + size] & 0xc0) == 0x80)
        size++;
    memcpy(one, line + from, size);
    return strstr(list, one) != NULL;
}

static void
check_lesson(const char *path, int width)
{
    struct text source = { 0 };
    char buf[4096], *s;
    FILE *f = fopen(path, "r");
    size_t n;

    ck_assert_ptr_nonnull(f);
    while ((n = fread(buf, 1, sizeof buf, f)) > 0)
        text_add(&source, buf, n);
    fclose(f);
    s = show(source.s, width, false);
    for (const char *p = s; *p != '\0'; p += n + (p[n] == '\n')) {
        n = strcspn(p, "\n");
        ck_assert_msg(!has_edge(p, n, false, "，。、；：？！）」』》”’") &&
                          !has_edge(p, n, true, "（「『《“‘") &&
                          memmem(p, n, "**", 2) == NULL,
                      "%s, width %d: %.*s", path, width, (int)n, p);
    }
    free(s);
    text_done(&source);
}

START_TEST(chinese_lessons_show_no_asterisks_and_break_well)
{
    glob_t found;

    ck_assert_int_eq(glob(TESTS_DIR "/../lessons/*/zh.md", 0, NULL, &found), 0);
    ck_assert_int_eq(
        glob(TESTS_DIR "/../lessons/*/*/zh.md", GLOB_APPEND, NULL, &found), 0);
    ck_assert_uint_ge(found.gl_pathc, 13);
    for (size_t i = 0; i < found.gl_pathc; i++)
        for (int width = 60; width <= 100; width++)
            check_lesson(found.gl_pathv[i], width);
    globfree(&found);
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
    tcase_add_test(tc, no_mark_begins_a_line_and_no_bracket_ends_one);
    tcase_add_test(tc, emphasis_needs_no_space_in_chinese);
    tcase_add_test(tc, chinese_lessons_show_no_asterisks_and_break_well);
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
