/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Looking ahead: quorum, matters, the first lawful day, what may be done, what
 * is due.
 */
#include <string.h>

#include "course.h"

static const char KOYANDY[] = "116645000";
static const char OKRUG[] = "116647000"; /* no local act */

#define OPEN \
    "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}"
#define CALL \
    "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', " \
    "'time': '11:00', 'place': 'Клуб', 'items': [" COURSE_TASKS "]}"
#define NOTIFY \
    "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['mass-media'], " \
    "'evidence': 'газет'}"

static const struct date TODAY = {2026, 12, 1};

static void assert_day(struct date day, const char *text)
{
    char written[DATE_TEXT_MAX];
    date_write(day, written);
    assert_string_equal(written, text);
}

static struct engine_quorum quorum_of(
    struct village *village, int64_t proceeding)
{
    struct engine_facts facts = village_facts(village, proceeding);
    struct engine_quorum quorum;
    engine_quorum(
        &facts, engine_procedure(&facts, village->arena), &quorum);
    return quorum;
}

/* Representatives of one plot, three each as the law allows. */
static void plots_elect(struct village *village, int plots)
{
    for (int i = 0; i < plots; i++) {
        village_event(village, "representatives-elected", 0,
            arena_format(village->arena,
                "{'gathering': 1, 'plot': 'p%d', "
                "'members': ['%s', '%s', '%s']}",
                i, village_key(village, 3 * i + 1),
                village_key(village, 3 * i + 2),
                village_key(village, 3 * i + 3)));
    }
}

static void open_represented(struct village *village)
{
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
}

/* ---- quorum -------------------------------------------------------------- */

static void a_gathering_needs_a_tenth_of_the_entitled(void **state)
{
    struct village *village = *state;
    village->entitled = 101;
    village_accept(village, OPEN);
    struct engine_quorum quorum = quorum_of(village, 1);
    assert_int_equal(quorum.needed, 11);
    assert_int_equal(quorum.base_count, 101);
    assert_string_equal(quorum.base, "members-entitled");
    assert_string_equal(quorum.stage->citation.place, "law-2001/39-3/9");
    assert_false(quorum.missing);
    assert_false(quorum.unreachable);
}

static void in_2019_half_of_the_representatives_are_enough(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, KOYANDY, "2019-01-10", 1000);
    open_represented(village);
    plots_elect(village, 5);
    struct engine_quorum quorum = quorum_of(village, 1);
    assert_string_equal(quorum.base, "representatives");
    assert_int_equal(quorum.base_count, 15);
    assert_int_equal(quorum.needed, 8);
    assert_false(quorum.unreachable);
}

static void in_2014_a_tenth_of_all_members_is_needed(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, OKRUG, "2014-11-07", 1000);
    village_accept(village, OPEN);
    struct engine_quorum quorum = quorum_of(village, 1);
    assert_string_equal(quorum.base, "community-members");
    assert_int_equal(quorum.base_count, 4200);
    assert_int_equal(quorum.needed, 420);
}

static void since_2021_representatives_do_not_reach_the_quorum(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, KOYANDY, "2026-12-01", 1000);
    open_represented(village);
    plots_elect(village, 33);
    struct engine_quorum quorum = quorum_of(village, 1);
    assert_string_equal(quorum.base, "members-entitled");
    assert_int_equal(quorum.needed, 100);
    assert_true(quorum.unreachable);
    village_accept(village, CALL);
    assert_int_equal(course_latest(village)->roll_count, 99);
    assert_true(quorum_of(village, 1).unreachable);
}

static void as_many_representatives_as_the_quorum_reach_it(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, KOYANDY, "2026-12-01", 990);
    open_represented(village);
    plots_elect(village, 33);
    village_accept(village, CALL);
    struct engine_quorum quorum = quorum_of(village, 1);
    assert_int_equal(quorum.needed, 99);
    assert_false(quorum.unreachable);
}

/* ---- matters and days ---------------------------------------------------- */

static void the_matters_are_those_of_the_organ_at_the_level(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN);
    struct engine_facts facts = village_facts(village, 1);
    const struct law_procedure *procedure =
        engine_procedure(&facts, village->arena);
    struct engine_matter matters[32];
    size_t count = engine_matters(
        &facts, procedure, TODAY, village->arena, matters, 32);
    assert_int_equal(count, 9);
    assert_string_equal(matters[0].matter, "community-tasks");
    assert_string_equal(
        matters[0].norm->citation.place, "law-2001/39-3/2.1");
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(matters[i].norm->subject, "gathering");
    }
    assert_int_equal(
        engine_matters(
            &facts, procedure, TODAY, village->arena, matters, 3),
        3);
}

