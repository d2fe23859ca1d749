/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Acts read from JSON: each kind with the fewest fields it can have, what
 * happens without each of them, and every shape at its limit and past it.
 */
#include <string.h>

#include "test.h"

#include "proceeding/act.h"

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* What follows "act" and, of a proceeding's, "proceeding". */
static const char *const fewest[ACT_KINDS] = {
    [ACT_FOUND_COMMUNITY] = "'kato': '116645000', 'demonstration': true",
    [ACT_RECORD_OFFICE] = "'office': 'rural-akim', 'surname': 'Әбілов',"
                          " 'name': 'Асқар', 'from': '2025-01-01',"
                          " 'basis': 'өкім № 5'",
    [ACT_RECORD_POPULATION] =
        "'persons': 0, 'on': '2026-01-01', 'basis': 'анықтама'",
    [ACT_RECORD_BUDGET] =
        "'year': 2026, 'figures': {}, 'decision': '№ 249', 'example': true",
    [ACT_IMPORT_RESIDENTS] =
        "'count': 3, 'root': "
        "'a47a89d0578da5a1d63835780c24ba4cbb2630784dd5038d716545b814f0dc7a'",
    [ACT_OPEN] = "'procedure': 'gathering'",
    [ACT_SIGN] = "'resident': 1",
    [ACT_CONSENT] = "'granted': true",
    [ACT_CALL] = "'day': '2026-12-12', 'time': '11:00', 'place': 'Клуб',"
                 " 'items': [{'matter': 'community-tasks', 'title': 'Жол'}]",
    [ACT_NOTIFY] = "'ways': ['mass-media']",
    [ACT_WITHDRAW] = "'reason': 'дауыл'",
    [ACT_ARRIVE] = "'residents': [1, 2]",
    [ACT_LEAVE] = "'resident': 1",
    [ACT_CORRECT_PRESENCE] = "'present': false, 'resident': 1",
    [ACT_ATTEND] = "",
    [ACT_OPEN_SITTING] = "",
    [ACT_ELECT] = "'office': 'chair', 'resident': 1, 'for': 1, 'against': 0,"
                  " 'abstain': 0",
    [ACT_APPROVE_AGENDA] = "'for': 1, 'against': 0, 'abstain': 0",
    [ACT_CHOOSE] =
        "'parameter': 'form', 'value': 'by-name', 'ground': 'қағида'",
    [ACT_SPEAK] = "'item': 1",
    [ACT_PUT] = "'item': 1",
    [ACT_VOTE] = "'item': 1, 'resident': 1, 'choice': 'for'",
    [ACT_CORRECT_VOTE] = "'item': 1, 'resident': 1",
    [ACT_COUNT] = "'item': 1, 'for': 1, 'against': 0, 'abstain': 0",
    [ACT_CLOSE_VOTE] = "'item': 1",
    [ACT_WITHDRAW_ITEM] = "'item': 1, 'reason': 'дайын емес'",
    [ACT_ADJOURN] =
        "'day': '2026-12-14', 'time': '15:00', 'reason': 'кворум жоқ'",
    [ACT_RESUME] = "",
    [ACT_CLOSE_SITTING] = "",
    [ACT_SIGN_MINUTES] = "",
    [ACT_HAND_OVER] = "",
    [ACT_REVIEW] = "'item': 1, 'agreed': true",
    [ACT_DELIBERATE] = "'item': 1, 'opinion': 'қолдау'",
    [ACT_RESOLVE] = "'item': 1, 'upheld': true, 'reason': 'негізді'",
    [ACT_PUBLISH] = "'item': 1, 'ways': ['mass-media', 'other-way']",
    [ACT_ASSIGN] = "'item': 1, 'to': 'әкім аппараты', 'task': 'жөндеу',"
                   " 'due': '2027-06-01'",
    [ACT_REPORT] = "'item': 1, 'text': 'жөнделді', 'done': true",
    [ACT_MONITOR] = "'year': 2027, 'half': 1, 'text': 'есеп'",
    [ACT_CONCLUDE] = "'item': 1, 'text': 'қорытынды'",
};

/* JSON in which `'` stands for `"`. */
static const struct json *parse(const char *text)
{
    const struct json *json = NULL;
    struct error error = {0};
    char *quoted = arena_text(arena, text);
    for (char *at = quoted; (at = strchr(at, '\'')) != NULL;) {
        *at = '"';
    }
    assert_int_equal(
        json_parse(bytes_of_text(quoted), arena, &json, &error), STATUS_OK);
    return json;
}

