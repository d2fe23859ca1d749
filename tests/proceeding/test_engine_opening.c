/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The keeper's acts, opening a proceeding, signatures, consent.
 */
#include <string.h>

#include "course.h"

static const char OKRUG[] = "116647000"; /* no local act */
static const char DISTRICT[] = "116600000";
static const char OBLAST[] = "110000000";

#define OPEN_GATHERING \
    "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}"
#define OPEN_BY_MEMBER \
    "{'act': 'open', 'actor': 'member', 'procedure': 'gathering'}"
#define CONSENT \
    "{'act': 'consent', 'actor': 'district-akim', 'granted': true}"

static const char *argument(const struct message *message, const char *name)
{
    const char *value = message_value(message, name);
    assert_non_null(value);
    return value;
}

/* ---- the keeper ---------------------------------------------------------- */

static void a_community_is_founded_once(void **state)
{
    struct village *village = *state;
    const char *act = "{'act': 'found-community', 'actor': 'keeper', "
                      "'kato': '116647000', 'demonstration': false}";
    village_reject(village, act, STATUS_CONFLICT, "error.already-founded");
    village->community.unit = NULL;
    village_accept(village, act);
    assert_string_equal(village->community.unit->code, OKRUG);
    assert_string_equal(json_member_text(course_told(village,
                            "community-founded"), "classifier"),
        territory_digest());
}

static void an_unknown_place_is_no_community(void **state)
{
    struct village *village = *state;
    village->community.unit = NULL;
    village_reject(village,
        "{'act': 'found-community', 'actor': 'keeper', "
        "'kato': '999999999', 'demonstration': false}",
        STATUS_INVALID, "error.no-such-place");
}

static void the_keepers_acts_are_the_keepers_alone(void **state)
{
    struct village *village = *state;
    village_reject(village,
        "{'act': 'record-population', 'actor': 'rural-akim', 'persons': 1, "
        "'on': '2026-01-01', 'basis': 'x'}",
        STATUS_FORBIDDEN, "error.actor-not-keeper");
    village_accept(village,
        "{'act': 'record-population', 'actor': 'keeper', 'persons': 1, "
        "'on': '2026-01-01', 'basis': 'x'}");
    assert_int_equal(village->community.population, 1);
}

static void an_office_is_recorded_with_its_term(void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'record-office', 'actor': 'keeper', "
        "'office': 'rural-akim', 'surname': 'Ә', 'name': 'Б', "
        "'from': '2026-01-01', 'until': '2026-01-02', 'basis': 'x'}");
    const struct community_office *office = community_office(
        &village->community, "rural-akim", (struct date){2026, 1, 1});
    assert_string_equal(office->holder, village_key(village, 1));
    village_reject(village,
        "{'act': 'record-office', 'actor': 'keeper', "
        "'office': 'rural-akim', 'surname': 'Ә', 'name': 'Б', "
        "'from': '2026-01-01', 'until': '2026-01-01', 'basis': 'x'}",
        STATUS_INVALID, "error.term-ends-before-it-begins");
    village_reject(village,
        "{'act': 'record-office', 'actor': 'keeper', 'office': 'mayor', "
        "'surname': 'Ә', 'name': 'Б', 'from': '2026-01-01', 'basis': 'x'}",
        STATUS_INVALID, "error.no-such-office");
}

/* ---- opening ------------------------------------------------------------- */

static void the_akim_opens_a_gathering(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_GATHERING);
    const struct proceeding *proceeding = course_latest(village);
    assert_int_equal(proceeding->number, 1);
    assert_string_equal(proceeding->initiator, "rural-akim");
    assert_int_equal(proceeding->phase, PROCEEDING_OPENED);
    assert_int_equal(
        date_compare(proceeding->law_day, (struct date){2026, 12, 1}), 0);
    assert_int_equal(proceeding->population, 4200);
    assert_false(proceeding->represented);
}