static void the_first_lawful_day_follows_the_agenda(void **state)
{
    struct village *village = *state;
    village_event(village, "organ-formed", 0,
        arena_format(village->arena,
            "{'organ': 'assembly', 'from': '2026-01-01', "
            "'until': '2030-01-01', 'members': ['%s']}",
            village_key(village, 1)));
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'assembly'}");
    struct engine_facts facts = village_facts(village, 1);
    const struct law_procedure *procedure =
        engine_procedure(&facts, village->arena);
    const struct law_stage *notice = NULL;
    assert_day(engine_earliest_sitting(&facts, procedure, TODAY, &notice),
        "2026-12-11");
    assert_string_equal(notice->citation.place, "law-2001/39-3/8");
    village_accept(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-04', "
        "'time': '11:00', 'place': 'x', "
        "'items': [{'matter': 'akim-candidate', 'title': 'x'}]}");
    assert_day(engine_earliest_sitting(&facts, procedure, TODAY, &notice),
        "2026-12-04");
}

/* ---- what may be done ---------------------------------------------------- */

static struct engine_option options[ENGINE_OPTIONS_MAX];

static const struct engine_option *find_option(
    size_t count, enum act_kind kind, const char *detail)
{
    for (size_t i = 0; i < count; i++) {
        bool same = detail == NULL ||
            (options[i].detail != NULL &&
                strcmp(options[i].detail, detail) == 0);
        if (options[i].kind == kind && same) {
            return &options[i];
        }
    }
    return NULL;
}

static bool has_option(size_t count, enum act_kind kind, const char *detail)
{
    return find_option(count, kind, detail) != NULL;
}

/* The option, which has to be there. */
static struct engine_option option_of(
    size_t count, enum act_kind kind, const char *detail)
{
    const struct engine_option *option = find_option(count, kind, detail);
    if (option == NULL) {
        fail_msg("no option %s", act_kind_name(kind));
        return (struct engine_option){0};
    }
    return *option;
}

static size_t ask(struct village *village, const char *office)
{
    struct engine_facts facts =
        village_facts(village, (int64_t)village->proceedings_count);
    return engine_options(&facts, "gathering", office,
        instant_date(village->now), village->arena, options);
}

static void there_are_two_ways_to_open_a_gathering(void **state)
{
    struct village *village = *state;
    assert_int_equal(ask(village, NULL), 2);
    assert_string_equal(options[0].detail, "rural-akim");
    assert_string_equal(options[1].detail, "member");
    assert_true(options[0].lawful);
    assert_string_equal(options[1].citation.place, "law-2001/39-3/5");
    assert_int_equal(ask(village, "member"), 1);
    assert_int_equal(ask(village, "secretary"), 0);
}

static void in_a_district_the_ways_to_open_are_shown_as_refused(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, "116600000", "2026-12-01", 100);
    assert_int_equal(ask(village, "rural-akim"), 1);
    assert_false(options[0].lawful);
    assert_string_equal(
        options[0].refusal.reason.key, "refusal.unit-without-organ");
}

static void an_initiative_shows_what_it_waits_for(void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    size_t count = ask(village, NULL);
    assert_true(option_of(count, ACT_SIGN, NULL).lawful);
    struct engine_option consent = option_of(count, ACT_CONSENT, NULL);
    assert_false(consent.lawful);
    assert_string_equal(
        consent.refusal.reason.key, "refusal.too-few-signatures");
    assert_false(option_of(count, ACT_CALL, NULL).lawful);
    village_many(village, "sign", "member", 1, 10);
    count = ask(village, NULL);
    assert_true(option_of(count, ACT_CONSENT, NULL).lawful);
    assert_string_equal(
        option_of(count, ACT_CALL, NULL).refusal.reason.key,
        "refusal.consent-lacks");
    assert_false(has_option(ask(village, "rural-akim"), ACT_CONSENT, NULL));
}

static void a_sitting_is_opened_from_its_day_on(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN);
    village_accept(village, CALL);
    size_t count = ask(village, "rural-akim");
    assert_true(option_of(count, ACT_NOTIFY, NULL).lawful);
    assert_false(has_option(count, ACT_CALL, NULL));
    village_accept(village, NOTIFY);
    count = ask(village, "rural-akim");
    struct engine_option opening =
        option_of(count, ACT_OPEN_SITTING, NULL);
    assert_false(opening.lawful);
    assert_day(opening.from, "2026-12-12");
    assert_true(option_of(count, ACT_WITHDRAW, NULL).lawful);
}

