/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A gathering held in the pages, and who sees which names.
 */
#include "site.h"

#include <stdio.h>
#include <string.h>

#include "test.h"

static struct site site;

/* Called for 14 March with one item, notified; it is that day. */
static int begin(void **state)
{
    (void)state;
    site_setup(&site);
    site_act(&site, "akim",
        "{'act':'open','actor':'rural-akim','procedure':'gathering'}");
    site_act(&site, "akim",
        "{'act':'call','actor':'rural-akim','proceeding':1,"
        "'day':'2026-03-14','time':'11:00','place':'Клуб','items':"
        "[{'matter':'community-tasks','title':'Жол жөндеу'}]}");
    site_act(&site, "akim",
        "{'act':'notify','actor':'rural-akim','proceeding':1,"
        "'ways':['mass-media'],'evidence':'газет'}");
    site_now(&site, "2026-03-14T11:05:00+05:00");
    site_sign_in(&site, "clerk");
    return 0;
}

static int end(void **state)
{
    (void)state;
    site_teardown(&site);
    return 0;
}

/* Residents `first` to `last` come. */
static void arrive(int first, int last)
{
    char fields[2048] = "step=do&back=screen&evidence=тізім";
    for (int i = first; i <= last; i++) {
        size_t length = strlen(fields);
        (void)snprintf(
            fields + length, sizeof fields - length, "&resident=%d", i);
    }
    assert_int_equal(
        site_post(&site, "/kk/sittings/1/acts/arrive", fields), 303);
}

static void act(const char *kind, const char *fields)
{
    char place[96];
    char all[512];
    (void)snprintf(place, sizeof place, "/kk/sittings/1/acts/%s", kind);
    (void)snprintf(all, sizeof all, "step=do&back=screen%s%s",
        fields[0] == '\0' ? "" : "&", fields);
    unsigned status = site_post(&site, place, all);
    if (status != 303) {
        fail_msg("%s: %u\n%s", kind, status, strstr(site_text(&site), "<h1>"));
    }
}

static void adopted(void)
{
    arrive(1, 6);
    act("open-sitting", "evidence=хаттама");
    act("elect",
        "detail=chair&person=2&for=6&against=0&abstain=0&evidence=хаттама");
    act("elect",
        "detail=secretary&person=3&for=6&against=0&abstain=0&evidence=хаттама");
    act("approve-agenda", "for=6&against=0&abstain=0");
    act("speak", "item=1&speaker=r-5&text=Қолдаймын");
    act("put", "item=1&form=by-name");
    for (int i = 1; i <= 6; i++) {
        char fields[96];
        (void)snprintf(fields, sizeof fields, "item=1&person=%d&choice=%s", i,
            i == 6 ? "against" : "for");
        act("vote", fields);
    }
    act("close-vote", "item=1");
    act("close-sitting", "");
}

static void the_screen_waits_for_the_quorum_and_then_offers_the_opening(
    void **state)
{
    (void)state;
    arrive(1, 3);
    assert_int_equal(site_get(&site, "/en/sittings/1/screen"), 200);
    assert_true(site_says(&site, "Present: 3, needed: 4"));
    assert_true(site_says(&site, "No quorum: 1 more person is needed"));
    assert_false(site_says(&site, "acts/open-sitting"));
    arrive(4, 4);
    assert_int_equal(site_get(&site, "/en/sittings/1/screen"), 200);
    assert_true(site_says(&site, "There is a quorum"));
    assert_true(
        site_says(&site, "action=\"/en/sittings/1/acts/open-sitting\""));
}

