/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The golden rows on the whole corpus: golden.tsv says what stands there.
 */
#include <string.h>

#include "base/file.h"
#include "inquiries.h"
#include "inquiry/charter.h"
#include "inquiry/findings.h"
#include "test.h"

enum { ID, READING, DAY, BILL, QUESTION, EXPECTED, FIELDS };

static struct law *law;
static struct arena *arena;
static char *table;
static size_t failures;

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
    struct error error = {0};
    struct buffer text = BUFFER_EMPTY;
    law = inquiries_corpus(NULL);
    arena = arena_create();
    assert_int_equal(
        file_read("tests/inquiry/golden.tsv", 1 << 20, &text, &error),
        STATUS_OK);
    table = arena_text(arena, buffer_text(&text));
    buffer_finish(&text);
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    facts_destroy(kept.facts);
    arena_destroy(arena);
    law_destroy(law);
    return 0;
}

static void told(const char *const *row, const char *found)
{
    print_error("%s %s %s %s: «%s», found «%s»\n", row[ID], row[READING],
        row[DAY], row[QUESTION], row[EXPECTED], found);
    failures++;
}

static void facts_need(const char *const *row)
{
    const char *key = arena_format(
        arena, "%s %s %s", row[READING], row[DAY], row[BILL]);
    if (kept.facts != NULL && strcmp(kept.key, key) == 0) {
        return;
    }
    facts_destroy(kept.facts);
    const struct facts_query query = {
        .day = inquiries_day(row[DAY]),
        .reading = row[READING],
        .bill = strcmp(row[BILL], "-") == 0 ? NULL : row[BILL],
    };
    kept.facts = facts_load(law, &query);
    (void)strncpy(kept.key, key, sizeof kept.key - 1);
    findings_find(
        kept.facts, findings_all(), arena, &kept.items, &kept.count);
}

static bool list_has(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

/* "a b c" against words: all of them, and where `exactly` no other. */
static bool set_is(const char *wanted, const char *const *words, size_t count,
    bool exactly)
{
    size_t met = 0;
    for (const char *at = wanted; *at != '\0';) {
        size_t length = strcspn(at, " ");
        if (!list_has(words, count, arena_text_n(arena, at, length))) {
            return false;
        }
        met++;
        at += length;
        at += strspn(at, " ");
    }
    return !exactly || met == count;
}

static const char *join(const char *const *words, size_t count)
{
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        text = arena_format(arena, "%s%s%s", text, i == 0 ? "" : " ", words[i]);
    }
    return *text == '\0' ? "none" : text;
}

static size_t places_of(const struct findings_item *item,
    enum findings_role role, const char **places)
{
    size_t count = 0;
    for (size_t i = 0; i < item->parts_count; i++) {
        const char *place = item->parts[i].norm->citation.place;
        if (item->parts[i].role == role &&
            !list_has(places, count, place)) {
            places[count++] = place;
        }
    }
    return count;
}

/* "words a b", "words+ a", "loser PLACE", "fails+ PLACE …"; -> what is there
   instead, or NULL. */
static const char *part_wrong(
    const struct findings_item *item, const char *name, const char *wanted)
{
    static const char *const roles[] = {
        "measure", "beside", "fails", "shielded"};
    bool exactly = name[strlen(name) - 1] != '+';
    size_t length = strlen(name) - (exactly ? 0 : 1);
    if (strncmp(name, "loser", length) == 0) {
        const char *loser = item->loser == NULL ? "-" : item->loser;
        return strcmp(loser, wanted) == 0 ? NULL : loser;
    }
    if (strncmp(name, "words", length) == 0) {
        return set_is(wanted, item->words, item->words_count, exactly)
            ? NULL
            : join(item->words, item->words_count);
    }
    if (strncmp(name, "partly", length) == 0) {
        return set_is(wanted, item->partly, item->partly_count, exactly)
            ? NULL
            : join(item->partly, item->partly_count);
    }
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (strncmp(name, roles[i], length) == 0) {
            const char **places = arena_take_array(
                arena, item->parts_count, sizeof(const char *));
            size_t count = places_of(item, (enum findings_role)i, places);
            return set_is(wanted, places, count, exactly)
                ? NULL
                : join(places, count);
        }
    }
    fail_msg("what is %s?", name);
    return NULL;
}

