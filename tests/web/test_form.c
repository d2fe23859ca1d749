/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Forms: declared fields, limits, encodings.
 */
#include "web/form.h"

#include <string.h>

#include "base/buffer.h"
#include "test.h"
#include "web/limits.h"

static const struct form_field fields[] = {
    {"title", FORM_LINE, 5, true, false},
    {"text", FORM_TEXT, 40, false, false},
    {"secret", FORM_SECRET, 40, false, false},
    {"number", FORM_NUMBER, 6, false, false},
    {"day", FORM_DATE, 10, false, false},
    {"time", FORM_TIME, 5, false, false},
    {"matter", FORM_WORD, 20, false, true},
};

static struct arena *arena;
static struct form form;
static struct error error;

static int arena_begin(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static enum status read_from(enum form_origin origin, const char *text)
{
    error = (struct error){.status = STATUS_OK};
    form = (struct form){.fields = fields,
        .count = sizeof fields / sizeof fields[0],
        .arena = arena};
    return form_read(&form, origin, bytes_of_text(text), &error);
}

static enum status read_text(const char *text)
{
    return read_from(FORM_BODY, text);
}

/* The problem of the only wrong field, or NULL. */
static const char *problem_of(const char *text, const char *name)
{
    assert_int_equal(read_text(text), STATUS_OK);
    const struct message *problem = form_problem(&form, name);
    return problem == NULL ? NULL : problem->key;
}

static void fields_are_read_and_decoded(void **state)
{
    (void)state;
    assert_int_equal(
        read_text("title=%D0%96%D0%BE%D0%BB&text=a+b%26c%3D&number=57"),
        STATUS_OK);
    assert_string_equal(form_text(&form, "title"), "Жол");
    assert_string_equal(form_text(&form, "text"), "a b&c=");
    assert_int_equal(form_number(&form, "number"), 57);
    assert_string_equal(form_text(&form, "secret"), "");
    assert_true(form_is_good(&form));
}

static void an_undeclared_field_is_an_error(void **state)
{
    (void)state;
    assert_int_equal(read_text("title=a&admin=1"), STATUS_INVALID);
    assert_string_equal(error.message.key, "error.form-unknown");
    assert_string_equal(message_value(&error.message, "name"), "admin");
}

static void a_field_that_comes_twice_is_an_error(void **state)
{
    (void)state;
    assert_int_equal(read_text("title=a&title=b"), STATUS_INVALID);
    assert_string_equal(error.message.key, "error.form-unknown");
}

static void what_others_add_to_a_link_is_passed_over(void **state)
{
    (void)state;
    assert_int_equal(read_from(FORM_QUERY, "title=a&fbclid=x&utm"), STATUS_OK);
    assert_string_equal(form_text(&form, "title"), "a");
    assert_int_equal(read_from(FORM_QUERY, "title=a&title=b"), STATUS_INVALID);
    assert_int_equal(read_from(FORM_QUERY, "title=%"), STATUS_INVALID);
}

static void a_field_of_many_keeps_all_in_order(void **state)
{
    (void)state;
    const char *const *values = NULL;
    assert_int_equal(read_text("matter=roads&title=a&matter=water"), STATUS_OK);
    assert_int_equal(form_list(&form, "matter", &values), 2);
    assert_string_equal(values[0], "roads");
    assert_string_equal(values[1], "water");
    assert_int_equal(read_text("title=a"), STATUS_OK);
    assert_int_equal(form_list(&form, "matter", &values), 0);
}

static void broken_escapes_are_an_error(void **state)
{
    (void)state;
    assert_int_equal(read_text("title=%"), STATUS_INVALID);
    assert_int_equal(read_text("title=%4"), STATUS_INVALID);
    assert_int_equal(read_text("title=%zz"), STATUS_INVALID);
    assert_int_equal(read_text("title"), STATUS_INVALID);
    assert_int_equal(read_text("title=a&&text=b"), STATUS_INVALID);
    assert_int_equal(read_text("title=%41"), STATUS_OK);
}

static void what_is_no_utf8_is_an_error(void **state)
{
    (void)state;
    assert_int_equal(read_text("title=%FF"), STATUS_INVALID);
    assert_int_equal(read_text("title=%C0%AF"), STATUS_INVALID);
    assert_int_equal(read_text("title=%ED%A0%80"), STATUS_INVALID);
    assert_int_equal(read_text("title=%00"), STATUS_INVALID);
    assert_string_equal(error.message.key, "error.form-broken");
}

static void control_bytes_are_an_error_but_breaks_in_text(void **state)
{
    (void)state;
    assert_int_equal(read_text("title=a%0Ab"), STATUS_INVALID);
    assert_int_equal(read_text("title=a%1Bb"), STATUS_INVALID);
    assert_int_equal(read_text("title=a&text=a%07"), STATUS_INVALID);
    assert_int_equal(read_text("title=a&text=a%0D%0Ab%0Ac%0Dd"), STATUS_OK);
    assert_string_equal(form_text(&form, "text"), "a\nb\nc\nd");
}

static void a_needed_field_of_blanks_is_a_problem(void **state)
{
    (void)state;
    assert_string_equal(problem_of("title=++", "title"), "form.needed");
    assert_string_equal(problem_of("", "title"), "form.needed");
    assert_false(form_is_good(&form));
    assert_null(problem_of("title=a", "title"));
}

static void the_longest_text_passes_and_one_letter_more_does_not(void **state)
{
    (void)state;
    /* Letters, not bytes: five letters of two bytes each. */
    assert_null(problem_of("title=%D3%99%D3%99%D3%99%D3%99%D3%99", "title"));
    assert_string_equal(problem_of("title=aaaaaa", "title"), "form.too-long");
    assert_string_equal(form_text(&form, "title"), "aaaaaa");
}

static void secrets_are_kept_exactly(void **state)
{
    (void)state;
    assert_int_equal(read_text("title=+a+&secret=+a+"), STATUS_OK);
    assert_string_equal(form_text(&form, "title"), "a");
    assert_string_equal(form_text(&form, "secret"), " a ");
}

static void numbers_dates_and_times_are_checked(void **state)
{
    (void)state;
    assert_null(problem_of("title=a&number=0", "number"));
    assert_string_equal(
        problem_of("title=a&number=-1", "number"), "form.number");
    assert_string_equal(
        problem_of("title=a&number=1.5", "number"), "form.number");
    assert_int_equal(form_number(&form, "number"), 0);
    assert_null(problem_of("title=a&day=2026-02-28", "day"));
    assert_int_equal(form_date(&form, "day").day, 28);
    assert_string_equal(
        problem_of("title=a&day=2026-02-30", "day"), "form.date");
    assert_false(date_is_set(form_date(&form, "day")));
    assert_null(problem_of("title=a&time=23%3A59", "time"));
    assert_string_equal(
        problem_of("title=a&time=24%3A00", "time"), "form.time");
    assert_string_equal(
        problem_of("title=a&time=11%3A60", "time"), "form.time");
    assert_string_equal(
        problem_of("title=a&matter=A", "matter"), "form.choose");
}

static void as_many_fields_as_allowed_and_one_more(void **state)
{
    (void)state;
    struct buffer text = BUFFER_EMPTY;
    buffer_add_text(&text, "title=a");
    for (int i = 1; i < LIMITS_FIELDS_MAX; i++) {
        buffer_add_text(&text, "&matter=a");
    }
    assert_int_equal(read_text(buffer_text(&text)), STATUS_OK);
    buffer_add_text(&text, "&matter=a");
    assert_int_equal(read_text(buffer_text(&text)), STATUS_INVALID);
    assert_string_equal(error.message.key, "error.form-fields");
    buffer_finish(&text);
}

static void a_page_may_refuse_a_field_itself(void **state)
{
    (void)state;
    struct message problem;
    assert_int_equal(read_text("title=a"), STATUS_OK);
    form_refuse(&form, "title", message_start(&problem, "form.choose"));
    assert_string_equal(form_problem(&form, "title")->key, "form.choose");
    assert_false(form_is_good(&form));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_read_and_decoded),
        cmocka_unit_test(an_undeclared_field_is_an_error),
        cmocka_unit_test(a_field_that_comes_twice_is_an_error),
        cmocka_unit_test(what_others_add_to_a_link_is_passed_over),
        cmocka_unit_test(a_field_of_many_keeps_all_in_order),
        cmocka_unit_test(broken_escapes_are_an_error),
        cmocka_unit_test(what_is_no_utf8_is_an_error),
        cmocka_unit_test(control_bytes_are_an_error_but_breaks_in_text),
        cmocka_unit_test(a_needed_field_of_blanks_is_a_problem),
        cmocka_unit_test(the_longest_text_passes_and_one_letter_more_does_not),
        cmocka_unit_test(secrets_are_kept_exactly),
        cmocka_unit_test(numbers_dates_and_times_are_checked),
        cmocka_unit_test(as_many_fields_as_allowed_and_one_more),
        cmocka_unit_test(a_page_may_refuse_a_field_itself),
    };
    return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