static void who_may_not_initiate_is_told_who_may(void **state)
{
    struct village *village = *state;
    village_reject(village,
        "{'act': 'open', 'actor': 'district-akim', "
        "'procedure': 'gathering'}",
        STATUS_FORBIDDEN, "error.actor-of-two");
    const struct message *message = &village->error.message;
    assert_string_equal(argument(message, "first"), "rural-akim");
    assert_string_equal(argument(message, "second"), "member");
    assert_string_equal(argument(message, "place"), "law-2001/39-3/5");
}

static void a_procedure_that_the_law_does_not_know_is_refused(void **state)
{
    struct village *village = *state;
    village_refuse(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'zemstvo'}",
        "refusal.no-such-procedure", "");
}

static void a_procedure_that_is_no_sitting_of_an_organ_is_refused(void **state)
{
    struct village *village = *state;
    village_refuse(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': "
        "'akim-election'}",
        "refusal.no-such-procedure", "");
}

static void before_2013_there_is_no_gathering_of_39_3(void **state)
{
    struct village *village = *state;
    village_today(village, "2013-07-05");
    village_refuse(
        village, OPEN_GATHERING, "refusal.no-such-procedure", "");
    village_today(village, "2013-07-06");
    village_accept(village, OPEN_GATHERING);
}

static void district_and_oblast_have_no_gathering(void **state)
{
    struct village *village = *state;
    static const char *const above[] = {DISTRICT, OBLAST};
    for (size_t i = 0; i < 2; i++) {
        course_elsewhere(village, above[i], "2026-12-01", 100);
        village_refuse(village, OPEN_GATHERING,
            "refusal.unit-without-organ", "law-2001/39-3");
        assert_string_equal(
            argument(&village->refusal.reason, "organ"), "gathering");
    }
    course_elsewhere(village, OKRUG, "2026-12-01", 100);
    village_accept(village, OPEN_GATHERING);
}

/* Of the residents with the keys 1 and 2. */
static void assembly_form(struct village *village)
{
    village_event(village, "organ-formed", 0,
        "{'organ': 'assembly', 'from': '2026-01-01', "
        "'until': '2030-01-01', 'citation': 'law-2001/39-3/2.2', "
        "'members': ["
        "'0000000000000000000000000000000000000000000000000000000000000001',"
        "'0000000000000000000000000000000000000000000000000000000000000002']"
        "}");
}

static void an_assembly_is_not_held_by_representatives(void **state)
{
    struct village *village = *state;
    assembly_form(village);
    village_refuse(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'assembly', "
        "'represented': true}",
        "refusal.no-representatives-known", "law-2001/39-3");
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
}

/* ---- gatherings of plots ------------------------------------------------- */

#define OPEN_SEPARATE(fields) \
    "{'act': 'open', 'actor': 'rural-akim', " \
    "'procedure': 'separate-gathering', " fields "}"
#define PLOT "'plot': {'kato': '116645100', 'name': 'Орталық'}"

static void a_separate_gathering_names_plot_and_gathering(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_GATHERING);
    village_reject(village, OPEN_SEPARATE("'for': 1"), STATUS_INVALID,
        "error.plot-needed");
    village_reject(
        village, OPEN_SEPARATE(PLOT), STATUS_INVALID, "error.plot-needed");
    village_reject(village, OPEN_SEPARATE("'for': 7, " PLOT), STATUS_INVALID,
        "error.no-such-proceeding");
    village_reject(village,
        OPEN_SEPARATE("'for': 1, 'plot': {'kato': '116647100', "
                      "'name': 'Басқа'}"),
        STATUS_INVALID, "error.place-outside");
    village_refuse(village, OPEN_SEPARATE("'for': 1, " PLOT),
        "refusal.not-represented", "law-2001/39-3/6");
}

