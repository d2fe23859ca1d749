/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The book of terms: a day off that is added moves what is counted in working
 * days and nothing else; what is due beside the proceedings.
 */
#include <string.h>

#include "course.h"
#include "law_files.h"

static struct engine_term terms[ENGINE_TERMS_MAX];
static struct engine_standing standing[ENGINE_STANDING_MAX];

static void assert_day(struct date day, const char *text)
{
    char written[DATE_TEXT_MAX];
    date_write(day, written);
    assert_string_equal(written, text);
}

/* The project's law with one more calendar. */
static struct law *law_with(const char *calendar)
{
    struct law_files files = law_files_read();
    struct law_source *sources =
        arena_take_array(files.arena, files.count + 1, sizeof *sources);
    memcpy(sources, files.sources, files.count * sizeof *sources);
    sources[files.count] = (struct law_source){
        .name = "local/days.law", .text = bytes_of_text(calendar)};
    struct law *law = law_files_compile(sources, files.count + 1);
    law_files_finish(&files);
    return law;
}

static size_t due(struct village *village, const struct law *days)
{
    struct engine_facts facts = village_facts(village, 1);
    facts.days = days;
    return engine_terms(&facts, village->arena, terms);
}

/* Signed on Friday 11 December: five working days, the 16th being off. */
static void consent_waits(struct village *village)
{
    village_accept(village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    village_today(village, "2026-12-11");
    village_many(village, "sign", "member", 1, 10);
}

static void a_holiday_within_a_term_moves_its_end_by_a_day(void **state)
{
    struct village *village = *state;
    struct law *added = law_with("calendar added\n  holiday: 2026-12-21\n");
    consent_waits(village);
    assert_int_equal(due(village, NULL), 1);
    assert_day(terms[0].due, "2026-12-21");
    assert_int_equal(due(village, added), 1);
    assert_day(terms[0].due, "2026-12-22");
    law_destroy(added);
}

static void a_holiday_after_the_last_day_moves_nothing(void **state)
{
    struct village *village = *state;
    struct law *added = law_with("calendar added\n  holiday: 2026-12-22\n");
    consent_waits(village);
    assert_int_equal(due(village, added), 1);
    assert_day(terms[0].due, "2026-12-21");
    law_destroy(added);
}

static void a_saturday_that_is_worked_ends_a_term_earlier(void **state)
{
    struct village *village = *state;
    struct law *added = law_with("calendar added\n  worked: 2026-12-19\n");
    consent_waits(village);
    assert_int_equal(due(village, added), 1);
    assert_day(terms[0].due, "2026-12-19");
    law_destroy(added);
}

/* Notice is counted in calendar days. */
static void a_holiday_moves_no_term_of_calendar_days(void **state)
{
    struct village *village = *state;
    struct law *added = law_with(
        "calendar added\n  holiday: 2026-12-02, 2026-12-03, 2026-12-12\n");
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    village_accept(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', "
        "'time': '11:00', 'place': 'Клуб', 'items': [" COURSE_TASKS "]}");
    assert_int_equal(due(village, NULL), 1);
    assert_day(terms[0].due, "2026-12-02");
    assert_int_equal(due(village, added), 1);
    assert_day(terms[0].due, "2026-12-02");
    law_destroy(added);
}

static size_t stands(struct village *village, struct date today)
{
    struct engine_facts facts = village_facts(village, 0);
    return engine_standing(&facts, today, village->arena, standing);
}

static void organ_form(
    struct village *village, const char *organ, const char *until)
{
    village_event(village, "organ-formed", 0,
        arena_format(village->arena,
            "{'organ': '%s', 'from': '2026-12-01'%s, "
            "'members': ['%s'], 'citation': 'law-2001/39-3/2.2'}",
            organ, until, village_key(village, 1)));
}

static void the_term_of_an_organ_is_due_on_its_last_day(void **state)
{
    struct village *village = *state;
    assert_int_equal(stands(village, (struct date){2026, 12, 1}), 0);
    organ_form(village, "assembly", ", 'until': '2030-12-01'");
    assert_int_equal(stands(village, (struct date){2026, 12, 1}), 1);
    assert_int_equal(standing[0].kind, ENGINE_STANDING_MANDATES);
    assert_string_equal(standing[0].who, "assembly");
    assert_day(standing[0].due, "2030-11-30");
    assert_string_equal(standing[0].citation.place, "law-2001/39-3/2.2");
    assert_int_equal(standing[0].amount->value.numerator, 4);
    assert_int_equal(stands(village, (struct date){2030, 11, 30}), 1);
    assert_int_equal(stands(village, (struct date){2030, 12, 1}), 0);
}

static void the_commission_monitors_in_each_half_year(void **state)
{
    struct village *village = *state;
    organ_form(village, "budget-monitoring-commission", "");
    assert_int_equal(stands(village, (struct date){2027, 6, 1}), 1);
    assert_int_equal(standing[0].kind, ENGINE_STANDING_MONITORING);
    assert_day(standing[0].since, "2026-12-01");
    assert_day(standing[0].due, "2027-06-01");
    assert_string_equal(standing[0].citation.place, "law-2001/39-3/4");
    assert_int_equal(stands(village, (struct date){2027, 6, 2}), 1);
    assert_day(standing[0].since, "2027-06-01");
    assert_day(standing[0].due, "2027-12-01");
}

static void the_term_of_an_official_is_due_as_recorded(void **state)
{
    struct village *village = *state;
    village_event(village, "office-recorded", 0,
        arena_format(village->arena,
            "{'office': 'rural-akim', 'holder': '%s', 'from': '2025-03-01', "
            "'until': '2029-03-01', 'basis': 'Хаттама'}",
            village_key(village, 1)));
    assert_int_equal(stands(village, (struct date){2026, 12, 1}), 1);
    assert_int_equal(standing[0].kind, ENGINE_STANDING_OFFICE);
    assert_day(standing[0].due, "2029-03-01");
    assert_null(standing[0].citation.place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(a_holiday_within_a_term_moves_its_end_by_a_day),
        COURSE_TEST(a_holiday_after_the_last_day_moves_nothing),
        COURSE_TEST(a_saturday_that_is_worked_ends_a_term_earlier),
        COURSE_TEST(a_holiday_moves_no_term_of_calendar_days),
        COURSE_TEST(the_term_of_an_organ_is_due_on_its_last_day),
        COURSE_TEST(the_commission_monitors_in_each_half_year),
        COURSE_TEST(the_term_of_an_official_is_due_as_recorded),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
