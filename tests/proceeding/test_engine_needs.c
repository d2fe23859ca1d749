/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What must be loaded before an act can be decided.
 */
#include "course.h"

static struct engine_needs needs_of(
    struct village *village, const char *text, int64_t proceeding)
{
    const struct json *json = NULL;
    struct error error;
    struct act act;
    struct engine_needs needs;
    char *copy = arena_text(village->arena, text);
    for (char *at = copy; *at != '\0'; at++) {
        *at = *at == '\'' ? '"' : *at;
    }
    assert_int_equal(json_parse(bytes_of_text(copy), village->arena, &json,
                         &error),
        STATUS_OK);
    assert_int_equal(
        act_read(json, village->arena, &act, &error), STATUS_OK);
    engine_needs(&act, village_proceeding(village, proceeding), &needs);
    return needs;
}

static void votes_for_are_no_other_proceeding(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    static const char *const counting[] = {
        "{'act': 'elect', 'proceeding': 1, 'actor': 'rural-akim', "
        "'office': 'chair', 'resident': 1, 'for': 6, 'against': 0, "
        "'abstain': 0}",
        "{'act': 'approve-agenda', 'proceeding': 1, 'actor': 'chair', "
        "'for': 6, 'against': 0, 'abstain': 0}",
        "{'act': 'count', 'proceeding': 1, 'actor': 'chair', 'item': 1, "
        "'for': 6, 'against': 0, 'abstain': 0}",
    };
    for (size_t i = 0; i < sizeof counting / sizeof *counting; i++) {
        assert_int_equal(
            needs_of(village, counting[i], 1).related_count, 0);
    }
}

static void a_separate_gathering_needs_that_it_is_for(void **state)
{
    struct village *village = *state;
    struct engine_needs needs = needs_of(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': "
        "'separate-gathering', 'for': 6, 'plot': {'kato': '116645100', "
        "'name': 'Қоянды'}}",
        0);
    assert_int_equal(needs.related_count, 1);
    assert_int_equal(needs.related[0], 6);
}

static void an_item_needs_what_it_repeats(void **state)
{
    struct village *village = *state;
    struct engine_needs needs = needs_of(village,
        "{'act': 'call', 'proceeding': 1, 'actor': 'rural-akim', "
        "'day': '2026-12-20', 'time': '11:00', 'place': 'Клуб', 'items': "
        "[{'matter': 'community-tasks', 'title': 'Жол', 'members': [4, 9], "
        "'repeats': {'proceeding': 5, 'item': 2}}]}",
        1);
    assert_int_equal(needs.related_count, 1);
    assert_int_equal(needs.related[0], 5);
    assert_true(needs.roll);
    assert_int_equal(needs.residents_count, 2);
    assert_int_equal(needs.residents[1], 9);
}

static void items_need_all_that_they_repeat_each_once(void **state)
{
    struct village *village = *state;
    const char *items = "";
    for (int i = 0; i < 12; i++) {
        items = arena_format(village->arena,
            "%s%s{'matter': 'community-tasks', 'title': 'Жол', "
            "'repeats': {'proceeding': %d, 'item': %d}}",
            items, i == 0 ? "" : ", ", 2 + i / 2, 1 + i % 2);
    }
    struct engine_needs needs = needs_of(village,
        arena_format(village->arena,
            "{'act': 'call', 'proceeding': 1, 'actor': 'rural-akim', "
            "'day': '2026-12-20', 'time': '11:00', 'place': 'Клуб', "
            "'items': [%s]}", items),
        1);
    assert_int_equal(needs.related_count, ENGINE_RELATED_MAX);
    assert_int_equal(needs.related[0], 2);
    assert_int_equal(needs.related[1], 3);
    assert_int_equal(needs.related[3], 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(votes_for_are_no_other_proceeding),
        COURSE_TEST(a_separate_gathering_needs_that_it_is_for),
        COURSE_TEST(an_item_needs_what_it_repeats),
        COURSE_TEST(items_need_all_that_they_repeat_each_once),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
