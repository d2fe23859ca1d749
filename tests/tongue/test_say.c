/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Messages said in three languages, from a catalogue of the test's own.
 */
#include "test.h"

#include "tongue/catalogue.h"
#include "tongue/tongue.h"

/* Takes the place of the one made of po/. */
const struct catalogue_entry catalogue_entries[] = {
    {"error.loop", {{"1 {why}"}, {"2 {why}"}, {"3 {why}"}}},
    {"error.page",
        {{"{name}: {why}"}, {"{name} — {why}"}, {"{name}, since {why}"}}},
    {"error.plain", {{"қате"}, {"ошибка"}, {"a fault of {name}"}}},
    {"people.many",
        {{"{count} адам", "{count} адам!"},
            {"{count} человек", "{count} человека", "{count} людей"},
            {"{count} person", "{count} persons"}}},
    {"refusal.notice", {{"{office} {day} {place}"}, {"{office} {day} {place}"},
                           {"{office} {day} {place} {brace"}}},
};
const size_t catalogue_count =
    sizeof catalogue_entries / sizeof *catalogue_entries;

static void assert_said(enum language language, const struct message *message,
    const struct tongue_names *names, const char *wanted)
{
    struct buffer buffer = BUFFER_EMPTY;
    tongue_say(language, message, names, &buffer);
    assert_string_equal(buffer_text(&buffer), wanted);
    buffer_finish(&buffer);
}

static void an_argument_stands_where_the_language_wants_it(void **state)
{
    (void)state;
    struct message message;
    message_text(message_start(&message, "error.page"), "name", "{why}");
    message_key(&message, "why", "error.plain");
    assert_said(LANGUAGE_KK, &message, NULL, "{why}: қате");
    assert_said(LANGUAGE_RU, &message, NULL, "{why} — ошибка");
    /* The key named inside has the arguments of the whole. */
    assert_said(LANGUAGE_EN, &message, NULL, "{why}, since a fault of {why}");
}

static void nothing_is_said_of_nothing(void **state)
{
    (void)state;
    const struct message message = {0};
    assert_said(LANGUAGE_KK, &message, NULL, "");
}

static void an_unknown_key_or_argument_is_shown_as_it_is(void **state)
{
    (void)state;
    struct message message;
    message_start(&message, "error.none");
    assert_said(LANGUAGE_KK, &message, NULL, "error.none");
    assert_false(tongue_has("error.none"));
    assert_string_equal(tongue_text(LANGUAGE_RU, "error.none"), "error.none");
    message_text(message_start(&message, "error.page"), "name", "a");
    assert_said(LANGUAGE_KK, &message, NULL, "a: {why}");
    message_text(message_start(&message, "refusal.notice"), "office", "x");
    assert_said(LANGUAGE_EN, &message, NULL, "x {day} {place} {brace");
}

static void the_bare_text_of_a_key_is_there(void **state)
{
    (void)state;
    assert_true(tongue_has("error.loop"));
    assert_true(tongue_has("refusal.notice"));
    assert_string_equal(tongue_text(LANGUAGE_RU, "error.plain"), "ошибка");
    assert_string_equal(
        tongue_text(LANGUAGE_EN, "people.many"), "{count} person");
}

static void a_message_that_names_itself_ends(void **state)
{
    (void)state;
    struct message message;
    message_key(message_start(&message, "error.loop"), "why", "error.loop");
    assert_said(LANGUAGE_KK, &message, NULL, "1 1 1 error.loop");
}

static void a_count_picks_the_plural(void **state)
{
    (void)state;
    static const struct {
        int64_t count;
        const char *kk;
        const char *ru;
        const char *en;
    } cases[] = {
        {0, "0 адам!", "0 людей", "0 persons"},
        {1, "1 адам", "1 человек", "1 person"},
        {2, "2 адам!", "2 человека", "2 persons"},
        {4, "4 адам!", "4 человека", "4 persons"},
        {5, "5 адам!", "5 людей", "5 persons"},
        {11, "11 адам!", "11 людей", "11 persons"},
        {12, "12 адам!", "12 людей", "12 persons"},
        {14, "14 адам!", "14 людей", "14 persons"},
        {21, "21 адам!", "21 человек", "21 persons"},
        {22, "22 адам!", "22 человека", "22 persons"},
        {111, "111 адам!", "111 людей", "111 persons"},
        {122, "122 адам!", "122 человека", "122 persons"},
        {-1, "\u22121 адам", "\u22121 человек", "\u22121 person"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct message message;
        message_number(
            message_start(&message, "people.many"), "count", cases[i].count);
        assert_said(LANGUAGE_KK, &message, NULL, cases[i].kk);
        assert_said(LANGUAGE_RU, &message, NULL, cases[i].ru);
        assert_said(LANGUAGE_EN, &message, NULL, cases[i].en);
    }
    assert_int_equal(tongue_plural(LANGUAGE_RU, INT64_MIN), 2);
}

static void say_word(const void *context, enum language language,
    const char *word, struct buffer *buffer)
{
    buffer_add_format(buffer, "%s<%s:%s>", (const char *)context,
        language_tag(language), word);
}

static void say_citation(const void *context, enum language language,
    const char *citation, struct buffer *buffer)
{
    buffer_add_format(buffer, "%s[%s:%s]", (const char *)context,
        language_tag(language), citation);
}

static void words_and_places_are_named_by_who_knows_them(void **state)
{
    (void)state;
    const struct tongue_names names = {say_word, say_citation, "#"};
    const struct tongue_names none = {0};
    struct message message;
    const struct date day = {2026, 12, 12};
    message_word(message_start(&message, "refusal.notice"), "office", "akim");
    message_date(&message, "day", day);
    message_citation(&message, "place", "law-2001/39-3/8");
    assert_said(LANGUAGE_RU, &message, &names,
        "#<ru:akim> 12 декабря 2026 года #[ru:law-2001/39-3/8]");
    assert_said(LANGUAGE_KK, &message, &none,
        "akim 2026 жылғы 12 желтоқсан law-2001/39-3/8");
    assert_said(LANGUAGE_KK, &message, NULL,
        "akim 2026 жылғы 12 желтоқсан law-2001/39-3/8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_argument_stands_where_the_language_wants_it),
        cmocka_unit_test(nothing_is_said_of_nothing),
        cmocka_unit_test(an_unknown_key_or_argument_is_shown_as_it_is),
        cmocka_unit_test(the_bare_text_of_a_key_is_there),
        cmocka_unit_test(a_message_that_names_itself_ends),
        cmocka_unit_test(a_count_picks_the_plural),
        cmocka_unit_test(words_and_places_are_named_by_who_knows_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
