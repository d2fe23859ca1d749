/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Pictures: whole SVG whatever the words are, and marks where they belong.
 */
#include "test.h"

#include <ctype.h>
#include <string.h>

#include "web/chart.h"
#include "web/html_internal.h"

struct drawing {
    struct arena *arena;
    struct buffer text;
    struct html_out out;
};

static int begin(void **state)
{
    static struct drawing drawing;
    drawing = (struct drawing){.arena = arena_create()};
    drawing.out =
        (struct html_out){.buffer = &drawing.text, .language = LANGUAGE_EN};
    *state = &drawing;
    return 0;
}

static int end(void **state)
{
    struct drawing *drawing = *state;
    buffer_finish(&drawing->text);
    arena_destroy(drawing->arena);
    return 0;
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text, part); at != NULL;
         at = strstr(at + 1, part)) {
        count++;
    }
    return count;
}

/* Every element that is opened is closed, in order; attributes are quoted and
   stand once. */
static void assert_well_formed(const char *text)
{
    char open[16][16];
    size_t depth = 0;
    for (const char *at = strchr(text, '<'); at != NULL;
         at = strchr(at + 1, '<')) {
        const char *close = strchr(at, '>');
        assert_non_null(close);
        bool is_end = at[1] == '/';
        const char *name = at + (is_end ? 2 : 1);
        size_t length = 0;
        while (isalpha((unsigned char)name[length])) {
            length++;
        }
        assert_true(length > 0 && length < sizeof open[0]);
        if (is_end) {
            assert_true(depth > 0);
            depth--;
            assert_int_equal(strlen(open[depth]), length);
            assert_memory_equal(open[depth], name, length);
            continue;
        }
        size_t quotes = 0;
        for (const char *in = name; in < close; in++) {
            assert_true(*in != '<');
            quotes += *in == '"' ? 1 : 0;
        }
        assert_int_equal(quotes % 2, 0);
        if (close[-1] != '/') {
            assert_true(depth < 16);
            memcpy(open[depth], name, length);
            open[depth++][length] = '\0';
        }
    }
    assert_int_equal(depth, 0);
}

static const char *bars_drawn(struct drawing *drawing,
    const struct chart_bar *bars, size_t count, int64_t most)
{
    buffer_clear(&drawing->text);
    pages_chart_bars(
        chart_bars(drawing->arena, "What & how <many>", bars, count, most),
        &drawing->out);
    return buffer_text(&drawing->text);
}

static const char *time_drawn(struct drawing *drawing,
    const struct chart_row *rows, size_t count, struct date from,
    struct date until)
{
    buffer_clear(&drawing->text);
    pages_chart_time(
        chart_time(drawing->arena, "When", rows, count, from, until),
        &drawing->out);
    return buffer_text(&drawing->text);
}

static void words_are_escaped_and_the_picture_is_whole(void **state)
{
    static const struct chart_bar bars[] = {
        {"</text><script>alert('1')</script>", 3, "3 < 4 & \"so\" on"},
        {"Маслихат", 0, "0"},
    };
    const char *text = bars_drawn(*state, bars, 2, 0);
    assert_well_formed(text);
    assert_null(strstr(text, "<script"));
    assert_non_null(strstr(text, "&lt;script&gt;"));
    assert_non_null(strstr(text, "3 &lt; 4 &amp; &quot;so&quot; on"));
    assert_non_null(strstr(text, "aria-label=\"What &amp; how &lt;many&gt;\""));
}

static void the_longest_bar_is_seven_tenths_and_the_others_follow(void **state)
{
    static const struct chart_bar bars[] = {
        {"one", 40, "40"}, {"two", 10, "10"}, {"none", 0, "0"}};
    const char *text = bars_drawn(*state, bars, 3, 0);
    assert_non_null(strstr(text, "width=\"70.00%\""));
    assert_non_null(strstr(text, "width=\"17.50%\""));
    assert_non_null(strstr(text, "width=\"0.00%\""));
}

