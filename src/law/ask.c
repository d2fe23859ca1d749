/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Questions: a sentence in which X stands for what is asked.
 */
#include "law/norms.h"

#include <string.h>

#include "law/syntax_internal.h"

static enum status sentence_read(const struct law *law, const char *sentence,
    struct arena *arena, const struct syntax_norm **asked,
    struct error *error);
static enum status query_make(const struct syntax_norm *asked,
    struct law_query *query, struct error *error);
static void clauses_filter(
    const struct syntax_norm *asked, struct norms_found *found);
static bool clause_is_in(
    const struct syntax_clause *clause, const struct law_norm *norm);
static void nearest_find(const struct law *law,
    const struct law_query *query, enum law_effect effect,
    struct norms_found *nearest);

/* Two lists are answered. NOLINTNEXTLINE(readability-function-size) */
enum status law_ask(const struct law *law, const char *sentence,
    const struct law_query *query, struct arena *arena,
    const struct law_norm *const **norms, size_t *count,
    const struct law_norm *const **nearest, size_t *nearest_count,
    struct error *error)
{
    const struct syntax_norm *asked = NULL;
    enum status status = sentence_read(law, sentence, arena, &asked, error);
    if (status != STATUS_OK) {
        return status;
    }
    struct law_query wanted = *query;
    status = query_make(asked, &wanted, error);
    if (status != STATUS_OK) {
        return status;
    }
    struct norms_found found = {.arena = arena};
    struct norms_found weaker = {.arena = arena};
    norms_search(law, &wanted, &found);
    clauses_filter(asked, &found);
    if (found.count == 0 && asked->verb != NULL) {
        nearest_find(law, &wanted, asked->verb->effect, &weaker);
    }
    *norms = found.items;
    *count = found.count;
    *nearest = weaker.items;
    *nearest_count = weaker.count;
    return STATUS_OK;
}

static enum status sentence_read(const struct law *law, const char *sentence,
    struct arena *arena, const struct syntax_norm **asked,
    struct error *error)
{
    struct law_diagnostics *told = arena_take(arena, sizeof *told);
    struct diagnostic_list faults;
    diagnostic_start(&faults, told);
    struct lexer_reading reading = {
        .arena = arena,
        .symbols = lexicon_symbols(law->lexicon),
        .faults = &faults,
    };
    struct lexer_line line = {.number = 1};
    struct syntax_parser parser = {
        .arena = arena,
        .lexicon = law->lexicon,
        .faults = &faults,
        .file = "",
        .line = &line,
    };
    if (lexer_read_line(&reading, "", bytes_of_text(sentence), &line) &&
        syntax_norm(&parser, SYNTAX_ASKING_X, asked)) {
        return STATUS_OK;
    }
    error->status = STATUS_INVALID;
    error->message = told->items[0].message;
    (void)message_number(
        &error->message, "column", told->items[0].column);
    return STATUS_INVALID;
}

/* One thing each, X where nothing is given. */
static enum status query_make(const struct syntax_norm *asked,
    struct law_query *query, struct error *error)
{
    if (asked->subjects_count > 1 || asked->objects_count > 1) {
        enum status status =
            error_set(error, STATUS_INVALID, "law.question-list");
        (void)message_number(&error->message, "column", 1);
        return status;
    }
    query->subject = asked->subjects_count == 0 ? NULL : asked->subjects[0];
    query->object = asked->objects_count == 0 ? NULL : asked->objects[0];
    query->verb = asked->verb == NULL ? NULL : asked->verb->id;
    for (size_t i = 0; i < asked->clauses_count; i++) {
        if (strcmp(asked->clauses[i].clause.id, "at") == 0) {
            query->level = asked->clauses[i].clause.words[0];
        }
    }
    return STATUS_OK;
}

/* Keeps the norms that have every clause asked; `at` was the level. */
static void clauses_filter(
    const struct syntax_norm *asked, struct norms_found *found)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->count; i++) {
        bool fits = true;
        for (size_t k = 0; k < asked->clauses_count && fits; k++) {
            fits = strcmp(asked->clauses[k].clause.id, "at") == 0 ||
                clause_is_in(&asked->clauses[k], found->items[i]);
        }
        if (fits) {
            found->items[kept++] = found->items[i];
        }
    }
    found->count = kept;
}

static bool clause_is_in(
    const struct syntax_clause *clause, const struct law_norm *norm)
{
    const struct corpus_norm *whole = (const struct corpus_norm *)norm;
    const struct syntax_norm *said = whole->sentence->node->of.norm;
    struct buffer wanted = BUFFER_EMPTY;
    struct buffer has = BUFFER_EMPTY;
    corpus_clauses_write(clause, 1, &wanted);
    bool is_in = false;
    for (size_t i = 0; i < said->clauses_count && !is_in; i++) {
        buffer_clear(&has);
        corpus_clauses_write(&said->clauses[i], 1, &has);
        is_in = strcmp(buffer_text(&has), buffer_text(&wanted)) == 0;
    }
    buffer_finish(&wanted);
    buffer_finish(&has);
    return is_in;
}

/*
 * The powers go down from binding to consultative.  First those of the same
 * effect by another verb ("forms" for "decides"), then weaker ones.
 */
static void nearest_find(const struct law *law,
    const struct law_query *query, enum law_effect effect,
    struct norms_found *nearest)
{
    struct law_query any = *query;
    any.verb = NULL;
    struct norms_found all = {.arena = nearest->arena};
    norms_search(law, &any, &all);
    for (int at = (int)effect;
         at <= (int)LAW_EFFECT_CONSULTATIVE && nearest->count == 0; at++) {
        for (size_t i = 0; i < all.count; i++) {
            if ((int)all.items[i]->effect != at ||
                strcmp(all.items[i]->verb, query->verb) == 0) {
                continue;
            }
            nearest->items = arena_grow(nearest->arena, nearest->items,
                nearest->count, &nearest->capacity,
                sizeof(const struct law_norm *));
            nearest->items[nearest->count++] = all.items[i];
        }
    }
}