static void a_sitting_offers_what_is_left_to_elect_and_each_item(
    void **state)
{
    struct village *village = *state;
    course_called(village, "gathering",
        COURSE_TASKS ", {'matter': 'task-deadlines', 'title': 'x'}");
    course_opened(village, 20);
    size_t count = ask(village, NULL);
    assert_true(has_option(count, ACT_ELECT, "chair"));
    assert_true(has_option(count, ACT_ELECT, "secretary"));
    course_constituted(village);
    count = ask(village, "chair");
    assert_false(has_option(count, ACT_ELECT, NULL));
    assert_false(has_option(count, ACT_VOTE, NULL));
    size_t puts = 0;
    for (size_t i = 0; i < count; i++) {
        if (options[i].kind == ACT_PUT) {
            assert_int_equal(options[i].item, ++puts);
        }
    }
    assert_int_equal(puts, 2);
}

static void the_silences_of_the_law_are_offered_to_be_chosen(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN);
    assert_false(has_option(ask(village, NULL), ACT_CHOOSE, NULL));
    course_elsewhere(village, OKRUG, "2026-12-01", 100);
    village_accept(village, OPEN);
    struct engine_option form =
        option_of(ask(village, NULL), ACT_CHOOSE, "form");
    assert_true(form.lawful);
    assert_string_equal(form.citation.place, "law-2001/39-3/11");
    village_accept(village,
        "{'act': 'choose', 'actor': 'rural-akim', 'parameter': 'form', "
        "'value': 'by-name', 'ground': 'x'}");
    assert_false(has_option(ask(village, NULL), ACT_CHOOSE, "form"));
}

static void who_may_act_is_told_with_the_place(void **state)
{
    struct village *village = *state;
    struct engine_actors actors;
    struct engine_facts facts = village_facts(village, 0);
    engine_actors(&facts, ACT_RECORD_BUDGET, &actors);
    assert_int_equal(actors.count, 1);
    assert_string_equal(actors.words[0], "keeper");
    engine_actors(&facts, ACT_CALL, &actors);
    assert_int_equal(actors.count, 0);
    village_accept(village, OPEN);
    facts = village_facts(village, 1);
    engine_actors(&facts, ACT_RESOLVE, &actors);
    assert_int_equal(actors.count, 1);
    assert_string_equal(actors.words[0], "district-akim");
    assert_string_equal(actors.citation.place, "law-2001/39-3/11");
    engine_actors(&facts, ACT_DELIBERATE, &actors);
    assert_string_equal(actors.words[0], "district-maslikhat");
    engine_actors(&facts, ACT_SIGN_MINUTES, &actors);
    assert_int_equal(actors.count, 2);
    assert_string_equal(actors.words[1], "secretary");
}

/* ---- what is due --------------------------------------------------------- */

static struct engine_term terms[ENGINE_TERMS_MAX];

static size_t due(struct village *village, int64_t proceeding)
{
    struct engine_facts facts = village_facts(village, proceeding);
    return engine_terms(&facts, village->arena, terms);
}

static void notice_is_due_on_the_last_lawful_day(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN);
    assert_int_equal(due(village, 1), 0);
    village_accept(village, CALL);
    assert_int_equal(due(village, 1), 1);
    assert_int_equal(terms[0].kind, ACT_NOTIFY);
    assert_day(terms[0].due, "2026-12-02");
    assert_string_equal(terms[0].citation.place, "law-2001/39-3/8");
    village_accept(village, NOTIFY);
    assert_int_equal(due(village, 1), 0);
}

static void a_consent_is_due_in_the_working_days_of_the_local_act(
    void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    assert_int_equal(due(village, 1), 0);
    village_today(village, "2026-12-11"); /* a Friday */
    village_many(village, "sign", "member", 1, 10);
    assert_int_equal(due(village, 1), 1);
    assert_int_equal(terms[0].kind, ACT_CONSENT);
    assert_day(terms[0].since, "2026-12-11");
    assert_day(terms[0].due, "2026-12-21"); /* 16 December is a holiday */
    assert_string_equal(terms[0].citation.place, "koyandy-rules/2");
    assert_true(terms[0].citation.invented);
}

static void where_the_law_gives_no_term_its_silence_is_shown(void **state)
{
    struct village *village = *state;
    course_elsewhere(village, OKRUG, "2026-12-01", 100);
    village_accept(village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}");
    village_many(village, "sign", "member", 1, 10);
    assert_int_equal(due(village, 1), 1);
    assert_true(terms[0].missing);
    assert_false(date_is_set(terms[0].due));
    assert_null(terms[0].amount);
    assert_string_equal(terms[0].citation.place, "law-2001/39-3/5");
}

