/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The canonical layout: one way to write a file, whatever came in.
 */
#include "law/law.h"
#include "law_facts.h"
#include "law_files.h"
#include "test.h"

static struct law_files files;
static struct law *law;

static int corpus_make(void **state)
{
    (void)state;
    files = law_files_read();
    law = law_files_compile(files.sources, files.count);
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    law_destroy(law);
    law_files_finish(&files);
    return 0;
}

static void format(struct bytes text, struct buffer *formatted)
{
    static struct law_diagnostics faults;
    struct law_source source = {"text.law", text};
    faults.count = 0;
    assert_int_equal(
        law_format(law, &source, &faults, formatted), STATUS_OK);
}

static void assert_formatted(const char *text, const char *expected)
{
    struct buffer once = BUFFER_EMPTY;
    struct buffer twice = BUFFER_EMPTY;
    format(bytes_of_text(text), &once);
    assert_string_equal(buffer_text(&once), expected);
    format(buffer_bytes(&once), &twice);
    assert_string_equal(buffer_text(&twice), expected);
    buffer_finish(&once);
    buffer_finish(&twice);
}

static void labels_of_a_block_are_as_wide_as_its_longest(void **state)
{
    (void)state;
    assert_formatted("article  39-3;from ~2018-01-01 ;by law-90-VI\n"
                     " 1 gathering  decides: community-tasks ,task-deadlines\n"
                     " ~3.1-1 assembly agrees:local-budget;within 3 months\n",
        "article 39-3; from ~2018-01-01; by law-90-VI\n"
        "  1       gathering decides: community-tasks, task-deadlines\n"
        "  ~3.1-1  assembly agrees: local-budget; within 3 months\n");
}

static void clauses_of_a_head_come_in_one_order(void **state)
{
    (void)state;
    assert_formatted("article 1; at village, settlement; applies where "
                     "population >= 2000; by law-9; from 2020-01-01\n",
        "article 1; from 2020-01-01; by law-9; applies where population >= "
        "2000; at village, settlement\n");
    assert_formatted("local act r; invented; until 2021-01-01; from "
                     "2020-01-01; fills law-2001 39-3; in 116645000; of "
                     "районный маслихат\n",
        "local act r; of district-maslikhat; in 116645000; fills law-2001 "
        "39-3; from 2020-01-01; until 2021-01-01; invented\n");
}

static void comments_stay_where_they_stood(void **state)
{
    (void)state;
    assert_formatted("#top \n"
                     "article 1; from 2020-01-01#head\n"
                     "     # inside\n"
                     "  1  gathering discusses: local-matters      # beside\n"
                     "# margin\n"
                     "  reading article # which\n"
                     "      # deep\n"
                     "     2  gathering decides: local-matters\n",
        "#top\n"
        "article 1; from 2020-01-01  #head\n"
        "  # inside\n"
        "  1  gathering discusses: local-matters  # beside\n"
        "# margin\n"
        "  reading article  # which\n"
        "    # deep\n"
        "    2  gathering decides: local-matters\n");
}

static void blank_lines_are_single_and_none_at_the_ends(void **state)
{
    (void)state;
    assert_formatted("\n\n# one\n\n \n\n# two\n\n", "# one\n\n# two\n");
}

static void any_language_becomes_identifiers(void **state)
{
    (void)state;
    const char *expected =
        "procedure gathering; of law-2001 39-3; from 2020-01-01\n"
        "  8  notice: at least 10 calendar-days before sitting; of time, "
        "place; to population; in mass-media, other-way\n";
    assert_formatted(
        "procedure gathering; of law-2001 39-3; from 2020-01-01\n"
        "  8 құлағдар ету: отырысқа дейін кемінде күнтізбелік 10 күн; "
        "уақыты, орны туралы; халық назарына; бұқаралық ақпарат құралдары, "
        "өзге тәсіл арқылы\n",
        expected);
    assert_formatted(
        "procedure gathering; of law-2001 39-3; from 2020-01-01\n"
        "  8 оповещение: не менее 10 календарных дней до заседания; "
        "о времени, месте; оповещается население; через СМИ, иным способом\n",
        expected);
}