static void the_next_act_follows_the_course_of_the_law(void **state)
{
    (void)state;
    static const struct {
        const char *kind;
        const char *fields;
    } course[] = {
        {"open-sitting", "evidence=хаттама"},
        {"elect", "detail=chair&person=2&for=6&against=0&abstain=0&evidence=х"},
        {"elect",
            "detail=secretary&person=3&for=6&against=0&abstain=0&evidence=х"},
        {"approve-agenda", "for=6&against=0&abstain=0"},
        {"speak", "item=1"},
        {"put", "item=1&form=by-show-of-hands"},
        {"count", "item=1&for=4&against=1&abstain=1"},
        {"close-vote", "item=1"},
    };
    arrive(1, 6);
    for (size_t i = 0; i < sizeof course / sizeof course[0]; i++) {
        char action[96];
        (void)snprintf(action, sizeof action,
            "<form class=\"form act\" id=\"%s-", course[i].kind);
        assert_int_equal(site_get(&site, "/kk/sittings/1/screen"), 200);
        if (!site_says(&site, action)) {
            fail_msg("%s is not next:\n%s", course[i].kind, site_text(&site));
        }
        act(course[i].kind, course[i].fields);
    }
    assert_int_equal(site_get(&site, "/kk/sittings/1/screen"), 200);
    assert_true(site_says(&site, "acts/close-sitting"));
}

static void more_votes_than_voters_are_refused_with_what_was_typed(void **state)
{
    (void)state;
    arrive(1, 6);
    act("open-sitting", "evidence=хаттама");
    act("elect", "detail=chair&person=2&for=6&against=0&abstain=0&evidence=х");
    act("elect",
        "detail=secretary&person=3&for=6&against=0&abstain=0&evidence=х");
    assert_int_equal(site_post(&site, "/en/sittings/1/acts/approve-agenda",
                         "step=do&for=7&against=0&abstain=0"),
        422);
    assert_true(site_says(&site, "class=\"refusal\""));
    assert_true(site_says(&site, "name=\"for\" type=\"text\" value=\"7\""));
    act("approve-agenda", "for=6&against=0&abstain=0");
}

static void results_stand_with_their_numbers_and_rule(void **state)
{
    (void)state;
    adopted();
    site_sign_in(&site, NULL);
    assert_int_equal(site_get(&site, "/en/decisions/1"), 200);
    assert_true(site_says(&site, "Had the right to take part</th><td "
                                 "class=\"number\">40</td>"));
    assert_true(site_says(
        &site, "Took part in the vote</th><td class=\"number\">6</td>"));
    assert_true(site_says(
        &site, "Needed for the quorum</th><td class=\"number\">4</td>"));
    assert_true(site_says(&site, "For</th><td class=\"number\">5</td>"));
    assert_true(site_says(&site, "Against</th><td class=\"number\">1</td>"));
    assert_true(site_says(&site, "Adopted"));
    assert_true(site_says(&site, "art. 39-3(11)"));
}

static void the_public_sees_officers_and_nobody_else_by_name(void **state)
{
    (void)state;
    static const char *const pages[] = {"/kk/", "/kk/sittings",
        "/kk/sittings/1", "/kk/decisions", "/kk/decisions/1",
        "/kk/sittings/1/papers/minutes", "/kk/sittings/1/papers/notice",
        "/kk/sittings/1/papers/decision-1", "/kk/sittings/1/akn/minutes",
        "/kk/sittings/1/papers/extract-1", "/kk/organs", "/kk/record"};
    adopted();
    site_sign_in(&site, NULL);
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        assert_int_equal(site_get(&site, pages[i]), 200);
        if (site_says(&site, "Тұрғын001") || site_says(&site, "Тұрғын005") ||
            site_says(&site, "Тұрғын006")) {
            fail_msg("%s names a resident", pages[i]);
        }
    }
    assert_int_equal(site_get(&site, "/kk/sittings/1/papers/minutes"), 200);
    assert_true(site_says(&site, "Тұрғын002 Аты"));
    assert_true(site_says(&site, "Қатысушы № 6"));
    site_sign_in(&site, "clerk");
    assert_int_equal(site_get(&site, "/kk/sittings/1/papers/minutes"), 200);
    assert_true(site_says(&site, "Тұрғын006 Аты"));
}