static void after_the_sitting_its_papers_and_decisions_are_due(void **state)
{
    struct village *village = *state;
    course_decided(village, "gathering", COURSE_TASKS, 20);
    assert_int_equal(due(village, 1), 2);
    assert_int_equal(terms[0].kind, ACT_REVIEW);
    assert_int_equal(terms[0].item, 1);
    assert_true(date_is_set(terms[0].due));
    assert_int_equal(terms[1].kind, ACT_PUBLISH);
    assert_int_equal(date_compare(terms[1].since,
                         course_latest(village)->items[0].decided),
        0);
    village_accept(village,
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': true}");
    assert_int_equal(due(village, 1), 1);
    assert_int_equal(terms[0].kind, ACT_PUBLISH);
}

/* Before a chair is elected, who opened the sitting may close it. */
static void what_one_of_several_actors_may_do_is_lawful(void **state)
{
    struct village *village = *state;
    course_called(village, "gathering", COURSE_TASKS);
    course_opened(village, 10);
    size_t count = ask(village, NULL);
    assert_true(option_of(count, ACT_CLOSE_SITTING, NULL).lawful);
    assert_false(option_of(count, ACT_APPROVE_AGENDA, NULL).lawful);
    count = ask(village, "chair");
    assert_false(option_of(count, ACT_CLOSE_SITTING, NULL).lawful);
    course_constituted(village);
    count = ask(village, NULL);
    assert_true(option_of(count, ACT_CLOSE_SITTING, NULL).lawful);
    count = ask(village, "rural-akim");
    assert_false(option_of(count, ACT_CLOSE_SITTING, NULL).lawful);
}

/* Two of each item of the longest agenda, none is left out. */
static void all_terms_of_the_longest_agenda_are_told(void **state)
{
    struct village *village = *state;
    const char *items = COURSE_TASKS;
    for (int i = 1; i < PROCEEDING_ITEMS_MAX; i++) {
        items = arena_format(village->arena, "%s, " COURSE_TASKS, items);
    }
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    village_accept(village,
        arena_format(village->arena,
            "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-13', "
            "'time': '11:00', 'place': 'Клуб', 'items': [%s]}", items));
    village_accept(village,
        "{'act': 'notify', 'actor': 'rural-akim', "
        "'ways': ['mass-media'], 'evidence': 'Газет'}");
    village_today(village, "2026-12-13T11:00:00+05:00");
    course_opened(village, 10);
    course_constituted(village);
    for (int i = 1; i <= PROCEEDING_ITEMS_MAX; i++) {
        course_voted(village, i, 10, 0);
    }
    course_handed_over(village);
    assert_int_equal(due(village, 1), 2 * PROCEEDING_ITEMS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(a_gathering_needs_a_tenth_of_the_entitled),
        COURSE_TEST(in_2019_half_of_the_representatives_are_enough),
        COURSE_TEST(in_2014_a_tenth_of_all_members_is_needed),
        COURSE_TEST(since_2021_representatives_do_not_reach_the_quorum),
        COURSE_TEST(as_many_representatives_as_the_quorum_reach_it),
        COURSE_TEST(the_matters_are_those_of_the_organ_at_the_level),
        COURSE_TEST(the_first_lawful_day_follows_the_agenda),
        COURSE_TEST(there_are_two_ways_to_open_a_gathering),
        COURSE_TEST(in_a_district_the_ways_to_open_are_shown_as_refused),
        COURSE_TEST(an_initiative_shows_what_it_waits_for),
        COURSE_TEST(a_sitting_is_opened_from_its_day_on),
        COURSE_TEST(a_sitting_offers_what_is_left_to_elect_and_each_item),
        COURSE_TEST(the_silences_of_the_law_are_offered_to_be_chosen),
        COURSE_TEST(who_may_act_is_told_with_the_place),
        COURSE_TEST(notice_is_due_on_the_last_lawful_day),
        COURSE_TEST(a_consent_is_due_in_the_working_days_of_the_local_act),
        COURSE_TEST(where_the_law_gives_no_term_its_silence_is_shown),
        COURSE_TEST(after_the_sitting_its_papers_and_decisions_are_due),
        COURSE_TEST(what_one_of_several_actors_may_do_is_lawful),
        COURSE_TEST(all_terms_of_the_longest_agenda_are_told),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