static void titles_dates_and_expectations_have_their_layout(void **state)
{
    (void)state;
    assert_formatted("act a-1; rank law; adopted ~2020-01-01; number  «7»\n"
                     "   ru  «О «кенесе»»\n   en short «A»\n"
                     "calendar c\n   holiday:2026-01-01,2026-01-02\n"
                     " worked: 2026-01-03\n"
                     "scenario s; at 2020-01-01; at village\n"
                     "   expect none decides: local-budget\n",
        "act a-1; rank law; adopted ~2020-01-01; number «7»\n"
        "  ru «О «кенесе»»\n"
        "  en short «A»\n"
        "calendar c\n"
        "  holiday: 2026-01-01, 2026-01-02\n"
        "  worked: 2026-01-03\n"
        "scenario s; at 2020-01-01; at village\n"
        "  expect none decides: local-budget\n");
}

static void keywords_are_written_as_english_says_them(void **state)
{
    (void)state;
    assert_formatted(
        "procedure gathering; of law-2001 39-3; from 2020-01-01\n"
        "  1 agenda: gathering\n"
        "  2 takes-part-not: minor; less-than 18 years\n"
        "  3 carried-by: missing; form openly; where-matter akim-candidate\n",
        "procedure gathering; of law-2001 39-3; from 2020-01-01\n"
        "  1  agenda approved by: gathering\n"
        "  2  takes part not: minor; less than 18 years\n"
        "  3  carried by: missing; form openly; where matter "
        "akim-candidate\n");
}

static void declarations_keep_every_name(void **state)
{
    (void)state;
    assert_formatted("word  member;kind class;is citizen,resident;kk «мүше» , "
                     "«мүшелер»; ru «член»; en «member»\n"
                     "verb decides; effect binding; en «decides»\n"
                     "keyword of; kind clause; en «of»\n",
        "word member; kind class; is citizen, resident; kk «мүше», "
        "«мүшелер»; ru «член»; en «member»\n"
        "verb decides; effect binding; en «decides»\n"
        "keyword of; kind clause; en «of»\n");
}

static void formatting_the_law_twice_changes_nothing_more(void **state)
{
    (void)state;
    for (size_t i = 0; i < files.count; i++) {
        struct buffer once = BUFFER_EMPTY;
        struct buffer twice = BUFFER_EMPTY;
        format(files.sources[i].text, &once);
        format(buffer_bytes(&once), &twice);
        assert_string_equal(buffer_text(&twice), buffer_text(&once));
        buffer_finish(&once);
        buffer_finish(&twice);
    }
}

static void the_files_of_the_law_are_in_canonical_layout(void **state)
{
    (void)state;
    for (size_t i = 0; i < files.count; i++) {
        struct buffer formatted = BUFFER_EMPTY;
        format(files.sources[i].text, &formatted);
        if (!bytes_equal(
                buffer_bytes(&formatted), files.sources[i].text)) {
            fail_msg("%s is not as `kenes law fmt` prints it",
                files.sources[i].name);
        }
        buffer_finish(&formatted);
    }
}

static void formatting_keeps_every_fact(void **state)
{
    (void)state;
    struct law_source *sources =
        arena_take_array(files.arena, files.count, sizeof *sources);
    for (size_t i = 0; i < files.count; i++) {
        struct buffer text = BUFFER_EMPTY;
        format(files.sources[i].text, &text);
        sources[i] = (struct law_source){files.sources[i].name,
            bytes_of_text(arena_text_n(
                files.arena, buffer_text(&text), text.length))};
        buffer_finish(&text);
    }
    struct law *other = law_files_compile(sources, files.count);
    law_facts_assert_equal(law, other);
    law_destroy(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_of_a_block_are_as_wide_as_its_longest),
        cmocka_unit_test(clauses_of_a_head_come_in_one_order),
        cmocka_unit_test(comments_stay_where_they_stood),
        cmocka_unit_test(blank_lines_are_single_and_none_at_the_ends),
        cmocka_unit_test(any_language_becomes_identifiers),
        cmocka_unit_test(titles_dates_and_expectations_have_their_layout),
        cmocka_unit_test(keywords_are_written_as_english_says_them),
        cmocka_unit_test(declarations_keep_every_name),
        cmocka_unit_test(formatting_the_law_twice_changes_nothing_more),
        cmocka_unit_test(the_files_of_the_law_are_in_canonical_layout),
        cmocka_unit_test(formatting_keeps_every_fact),
    };
    return cmocka_run_group_tests(tests, corpus_make, corpus_free);
}
