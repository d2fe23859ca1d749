/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The pages about the law: known answers of the corpus, on the page.
 */
#include "site.h"

#include <stdio.h>
#include <string.h>

#include "test.h"
#include "web/flaws.h"

static struct site site;

static int begin(void **state)
{
    (void)state;
    site_setup(&site);
    return 0;
}

static int end(void **state)
{
    (void)state;
    site_teardown(&site);
    return 0;
}

static void shown(const char *target, const char *text)
{
    assert_int_equal(site_get(&site, target), 200);
    if (!site_says(&site, text)) {
        fail_msg("%s does not say %s:\n%s", target, text, site_text(&site));
    }
}

/* A file beside the law of the site. */
static void table_write(const char *name, const char *text)
{
    char path[160];
    (void)snprintf(path, sizeof path, "%s/village/law/%s", site.folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    (void)fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* An invented official text of one article. */
static void text_load(const char *day, const char *paragraph)
{
    char file[512];
    int length = snprintf(file, sizeof file,
        "Source: a book\nСтатья 39-3. О сходе\n%s\n", paragraph);
    const struct clerk_account keeper = {
        .id = 1, .name = "keeper", .offices = {"keeper"}, .offices_count = 1};
    struct clerk_text loaded;
    struct error error;
    struct clerk_text_file text = {
        .act = "law-2001",
        .name = "a.md",
        .text = bytes_of(file, (size_t)length),
    };
    assert_true(date_parse(day, &text.edition));
    assert_int_equal(clerk_import_text(site.clerk, &keeper, &text, site.arena,
                         &loaded, &error),
        STATUS_OK);
}

static void the_hub_names_the_law_in_force_and_leads_everywhere(void **state)
{
    (void)state;
    static const char *const places[] = {"powers", "findings", "charter",
        "timeline", "bills", "repair", "discrepancies", "territory",
        "allocation", "acts/law-2001", "acts/law-2001/editions"};
    shown("/en/law", "the edition in force is that of 1 January 2025.");
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char link[96];
        (void)snprintf(link, sizeof link, "href=\"/en/law/%s\"", places[i]);
        if (!site_says(&site, link)) {
            fail_msg("no %s", link);
        }
    }
    assert_true(site_says(&site, "<h2>Not law here"));
}

static void a_finding_stands_with_its_article_and_who_yields(void **state)
{
    (void)state;
    shown("/en/law/findings?day=2010-01-01&kind=status",
        "<h3>Akim: at once state body and organ of local self-government");
    assert_true(site_says(&site, "href=\"/en/law/acts/law-2001?article=2-1&amp;"
                                 "day=2010-01-01#p2\""));
    assert_true(site_says(&site, "<strong>The measure:</strong>"));
    assert_true(site_says(&site, "Constitution of 1995, art. 33(1)"));
    assert_true(site_says(&site, "lex superior: yields"));
    assert_false(site_says(&site, "no recall is provided for"));
    assert_true(site_says(&site, "Worked out in "));
}

/* Acknowledges a finding of 2010 beside the law of the site, as its lines are;
   `also` is a line more that it does not cite, or NULL. */
static void acknowledge(const char *key, const char *also)
{
    const struct facts_query query = {.day = {2010, 1, 1}};
    struct facts *facts = facts_load(site.visit.request.law, &query);
    const struct findings_item *items = NULL;
    size_t count = 0;
    struct acknowledge_entry entry = {.finding = key,
        .on = {2026, 3, 1},
        .author = "A. <Author>",
        .reason = "Known since 2009"};
    findings_find(facts, findings_all(), site.arena, &items, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(items[i].key, key) == 0) {
            acknowledge_lines(facts, &items[i], site.arena, &entry.lines,
                &entry.lines_count);
        }
    }
    assert_true(entry.lines_count > 0);
    struct buffer text = BUFFER_EMPTY;
    acknowledge_write(&entry, &text);
    if (also != NULL) {
        buffer_add_format(&text, "  line %s\n", also);
    }
    table_write(ACKNOWLEDGE_NAME, buffer_text(&text));
    buffer_finish(&text);
    facts_destroy(facts);
}

static void an_acknowledged_finding_says_who_when_and_why(void **state)
{
    (void)state;
    static const char here[] = "/en/law/findings?day=2010-01-01&kind=status";
    static const char said[] =
        "acknowledged</span> A. &lt;Author&gt;, 1 March 2026. "
        "Reason: Known since 2009</p>";
    shown(here, "state body and organ");
    assert_false(site_says(&site, "acknowledged"));
    acknowledge("status:akim", NULL);
    shown(here, said);
    assert_true(site_says(&site, "1 flaw is acknowledged."));
    shown("/en/law/findings?day=2010-01-01&kind=territory", "is acknowledged.");
    assert_false(site_says(&site, "Known since 2009"));
}