static void a_paper_can_be_had_as_pdf_and_as_akoma_ntoso(void **state)
{
    (void)state;
    adopted();
    assert_int_equal(site_get(&site, "/kk/sittings/1/papers/minutes"), 200);
    assert_true(site_says(&site, "href=\"/kk/sittings/1/pdf/minutes\""));
    assert_true(site_says(&site, "href=\"/kk/sittings/1/akn/minutes\""));
    assert_int_equal(site_get(&site, "/kk/sittings/1/pdf/decision-1"), 200);
    assert_true(site_says(&site, "%PDF-"));
    assert_int_equal(site_get(&site, "/ru/sittings/1/akn/extract-1"), 200);
    assert_true(site_says(&site, "FRBRlanguage language=\"rus\""));
    assert_int_equal(site_get(&site, "/kk/sittings/1/pdf/extract"), 404);
    assert_int_equal(site_get(&site, "/kk/sittings/1/pdf/minutes-1"), 404);
    assert_int_equal(site_get(&site, "/kk/sittings/1/akn/nothing"), 404);
}

static void who_fills_in_a_paper_is_told_to_enter_it(void **state)
{
    (void)state;
    static const char hint[] = "түпнұсқасын сақтаңыз";
    arrive(1, 6);
    assert_int_equal(site_get(&site, "/kk/sittings/1/papers/slips"), 200);
    assert_true(site_says(&site, hint));
    site_sign_in(&site, NULL);
    assert_int_equal(site_get(&site, "/kk/sittings/1/papers/slips"), 200);
    assert_false(site_says(&site, hint));
}

static void the_roll_is_not_for_everybody(void **state)
{
    (void)state;
    arrive(1, 6);
    site_sign_in(&site, NULL);
    assert_int_equal(site_get(&site, "/kk/sittings/1/papers/attendance"), 403);
    assert_int_equal(site_get(&site, "/kk/sittings/1/pdf/attendance"), 403);
    assert_int_equal(site_get(&site, "/kk/sittings/1/akn/attendance"), 403);
    assert_int_equal(site_get(&site, "/kk/sittings/1/screen"), 303);
    site_sign_in(&site, "member");
    assert_int_equal(site_get(&site, "/kk/sittings/1/papers/attendance"), 403);
    assert_int_equal(site_get(&site, "/kk/sittings/1/screen"), 403);
    assert_int_equal(site_post(&site, "/kk/sittings/1/acts/arrive",
                         "step=search&search=&resident=2&resident=3"),
        200);
    assert_false(site_says(&site, "Тұрғын00"));
    site_sign_in(&site, "akim");
    assert_int_equal(site_get(&site, "/kk/sittings/1/screen"), 200);
    assert_true(site_says(&site, "Тұрғын001 Аты"));
}

static void an_act_of_another_office_is_forbidden_in_words(void **state)
{
    (void)state;
    adopted();
    site_sign_in(&site, "member");
    int64_t before = site_entries(&site);
    assert_int_equal(site_post(&site, "/en/sittings/1/acts/sign-minutes",
                         "step=do&detail=chair&actor=chair&evidence=x"),
        422);
    assert_true(site_says(&site, "class=\"errors\""));
    assert_int_equal(site_entries(&site), before);
}

static void no_page_shows_a_key_instead_of_its_words(void **state)
{
    (void)state;
    static const char *const paths[] = {"", "sittings", "sittings/1",
        "sittings/1/screen", "sittings/1/acts/adjourn", "sittings/new",
        "sittings/new?procedure=separate-gathering&initiator=rural-akim",
        "decisions", "decisions/1", "organs", "organs/gathering",
        "organs/rural-akim", "due", "record", "law",
        "sittings/1/papers/minutes", "sittings/1/papers/attendance"};
    static const char *const languages[] = {"kk", "ru", "en"};
    static const char *const keys[] = {">act.", ">do.", ">field.", ">event.",
        ">step.", ">phase.", ">item-phase.", ">sitting.", ">refusal",
        ">calling.", ">opening.", ">turn.", ">matter-group.", ">budget."};
    adopted();
    for (size_t l = 0; l < 3; l++) {
        for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
            char path[128];
            (void)snprintf(path, sizeof path, "/%s/%s", languages[l], paths[i]);
            if (site_get(&site, path) != 200) {
                fail_msg("%s: %u", path, site.visit.response.status);
            }
            for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
                if (site_says(&site, keys[k])) {
                    fail_msg("%s shows %s", path, keys[k]);
                }
            }
        }
    }
}

