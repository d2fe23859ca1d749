/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law that a proceeding is under stays as it was when it was opened.
 */
#include <string.h>

#include "base/file.h"
#include "desk.h"
#include "test.h"

#define OPEN "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering'}"

/* Changes a text wherever it stands in a law file of the folder. */
static void law_edit(struct desk *desk, const char *name, const char *from,
    const char *to)
{
    struct buffer old = BUFFER_EMPTY;
    struct buffer edited = BUFFER_EMPTY;
    const char *path =
        arena_format(desk->arena, "%s/law/%s", desk->dir, name);
    desk_ok(desk, file_read(path, 1024 * 1024, &old, &desk->error));
    const char *at = buffer_text(&old);
    const char *found = strstr(at, from);
    assert_non_null(found);
    for (; found != NULL; found = strstr(at, from)) {
        buffer_add(&edited, at, (size_t)(found - at));
        buffer_add_text(&edited, to);
        at = found + strlen(from);
    }
    buffer_add_text(&edited, at);
    desk_ok(
        desk, file_write(path, buffer_bytes(&edited), &desk->error));
    buffer_finish(&old);
    buffer_finish(&edited);
}

static void notice_of_fifteen_days(struct desk *desk)
{
    law_edit(desk, "procedures-2001.law",
        "at least 10 calendar-days before sitting",
        "at least 15 calendar-days before sitting");
}

/* Of a proceeding, so many days after the first of December. */
static enum status call(struct desk *desk, int number, int days)
{
    return desk_submit(desk, "rural-akim",
        arena_format(desk->arena,
            "{'act': 'call', 'proceeding': %d, 'actor': 'rural-akim', "
            "'day': '2026-12-%d', 'time': '11:00', 'place': 'Клуб', "
            "'items': [" DESK_TASKS "]}",
            number, 1 + days));
}

static void a_changed_law_rules_the_next_proceeding_alone(void **state)
{
    struct desk *desk = *state;
    const char *old = NULL;
    const char *new = NULL;
    desk_register(desk, 20);
    (void)clerk_law(desk->clerk, &old);
    desk_accept(desk, "rural-akim", OPEN);
    notice_of_fifteen_days(desk);
    desk_ok(desk, clerk_reload(desk->clerk, &desk->error));
    (void)clerk_law(desk->clerk, &new);
    assert_string_not_equal(old, new);
    desk_accept(desk, "rural-akim", OPEN);
    assert_int_equal(call(desk, 1, 9), STATUS_REFUSED);
    assert_int_equal(call(desk, 1, 10), STATUS_OK);
    assert_int_equal(call(desk, 2, 14), STATUS_REFUSED);
    assert_string_equal(
        desk->answer.refusal.reason.key, "refusal.notice-too-short");
    assert_int_equal(call(desk, 2, 15), STATUS_OK);
    assert_string_equal(desk_proceeding(desk, 1)->law, old);
    assert_string_equal(desk_proceeding(desk, 2)->law, new);
    assert_int_equal(desk_events(desk), 6);
}

/* The folder has another law when the clerk comes back. */
static void a_pinned_law_is_read_from_the_store(void **state)
{
    struct desk *desk = *state;
    const struct law *law = NULL;
    const char *digest = NULL;
    desk_register(desk, 20);
    desk_accept(desk, "rural-akim", OPEN);
    notice_of_fifteen_days(desk);
    desk_reopen(desk);
    assert_int_equal(call(desk, 1, 10), STATUS_OK);
    const char *pinned = desk_proceeding(desk, 1)->law;
    assert_ptr_not_equal(clerk_law(desk->clerk, &digest), NULL);
    assert_string_not_equal(pinned, digest);
    desk_ok(desk,
        clerk_pinned_law(desk->clerk, pinned, &law, &desk->error));
    assert_ptr_not_equal(law, clerk_law(desk->clerk, NULL));
    const struct law *again = NULL;
    desk_ok(desk,
        clerk_pinned_law(desk->clerk, pinned, &again, &desk->error));
    assert_ptr_equal(law, again);
}

static void a_law_that_nothing_is_under_is_missing(void **state)
{
    struct desk *desk = *state;
    const struct law *law = NULL;
    const char *digest =
        "0000000000000000000000000000000000000000000000000000000000000000";
    desk_fails(desk,
        clerk_pinned_law(desk->clerk, digest, &law, &desk->error),
        STATUS_MISSING, "error.store-no-corpus");
    assert_null(law);
}

static void a_faulty_law_leaves_the_old_one(void **state)
{
    struct desk *desk = *state;
    const char *before = NULL;
    const char *after = NULL;
    (void)clerk_law(desk->clerk, &before);
    law_edit(desk, "procedures-2001.law", "takes part: member\n",
        "takes part: membre\n");
    desk_fails(desk, clerk_reload(desk->clerk, &desk->error),
        STATUS_INVALID, "error.law-faulty");
    assert_string_equal(
        message_value(&desk->error.message, "file"),
        "law/procedures-2001.law");
    (void)clerk_law(desk->clerk, &after);
    assert_string_equal(before, after);
    desk_accept(desk, "rural-akim", OPEN);
}

