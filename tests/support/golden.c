/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The golden rows.
 */
#include "golden.h"

#include <string.h>

#include "base/file.h"
#include "inquiries.h"
#include "test.h"

enum { ID, READING, DAY, BILL, QUESTION, EXPECTED, FIELDS };
enum { ROWS_MAX = 1024, IDS_MAX = 512, WORDS_MAX = 512 };

static size_t failures;

static char *file_take(struct arena *arena, const char *path)
{
    struct error error = {0};
    struct buffer text = BUFFER_EMPTY;
    assert_int_equal(file_read(path, 1 << 20, &text, &error), STATUS_OK);
    char *taken = arena_text(arena, buffer_text(&text));
    buffer_finish(&text);
    return taken;
}

/* The line that begins at *text, which goes on behind it. */
static char *line_take(char **text)
{
    char *line = *text;
    size_t length = strcspn(line, "\n");
    *text += length + (line[length] == '\n' ? 1 : 0);
    line[length] = '\0';
    return line;
}

static struct golden_row row_of(struct arena *arena, char *line)
{
    const char *fields[FIELDS];
    for (size_t i = 0; i < FIELDS; i++) {
        size_t length = strcspn(line, "\t");
        fields[i] = line;
        assert_int_equal(line[length] == '\t', i < FIELDS - 1);
        line[length] = '\0';
        line += length + (i < FIELDS - 1 ? 1 : 0);
    }
    size_t kind = strcspn(fields[QUESTION], " ");
    return (struct golden_row){
        .id = fields[ID],
        .reading = fields[READING],
        .day = fields[DAY],
        .bill = strcmp(fields[BILL], "-") == 0 ? NULL : fields[BILL],
        .kind = arena_text_n(arena, fields[QUESTION], kind),
        .question =
            fields[QUESTION] + kind + (fields[QUESTION][kind] == '\0' ? 0 : 1),
        .expected = fields[EXPECTED],
    };
}

struct golden_table golden_read(struct arena *arena)
{
    static const char ROWS[] = "#rows ";
    char *text = file_take(arena, "tests/inquiry/golden.tsv");
    struct golden_row *rows = arena_take_array(arena, ROWS_MAX, sizeof *rows);
    const char **ids = arena_take_array(arena, IDS_MAX, sizeof *ids);
    struct golden_table table = {.rows = rows, .ids = ids};
    while (*text != '\0') {
        char *line = line_take(&text);
        if (strncmp(line, ROWS, strlen(ROWS)) == 0) {
            const char *const *words = NULL;
            size_t count = 0;
            golden_split(arena, line + strlen(ROWS), &words, &count);
            for (size_t i = 0; i < count; i++) {
                assert_true(table.ids_count < IDS_MAX);
                ids[table.ids_count++] = words[i];
            }
        } else if (*line != '#' && *line != '\0') {
            assert_true(table.count < ROWS_MAX);
            rows[table.count++] = row_of(arena, line);
        }
    }
    assert_true(table.count > 0);
    return table;
}

void golden_wrong_rows(
    struct arena *arena, const char *const **ids, size_t *count)
{
    char *text = file_take(arena, "docs/golden-rows.md");
    const char **taken = arena_take_array(arena, IDS_MAX, sizeof *taken);
    *count = 0;
    bool is_in_table = false;
    while (*text != '\0') {
        const char *line = line_take(&text);
        if (*line != '|') {
            is_in_table = false;
        } else if (strncmp(line, "|--", 3) == 0) {
            is_in_table = true;
        } else if (is_in_table) {
            assert_true(*count < IDS_MAX);
            taken[(*count)++] =
                arena_text_n(arena, line + 2, strcspn(line + 2, " "));
        }
    }
    *ids = taken;
}

void golden_ask(const struct golden_table *table,
    const struct golden_question *questions, size_t count)
{
    failures = 0;
    for (size_t i = 0; i < table->count; i++) {
        for (size_t k = 0; k < count; k++) {
            if (strcmp(table->rows[i].kind, questions[k].kind) == 0) {
                questions[k].ask(&table->rows[i]);
            }
        }
    }
    assert_int_equal(failures, 0);
}

bool golden_kind_is_known(const char *kind)
{
    static const char *const kinds[] = {"finding", "charter", "total", "diff",
        "discrepancy", "allocate", "repair", "norms", "says", "acts", "places",
        "title", "name", "status", "articles", "stage", "levels", "effects",
        "common", "criteria", "bill-acts", "mentions"};
    return golden_has(kinds, sizeof kinds / sizeof *kinds, kind);
}

void golden_tell(const struct golden_row *row, const char *found)
{
    print_error("%s %s %s %s %s: «%s», found «%s»\n", row->id, row->reading,
        row->day, row->kind, row->question, row->expected, found);
    failures++;
}

void golden_answer(const struct golden_row *row, struct arena *arena,
    const char *const *words, size_t count)
{
    const char *expected = row->expected;
    bool exactly = strncmp(expected, "+ ", 2) != 0;
    expected += exactly ? 0 : 2;
    if (!golden_set_is(arena, strcmp(expected, "none") == 0 ? "" : expected,
            words, count, exactly)) {
        golden_tell(row, golden_join(arena, words, count));
    }
}

void golden_answer_text(const struct golden_row *row, const char *text)
{
    if (strcmp(row->expected, text) != 0) {
        golden_tell(row, text);
    }
}

bool golden_set_is(struct arena *arena, const char *wanted,
    const char *const *words, size_t count, bool exactly)
{
    const char *const *all = NULL;
    size_t all_count = 0;
    golden_split(arena, wanted, &all, &all_count);
    for (size_t i = 0; i < all_count; i++) {
        if (!golden_has(words, count, all[i])) {
            return false;
        }
    }
    return !exactly || all_count == count;
}

const char *golden_join(
    struct arena *arena, const char *const *words, size_t count)
{
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        text = arena_format(arena, "%s%s%s", text, i == 0 ? "" : " ", words[i]);
    }
    return *text == '\0' ? "none" : text;
}

bool golden_has(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

void golden_split(struct arena *arena, const char *text,
    const char *const **words, size_t *count)
{
    const char **taken = arena_take_array(arena, WORDS_MAX, sizeof *taken);
    *count = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, " ");
        assert_true(*count < WORDS_MAX);
        taken[(*count)++] = arena_text_n(arena, text, length);
        text += length;
        text += strspn(text, " ");
    }
    *words = taken;
}

struct law_query golden_query(const struct golden_row *row)
{
    return (struct law_query){
        .day = inquiries_day(row->day),
        .reading = row->reading,
        .bill = row->bill,
        .population = -1,
    };
}