static void an_acknowledged_finding_comes_back_with_the_line_that_changed(
    void **state)
{
    (void)state;
    static const char here[] = "/en/law/findings?day=2010-01-01&kind=status";
    shown(here, "state body and organ");
    acknowledge("status:akim", "law-2001/8/1 akim decides: all");
    shown(here, "has come back</span> A. &lt;Author&gt;, 1 March 2026.");
    assert_true(site_says(&site, "<del>akim decides: all</del>"));
    assert_true(site_says(&site, "<dd>not cited</dd>"));
    assert_false(site_says(&site, "is acknowledged."));
    table_write(ACKNOWLEDGE_NAME, "status:akim\n  wy not\n");
    shown(here, "acknowledged.txt, line 2: it cannot be read.");
    assert_true(site_says(&site, "<h3>Akim: at once state body"));
}

static void every_kind_of_finding_has_a_name(void **state)
{
    (void)state;
    for (int i = 0; i < FINDINGS_KINDS; i++) {
        assert_non_null(flaws_kind((enum findings_kind)i));
    }
}

static void the_other_reading_finds_other_things(void **state)
{
    (void)state;
    static const char yields[] = "Has to yield: <span class=\"law\"><a href=\""
                                 "/en/law/acts/law-2001?article=1&amp;day="
                                 "2010-01-01#p4\">";
    shown("/en/law/findings?day=2010-01-01&kind=status", yields);
    assert_int_equal(
        site_get(&site,
            "/en/law/findings?day=2010-01-01&kind=status&reading=article"),
        200);
    assert_false(site_says(&site, yields));
    assert_true(site_says(&site, "as the scholarly article reads them"));
}

static void the_assembly_agrees_the_local_budget_under_2019(void **state)
{
    (void)state;
    shown("/en/law/powers?word=local-budget&day=2019-01-01",
        "On 1 January 2019: assembly (agrees); district maslikhat (approves).");
    assert_true(site_says(&site, "art. 39-3(3)1-1)"));
    assert_true(site_says(&site, "class=\"chart-half\""));
    shown("/en/law/powers?word=local-budget&day=2015-01-01",
        "On 1 January 2015 no norm gives anybody a say in it.");
    shown("/en/law/powers?day=2019-01-01&page=2", "rel=\"prev\"");
}

static void an_organ_stands_with_what_it_may_decide(void **state)
{
    (void)state;
    shown("/en/law/powers?word=assembly&day=2019-01-01",
        "What it may decide: assembly");
    assert_true(site_says(&site, "local budget (agrees)"));
}

static void editions_stand_beside_each_other_with_what_changed(void **state)
{
    (void)state;
    shown("/en/law/acts/law-2001/editions?article=39-3&day=2018-01-01",
        "Before: edition of 22 July 2017");
    assert_true(site_says(&site, "After: edition of 1 January 2018"));
    assert_true(site_says(&site, "<ins>Assembly agrees: local budget</ins>"));
    assert_true(site_says(&site, "<span class=\"tag\">added</span>"));
    assert_true(site_says(&site, "(only where the population is &gt; 2000)"));
    shown("/en/law/acts/law-2001/editions?article=39-3&day=2009-03-01",
        "The edition of 24 February 2009 is the first one known here");
}

static void the_official_text_stands_beside_the_norms_word_by_word(
    void **state)
{
    (void)state;
    static const char here[] =
        "/en/law/acts/law-2001/editions?article=39-3&day=2018-01-01";
    static const char alone[] = "/en/law/acts/law-2001?article=39-3"
                                "&day=2018-06-01";
    shown(here, "After: edition of 1 January 2018");
    assert_false(site_says(&site, "Official text"));
    text_load("2018-01-01", "1. Сход созывают за 15 дней.");
    shown(here, "there is nothing to compare with");
    shown(alone, "<h2 id=\"wordings\">Official text</h2>");
    assert_true(site_says(&site, "<div lang=\"ru\">"));
    assert_true(site_says(&site, "<p>1. Сход созывают за 15 дней.</p>"));
    assert_true(site_says(&site, "Source: a book."));
    assert_false(site_says(&site, "to compare with"));
    text_load("2017-12-01", "1. Сход созывают за 10 дней <a>.");
    shown(here, "Words that are gone are struck through");
    assert_true(site_says(&site, "<p>1. Сход созывают за <del>10 </del>"
                                 "<ins>15 </ins>дней"));
    assert_true(site_says(&site, "<del>&lt;a&gt;</del>"));
    text_load("2017-12-01", "1. Сход созывают за 15 дней.");
    shown(here, "No word of the text has changed.");
    shown("/en/law/acts/law-2001/editions?article=39-3&day=2020-01-01",
        "Below is that of the edition before.");
}

