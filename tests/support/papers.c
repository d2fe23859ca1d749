/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Papers of a village, as text in one line.
 */
#include "papers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"

size_t papers_roll;

/* A key is the resident's number in hex. */
static const char *name_of(
    void *context, const char *key, struct arena *arena)
{
    (void)context;
    unsigned long long resident = strtoull(key + 48, NULL, 16);
    if (resident == PAPERS_ERASED) {
        return NULL;
    }
    return arena_format(arena, "Тұрғын %llu", resident);
}

static size_t roll_of(void *context, size_t offset, size_t max,
    const char **names, const char **addresses, struct arena *arena)
{
    (void)context;
    size_t count = 0;
    while (count < max && offset + count < papers_roll) {
        names[count] =
            arena_format(arena, "Тізімдегі %zu", offset + count + 1);
        addresses[count] = "Абай көшесі, 1";
        count++;
    }
    return count;
}

static enum status make(struct village *village, int64_t proceeding,
    enum document_kind kind, int64_t item, enum language language,
    struct document_node **paper, struct error *error)
{
    struct document_people people = {.name = name_of, .roll = roll_of};
    struct engine_facts facts = village_facts(village, proceeding);
    return document_make(kind, &facts, item, language, &people,
        village->arena, paper, error);
}

const struct document_node *papers_make(struct village *village,
    int64_t proceeding, enum document_kind kind, int64_t item,
    enum language language)
{
    struct document_node *paper = NULL;
    struct error error = {0};
    if (make(village, proceeding, kind, item, language, &paper, &error) !=
        STATUS_OK) {
        fail_msg("no paper: %s", error.message.key);
    }
    return paper;
}

const char *papers_text(struct village *village, int64_t proceeding,
    enum document_kind kind, int64_t item, enum language language)
{
    struct buffer buffer = BUFFER_EMPTY;
    document_text(papers_make(village, proceeding, kind, item, language),
        language, &buffer);
    char *line = arena_text(village->arena, buffer_text(&buffer));
    buffer_finish(&buffer);
    size_t length = 0;
    for (const char *at = line; *at != '\0'; at++) {
        bool is_blank = *at == ' ' || *at == '\n';
        if (!is_blank || (length > 0 && line[length - 1] != ' ')) {
            line[length++] = is_blank ? ' ' : *at;
        }
    }
    line[length] = '\0';
    return line;
}

void papers_missing(struct village *village, int64_t proceeding,
    enum document_kind kind, int64_t item, const char *key)
{
    struct document_node *paper = NULL;
    struct error error = {0};
    enum status status = make(
        village, proceeding, kind, item, LANGUAGE_KK, &paper, &error);
    assert_int_equal(status, STATUS_MISSING);
    assert_null(paper);
    assert_string_equal(error.message.key, key);
}

/* A paper is longer than what cmocka prints of a message. */
static void fail_about(const char *what, const char *part, const char *text)
{
    (void)fprintf(stderr, "%s\n", text);
    fail_msg("%s: «%s»", what, part);
}

void papers_in_order(const char *text, const char *const *parts)
{
    const char *at = text;
    for (size_t i = 0; parts[i] != NULL; i++) {
        const char *found = strstr(at, parts[i]);
        if (found == NULL) {
            fail_about("not where it should stand", parts[i], text);
            return;
        }
        at = found + strlen(parts[i]);
    }
}

void papers_holds(const char *text, const char *part)
{
    if (strstr(text, part) == NULL) {
        fail_about("lacks", part, text);
    }
}

void papers_lacks(const char *text, const char *part)
{
    if (strstr(text, part) != NULL) {
        fail_about("has", part, text);
    }
}