static void a_separate_gathering_elects_for_one_of_representatives(
    void **state)
{
    struct village *village = *state;
    village_accept(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    village_accept(village, OPEN_SEPARATE("'for': 1, " PLOT));
    assert_int_equal(course_latest(village)->for_gathering, 1);
    assert_string_equal(course_latest(village)->plot, "Орталық");
}

static void a_gathering_takes_no_plot(void **state)
{
    struct village *village = *state;
    village_reject(village,
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        PLOT "}",
        STATUS_INVALID, "error.plot-without-plots");
}

/* ---- signatures ---------------------------------------------------------- */

static void at_9_99_percent_there_is_no_consent_yet(void **state)
{
    struct village *village = *state;
    village->entitled = 1001;
    village->residents = 1001;
    village_accept(village, OPEN_BY_MEMBER);
    village_many(village, "sign", "member", 1, 100);
    village_refuse(village, CONSENT, "refusal.too-few-signatures",
        "law-2001/39-3/5");
    const struct message *reason = &village->refusal.reason;
    assert_string_equal(argument(reason, "have"), "100");
    assert_string_equal(argument(reason, "needed"), "101");
    assert_string_equal(argument(reason, "share"), "10 %");
    assert_string_equal(argument(reason, "base"), "members-entitled");
    assert_string_equal(argument(reason, "base_count"), "1001");
    assert_string_equal(argument(&village->refusal.cure, "count"), "1");
    village_many(village, "sign", "member", 101, 101);
    village_accept(village, CONSENT);
}

static void ten_percent_exactly_is_enough(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_BY_MEMBER);
    village_many(village, "sign", "member", 1, 9);
    village_refuse(village, CONSENT, "refusal.too-few-signatures",
        "law-2001/39-3/5");
    village_many(village, "sign", "member", 10, 10);
    village_accept(village, CONSENT);
    assert_true(course_latest(village)->consented);
}

static void without_a_count_no_share_is_worked_out(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_BY_MEMBER);
    village->entitled = -1;
    village_many(village, "sign", "member", 1, 20);
    village_reject(village, CONSENT, STATUS_INVALID, "error.not-counted");
}

static void who_may_not_take_part_does_not_sign(void **state)
{
    struct village *village = *state;
    static const char *const reasons[] = {
        "minor", "declared-incapable", "imprisoned", "not-resident"};
    village_accept(village, OPEN_BY_MEMBER);
    for (int64_t i = 0; i < 4; i++) {
        village_exclude(village, 11 + i, reasons[i]);
        struct buffer act = BUFFER_EMPTY;
        buffer_add_format(&act,
            "{'act': 'sign', 'actor': 'member', 'residents': [1, %d]}",
            (int)(11 + i));
        village_refuse(village, buffer_text(&act),
            "refusal.person-not-entitled", "law-2001/39-3/1");
        assert_string_equal(
            argument(&village->refusal.reason, "why"), reasons[i]);
        buffer_finish(&act);
    }
    assert_int_equal(map_count(course_latest(village)->signatures), 0);
}

static void an_unknown_resident_does_not_sign(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_BY_MEMBER);
    village_reject(village,
        "{'act': 'sign', 'actor': 'member', 'resident': 100000}",
        STATUS_INVALID, "error.no-such-resident");
}

static void signing_twice_is_refused(void **state)
{
    struct village *village = *state;
    const char *act = "{'act': 'sign', 'actor': 'member', 'resident': 5}";
    village_accept(village, OPEN_BY_MEMBER);
    village_accept(village, act);
    village_refuse(
        village, act, "refusal.signed-already", "law-2001/39-3/5");
}

static void the_akims_own_gathering_needs_no_signatures(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_GATHERING);
    village_refuse(village,
        "{'act': 'sign', 'actor': 'member', 'resident': 5}",
        "refusal.no-signatures-asked", "law-2001/39-3/5");
}

static void members_of_the_assembly_sign_for_an_assembly(void **state)
{
    struct village *village = *state;
    assembly_form(village);
    village_accept(village,
        "{'act': 'open', 'actor': 'member', 'procedure': 'assembly'}");
    assert_string_equal(
        course_latest(village)->initiator, "assembly-member");
    village_refuse(village,
        "{'act': 'sign', 'actor': 'member', 'resident': 3}",
        "refusal.person-not-on-roll", "law-2001/39-3/7");
    village_accept(
        village, "{'act': 'sign', 'actor': 'member', 'resident': 2}");
}

/* ---- consent ------------------------------------------------------------- */