static const struct json *act_of(enum act_kind kind)
{
    return parse(arena_format(arena, "{'act': '%s'%s, 'actor': 'chair'%s%s}",
        act_kind_name(kind), kind > ACT_OPEN ? ", 'proceeding': 7" : "",
        fewest[kind][0] == '\0' ? "" : ", ", fewest[kind]));
}

/* The same object with one member other, or (NULL) without it. */
static const struct json *changed(
    const struct json *object, const char *name, const struct json *value)
{
    struct json *copy = json_object(arena);
    for (size_t i = 0; i < json_count(object); i++) {
        if (strcmp(json_name_at(object, i), name) != 0) {
            json_put(copy, json_name_at(object, i), json_at(object, i));
        }
    }
    json_put(copy, name, value);
    return copy;
}

static void assert_invalid(
    const struct json *json, const char *key, const char *field)
{
    struct act act = {.kind = ACT_REPORT, .proceeding = 99};
    struct error error = {0};
    assert_int_equal(act_read(json, arena, &act, &error), STATUS_INVALID);
    assert_string_equal(error.message.key, key);
    if (field != NULL) {
        assert_string_equal(message_value(&error.message, "field"), field);
    }
    assert_int_equal(act.proceeding, 99);
}

static void every_kind_has_a_name_that_is_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < ACT_KINDS; i++) {
        enum act_kind kind = ACT_OPEN;
        assert_true(act_kind_parse(act_kind_name((enum act_kind)i), &kind));
        assert_int_equal(kind, i);
    }
    enum act_kind kind = ACT_VOTE;
    assert_false(act_kind_parse("", &kind));
    assert_false(act_kind_parse("Vote", &kind));
    assert_false(act_kind_parse("opens", &kind));
    assert_int_equal(kind, ACT_VOTE);
}

static void every_kind_is_read_with_its_fewest_fields(void **state)
{
    (void)state;
    for (int i = 0; i < ACT_KINDS; i++) {
        struct act act = {0};
        struct error error = {0};
        const struct json *json = act_of((enum act_kind)i);
        assert_int_equal(act_read(json, arena, &act, &error), STATUS_OK);
        assert_int_equal(act.kind, i);
        assert_int_equal(act.proceeding, i > ACT_OPEN ? 7 : 0);
        assert_string_equal(act.actor, "chair");
        assert_null(act.evidence);
        assert_null(act.token);
        assert_int_equal(
            json_count(act.body), json_count(json) - (i > ACT_OPEN ? 3 : 2));
        assert_null(json_member(act.body, "actor"));
    }
}

static void each_of_its_fields_is_needed_and_of_its_kind(void **state)
{
    (void)state;
    for (int i = 0; i < ACT_KINDS; i++) {
        const struct json *json = act_of((enum act_kind)i);
        for (size_t k = 0; k < json_count(json); k++) {
            const char *name = json_name_at(json, k);
            bool is_list = strcmp(name, "residents") == 0;
            assert_invalid(changed(json, name, NULL), "error.field-missing",
                is_list ? "resident" : name);
            if (strcmp(name, "act") != 0) {
                assert_invalid(changed(json, name, parse("null")),
                    "error.field-wrong", name);
            }
        }
    }
}

static void an_unknown_field_is_refused_everywhere(void **state)
{
    (void)state;
    for (int i = 0; i < ACT_KINDS; i++) {
        assert_invalid(changed(act_of((enum act_kind)i), "entered_by",
                           parse("'account-1'")),
            "error.field-unknown", "entered_by");
        if (i <= ACT_OPEN) {
            assert_invalid(
                changed(act_of((enum act_kind)i), "proceeding", parse("1")),
                "error.field-unknown", "proceeding");
        }
    }
    const struct json *call = act_of(ACT_CALL);
    assert_invalid(changed(call, "items",
                       parse("[{'matter': 'x', 'title': 'y', 'z': 1}]")),
        "error.field-unknown", "z");
    assert_invalid(changed(act_of(ACT_OPEN), "plot",
                       parse("{'kato': '116645100',"
                             " 'name': 'x', 'z': 1}")),
        "error.field-unknown", "z");
}