static void an_article_that_ended_says_so(void **state)
{
    (void)state;
    shown("/en/law/acts/const-1995/editions?article=89&day=2026-07-01",
        "On 1 July 2026 the article went out of force.");
    assert_true(site_says(&site, "<span class=\"tag\">dropped</span>"));
}

static void the_charter_is_told_in_words(void **state)
{
    (void)state;
    shown("/en/law/charter?word=maslikhat&day=2010-01-01",
        "Maslikhat, 1 January 2010: the law meets 11 of 47 criteria.");
    assert_true(site_says(&site, "<span class=\"tag met\">met</span>"));
    assert_true(site_says(
        &site, "<span class=\"tag silent\">the law is silent</span>"));
}

static void the_proposed_model_ends_what_the_article_names(void **state)
{
    (void)state;
    shown("/en/law/bills/proposed-model",
        "Were it in force on 1 January 2010, 21 flaws would vanish.");
    static const char *const gone[] = {"Akimat: at once", "Akim: at once",
        "Maslikhat: at once", "fail a superior norm’s test of territory",
        "Gathering: its procedure is set", "levels that have no elected organ",
        "absent from the law: republican referendum",
        "levels that have no budget of their own",
        "Akim: no recall is provided for", "Maslikhat: no recall"};
    const char *appears = strstr(site_text(&site), "id=\"appeared\"");
    assert_non_null(appears);
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++) {
        const char *found = strstr(site_text(&site), gone[i]);
        if (found == NULL || found > appears) {
            fail_msg("does not vanish: %s", gone[i]);
        }
    }
    assert_true(site_says(&site, "Contradictions before: 18, after: 12."));
    shown("/en/law/bills", "Bill of 2006");
}

static void the_repair_has_its_price_and_its_core(void **state)
{
    (void)state;
    shown("/en/law/repair?day=2010-01-01",
        "On 1 January 2010 it is enough to reopen 6 provisions. This costs 10");
    assert_true(site_says(&site, "There are 2 ways at this price"));
    assert_true(site_says(&site, "amend const-1995; by repair-1"));
    assert_true(site_says(&site, "It cannot be done. These norms"));
}

static void both_readings_stand_beside_each_other(void **state)
{
    (void)state;
    shown("/en/law/discrepancies", "Head of village administration convenes:");
    assert_true(site_says(&site, "The text says nothing of it."));
}

static void the_timeline_has_every_act(void **state)
{
    (void)state;
    shown("/en/law/timeline", "class=\"chart-mark\"");
    shown("/en/law/timeline?act=law-2001", "Law of 23 January 2001 No 148: ");
}

static void territory_is_counted_by_units_and_with_a_table_by_people(
    void **state)
{
    (void)state;
    shown("/en/law/territory", "of the innermost units have an elected organ");
    assert_true(site_says(&site, "kato,population,area"));
    table_write("territory.csv",
        "kato,population,area\n116645000,24110,50\n750000000,2000000,682\n");
    shown("/en/law/territory", "of the people counted have an elected organ");
    assert_true(site_says(&site, "from 400 persons per km² on"));
    assert_true(site_says(&site, "2,024,110"));
    shown("/en/law/territory?threshold=500", "from 500 persons per km² on");
    table_write("territory.csv", "kato,people\n1,2\n");
    assert_int_equal(site_get(&site, "/en/law/territory"), 422);
    assert_true(site_says(&site, "“population”"));
}

static void matters_are_allocated_from_a_table(void **state)
{
    (void)state;
    shown("/en/law/allocation", "This site has no measurements yet");
    table_write("allocation.csv", "matter,level,days,cost,use\n"
                                  "street-lighting,village,3,120,0.9\n"
                                  "street-lighting,district,30,200,0.6\n");
    shown("/en/law/allocation", "1 matter is measured");
    assert_true(site_says(&site, "beaten in everything by: village"));
}

static void a_wrong_day_is_said_at_its_field(void **state)
{
    (void)state;
    assert_int_equal(site_get(&site, "/en/law/findings?day=2010-02-30"), 422);
    assert_true(site_says(&site, "aria-invalid=\"true\""));
    assert_true(site_says(&site, "<details class=\"when no-print\" open>"));
}

