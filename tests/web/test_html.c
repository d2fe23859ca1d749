/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Values in pages: escaping, and what is nothing.
 */
#include "web/html_internal.h"

#include <string.h>

#include "generated/pages.h"
#include "test.h"

static struct buffer text;
static struct html_out out;

static int out_begin(void **state)
{
    (void)state;
    buffer_clear(&text);
    out = (struct html_out){.buffer = &text, .language = LANGUAGE_EN};
    return 0;
}

static int out_end(void **state)
{
    (void)state;
    buffer_finish(&text);
    return 0;
}

static void text_is_escaped_for_elements_and_attributes(void **state)
{
    (void)state;
    html_text(&out, "<a href=\"x\" title='y'>Ә & б</a>");
    assert_string_equal(buffer_text(&text),
        "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;Ә &amp; б&lt;/a&gt;");
}

static void nothing_is_written_of_nothing(void **state)
{
    (void)state;
    html_text(&out, NULL);
    html_message(&out, NULL);
    html_say(&out, NULL);
    html_word(&out, NULL);
    html_citation(&out, NULL);
    html_url(&out, (struct url){NULL});
    html_fragment(&out, (struct html){NULL});
    html_date(&out, (struct date){0, 0, 0});
    html_day(&out, (struct date){0, 0, 0});
    html_instant(&out, (struct instant){0});
    assert_string_equal(buffer_text(&text), "");
}

static void addresses_are_escaped(void **state)
{
    (void)state;
    html_url(&out, (struct url){"/kk/sittings?a=1&b=2"});
    assert_string_equal(buffer_text(&text), "/kk/sittings?a=1&amp;b=2");
}

static void what_a_message_says_is_escaped(void **state)
{
    (void)state;
    struct message message;
    (void)message_start(&message, "error.form-unknown");
    (void)message_text(&message, "name", "<b>");
    html_say(&out, &message);
    assert_string_equal(buffer_text(&text),
        "This page has no field &quot;&lt;b&gt;&quot;, or it came twice. "
        "Open the page again and send the form once more.");
}

static void word_say(const void *context, enum language language,
    const char *word, struct buffer *buffer)
{
    (void)context;
    (void)language;
    buffer_add_format(buffer, "<%s>", word);
}

static void names_of_the_law_are_escaped(void **state)
{
    (void)state;
    html_word(&out, "rural-akim");
    out.names.word = word_say;
    html_word(&out, "gathering");
    assert_string_equal(buffer_text(&text), "rural-akim&lt;gathering&gt;");
}

static void a_field_shows_its_problem_and_keeps_its_text(void **state)
{
    (void)state;
    struct message problem;
    struct pages_field field = {.name = "name",
        .label = "sign-in.name",
        .type = "text",
        .value = "\"Ә\"",
        .problem = message_start(&problem, "form.needed")};
    pages_field(&field, &out);
    assert_non_null(strstr(buffer_text(&text), "value=\"&quot;Ә&quot;\""));
    assert_non_null(strstr(buffer_text(&text),
        "aria-invalid=\"true\" aria-describedby=\"name-problem\""));
    assert_non_null(strstr(buffer_text(&text), "Fill in this field."));
    buffer_clear(&text);
    field.problem = NULL;
    pages_field(&field, &out);
    assert_null(strstr(buffer_text(&text), "aria-invalid"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(
            text_is_escaped_for_elements_and_attributes, out_begin),
        cmocka_unit_test_setup(nothing_is_written_of_nothing, out_begin),
        cmocka_unit_test_setup(addresses_are_escaped, out_begin),
        cmocka_unit_test_setup(what_a_message_says_is_escaped, out_begin),
        cmocka_unit_test_setup(names_of_the_law_are_escaped, out_begin),
        cmocka_unit_test_setup(
            a_field_shows_its_problem_and_keeps_its_text, out_begin),
    };
    return cmocka_run_group_tests(tests, NULL, out_end);
}