static void what_is_no_act_is_refused(void **state)
{
    (void)state;
    assert_invalid(NULL, "error.act-no-object", NULL);
    assert_invalid(parse("[]"), "error.act-no-object", NULL);
    assert_invalid(parse("{}"), "error.field-missing", "act");
    assert_invalid(parse("{'act': 5}"), "error.field-missing", "act");
    assert_invalid(parse("{'act': 'overthrow'}"), "error.act-unknown", NULL);
}

static void evidence_and_token_are_taken(void **state)
{
    (void)state;
    struct act act = {0};
    struct error error = {0};
    const struct json *json =
        changed(changed(act_of(ACT_CONSENT), "evidence", parse("'хат № 12'")),
            "token", parse("'t-1'"));
    assert_int_equal(act_read(json, arena, &act, &error), STATUS_OK);
    assert_string_equal(act.evidence, "хат № 12");
    assert_string_equal(act.token, "t-1");
    assert_int_equal(json_count(act.body), 1);
}

/* A text of `length` letters, as JSON. */
static const struct json *text_of(int length)
{
    char *text = arena_take(arena, (size_t)length + 1);
    memset(text, 'x', (size_t)length);
    struct json *array = json_array(arena);
    json_push_text(array, text);
    return json_at(array, 0);
}

/* [1, 2, … count] or ["w1", …]. */
static const struct json *list_of(int count, bool words)
{
    struct json *array = json_array(arena);
    for (int i = 1; i <= count; i++) {
        if (words) {
            json_push_text(array, arena_format(arena, "w%d", i));
        } else {
            json_push_integer(array, i);
        }
    }
    return array;
}

static const struct json *items_of(int count)
{
    struct json *array = json_array(arena);
    for (int i = 0; i < count; i++) {
        json_push(array, parse("{'matter': 'local-budget', 'title': 'т'}"));
    }
    return array;
}

