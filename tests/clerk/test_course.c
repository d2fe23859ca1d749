/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A gathering and what follows from it, each act through the clerk, from the
 * opening to the publication.
 */
#include <string.h>

#include "desk.h"
#include "test.h"

static void officials(struct desk *desk)
{
    desk_accept(desk, "keeper",
        "{'act': 'record-office', 'actor': 'keeper', "
        "'office': 'rural-akim', 'surname': 'Оспанов', 'name': 'Ержан', "
        "'from': '2025-01-01', 'basis': 'Сайлау'}");
    desk_accept(desk, "keeper",
        "{'act': 'record-population', 'actor': 'keeper', 'persons': 120, "
        "'on': '2026-11-01', 'basis': 'Есеп'}");
}

static void approved(struct desk *desk, int item)
{
    desk_accept(desk, "rural-akim",
        arena_format(desk->arena,
            "{'act': 'review', 'actor': 'rural-akim', 'item': %d, "
            "'agreed': true}",
            item));
}

static void a_gathering_goes_from_opening_to_execution(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 60);
    officials(desk);
    desk_called(desk, "gathering", DESK_TASKS);
    const struct proceeding *called = desk_proceeding(desk, 1);
    assert_int_equal(called->members_entitled, 60);
    assert_int_equal(called->roll_count, 60);
    assert_int_equal(called->population, 120);
    desk_opened(desk, 6);
    desk_constituted(desk);
    desk_voted(desk, 1, 4);
    desk_handed_over(desk);
    approved(desk, 1);
    desk_accept(desk, "rural-akim",
        "{'act': 'publish', 'actor': 'rural-akim', 'item': 1, "
        "'ways': ['mass-media']}");
    desk_accept(desk, "rural-akim",
        "{'act': 'assign', 'actor': 'rural-akim', 'item': 1, "
        "'to': 'rural-akim', 'task': 'Жөндеу', 'due': '2027-06-01'}");
    desk_accept(desk, "clerk",
        "{'act': 'report', 'actor': 'rural-akim', 'item': 1, "
        "'text': 'Жол жөнделді', 'done': true, 'evidence': 'Акт, № 4'}");
    const struct proceeding *done = desk_proceeding(desk, 1);
    assert_int_equal(done->phase, PROCEEDING_HANDED_OVER);
    assert_int_equal(done->items[0].phase, ITEM_APPROVED);
    assert_int_equal(done->items[0].decision, 1);
    assert_true(done->items[0].published);
    assert_true(done->items[0].done);
    assert_int_equal(desk_events(desk), desk->answer.number);
    desk_ok(desk, clerk_rebuild(desk->dir, true, &desk->error));
}

static void quorum_one_short_is_refused_by_its_article(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 60);
    desk_called(desk, "gathering", DESK_TASKS);
    desk_accept(desk, "rural-akim",
        "{'act': 'arrive', 'actor': 'rural-akim', "
        "'residents': [1, 2, 3, 4, 5]}");
    desk_refuse(desk, "rural-akim",
        "{'act': 'open-sitting', 'actor': 'rural-akim'}",
        "refusal.quorum-short");
    assert_string_equal(desk->answer.refusal.place, "law-2001/39-3/9");
    desk_accept(desk, "rural-akim",
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 6}");
    desk_accept(desk, "rural-akim",
        "{'act': 'open-sitting', 'actor': 'rural-akim'}");
}

/* A tenth of sixty is six: five with their signatures are not enough. */
static void members_call_a_gathering_with_the_consent_of_the_akim(void **state)
{
    static const char CALL[] =
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-20', "
        "'time': '11:00', 'place': 'Клуб', 'items': [" DESK_TASKS "]}";
    static const char CONSENT[] =
        "{'act': 'consent', 'actor': 'district-akim', 'granted': true}";
    struct desk *desk = *state;
    desk_register(desk, 60);
    desk_accept(desk, "clerk",
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering', "
        "'evidence': 'Өтініш'}");
    desk_accept(desk, "clerk",
        "{'act': 'sign', 'actor': 'member', 'evidence': 'Қол қою парағы', "
        "'residents': [1, 2, 3, 4, 5]}");
    desk_refuse(
        desk, "district-akim", CONSENT, "refusal.too-few-signatures");
    desk_accept(desk, "clerk",
        "{'act': 'sign', 'actor': 'member', 'resident': 6, "
        "'evidence': 'Қол қою парағы'}");
    desk_refuse(desk, "rural-akim", CALL, "refusal.consent-lacks");
    desk_accept(desk, "district-akim", CONSENT);
    desk_accept(desk, "rural-akim", CALL);
}

/* A gathering that elects residents 1 to 3 to the assembly. */
static void assembly_formed(struct desk *desk)
{
    desk_called(desk, "gathering",
        "{'matter': 'assembly-composition', 'title': 'Жиналыс құрамы', "
        "'members': [1, 2, 3]}");
    desk_opened(desk, 6);
    desk_constituted(desk);
    desk_voted(desk, 1, 6);
    desk_handed_over(desk);
    approved(desk, 1);
}

static void an_assembly_that_a_gathering_elected_meets(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 60);
    assembly_formed(desk);
    desk_now(desk, "2026-12-15T10:00:00+05:00");
    desk_called(desk, "assembly",
        "{'matter': 'budget-monitoring-commission', 'title': 'Комиссия', "
        "'members': [1, 2]}");
    const struct proceeding *called = desk_proceeding(desk, 2);
    assert_int_equal(called->roll_count, 3);
    desk_refuse(desk, "rural-akim",
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 4}",
        "refusal.person-not-on-roll");
    desk_opened(desk, 3);
    desk_constituted(desk);
    desk_voted(desk, 1, 3);
    struct store_reader *reader = desk_reader(desk);
    struct community community;
    desk_ok(desk,
        store_community(reader, desk->arena, &community, &desk->error));
    store_reader_close(reader);
    struct date day = {2026, 12, 27};
    assert_int_equal(
        community_organ(&community, "assembly", day)->mandates_count, 3);
    assert_int_equal(
        community_organ(&community, "budget-monitoring-commission", day)
            ->mandates_count,
        2);
}

