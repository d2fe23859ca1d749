/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Writes a corpus out of its compiled tables, by identifiers alone.
 */
#include "law_facts.h"

#include <string.h>

#include "law/corpus.h"
#include "test.h"

static void article_write(
    const struct corpus_article *article, struct buffer *buffer);
static void edition_write(
    const struct corpus_edition *edition, struct buffer *buffer);
static void procedure_write(
    const struct corpus_procedure *procedure, struct buffer *buffer);
static void stages_write(const struct corpus_procedure_edition *edition,
    struct buffer *buffer);
static void citation_write(
    const struct law_citation *citation, struct buffer *buffer);
static void words_write(
    const char *const *words, size_t count, struct buffer *buffer);
static void condition_write(
    const struct syntax_condition *applies, struct buffer *buffer);
static void date_add(struct date date, struct buffer *buffer);
static const char *line_end(const char *line);

void law_facts_write(const struct law *law, struct buffer *buffer)
{
    for (size_t i = 0; i < law->acts_count; i++) {
        const struct corpus_act *act = law->acts[i];
        buffer_add_format(buffer, "act %s %s ", act->act.id,
            act->act.rank == NULL ? "-" : act->act.rank);
        date_add(act->act.adopted, buffer);
        date_add(act->from, buffer);
        date_add(act->until, buffer);
        for (int tongue = 0; tongue < LANGUAGE_COUNT; tongue++) {
            const char *title = act->act.title[tongue];
            const char *short_title = act->act.short_title[tongue];
            buffer_add_format(buffer, "%s | %s | ",
                title == NULL ? "-" : title,
                short_title == NULL ? "-" : short_title);
        }
        buffer_add_text(buffer, "\n");
        for (size_t j = 0; j < act->articles_count; j++) {
            article_write(act->articles[j], buffer);
        }
    }
    for (size_t i = 0; i < map_count(law->procedures); i++) {
        procedure_write(map_value_at(law->procedures, i), buffer);
    }
    for (size_t i = 0; i < law->calendar.holidays_count; i++) {
        buffer_add_text(buffer, "holiday ");
        date_add(law->calendar.holidays[i], buffer);
        buffer_add_text(buffer, "\n");
    }
}

void law_facts_assert_equal(const struct law *left, const struct law *right)
{
    struct buffer one = BUFFER_EMPTY;
    struct buffer other = BUFFER_EMPTY;
    law_facts_write(left, &one);
    law_facts_write(right, &other);
    const char *a = buffer_text(&one);
    const char *b = buffer_text(&other);
    while (*a != '\0' && *b != '\0' && line_end(a) - a == line_end(b) - b &&
        strncmp(a, b, (size_t)(line_end(a) - a)) == 0) {
        a = line_end(a) + (*line_end(a) == '\n');
        b = line_end(b) + (*line_end(b) == '\n');
    }
    if (*a != '\0' || *b != '\0') {
        fail_msg("facts differ:\n%.*s\n%.*s", (int)(line_end(a) - a), a,
            (int)(line_end(b) - b), b);
    }
    buffer_finish(&one);
    buffer_finish(&other);
}

static void article_write(
    const struct corpus_article *article, struct buffer *buffer)
{
    buffer_add_format(buffer, "article %s %s", article->path,
        article->continues == NULL ? "-" : article->continues->path);
    buffer_add_text(buffer, "\n");
    for (size_t i = 0; i < article->editions_count; i++) {
        edition_write(&article->editions[i], buffer);
    }
}

static void edition_write(
    const struct corpus_edition *edition, struct buffer *buffer)
{
    buffer_add_text(buffer, edition->is_end ? "end " : "edition ");
    date_add(edition->from, buffer);
    condition_write(&edition->applies, buffer);
    words_write(edition->levels, edition->levels_count, buffer);
    buffer_add_format(buffer, "%zu\n", edition->sentences_count);
    for (size_t i = 0; i < edition->norms_count; i++) {
        const struct law_norm *norm = &edition->norms[i].norm;
        buffer_add_format(buffer, "norm %s %s %s [%s] %s %s %s ",
            norm->subject, norm->verb, norm->object, norm->clauses,
            law_effect_name(norm->effect),
            norm->reading == NULL ? "-" : norm->reading,
            norm->applies == NULL ? "-" : norm->applies);
        words_write(edition->norms[i].levels, edition->norms[i].levels_count,
            buffer);
        citation_write(&norm->citation, buffer);
    }
}

static void procedure_write(
    const struct corpus_procedure *procedure, struct buffer *buffer)
{
    buffer_add_format(buffer, "procedure %s\n", procedure->id);
    for (size_t i = 0; i < procedure->editions_count; i++) {
        stages_write(&procedure->editions[i], buffer);
    }
    for (size_t i = 0; i < procedure->fills_count; i++) {
        stages_write(&procedure->fills[i], buffer);
    }
}

static void stages_write(const struct corpus_procedure_edition *edition,
    struct buffer *buffer)
{
    buffer_add_format(buffer, "course %s ",
        edition->local == NULL ? "-" : edition->local->act.id);
    date_add(edition->from, buffer);
    condition_write(&edition->applies, buffer);
    citation_write(&edition->citation, buffer);
    for (size_t i = 0; i < edition->stages_count; i++) {
        const struct law_stage *stage = &edition->stages[i];
        buffer_add_format(buffer, "stage %s: ", law_stage_name(stage->kind));
        words_write(stage->words, stage->words_count, buffer);
        corpus_amount_write(&stage->amount, buffer);
        for (size_t j = 0; j < stage->clauses_count; j++) {
            const struct law_clause *clause = &stage->clauses[j];
            buffer_add_format(buffer, "; %s%s ", clause->id,
                clause->missing ? " missing" : "");
            words_write(clause->words, clause->words_count, buffer);
            corpus_amount_write(&clause->amount, buffer);
        }
        buffer_add_text(buffer, " @ ");
        citation_write(&stage->citation, buffer);
    }
}

static void citation_write(
    const struct law_citation *citation, struct buffer *buffer)
{
    buffer_add_format(buffer, "%s %s%s%s ", citation->place, citation->label,
        citation->unchecked ? " ~" : "",
        citation->invented ? " invented" : "");
    date_add(citation->edition, buffer);
    buffer_add_text(buffer, "\n");
}

static void words_write(
    const char *const *words, size_t count, struct buffer *buffer)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_format(buffer, "%s, ", words[i]);
    }
}

static void condition_write(
    const struct syntax_condition *applies, struct buffer *buffer)
{
    if (applies->given) {
        buffer_add_format(buffer, "population %d ", (int)applies->comparison);
        buffer_add_integer(buffer, applies->population);
        buffer_add_char(buffer, ' ');
    }
}

static void date_add(struct date date, struct buffer *buffer)
{
    char text[DATE_TEXT_MAX] = "-";
    if (date_is_set(date)) {
        date_write(date, text);
    }
    buffer_add_format(buffer, "%s ", text);
}

static const char *line_end(const char *line)
{
    const char *end = strchr(line, '\n');
    return end == NULL ? line + strlen(line) : end;
}