static void pages_that_are_not_there_say_so(void **state)
{
    (void)state;
    static const char *const paths[] = {"/kk/sittings/9", "/kk/decisions/9",
        "/kk/organs/village", "/kk/organs/nothing", "/kk/law/acts/nothing",
        "/kk/sittings/1/papers/nothing", "/kk/sittings/1/papers/minutes",
        "/kk/sittings/1/acts/nothing", "/kk/sittings/1/acts/open",
        "/kk/sittings/9/call"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        if (site_get(&site, paths[i]) != 404) {
            fail_msg("%s: %u", paths[i], site.visit.response.status);
        }
    }
}

static void what_is_withdrawn_leads_to_a_new_proceeding(void **state)
{
    (void)state;
    assert_int_equal(site_get(&site, "/en/sittings/1"), 200);
    assert_false(site_says(&site, "href=\"/en/sittings/new\""));
    site_act(&site, "akim",
        "{'act':'withdraw','actor':'rural-akim','proceeding':1,"
        "'reason':'боран'}");
    assert_int_equal(site_get(&site, "/en/sittings/1"), 200);
    assert_true(site_says(&site, "href=\"/en/sittings/new\""));
    assert_true(site_says(&site, "No sitting will come of this proceeding."));
    site_sign_in(&site, NULL);
    assert_int_equal(site_get(&site, "/en/sittings/1"), 200);
    assert_false(site_says(&site, "href=\"/en/sittings/new\""));
}

static void a_place_of_the_law_leads_to_its_line(void **state)
{
    (void)state;
    assert_int_equal(site_get(&site, "/en/sittings/1"), 200);
    assert_true(site_says(&site, "href=\"/en/law/acts/law-2001?"
                                 "article=39-3&amp;day=2026-03-02#p9\""));
    assert_int_equal(
        site_get(&site, "/en/law/acts/law-2001?article=39-3&day=2019-01-01"),
        200);
    assert_true(site_says(&site, "<dt id=\"p3p1-1\">3.1-1</dt>"));
}

static void the_book_of_terms_lists_the_end_of_an_office(void **state)
{
    (void)state;
    site_act(&site, "keeper",
        "{'act':'record-office','actor':'keeper','office':'district-akim',"
        "'surname':'Аманов','name':'Ержан','from':'2026-03-01',"
        "'until':'2026-03-16','basis':'Өкім'}");
    assert_int_equal(site_get(&site, "/en/due"), 200);
    assert_true(site_says(&site, "The term of office ends"));
    assert_true(site_says(&site, "16 March 2026"));
    assert_true(site_says(&site, "This week"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            the_screen_waits_for_the_quorum_and_then_offers_the_opening, begin,
            end),
        cmocka_unit_test_setup_teardown(
            the_next_act_follows_the_course_of_the_law, begin, end),
        cmocka_unit_test_setup_teardown(
            more_votes_than_voters_are_refused_with_what_was_typed, begin, end),
        cmocka_unit_test_setup_teardown(
            results_stand_with_their_numbers_and_rule, begin, end),
        cmocka_unit_test_setup_teardown(
            the_public_sees_officers_and_nobody_else_by_name, begin, end),
        cmocka_unit_test_setup_teardown(
            a_paper_can_be_had_as_pdf_and_as_akoma_ntoso, begin, end),
        cmocka_unit_test_setup_teardown(
            who_fills_in_a_paper_is_told_to_enter_it, begin, end),
        cmocka_unit_test_setup_teardown(
            the_roll_is_not_for_everybody, begin, end),
        cmocka_unit_test_setup_teardown(
            an_act_of_another_office_is_forbidden_in_words, begin, end),
        cmocka_unit_test_setup_teardown(
            no_page_shows_a_key_instead_of_its_words, begin, end),
        cmocka_unit_test_setup_teardown(
            pages_that_are_not_there_say_so, begin, end),
        cmocka_unit_test_setup_teardown(
            what_is_withdrawn_leads_to_a_new_proceeding, begin, end),
        cmocka_unit_test_setup_teardown(
            a_place_of_the_law_leads_to_its_line, begin, end),
        cmocka_unit_test_setup_teardown(
            the_book_of_terms_lists_the_end_of_an_office, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