static void bars_of_a_share_are_measured_against_the_whole(void **state)
{
    static const struct chart_bar bars[] = {{"half", 50, "50 %"}};
    assert_non_null(
        strstr(bars_drawn(*state, bars, 1, 100), "width=\"35.00%\""));
}

static void nothing_to_show_is_an_empty_picture(void **state)
{
    const char *text = bars_drawn(*state, NULL, 0, 0);
    assert_well_formed(text);
    assert_non_null(strstr(text, "height=\"0\""));
}

static void a_long_name_is_broken_between_words(void **state)
{
    static const struct chart_bar bars[] = {
        {"Жергілікті қоғамдастық жиналысы келіседі және қарайды", 1, "1"},
        {"Ажыратылмайтынөтеұзынсөзқайдақаласасондақиыладыдегенсөз", 1, "1"},
    };
    const char *text = bars_drawn(*state, bars, 2, 0);
    assert_well_formed(text);
    assert_non_null(strstr(text, ">Жергілікті қоғамдастық жиналысы</text>"));
    assert_non_null(strstr(text, ">келіседі және қарайды</text>"));
    assert_int_equal(count_of(text, "chart-label"), 4);
}

static void time_begins_at_the_left_and_goes_on_to_the_right(void **state)
{
    static const struct chart_span spans[] = {
        {{2011, 1, 1}, {2012, 1, 1}, CHART_FULL},
        {{2000, 1, 1}, {0, 0, 0}, CHART_EMPTY},
    };
    static const struct chart_point points[] = {{{2015, 1, 1}, "●"}};
    static const struct chart_row rows[] = {{"first", spans, 1, points, 1},
        {"before & after", spans + 1, 1, NULL, 0}};
    const char *text = time_drawn(
        *state, rows, 2, (struct date){2011, 1, 1}, (struct date){2015, 1, 1});
    assert_well_formed(text);
    /* 365 of 1461 days */
    assert_non_null(strstr(text,
        "<rect class=\"chart-full\" x=\"0.00%\" y=\"45\" width=\"24.98%\""));
    assert_non_null(strstr(text, "class=\"chart-empty\" x=\"0.00%\""));
    assert_non_null(strstr(text, "width=\"100.00%\""));
    assert_non_null(strstr(text, "class=\"chart-mark\" x=\"100.00%\""));
}

static void there_are_at_most_five_years_on_the_axis(void **state)
{
    static const struct {
        struct date from;
        struct date until;
        const char *year;
        size_t ticks;
    } axes[] = {
        {{2024, 3, 1}, {2026, 3, 1}, ">2025<", 2},
        {{2018, 1, 1}, {2027, 1, 1}, ">2022<", 5},
        {{1985, 1, 1}, {2027, 1, 1}, ">1990<", 4},
        {{1800, 1, 1}, {2999, 1, 1}, ">2500<", 2},
    };
    for (size_t i = 0; i < sizeof axes / sizeof *axes; i++) {
        const char *text =
            time_drawn(*state, NULL, 0, axes[i].from, axes[i].until);
        assert_well_formed(text);
        assert_int_equal(count_of(text, "chart-year"), axes[i].ticks);
        assert_non_null(strstr(text, axes[i].year));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            words_are_escaped_and_the_picture_is_whole, begin, end),
        cmocka_unit_test_setup_teardown(
            the_longest_bar_is_seven_tenths_and_the_others_follow, begin, end),
        cmocka_unit_test_setup_teardown(
            bars_of_a_share_are_measured_against_the_whole, begin, end),
        cmocka_unit_test_setup_teardown(
            nothing_to_show_is_an_empty_picture, begin, end),
        cmocka_unit_test_setup_teardown(
            a_long_name_is_broken_between_words, begin, end),
        cmocka_unit_test_setup_teardown(
            time_begins_at_the_left_and_goes_on_to_the_right, begin, end),
        cmocka_unit_test_setup_teardown(
            there_are_at_most_five_years_on_the_axis, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
