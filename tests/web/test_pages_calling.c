/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Calling a sitting in the pages: what the law says before the last button, at
 * its limit and one past it; what was typed is kept; one act for one form.
 */
#include "site.h"

#include <string.h>

#include "test.h"

#define WHEN  "day=2026-03-12&time=11:00&place=Клуб"
#define TASKS "&matter=community-tasks&title=Жол&budget=&repeats="

static struct site site;

static int begin(void **state)
{
    (void)state;
    site_setup(&site);
    site_sign_in(&site, "akim");
    return 0;
}

static int end(void **state)
{
    (void)state;
    site_teardown(&site);
    return 0;
}

static void opened(void)
{
    site_act(&site, "akim",
        "{'act':'open','actor':'rural-akim','procedure':'gathering'}");
}

static void the_ways_offered_are_those_of_the_law_for_the_account(void **state)
{
    (void)state;
    assert_int_equal(site_get(&site, "/en/sittings/new"), 200);
    assert_true(site_says(&site, "initiator=rural-akim"));
    assert_false(site_says(&site, "initiator=member"));
    site_sign_in(&site, "clerk");
    assert_int_equal(site_get(&site, "/en/sittings/new"), 200);
    assert_true(site_says(&site, "initiator=member"));
    assert_true(site_says(&site, "12 March 2026"));
    assert_true(site_says(&site, "art. 39-3(8)"));
}

/* Before the local rules were made, in force from 2014. */
static void no_first_day_is_named_where_the_law_gives_no_notice(void **state)
{
    (void)state;
    assert_int_equal(site_get(&site, "/en/sittings/new"), 200);
    assert_false(site_says(&site, "The law sets no term of notice."));
    site_now(&site, "2013-10-01T10:00:00+05:00");
    assert_int_equal(site_get(&site, "/en/sittings/new"), 200);
    assert_true(site_says(&site, "11 October 2013"));
    assert_false(site_says(&site, "1 October 2013, "));
    assert_true(site_says(&site, "The law sets no term of notice."));
}

/* Of an okrug for which no local act says anything. */
static void a_choice_is_asked_for_at_the_place_that_is_silent(void **state)
{
    (void)state;
    site_teardown(&site);
    site_setup_in(&site, "116647000", "116647100");
    site_sign_in(&site, "akim");
    opened();
    assert_int_equal(
        site_get(&site, "/en/sittings/1/acts/choose?detail=form"), 200);
    assert_true(site_says(&site, "art. 39-3(11)"));
    assert_false(site_says(&site, "art. 39-3(8)"));
}

static void who_is_not_signed_in_calls_nothing(void **state)
{
    (void)state;
    site_sign_in(&site, NULL);
    assert_int_equal(site_get(&site, "/kk/sittings/new"), 303);
    assert_non_null(strstr(site_location(&site), "/kk/sign-in?next="));
}

static void opening_is_checked_before_anything_is_entered(void **state)
{
    (void)state;
    static const char fields[] =
        "procedure=gathering&initiator=rural-akim&represented=no&step=";
    char both[160];
    int64_t before = site_entries(&site);
    (void)strcpy(both, fields);
    (void)strcat(both, "check");
    assert_int_equal(site_post(&site, "/kk/sittings/new", both), 200);
    assert_true(site_says(&site, "value=\"do\""));
    assert_int_equal(site_entries(&site), before);
    (void)strcpy(both, fields);
    (void)strcat(both, "do");
    assert_int_equal(site_post(&site, "/kk/sittings/new", both), 303);
    assert_int_equal(site_entries(&site), before + 1);
    assert_non_null(strstr(site_location(&site), "/kk/sittings/1?receipt="));
    assert_int_equal(site_get(&site, site_location(&site)), 200);
    assert_true(site_says(&site, "class=\"note receipt\""));
}

static void an_unanswered_question_is_asked_again_at_its_place(void **state)
{
    (void)state;
    assert_int_equal(site_post(&site, "/en/sittings/new",
                         "procedure=gathering&initiator=rural-akim&step=check"),
        422);
    assert_true(site_says(&site, "<title>Error: "));
    assert_true(site_says(&site, "href=\"#represented\""));
    assert_true(site_says(&site, "id=\"represented\""));
    assert_true(site_says(&site, "id=\"represented-problem\""));
}

static void a_day_nearer_than_the_notice_is_refused_before_the_button(
    void **state)
{
    (void)state;
    opened();
    int64_t before = site_entries(&site);
    assert_int_equal(
        site_post(&site, "/en/sittings/1/call",
            "step=check&day=2026-03-11&time=11:00&place=Club" TASKS),
        200);
    assert_true(site_says(&site, "This will be refused"));
    assert_true(site_says(&site, "Lawful from 12 March 2026."));
    assert_true(site_says(&site, "art. 39-3(8)"));
    assert_false(site_says(&site, "value=\"do\""));
    assert_true(site_says(&site, "name=\"place\" value=\"Club\""));
    assert_int_equal(
        site_post(&site, "/en/sittings/1/call",
            "step=check&day=2026-03-12&time=11:00&place=Club" TASKS),
        200);
    assert_false(site_says(&site, "This will be refused"));
    assert_true(site_says(&site, "value=\"do\""));
    assert_int_equal(site_entries(&site), before);
}