static void a_clerk_does_not_begin_with_a_faulty_law(void **state)
{
    struct desk *desk = *state;
    struct clerk *clerk = NULL;
    struct clerk_clock clock = {.file = desk->clock};
    law_edit(desk, "words.law", "word ", "wrod ");
    desk_fails(desk,
        clerk_open(desk->dir, NULL, &clock, &clerk, &desk->error),
        STATUS_INVALID, "error.law-faulty");
    assert_null(clerk);
}

static void a_law_read_again_unchanged_stays_the_same(void **state)
{
    struct desk *desk = *state;
    const struct law *before = clerk_law(desk->clerk, NULL);
    desk_ok(desk, clerk_reload(desk->clerk, &desk->error));
    assert_ptr_equal(clerk_law(desk->clerk, NULL), before);
    notice_of_fifteen_days(desk);
    desk_ok(desk, clerk_reload(desk->clerk, &desk->error));
    assert_ptr_not_equal(clerk_law(desk->clerk, NULL), before);
    law_edit(desk, "procedures-2001.law",
        "at least 15 calendar-days before sitting",
        "at least 10 calendar-days before sitting");
    desk_ok(desk, clerk_reload(desk->clerk, &desk->error));
    assert_ptr_equal(clerk_law(desk->clerk, NULL), before);
}

/* The words, the other files by name, the local acts by name. */
static void sources_come_in_one_order(void **state)
{
    struct desk *desk = *state;
    struct law_source *sources = NULL;
    size_t count = 0;
    desk_ok(desk,
        clerk_sources("law", desk->arena, &sources, &count, &desk->error));
    assert_true(count > 3);
    assert_string_equal(sources[0].name, "law/words.law");
    assert_string_equal(sources[1].name, "law/calendar-kz.law");
    for (size_t i = 2; i < count; i++) {
        bool local = strncmp(sources[i].name, "law/local/", 10) == 0;
        bool after_local =
            strncmp(sources[i - 1].name, "law/local/", 10) == 0;
        assert_true(local >= after_local);
        assert_true(local != after_local ||
            strcmp(sources[i - 1].name, sources[i].name) < 0);
    }
    assert_int_equal(
        strncmp(sources[count - 1].name, "law/local/", 10), 0);
}

static void names_are_said_from_a_corpus(void **state)
{
    struct desk *desk = *state;
    struct message message;
    struct buffer text = BUFFER_EMPTY;
    message_start(&message, "error.not-your-office");
    message_word(&message, "actor", "rural-akim");
    struct tongue_names names = clerk_names(clerk_law(desk->clerk, NULL));
    names.citation(
        names.context, LANGUAGE_EN, "law-2001/39-3/8", &text);
    assert_non_null(strstr(buffer_text(&text), "39-3"));
    buffer_clear(&text);
    tongue_say(LANGUAGE_RU, &message, &names, &text);
    assert_null(strstr(buffer_text(&text), "rural-akim"));
    buffer_finish(&text);
}

/* A separate gathering is part of the gathering that it is for. */
static void a_separate_gathering_is_under_the_law_of_its_gathering(
    void **state)
{
    struct desk *desk = *state;
    const char *old = NULL;
    desk_register(desk, 20);
    (void)clerk_law(desk->clerk, &old);
    desk_accept(desk, "rural-akim",
        "{'act': 'open', 'actor': 'rural-akim', 'procedure': 'gathering', "
        "'represented': true}");
    law_edit(desk, "procedures-2001.law",
        "representative; at most 3 persons",
        "representative; at most 2 persons");
    desk_ok(desk, clerk_reload(desk->clerk, &desk->error));
    desk_accept(desk, "rural-akim",
        "{'act': 'open', 'actor': 'rural-akim', "
        "'procedure': 'separate-gathering', 'for': 1, "
        "'plot': {'kato': '" DESK_VILLAGE "', 'name': 'Қоянды'}}");
    assert_string_equal(desk_proceeding(desk, 2)->law, old);
    desk_accept(desk, "rural-akim",
        "{'act': 'call', 'actor': 'rural-akim', 'day': '2026-12-12', "
        "'time': '11:00', 'place': 'Клуб', 'items': [{'matter': "
        "'representatives', 'title': 'Өкілдер', 'members': [1, 2, 3]}]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_changed_law_rules_the_next_proceeding_alone),
        DESK_TEST(a_pinned_law_is_read_from_the_store),
        DESK_TEST(a_law_that_nothing_is_under_is_missing),
        DESK_TEST(a_faulty_law_leaves_the_old_one),
        DESK_TEST(a_clerk_does_not_begin_with_a_faulty_law),
        DESK_TEST(a_law_read_again_unchanged_stays_the_same),
        DESK_TEST(sources_come_in_one_order),
        DESK_TEST(names_are_said_from_a_corpus),
        DESK_TEST(a_separate_gathering_is_under_the_law_of_its_gathering),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
