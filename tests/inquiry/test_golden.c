/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The golden rows that inquiries answer, on the whole corpus: golden.tsv says
 * what stands there.
 */
#include "golden.h"

#include <string.h>

#include "inquiries.h"
#include "inquiry/allocate.h"
#include "inquiry/charter.h"
#include "inquiry/compare.h"
#include "inquiry/repair.h"
#include "test.h"

static struct law *law;
static struct law *fixture;
static struct arena *arena;
static struct golden_table table;

/* The facts of the row before, which often has the same day. */
static struct {
    struct facts *facts;
    char key[128];
    const struct findings_item *items;
    size_t count;
} kept;

static int corpus_load(void **state)
{
    (void)state;
    law = inquiries_corpus(NULL);
    fixture = inquiries_fixture(NULL);
    arena = arena_create();
    table = golden_read(arena);
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    facts_destroy(kept.facts);
    arena_destroy(arena);
    law_destroy(fixture);
    law_destroy(law);
    return 0;
}

static struct facts *facts_of(
    const struct golden_row *row, const char *day, const char *bill)
{
    const struct facts_query query = {
        .day = inquiries_day(day), .reading = row->reading, .bill = bill};
    return facts_load(law, &query);
}

static void facts_need(const struct golden_row *row)
{
    const char *key = arena_format(arena, "%s %s %s", row->reading, row->day,
        row->bill == NULL ? "-" : row->bill);
    if (kept.facts != NULL && strcmp(kept.key, key) == 0) {
        return;
    }
    facts_destroy(kept.facts);
    kept.facts = facts_of(row, row->day, row->bill);
    (void)strncpy(kept.key, key, sizeof kept.key - 1);
    findings_find(kept.facts, findings_all(), arena, &kept.items, &kept.count);
}

/* ---- findings ---------------------------------------------------------- */

static void place_add(const char **places, size_t *count, const char *place)
{
    if (!golden_has(places, *count, place)) {
        places[(*count)++] = place;
    }
}

static size_t places_of(const struct findings_item *item,
    enum findings_role role, const char **places)
{
    size_t count = 0;
    for (size_t i = 0; i < item->parts_count; i++) {
        if (item->parts[i].role == role) {
            place_add(places, &count, item->parts[i].norm->citation.place);
        }
    }
    return count;
}

/* Those that a canon lets prevail. */
static size_t places_by(const struct findings_item *item,
    enum findings_canon canon, const char **places)
{
    size_t count = 0;
    for (size_t i = 0; i < item->parts_count; i++) {
        if (item->parts[i].verdicts[canon] == FINDINGS_PREVAILS) {
            place_add(places, &count, item->parts[i].norm->citation.place);
        }
    }
    return count;
}

/* The words of a part of a finding: "words", "fails", "posterior", … */
static void part_take(const struct findings_item *item, const char *name,
    const char *const **words, size_t *count)
{
    static const char *const roles[] = {
        "measure", "beside", "fails", "shielded"};
    static const char *const canons[] = {"superior", "specialis", "posterior"};
    const char **places =
        arena_take_array(arena, item->parts_count + 1, sizeof *places);
    *words = places;
    if (strcmp(name, "loser") == 0) {
        places[0] = item->loser == NULL ? "-" : item->loser;
        *count = 1;
        return;
    }
    if (strcmp(name, "words") == 0 || strcmp(name, "partly") == 0) {
        bool is_words = strcmp(name, "words") == 0;
        *words = is_words ? item->words : item->partly;
        *count = is_words ? item->words_count : item->partly_count;
        return;
    }
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (strcmp(name, roles[i]) == 0) {
            *count = places_of(item, (enum findings_role)i, places);
            return;
        }
    }
    for (size_t i = 0; i < sizeof canons / sizeof *canons; i++) {
        if (strcmp(name, canons[i]) == 0) {
            *count = places_by(item, (enum findings_canon)i, places);
            return;
        }
    }
    fail_msg("what is %s?", name);
}

/* "words a b", "words+ a", "loser PLACE", "fails+ PLACE …". */
static void part_hold(const struct golden_row *row,
    const struct findings_item *item, const char *part)
{
    size_t length = strcspn(part, " ");
    const char *wanted = part + length + (part[length] == '\0' ? 0 : 1);
    bool exactly = part[length - 1] != '+';
    const char *const *words = NULL;
    size_t count = 0;
    part_take(item, arena_text_n(arena, part, length - (exactly ? 0 : 1)),
        &words, &count);
    if (!golden_set_is(arena, strcmp(wanted, "none") == 0 ? "" : wanted, words,
            count, exactly)) {
        golden_tell(row, golden_join(arena, words, count));
    }
}

