/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Norms and stages as sentences: what stands before the colon, then parts
 * between semicolons.
 */
#include "law/say.h"

#include <assert.h>
#include <string.h>

static void clause_value(const struct say_voice *voice,
    const struct law_clause *clause, const struct syntax_place *place);
static const char *clause_name(const struct say_voice *voice,
    const struct lexicon_entry *entry, const struct law_clause *clause);
static void stage_start(
    const struct say_voice *voice, const struct syntax_stage *stage);
static void part_start(const struct say_voice *voice, bool *is_first);
static void stage_put(
    const struct say_voice *voice, const struct law_stage *stage);

void law_norm_say(const struct law *law, const struct law_norm *norm,
    enum language language, struct buffer *buffer)
{
    /* Norms that law.h gives out are the first member of a corpus_norm. */
    const struct corpus_norm *found = (const struct corpus_norm *)norm;
    struct syntax_norm sentence = *found->sentence->node->of.norm;
    sentence.subjects = &norm->subject;
    sentence.subjects_count = 1;
    sentence.objects = &norm->object;
    sentence.objects_count = 1;
    struct say_voice voice = say_in(law, language, buffer);
    say_norm(&voice, &sentence);
}

void law_stage_say(const struct law *law, const struct law_stage *stage,
    enum language language, struct buffer *buffer)
{
    struct say_voice voice = say_in(law, language, buffer);
    stage_put(&voice, stage);
}

void law_stage_write(const struct law *law, const struct law_stage *stage,
    struct buffer *buffer)
{
    struct say_voice voice = say_in(law, LANGUAGE_EN, buffer);
    voice.identifiers = true;
    stage_put(&voice, stage);
}

static void stage_put(
    const struct say_voice *voice, const struct law_stage *stage)
{
    struct syntax_stage start = {
        .kind = stage->kind,
        .words = stage->words,
        .words_count = stage->words_count,
        .amount = stage->amount,
    };
    say_stage(voice, &start);
    bool is_first = stage->words_count == 0 && !stage->amount.given;
    for (size_t i = 0; i < stage->clauses_count; i++) {
        part_start(voice, &is_first);
        say_clause(voice, &stage->clauses[i], NULL);
    }
}

void say_norm(const struct say_voice *voice, const struct syntax_norm *norm)
{
    if (norm->subjects_count == 0) {
        buffer_add_text(voice->buffer, "none");
    }
    say_words(voice, norm->subjects, norm->subjects_count);
    buffer_add_char(voice->buffer, ' ');
    buffer_add_text(voice->buffer,
        say_verb(voice, norm->verb, norm->subjects, norm->subjects_count));
    buffer_add_text(voice->buffer, ": ");
    say_words(voice, norm->objects, norm->objects_count);
    for (size_t i = 0; i < norm->clauses_count; i++) {
        buffer_add_text(voice->buffer, "; ");
        say_clause(voice, &norm->clauses[i].clause, &norm->clauses[i].place);
    }
}

void say_stage(const struct say_voice *voice, const struct syntax_stage *stage)
{
    stage_start(voice, stage);
    bool is_first = true;
    if (stage->words_count > 0) {
        part_start(voice, &is_first);
        say_words(voice, stage->words, stage->words_count);
    }
    if (stage->amount.given) {
        part_start(voice, &is_first);
        say_amount(voice, &stage->amount, false);
    }
    for (size_t i = 0; i < stage->clauses_count; i++) {
        part_start(voice, &is_first);
        say_clause(voice, &stage->clauses[i].clause, &stage->clauses[i].place);
    }
}

void say_as_before(const struct say_voice *voice)
{
    const struct lexicon_entry *entry =
        lexicon_find(voice->lexicon, LEXICON_AMOUNT, "as-before");
    assert(entry != NULL);
    buffer_add_text(voice->buffer, say_keyword(voice, entry, NULL, 0));
}

void say_clause(const struct say_voice *voice, const struct law_clause *clause,
    const struct syntax_place *place)
{
    const struct lexicon_entry *entry =
        lexicon_find(voice->lexicon, LEXICON_CLAUSE, clause->id);
    assert(entry != NULL);
    const char *name = clause_name(voice, entry, clause);
    bool is_bare = entry->value == LEXICON_VALUE_NONE;
    bool is_before = voice->identifiers || voice->language != LANGUAGE_KK ||
        entry->names_count[LANGUAGE_KK] == 0 || say_has_dash(name);
    if (is_bare || is_before) {
        buffer_add_text(voice->buffer, name);
    }
    if (is_bare) {
        return;
    }
    if (is_before) {
        buffer_add_char(voice->buffer, ' ');
    }
    clause_value(voice, clause, place);
    if (!is_before) {
        buffer_add_char(voice->buffer, ' ');
        buffer_add_text(voice->buffer, name);
    }
}

static void clause_value(const struct say_voice *voice,
    const struct law_clause *clause, const struct syntax_place *place)
{
    if (clause->missing) {
        say_amount(voice,
            &(struct law_amount){.given = true, .missing = true}, false);
    } else if (clause->amount.given) {
        say_amount(
            voice, &clause->amount, strcmp(clause->id, "within") == 0);
    } else if (place != NULL && place->act.text != NULL) {
        buffer_add_text(voice->buffer, place->act.text);
        for (size_t i = 0; i < place->paths_count; i++) {
            buffer_add_text(voice->buffer, i > 0 ? ", " : " ");
            buffer_add_text(voice->buffer, place->paths[i].text);
        }
    } else {
        say_words(voice, clause->words, clause->words_count);
    }
}

/* Before `missing` the name with a dash, where there is one. */
static const char *clause_name(const struct say_voice *voice,
    const struct lexicon_entry *entry, const struct law_clause *clause)
{
    for (size_t i = 0; clause->missing && !voice->identifiers &&
         i < entry->names_count[voice->language]; i++) {
        if (say_has_dash(entry->names[voice->language][i])) {
            return entry->names[voice->language][i];
        }
    }
    return say_keyword(
        voice, entry, clause->words, clause->words_count);
}

static void stage_start(
    const struct say_voice *voice, const struct syntax_stage *stage)
{
    const struct lexicon_entry *entry = lexicon_find(
        voice->lexicon, LEXICON_STAGE, law_stage_name(stage->kind));
    assert(entry != NULL);
    buffer_add_text(voice->buffer,
        say_keyword(voice, entry, stage->words, stage->words_count));
    buffer_add_char(voice->buffer, ':');
}

static void part_start(const struct say_voice *voice, bool *is_first)
{
    buffer_add_text(voice->buffer, *is_first ? " " : "; ");
    *is_first = false;
}