static void a_field_is_right_up_to_its_limit(void **state)
{
    (void)state;
    const struct {
        enum act_kind kind;
        const char *field;
        const struct json *last;
        const struct json *past;
    } cases[] = {
        {ACT_WITHDRAW, "reason", text_of(ACT_TEXT_MAX),
            text_of(ACT_TEXT_MAX + 1)},
        {ACT_CALL, "place", text_of(400), text_of(401)},
        {ACT_CALL, "place", parse("'Клуб, 2-қабат'"), parse("'a\\nb'")},
        {ACT_WITHDRAW, "reason", parse("'a\\nb'"), parse("' \\n '")},
        {ACT_OPEN, "procedure", text_of(64), text_of(65)},
        {ACT_OPEN, "procedure", parse("'a-9'"), parse("'A'")},
        {ACT_NOTIFY, "ways", list_of(16, true), list_of(17, true)},
        {ACT_NOTIFY, "ways", list_of(1, true), list_of(0, true)},
        {ACT_NOTIFY, "ways", parse("['a', 'b']"), parse("['a', 'a']")},
        {ACT_ARRIVE, "residents", list_of(ACT_PERSONS_MAX, false),
            list_of(ACT_PERSONS_MAX + 1, false)},
        {ACT_ARRIVE, "residents", list_of(1, false), list_of(0, false)},
        {ACT_ARRIVE, "residents", parse("[1, 2]"), parse("[1, 1]")},
        {ACT_CALL, "items", items_of(64), items_of(65)},
        {ACT_CALL, "items", items_of(1), items_of(0)},
        {ACT_CALL, "day", parse("'2028-02-29'"), parse("'2027-02-29'")},
        {ACT_CALL, "time", parse("'23:59'"), parse("'24:00'")},
        {ACT_CALL, "time", parse("'00:00'"), parse("'00:60'")},
        {ACT_CALL, "time", parse("'09:05'"), parse("'9:05'")},
        {ACT_LEAVE, "resident", parse("1"), parse("0")},
        {ACT_LEAVE, "resident", parse("1000000000"), parse("1000000001")},
        {ACT_COUNT, "for", parse("0"), parse("-1")},
        {ACT_VOTE, "choice", parse("'abstain'"), parse("'abstains'")},
        {ACT_FOUND_COMMUNITY, "kato", parse("'710000000'"),
            parse("'71000000'")},
        {ACT_FOUND_COMMUNITY, "kato", parse("'710000000'"),
            parse("'7100000000'")},
        {ACT_FOUND_COMMUNITY, "demonstration", parse("false"), parse("0")},
        {ACT_RECORD_BUDGET, "figures", parse("{'a': 1}"), parse("[1]")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct act act = {0};
        struct error error = {0};
        const struct json *json = act_of(cases[i].kind);
        assert_int_equal(act_read(changed(json, cases[i].field, cases[i].last),
                             arena, &act, &error),
            STATUS_OK);
        assert_invalid(changed(json, cases[i].field, cases[i].past),
            "error.field-wrong", cases[i].field);
    }
}

static void a_speech_has_one_speaker_and_a_text_or_neither(void **state)
{
    (void)state;
    struct act act = {0};
    struct error error = {0};
    const struct json *none = act_of(ACT_SPEAK);
    const struct json *said = changed(none, "text", parse("'сөз'"));
    const struct json *member = changed(said, "resident", parse("1"));
    const struct json *office = changed(said, "office", parse("'chair'"));
    assert_int_equal(act_read(none, arena, &act, &error), STATUS_OK);
    assert_int_equal(act_read(member, arena, &act, &error), STATUS_OK);
    assert_int_equal(act_read(office, arena, &act, &error), STATUS_OK);
    assert_invalid(said, "error.field-missing", "resident");
    assert_invalid(
        changed(member, "text", NULL), "error.field-missing", "text");
    assert_invalid(changed(member, "office", parse("'chair'")),
        "error.field-unknown", "office");
}

static void one_resident_or_several_but_not_both(void **state)
{
    (void)state;
    assert_invalid(changed(act_of(ACT_SIGN), "residents", parse("[2]")),
        "error.field-unknown", "residents");
}

static void the_residents_of_an_act_are_named_once(void **state)
{
    (void)state;
    int64_t residents[ACT_PERSONS_MAX];
    struct act act = {0};
    struct error error = {0};
    const struct json *call = changed(act_of(ACT_CALL), "items",
        parse("[{'matter': 'a', 'title': 'b', 'members': [5, 3]},"
              " {'matter': 'a', 'title': 'b', 'members': [3, 8]}]"));
    assert_int_equal(act_read(call, arena, &act, &error), STATUS_OK);
    assert_int_equal(act_residents(&act, residents), 3);
    assert_int_equal(residents[0], 5);
    assert_int_equal(residents[1], 3);
    assert_int_equal(residents[2], 8);

    const struct json *many = list_of(ACT_PERSONS_MAX, false);
    struct json *item = json_object(arena);
    json_put_text(item, "matter", "a");
    json_put_text(item, "title", "b");
    json_put(item, "members", many);
    struct json *items = json_array(arena);
    json_push(items, item);
    assert_int_equal(act_read(changed(act_of(ACT_CALL), "items", items),
                         arena, &act, &error),
        STATUS_OK);
    json_push(items, parse("{'matter': 'a', 'title': 'b', "
                           "'members': [1000]}"));
    assert_invalid(
        changed(act_of(ACT_CALL), "items", items), "error.persons-many", NULL);

    const struct json *arrive = changed(
        act_of(ACT_ARRIVE), "residents", list_of(ACT_PERSONS_MAX, false));
    assert_int_equal(act_read(arrive, arena, &act, &error), STATUS_OK);
    assert_int_equal(act_residents(&act, residents), ACT_PERSONS_MAX);
    assert_int_equal(
        act_read(act_of(ACT_RESUME), arena, &act, &error), STATUS_OK);
    assert_int_equal(act_residents(&act, residents), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_a_name_that_is_its_own),
        cmocka_unit_test(every_kind_is_read_with_its_fewest_fields),
        cmocka_unit_test(each_of_its_fields_is_needed_and_of_its_kind),
        cmocka_unit_test(an_unknown_field_is_refused_everywhere),
        cmocka_unit_test(what_is_no_act_is_refused),
        cmocka_unit_test(evidence_and_token_are_taken),
        cmocka_unit_test(a_field_is_right_up_to_its_limit),
        cmocka_unit_test(a_speech_has_one_speaker_and_a_text_or_neither),
        cmocka_unit_test(one_resident_or_several_but_not_both),
        cmocka_unit_test(the_residents_of_an_act_are_named_once),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