static void finding_ask(const struct golden_row *row)
{
    facts_need(row);
    const struct findings_item *item = NULL;
    for (size_t i = 0; i < kept.count && item == NULL; i++) {
        item = strcmp(kept.items[i].key, row->question) == 0 ? &kept.items[i]
                                                             : NULL;
    }
    bool is_unwanted = strcmp(row->expected, "absent") == 0;
    if ((item == NULL) != is_unwanted) {
        golden_tell(row, item == NULL ? "absent" : "present");
    }
    if (item == NULL || is_unwanted || strcmp(row->expected, "present") == 0) {
        return;
    }
    for (const char *at = row->expected; *at != '\0';) {
        size_t length = strcspn(at, ";");
        part_hold(row, item, arena_text_n(arena, at, length));
        at += length;
        at += strspn(at, "; ");
    }
}

/* ---- the Charter ------------------------------------------------------- */

static const struct charter_row *judge(
    const struct golden_row *row, const char *const *words, size_t *count)
{
    facts_need(row);
    const struct charter_row *rows = NULL;
    charter_judge(kept.facts, words[0], words[1], arena, &rows, count);
    return rows;
}

/* "ACT WORD CRITERION". */
static void charter_ask(const struct golden_row *row)
{
    const char *const *words = NULL;
    size_t count = 0;
    golden_split(arena, row->question, &words, &count);
    assert_int_equal(count, 3);
    const struct charter_row *rows = judge(row, words, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].criterion->id, words[2]) == 0) {
            golden_answer_text(row, charter_verdict_name(rows[i].verdict));
            return;
        }
    }
    golden_tell(row, "no such criterion");
}

/* "ACT WORD": the criteria that are met. */
static void total_ask(const struct golden_row *row)
{
    const char *const *words = NULL;
    size_t count = 0;
    golden_split(arena, row->question, &words, &count);
    assert_int_equal(count, 2);
    const struct charter_row *rows = judge(row, words, &count);
    const char **met = arena_take_array(arena, count, sizeof *met);
    size_t met_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].verdict == CHARTER_MET ||
            rows[i].verdict == CHARTER_PARTLY) {
            met[met_count++] = rows[i].criterion->id;
        }
    }
    golden_answer(row, arena, met, met_count);
}

/* ---- comparison -------------------------------------------------------- */

/* "DAY SCOPE", or with a bill "bill SCOPE": ACT, ACT/ARTICLE, or a word
   after `=`. */
static void diff_ask(const struct golden_row *row)
{
    const char *const *words = NULL;
    size_t count = 0;
    golden_split(arena, row->question, &words, &count);
    assert_int_equal(count, 2);
    bool is_bill = strcmp(words[0], "bill") == 0;
    struct compare_scope scope = {0};
    if (words[1][0] == '=') {
        scope.word = words[1] + 1;
    } else {
        size_t length = strcspn(words[1], "/");
        scope.act = arena_text_n(arena, words[1], length);
        scope.article = words[1][length] == '\0' ? NULL : words[1] + length + 1;
    }
    struct facts *before = facts_of(row, row->day, NULL);
    struct facts *after =
        facts_of(row, is_bill ? row->day : words[0], row->bill);
    const struct compare_change *changes = NULL;
    compare_days(before, after, &scope, arena, &changes, &count);
    const char **said = arena_take_array(arena, count, sizeof *said);
    size_t said_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct law_norm *norm = changes[i].norm;
        place_add(said, &said_count,
            arena_format(arena, "%s%s/%s/%s", changes[i].is_new ? "+" : "-",
                norm->subject, norm->verb, norm->object));
    }
    golden_answer(row, arena, said, said_count);
    facts_destroy(before);
    facts_destroy(after);
}

/* A place that the article and the text say differently. */
static void discrepancy_ask(const struct golden_row *row)
{
    const struct compare_discrepancy *items = NULL;
    size_t count = 0;
    compare_discrepancies(law, arena, &items, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(items[i].place, row->question) == 0 &&
            date_compare(items[i].from, inquiries_day(row->day)) == 0) {
            const char *found = arena_format(arena, "article %zu; text %zu",
                items[i].article_count, items[i].text_count);
            golden_answer_text(row, found);
            return;
        }
    }
    golden_tell(row, "none");
}

/* ---- allocation and repair --------------------------------------------- */