static void finding_ask(const char *const *row, const char *key)
{
    facts_need(row);
    const struct findings_item *item = NULL;
    for (size_t i = 0; i < kept.count && item == NULL; i++) {
        item = strcmp(kept.items[i].key, key) == 0 ? &kept.items[i] : NULL;
    }
    if (strcmp(row[EXPECTED], "absent") == 0 || item == NULL) {
        if ((item == NULL) != (strcmp(row[EXPECTED], "absent") == 0)) {
            told(row, item == NULL ? "absent" : "present");
        }
        return;
    }
    for (const char *at = row[EXPECTED]; *at != '\0';) {
        size_t length = strcspn(at, ";");
        const char *part = arena_text_n(arena, at, length);
        size_t name = strcspn(part, " ");
        if (strcmp(part, "present") != 0) {
            const char *wrong = part_wrong(item,
                arena_text_n(arena, part, name),
                part[name] == '\0' ? "" : part + name + 1);
            if (wrong != NULL) {
                told(row, wrong);
            }
        }
        at += length;
        at += strspn(at, "; ");
    }
}

/* What X stands for in the norms that answer, each once. */
static void norms_ask(const char *const *row, const char *sentence)
{
    const struct law_query query = {
        .day = inquiries_day(row[DAY]),
        .reading = row[READING],
        .bill = strcmp(row[BILL], "-") == 0 ? NULL : row[BILL],
        .population = -1,
    };
    const struct law_norm *const *norms = NULL;
    const struct law_norm *const *nearest = NULL;
    size_t count = 0;
    size_t nearest_count = 0;
    struct error error = {0};
    if (law_ask(law, sentence, &query, arena, &norms, &count, &nearest,
            &nearest_count, &error) != STATUS_OK) {
        told(row, error.message.key);
        return;
    }
    bool is_subject = strncmp(sentence, "X ", 2) == 0;
    const char **words =
        arena_take_array(arena, count, sizeof(const char *));
    size_t words_count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *word = is_subject ? norms[i]->subject : norms[i]->object;
        if (!list_has(words, words_count, word)) {
            words[words_count++] = word;
        }
    }
    const char *expected = row[EXPECTED];
    bool exactly = *expected != '+';
    expected += exactly ? 0 : 1;
    expected += strspn(expected, " ");
    if (!set_is(strcmp(expected, "none") == 0 ? "" : expected, words,
            words_count, exactly)) {
        told(row, join(words, words_count));
    }
}

/* "ACT WORD CRITERION". */
static void charter_ask(const char *const *row, const char *question)
{
    facts_need(row);
    size_t act = strcspn(question, " ");
    const char *word = question + act + 1;
    size_t length = strcspn(word, " ");
    const struct charter_row *rows = NULL;
    size_t count = 0;
    charter_judge(kept.facts, arena_text_n(arena, question, act),
        arena_text_n(arena, word, length), arena, &rows, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].criterion->id, word + length + 1) == 0) {
            const char *verdict = charter_verdict_name(rows[i].verdict);
            if (strcmp(verdict, row[EXPECTED]) != 0) {
                told(row, verdict);
            }
            return;
        }
    }
    told(row, "no such criterion");
}

static void row_ask(const char *const *row)
{
    static const struct {
        const char *word;
        void (*ask)(const char *const *row, const char *question);
    } questions[] = {
        {"finding ", finding_ask},
        {"norms ", norms_ask},
        {"charter ", charter_ask},
    };
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        size_t length = strlen(questions[i].word);
        if (strncmp(row[QUESTION], questions[i].word, length) == 0) {
            questions[i].ask(row, row[QUESTION] + length);
            return;
        }
    }
    fail_msg("what is %s?", row[QUESTION]);
}

static void every_golden_row_comes_out(void **state)
{
    (void)state;
    size_t rows = 0;
    for (char *line = table; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        char *next = line + length + (line[length] == '\n' ? 1 : 0);
        line[length] = '\0';
        const char *row[FIELDS];
        size_t count = 0;
        for (char *at = line; *line != '#' && count < FIELDS; count++) {
            size_t field = strcspn(at, "\t");
            row[count] = at;
            if (at[field] == '\0') {
                count++;
                break;
            }
            at[field] = '\0';
            at += field + 1;
        }
        if (count > 0 && *line != '\0') {
            assert_int_equal(count, FIELDS);
            row_ask(row);
            rows++;
        }
        line = next;
    }
    assert_true(rows > 0);
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_golden_row_comes_out),
    };
    return cmocka_run_group_tests(tests, corpus_load, corpus_free);
}