static void consent_by_another_office_is_not_that_of_the_law(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_BY_MEMBER);
    village_many(village, "sign", "member", 1, 10);
    village_reject(village,
        "{'act': 'consent', 'actor': 'rural-akim', 'granted': true}",
        STATUS_FORBIDDEN, "error.actor-of-one");
    assert_string_equal(
        argument(&village->error.message, "first"), "district-akim");
    assert_string_equal(
        argument(&village->error.message, "place"), "law-2001/39-3/5");
}

static void the_akims_gathering_has_no_consent(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_GATHERING);
    village_refuse(
        village, CONSENT, "refusal.act-not-in-procedure", "law-2001/39-3");
}

static void consent_is_given_once_and_ends_signing(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_BY_MEMBER);
    village_many(village, "sign", "member", 1, 10);
    village_accept(village, CONSENT);
    village_refuse(village, CONSENT, "refusal.consent-given-already",
        "law-2001/39-3/5");
    assert_string_equal(village->refusal.filled_by, "koyandy-rules/2");
    assert_true(village->refusal.invented);
    village_refuse(village,
        "{'act': 'sign', 'actor': 'member', 'resident': 11}",
        "refusal.signed-after-consent", "law-2001/39-3/5");
}

static void a_refused_consent_ends_the_way(void **state)
{
    struct village *village = *state;
    village_accept(village, OPEN_BY_MEMBER);
    village_many(village, "sign", "member", 1, 10);
    village_accept(village,
        "{'act': 'consent', 'actor': 'district-akim', 'granted': false, "
        "'reason': 'x'}");
    village_refuse(village, CONSENT, "refusal.not-now", "law-2001/39-3/5");
    village_refuse(village,
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-20', "
        "'time': '11:00', 'place': 'x', 'items': [" COURSE_TASKS "]}",
        "refusal.consent-refused", "law-2001/39-3/5");
}

static void an_act_of_no_proceeding_is_missing(void **state)
{
    struct village *village = *state;
    village_reject(village,
        "{'act': 'consent', 'actor': 'district-akim', 'proceeding': 9, "
        "'granted': true}",
        STATUS_MISSING, "error.no-such-proceeding");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        COURSE_TEST(a_community_is_founded_once),
        COURSE_TEST(an_unknown_place_is_no_community),
        COURSE_TEST(the_keepers_acts_are_the_keepers_alone),
        COURSE_TEST(an_office_is_recorded_with_its_term),
        COURSE_TEST(the_akim_opens_a_gathering),
        COURSE_TEST(who_may_not_initiate_is_told_who_may),
        COURSE_TEST(a_procedure_that_the_law_does_not_know_is_refused),
        COURSE_TEST(a_procedure_that_is_no_sitting_of_an_organ_is_refused),
        COURSE_TEST(before_2013_there_is_no_gathering_of_39_3),
        COURSE_TEST(district_and_oblast_have_no_gathering),
        COURSE_TEST(an_assembly_is_not_held_by_representatives),
        COURSE_TEST(a_separate_gathering_names_plot_and_gathering),
        COURSE_TEST(a_separate_gathering_elects_for_one_of_representatives),
        COURSE_TEST(a_gathering_takes_no_plot),
        COURSE_TEST(at_9_99_percent_there_is_no_consent_yet),
        COURSE_TEST(ten_percent_exactly_is_enough),
        COURSE_TEST(without_a_count_no_share_is_worked_out),
        COURSE_TEST(who_may_not_take_part_does_not_sign),
        COURSE_TEST(an_unknown_resident_does_not_sign),
        COURSE_TEST(signing_twice_is_refused),
        COURSE_TEST(the_akims_own_gathering_needs_no_signatures),
        COURSE_TEST(members_of_the_assembly_sign_for_an_assembly),
        COURSE_TEST(consent_by_another_office_is_not_that_of_the_law),
        COURSE_TEST(the_akims_gathering_has_no_consent),
        COURSE_TEST(consent_is_given_once_and_ends_signing),
        COURSE_TEST(a_refused_consent_ends_the_way),
        COURSE_TEST(an_act_of_no_proceeding_is_missing),
    };
    return cmocka_run_group_tests(tests, course_begin, course_end);
}
