/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What pages ask of the engine agrees with what the clerk decides.
 */
#include <string.h>

#include "desk.h"
#include "test.h"

static struct engine_facts facts_of(struct desk *desk, int64_t proceeding)
{
    struct engine_facts facts;
    struct store_reader *reader = desk_reader(desk);
    desk_ok(desk, clerk_facts(desk->clerk, reader, proceeding, desk->arena,
        &facts, &desk->error));
    store_reader_close(reader);
    return facts;
}

/* The option of a kind of act, or NULL. */
static const struct engine_option *option(
    struct desk *desk, int64_t proceeding, enum act_kind kind)
{
    struct instant now;
    struct engine_facts facts = facts_of(desk, proceeding);
    struct engine_option *options = arena_take_array(
        desk->arena, ENGINE_OPTIONS_MAX, sizeof *options);
    desk_ok(desk, clerk_time(desk->clerk, &now, &desk->error));
    size_t count = engine_options(&facts, NULL, NULL, instant_date(now),
        desk->arena, options);
    for (size_t i = 0; i < count; i++) {
        if (options[i].kind == kind) {
            return &options[i];
        }
    }
    return NULL;
}

static void without_a_proceeding_the_newest_law_is_asked(void **state)
{
    struct desk *desk = *state;
    const char *digest = NULL;
    const struct law *law = clerk_law(desk->clerk, &digest);
    struct engine_facts facts = facts_of(desk, 0);
    assert_ptr_equal(facts.law, law);
    assert_string_equal(facts.law_digest, digest);
    assert_null(facts.proceeding);
    assert_int_equal(facts.members_entitled, -1);
    assert_string_equal(facts.community->unit->code, DESK_PLACE);
}

static void a_proceeding_that_is_not_there_is_missing(void **state)
{
    struct desk *desk = *state;
    struct engine_facts facts;
    struct store_reader *reader = desk_reader(desk);
    desk_fails(desk,
        clerk_facts(desk->clerk, reader, 7, desk->arena, &facts,
            &desk->error),
        STATUS_MISSING, "error.store-no-proceeding");
    store_reader_close(reader);
}

/* Until it is called: then the roll says how many. */
static void members_are_counted_until_the_call(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 25);
    desk_accept(desk, "rural-akim",
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}");
    assert_int_equal(facts_of(desk, 1).members_entitled, 25);
    desk_accept(desk, "rural-akim",
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', "
        "'time': '11:00', 'place': 'Клуб', 'items': [" DESK_TASKS "]}");
    assert_int_equal(facts_of(desk, 1).members_entitled, -1);
    assert_int_equal(facts_of(desk, 1).proceeding->members_entitled, 25);
}

static void one_signature_short_is_seen_beforehand(void **state)
{
    struct desk *desk = *state;
    desk_register(desk, 21);
    desk_accept(desk, "clerk",
        "{'act': 'open', 'actor': 'member', 'procedure': 'gathering', "
        "'evidence': 'Өтініш'}");
    desk_accept(desk, "clerk",
        "{'act': 'sign', 'actor': 'member', 'residents': [1, 2], "
        "'evidence': 'Парақ'}");
    const struct engine_option *consent = option(desk, 1, ACT_CONSENT);
    assert_false(consent->lawful);
    assert_string_equal(
        consent->refusal.reason.key, "refusal.too-few-signatures");
    desk_accept(desk, "clerk",
        "{'act': 'sign', 'actor': 'member', 'resident': 3, "
        "'evidence': 'Парақ'}");
    assert_true(option(desk, 1, ACT_CONSENT)->lawful);
}

/* The akim disagrees with a decision, a second gathering is on it. */
static void disagreed(struct desk *desk)
{
    desk_register(desk, 20);
    desk_called(desk, "gathering", DESK_TASKS);
    desk_opened(desk, 5);
    desk_constituted(desk);
    desk_voted(desk, 1, 5);
    desk_handed_over(desk);
    desk_accept(desk, "rural-akim",
        "{'act': 'review', 'actor': 'rural-akim', 'item': 1, "
        "'agreed': false, 'reason': 'Қаражат жоқ'}");
    desk_called(desk, "gathering",
        "{'matter': 'community-tasks', 'title': 'Жол жөндеу', "
        "'repeats': {'proceeding': 1, 'item': 1}}");
    desk_opened(desk, 5);
    desk_constituted(desk);
}

static void a_review_waits_for_the_second_minutes(void **state)
{
    static const char REVIEW[] =
        "{'act': 'review', 'proceeding': 1, 'actor': 'rural-akim', "
        "'item': 1, 'agreed': true}";
    struct desk *desk = *state;
    disagreed(desk);
    assert_int_equal(facts_of(desk, 2).related[0]->number, 1);
    assert_int_equal(facts_of(desk, 1).related_count, 0);
    desk_voted(desk, 1, 5);
    assert_int_equal(facts_of(desk, 1).related[0]->number, 2);
    const struct engine_option *review = option(desk, 1, ACT_REVIEW);
    assert_false(review->lawful);
    assert_string_equal(
        review->refusal.reason.key, "refusal.second-minutes");
    desk_refuse(desk, "rural-akim", REVIEW, "refusal.second-minutes");
    desk_handed_over(desk);
    assert_true(option(desk, 1, ACT_REVIEW)->lawful);
    desk_accept(desk, "rural-akim", REVIEW);
    /* What the second decided is followed up in the first. */
    int64_t *numbers = NULL;
    size_t count = 0;
    struct store_reader *reader = desk_reader(desk);
    desk_ok(desk, store_open_proceedings(
        reader, desk->arena, &numbers, &count, &desk->error));
    store_reader_close(reader);
    assert_int_equal(count, 1);
    assert_int_equal(numbers[0], 1);
}

static void a_separate_gathering_comes_with_that_it_is_for(void **state)
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
    struct engine_facts facts = facts_of(desk, 2);
    assert_int_equal(facts.related_count, 1);
    assert_int_equal(facts.related[0]->number, 1);
    assert_int_equal(facts.members_entitled, 19);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(without_a_proceeding_the_newest_law_is_asked),
        DESK_TEST(a_proceeding_that_is_not_there_is_missing),
        DESK_TEST(members_are_counted_until_the_call),
        DESK_TEST(one_signature_short_is_seen_beforehand),
        DESK_TEST(a_review_waits_for_the_second_minutes),
        DESK_TEST(a_separate_gathering_comes_with_that_it_is_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
