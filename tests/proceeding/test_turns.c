/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The course of a sitting, as its minutes need it.
 */
#include "test.h"

#include "proceeding/proceeding.h"

static void take(struct proceeding *proceeding, struct arena *arena,
    const char *kind, const char *at, const char *body)
{
    struct event event = {.number = 1, .kind = kind, .proceeding = 1};
    const struct json *json = NULL;
    struct error error = {0};
    assert_true(instant_parse(at, &event.at));
    assert_int_equal(
        json_parse(bytes_of_text(body), arena, &json, &error), STATUS_OK);
    event.body = json;
    proceeding_apply(proceeding, &event, arena);
}

static void turns_keep_their_order_hours_and_numbers(void **state)
{
    (void)state;
    struct arena *arena = arena_create();
    struct proceeding proceeding;
    proceeding_init(&proceeding);
    take(&proceeding, arena, "proceeding-opened", "2026-12-01",
        "{\"procedure\":\"gathering\",\"law_day\":\"2026-12-01\"}");
    take(&proceeding, arena, "arrived", "2026-12-12T10:50:00+05:00",
        "{\"persons\":[\"a\",\"b\"]}");
    take(&proceeding, arena, "sitting-opened", "2026-12-12T11:00:00+05:00",
        "{\"by\":\"rural-akim\",\"needed\":2}");
    take(&proceeding, arena, "agenda-approved", "2026-12-12T11:01:00+05:00",
        "{\"for\":2,\"against\":0,\"abstain\":0}");
    take(&proceeding, arena, "left", "2026-12-12T11:10:00+05:00",
        "{\"persons\":[\"b\"]}");
    take(&proceeding, arena, "quorum-lost", "2026-12-12T11:10:00+05:00",
        "{\"present\":1,\"needed\":2}");
    take(&proceeding, arena, "sitting-adjourned",
        "2026-12-12T11:20:00+05:00",
        "{\"day\":\"2026-12-14\",\"time\":\"15:00\",\"reason\":\"r\"}");
    static const struct {
        enum turn_kind kind;
        int64_t present;
    } wanted[] = {{TURN_ARRIVED, 2}, {TURN_OPENED, 2}, {TURN_LEFT, 1},
        {TURN_QUORUM_LOST, 1}, {TURN_ADJOURNED, 1}};
    assert_int_equal(
        proceeding.turns_count, sizeof wanted / sizeof wanted[0]);
    for (size_t i = 0; i < proceeding.turns_count; i++) {
        assert_int_equal(proceeding.turns[i].kind, wanted[i].kind);
        assert_int_equal(proceeding.turns[i].present, wanted[i].present);
    }
    assert_string_equal(proceeding.turns[1].office, "rural-akim");
    assert_int_equal(proceeding.turns[2].persons_count, 1);
    assert_string_equal(proceeding.turns[2].persons[0], "b");
    assert_string_equal(proceeding.turns[4].time, "15:00");
    assert_string_equal(proceeding.turns[4].reason, "r");
    assert_int_equal(proceeding.turns[4].day.day, 14);
    assert_int_equal(proceeding.present, 0);
    assert_int_equal(proceeding.agenda_count.votes_for, 2);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_keep_their_order_hours_and_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