/* Resident 2 gets another key between the election and the assembly. */
static void a_member_whose_entry_was_corrected_keeps_the_mandate(void **state)
{
    static const char CSV[] =
        "surname,name,birth,kato,street,from,citizen\n"
        "Тұрғынов00002,Асан,1970-01-02," DESK_VILLAGE
        ",Абай,2011-01-01,yes\n";
    struct desk *desk = *state;
    struct clerk_account keeper = desk_account("keeper");
    int64_t imported = 0;
    desk_register(desk, 60);
    assembly_formed(desk);
    desk_ok(desk, clerk_import_residents(desk->clerk, &keeper,
        bytes_of_text(CSV), &imported, &desk->error));
    assert_int_equal(kept_sql_integer(&desk->file,
                         "SELECT count(*) FROM persons WHERE resident = 2"),
        2);
    desk_now(desk, "2026-12-15T10:00:00+05:00");
    desk_called(desk, "assembly",
        "{'matter': 'budget-monitoring-commission', 'title': 'Комиссия', "
        "'members': [2]}");
    desk_opened(desk, 3);
    desk_constituted(desk);
    desk_voted(desk, 1, 3);
    struct store_reader *reader = desk_reader(desk);
    struct community community;
    desk_ok(desk,
        store_community(reader, desk->arena, &community, &desk->error));
    store_reader_close(reader);
    struct date day = {2026, 12, 27};
    const char *mandate =
        community_organ(&community, "assembly", day)->mandates[1].holder;
    assert_string_equal(mandate,
        community_organ(&community, "budget-monitoring-commission", day)
            ->mandates[0]
            .holder);
}

static void representatives_are_elected_by_the_plots(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 20);
    desk_accept(desk, "rural-akim",
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    desk_accept(desk, "rural-akim",
        "{'act': 'open', 'actor': 'rural-akim', "
        "'procedure': 'separate-gathering', 'for': 1, "
        "'plot': {'kato': '" DESK_VILLAGE "', 'street': 'Абай', "
        "'name': 'Абай көшесі'}}");
    desk_accept(desk, "rural-akim",
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', "
        "'time': '11:00', 'place': 'Клуб', 'items': [{'matter': "
        "'representatives', 'title': 'Өкілдер', 'members': [1, 2]}]}");
    assert_int_equal(desk_proceeding(desk, 2)->roll_count, 19);
    desk_accept(desk, "rural-akim",
        "{'act': 'notify', 'actor': 'rural-akim', 'ways': ['mass-media'], "
        "'evidence': 'Газет'}");
    desk_now(desk, "2026-12-12T11:00:00+05:00");
    desk_refuse(desk, "rural-akim",
        "{'act': 'arrive', 'actor': 'rural-akim', 'resident': 6}",
        "refusal.person-not-entitled");
    desk_opened(desk, 5);
    desk_constituted(desk);
    desk_voted(desk, 1, 5);
    desk_handed_over(desk);
    desk_accept(desk, "rural-akim",
        "{'act': 'call', 'proceeding': 1, 'actor': 'rural-akim', "
        "'day': '2026-12-24', 'time': '11:00', 'place': 'Клуб', "
        "'items': [" DESK_TASKS "]}");
    const struct proceeding *gathering = desk_proceeding(desk, 1);
    assert_int_equal(gathering->roll_count, 2);
    assert_int_equal(gathering->members_entitled, 20);
}

/* Resident 2 gets another key after signing: one person has one signature. */
static void who_signed_has_signed_whatever_the_key_is_now(void **state)
{
    static const char CSV[] =
        "surname,name,birth,kato,street,from,citizen\n"
        "Тұрғынов00002,Асан,1970-01-02," DESK_VILLAGE
        ",Абай,2011-01-01,yes\n";
    struct desk *desk = *state;
    struct clerk_account keeper = desk_account("keeper");
    int64_t imported = 0;
    desk_register(desk, 60);
    desk_accept(desk, "clerk",
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering', "
        "'evidence': 'Өтініш'}");
    static const char SIGN[] =
        "{'act': 'sign', 'actor': 'member', 'resident': 2, "
        "'evidence': 'Парақ'}";
    desk_accept(desk, "clerk", SIGN);
    desk_ok(desk, clerk_import_residents(desk->clerk, &keeper,
        bytes_of_text(CSV), &imported, &desk->error));
    assert_int_equal(kept_sql_integer(&desk->file,
                         "SELECT count(*) FROM persons WHERE resident = 2"),
        2);
    desk_refuse(desk, "clerk", SIGN, "refusal.signed-already");
    assert_int_equal(map_count(desk_proceeding(desk, 1)->signatures), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_gathering_goes_from_opening_to_execution),
        DESK_TEST(quorum_one_short_is_refused_by_its_article),
        DESK_TEST(members_call_a_gathering_with_the_consent_of_the_akim),
        DESK_TEST(an_assembly_that_a_gathering_elected_meets),
        DESK_TEST(a_member_whose_entry_was_corrected_keeps_the_mandate),
        DESK_TEST(representatives_are_elected_by_the_plots),
        DESK_TEST(who_signed_has_signed_whatever_the_key_is_now),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