/* "DAYS COST USE, LEVEL:DAYS:COST:USE …": what is weighed, and with what. */
static void allocate_ask(const struct golden_row *row)
{
    facts_need(row);
    const char *const *words = NULL;
    size_t count = 0;
    golden_split(arena, row->question, &words, &count);
    assert_true(count > 3);
    int64_t weights[3];
    for (size_t i = 0; i < 3; i++) {
        weights[i] = words[i][0] - '0';
    }
    struct buffer csv = BUFFER_EMPTY;
    buffer_add_text(&csv, "matter,level,days,cost,use\n");
    for (size_t i = 3; i < count; i++) {
        buffer_add_text(&csv, "m,");
        for (const char *at = words[i]; *at != '\0'; at++) {
            buffer_add_char(&csv, *at == ':' ? ',' : *at);
        }
        buffer_add_char(&csv, '\n');
    }
    struct error error = {0};
    const struct allocate_measure *measures = NULL;
    const struct allocate_row *rows = NULL;
    assert_int_equal(
        allocate_read(buffer_bytes(&csv), arena, &measures, &count, &error),
        STATUS_OK);
    allocate_rank(kept.facts, measures, count,
        &(struct allocate_weights){weights[0], weights[1], weights[2]}, arena,
        &rows);
    const char *said = "";
    for (size_t i = 0; i < count; i++) {
        said = arena_format(arena, "%s%s%s%s", said, i == 0 ? "" : " > ",
            rows[i].place == 0 ? "beaten " : "", rows[i].measure->level);
    }
    golden_answer_text(row, said);
    buffer_finish(&csv);
}

/* "free", "protect PLACE", "freeze RANK", on the fixture, which has the norms
   that the row counts with. */
static void repair_ask(const struct golden_row *row)
{
    enum {
        KINDS = 1 << FINDINGS_STATUS | 1 << FINDINGS_TERRITORY |
                1 << FINDINGS_PROCEDURE
    };
    const char *const *words = NULL;
    size_t count = 0;
    golden_split(arena, row->question, &words, &count);
    struct repair_terms terms = {.kinds = KINDS};
    if (strcmp(words[0], "protect") == 0) {
        terms.protect = words + 1;
        terms.protect_count = 1;
    } else if (strcmp(words[0], "freeze") == 0) {
        terms.freeze = words + 1;
        terms.freeze_count = 1;
    }
    struct facts *facts = facts_load(
        fixture, &(struct facts_query){.day = inquiries_day(row->day)});
    struct repair_result result;
    repair_find(facts, &terms, arena, &result);
    const char *said = arena_format(arena, "price %d", (int)result.price);
    for (size_t i = 0; i < result.options_count; i++) {
        const struct repair_option *option = &result.options[i];
        said = arena_format(arena, "%s; %s", said,
            golden_join(arena, option->places, option->places_count));
    }
    if (!result.possible) {
        said = "impossible:";
        for (size_t i = 0; i < result.core_count; i++) {
            said = arena_format(
                arena, "%s %s", said, result.core[i]->citation.place);
        }
    }
    golden_answer_text(row, said);
    facts_destroy(facts);
}

/* ---- tests ------------------------------------------------------------- */

static void inquiries_answer_the_golden_rows(void **state)
{
    (void)state;
    static const struct golden_question questions[] = {
        {"finding", finding_ask},
        {"charter", charter_ask},
        {"total", total_ask},
        {"diff", diff_ask},
        {"discrepancy", discrepancy_ask},
        {"allocate", allocate_ask},
        {"repair", repair_ask},
    };
    golden_ask(&table, questions, sizeof questions / sizeof *questions);
}

/* Every row of the table is asked, or stands in the list of wrong ones. */
static void a_golden_row_is_asked_or_told_wrong(void **state)
{
    (void)state;
    const char *const *wrong = NULL;
    size_t wrong_count = 0;
    golden_wrong_rows(arena, &wrong, &wrong_count);
    const char **asked = arena_take_array(arena, table.count, sizeof *asked);
    size_t asked_count = 0;
    for (size_t i = 0; i < table.count; i++) {
        place_add(asked, &asked_count, table.rows[i].id);
        assert_true(golden_kind_is_known(table.rows[i].kind));
    }
    for (size_t i = 0; i < table.ids_count; i++) {
        bool is_asked = golden_has(asked, asked_count, table.ids[i]);
        bool is_wrong = golden_has(wrong, wrong_count, table.ids[i]);
        if (is_asked == is_wrong) {
            fail_msg("%s is %s", table.ids[i], is_asked ? "both" : "neither");
        }
    }
    assert_int_equal(asked_count + wrong_count, table.ids_count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inquiries_answer_the_golden_rows),
        cmocka_unit_test(a_golden_row_is_asked_or_told_wrong),
    };
    return cmocka_run_group_tests(tests, corpus_load, corpus_free);
}