static void what_the_law_does_not_have_is_not_there(void **state)
{
    (void)state;
    static const char *const targets[] = {"/en/law/acts/nothing",
        "/en/law/acts/nothing/editions",
        "/en/law/acts/law-2001/editions?article=999", "/en/law/bills/nothing",
        "/en/law/powers?word=nothing", "/en/law/findings?kind=nothing",
        "/en/law/charter?word=nothing", "/en/law/charter?word=local-budget",
        "/en/law/timeline?act=nothing"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
        if (site_get(&site, targets[i]) != 404) {
            fail_msg("%s: %u", targets[i], site.visit.response.status);
        }
    }
}

static void pages_are_small_and_show_no_key_in_any_language(void **state)
{
    (void)state;
    enum { BYTES_MAX = 80 * 1024 };
    static const char *const paths[] = {"law", "law/acts/law-2001",
        "law/acts/law-2001?page=2", "law/acts/law-2001/editions",
        "law/acts/law-2001/editions?article=39-3", "law/powers",
        "law/powers?word=local-budget", "law/powers?level=village",
        "law/findings", "law/findings?day=2010-01-01", "law/charter",
        "law/timeline", "law/bills", "law/bills/proposed-model",
        "law/bills/draft-kenes", "law/bills/bill-2006", "law/repair",
        "law/repair?day=2010-01-01", "law/discrepancies", "law/territory",
        "law/allocation"};
    static const char *const languages[] = {"kk", "ru", "en"};
    static const char *const keys[] = {">lawhub.", ">lawpage.", ">editions.",
        ">powers.", ">effect.", ">flaws.", ">flaw.", ">role.", ">charter.",
        ">timeline.", ">bill", ">repairs.", ">disputes.", ">tiers."};
    for (size_t l = 0; l < sizeof languages / sizeof *languages; l++) {
        for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
            char path[128];
            (void)snprintf(path, sizeof path, "/%s/%s", languages[l], paths[i]);
            assert_int_equal(site_get(&site, path), 200);
            if (strlen(site_text(&site)) > BYTES_MAX) {
                fail_msg("%s: %zu bytes", path, strlen(site_text(&site)));
            }
            for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
                if (site_says(&site, keys[k])) {
                    fail_msg("%s shows %s", path, keys[k]);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            the_hub_names_the_law_in_force_and_leads_everywhere, begin, end),
        cmocka_unit_test_setup_teardown(
            a_finding_stands_with_its_article_and_who_yields, begin, end),
        cmocka_unit_test_setup_teardown(
            an_acknowledged_finding_says_who_when_and_why, begin, end),
        cmocka_unit_test_setup_teardown(
            an_acknowledged_finding_comes_back_with_the_line_that_changed,
            begin, end),
        cmocka_unit_test(every_kind_of_finding_has_a_name),
        cmocka_unit_test_setup_teardown(
            the_other_reading_finds_other_things, begin, end),
        cmocka_unit_test_setup_teardown(
            the_assembly_agrees_the_local_budget_under_2019, begin, end),
        cmocka_unit_test_setup_teardown(
            an_organ_stands_with_what_it_may_decide, begin, end),
        cmocka_unit_test_setup_teardown(
            editions_stand_beside_each_other_with_what_changed, begin, end),
        cmocka_unit_test_setup_teardown(
            the_official_text_stands_beside_the_norms_word_by_word, begin,
            end),
        cmocka_unit_test_setup_teardown(
            an_article_that_ended_says_so, begin, end),
        cmocka_unit_test_setup_teardown(
            the_charter_is_told_in_words, begin, end),
        cmocka_unit_test_setup_teardown(
            the_proposed_model_ends_what_the_article_names, begin, end),
        cmocka_unit_test_setup_teardown(
            the_repair_has_its_price_and_its_core, begin, end),
        cmocka_unit_test_setup_teardown(
            both_readings_stand_beside_each_other, begin, end),
        cmocka_unit_test_setup_teardown(the_timeline_has_every_act, begin, end),
        cmocka_unit_test_setup_teardown(
            territory_is_counted_by_units_and_with_a_table_by_people, begin,
            end),
        cmocka_unit_test_setup_teardown(
            matters_are_allocated_from_a_table, begin, end),
        cmocka_unit_test_setup_teardown(
            a_wrong_day_is_said_at_its_field, begin, end),
        cmocka_unit_test_setup_teardown(
            what_the_law_does_not_have_is_not_there, begin, end),
        cmocka_unit_test_setup_teardown(
            pages_are_small_and_show_no_key_in_any_language, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