static void a_refusal_of_the_act_itself_keeps_what_was_typed(void **state)
{
    (void)state;
    opened();
    assert_int_equal(site_post(&site, "/kk/sittings/1/call",
                         "step=do&day=2026-03-11&time=11:00&place=Клуб" TASKS),
        422);
    assert_true(site_says(&site, "class=\"refusal\""));
    assert_true(site_says(&site, "name=\"day\" value=\"2026-03-11\""));
    assert_true(site_says(&site, "name=\"title\" value=\"Жол\""));
}

static void a_form_sent_twice_is_one_act(void **state)
{
    (void)state;
    opened();
    int64_t before = site_entries(&site);
    assert_int_equal(
        site_post(&site, "/kk/sittings/1/call", "step=do&" WHEN TASKS), 303);
    assert_int_equal(site_entries(&site), before + 1);
    char first[160];
    (void)strcpy(first, site_location(&site));
    site.keep_once = true;
    assert_int_equal(
        site_post(&site, "/kk/sittings/1/call", "step=do&" WHEN TASKS), 303);
    assert_string_equal(site_location(&site), first);
    assert_int_equal(site_entries(&site), before + 1);
    site.keep_once = false;
}

static void only_matters_of_the_organ_are_offered(void **state)
{
    (void)state;
    opened();
    assert_int_equal(
        site_post(&site, "/kk/sittings/1/call", "step=add&" WHEN), 200);
    assert_true(site_says(&site, "value=\"community-tasks\""));
    assert_false(site_says(&site, "value=\"local-budget\""));
}

static void a_matter_on_which_people_are_elected_asks_for_them(void **state)
{
    (void)state;
    opened();
    assert_int_equal(site_post(&site, "/kk/sittings/1/call",
                         "step=added&" WHEN "&new-matter=assembly-composition"
                         "&new-title=Құрам"),
        200);
    assert_true(site_says(&site, "name=\"search\""));
    assert_int_equal(site_post(&site, "/kk/sittings/1/call",
                         "step=search&which=1&search=Тұрғын00&" WHEN
                         "&matter=assembly-composition&title=Құрам"
                         "&budget=&repeats=&resident=12"),
        200);
    assert_true(site_says(&site, "Тұрғын003 Аты"));
    assert_false(site_says(&site, "Тұрғын013 Аты"));
    /* Whoever was ticked stays so. */
    assert_true(site_says(&site, "value=\"12\" checked"));
    assert_int_equal(site_post(&site, "/kk/sittings/1/call",
                         "step=chosen&which=1&" WHEN
                         "&matter=assembly-composition&title=Құрам"
                         "&budget=&repeats=&resident=12&resident=3"),
        200);
    assert_true(site_says(&site, "name=\"members\" value=\"1-12\""));
    assert_true(site_says(&site, "name=\"members\" value=\"1-3\""));
}

static void a_wrong_day_says_how_to_write_it(void **state)
{
    (void)state;
    opened();
    assert_int_equal(site_post(&site, "/en/sittings/1/call",
                         "step=agenda&day=12.03.2026&time=11:00&place=Club"),
        422);
    assert_true(site_says(&site, "value=\"12.03.2026\""));
    assert_true(site_says(&site, "Write the date like this: 2026-03-14."));
}

static void an_empty_agenda_is_no_call(void **state)
{
    (void)state;
    opened();
    assert_int_equal(
        site_post(&site, "/en/sittings/1/call", "step=check&" WHEN), 422);
    assert_true(site_says(&site, "add at least one matter"));
}

static void who_enters_it_for_the_akim_says_what_shows_it(void **state)
{
    (void)state;
    opened();
    site_sign_in(&site, "clerk");
    assert_int_equal(
        site_post(&site, "/en/sittings/1/call", "step=check&" WHEN TASKS), 422);
    assert_true(site_says(&site, "href=\"#evidence\""));
    assert_int_equal(site_post(&site, "/en/sittings/1/call",
                         "step=check&evidence=Order 12&" WHEN TASKS),
        200);
    assert_true(site_says(&site, "value=\"do\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            the_ways_offered_are_those_of_the_law_for_the_account, begin, end),
        cmocka_unit_test_setup_teardown(
            no_first_day_is_named_where_the_law_gives_no_notice, begin, end),
        cmocka_unit_test_setup_teardown(
            a_choice_is_asked_for_at_the_place_that_is_silent, begin, end),
        cmocka_unit_test_setup_teardown(
            who_is_not_signed_in_calls_nothing, begin, end),
        cmocka_unit_test_setup_teardown(
            opening_is_checked_before_anything_is_entered, begin, end),
        cmocka_unit_test_setup_teardown(
            an_unanswered_question_is_asked_again_at_its_place, begin, end),
        cmocka_unit_test_setup_teardown(
            a_day_nearer_than_the_notice_is_refused_before_the_button, begin,
            end),
        cmocka_unit_test_setup_teardown(
            a_refusal_of_the_act_itself_keeps_what_was_typed, begin, end),
        cmocka_unit_test_setup_teardown(
            a_form_sent_twice_is_one_act, begin, end),
        cmocka_unit_test_setup_teardown(
            only_matters_of_the_organ_are_offered, begin, end),
        cmocka_unit_test_setup_teardown(
            a_matter_on_which_people_are_elected_asks_for_them, begin, end),
        cmocka_unit_test_setup_teardown(
            a_wrong_day_says_how_to_write_it, begin, end),
        cmocka_unit_test_setup_teardown(an_empty_agenda_is_no_call, begin, end),
        cmocka_unit_test_setup_teardown(
            who_enters_it_for_the_akim_says_what_shows_it, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
