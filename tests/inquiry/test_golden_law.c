/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The golden rows that the law itself answers, without an inquiry: norms,
 * titles, stages, levels.
 */
#include <string.h>

#include "golden.h"
#include "inquiries.h"
#include "test.h"

/* Which part of the norms that answer is asked for. */
enum part { PART_X, PART_PLACE };

static struct law *law;
static struct arena *arena;
static struct golden_table table;

static int corpus_load(void **state)
{
    (void)state;
    law = inquiries_corpus(NULL);
    arena = arena_create();
    table = golden_read(arena);
    return 0;
}

static int corpus_free(void **state)
{
    (void)state;
    arena_destroy(arena);
    law_destroy(law);
    return 0;
}

static void word_add(const char **words, size_t *count, const char *word)
{
    if (!golden_has(words, *count, word)) {
        words[(*count)++] = word;
    }
}

/* Each word for X, or each place, once. */
static bool sentence_ask(const struct golden_row *row, const char *act,
    const char *sentence, enum part part, const char *const **words,
    size_t *words_count)
{
    struct law_query query = golden_query(row);
    query.act = act;
    const struct law_norm *const *norms = NULL;
    const struct law_norm *const *nearest = NULL;
    size_t count = 0;
    size_t nearest_count = 0;
    struct error error = {0};
    if (law_ask(law, sentence, &query, arena, &norms, &count, &nearest,
            &nearest_count, &error) != STATUS_OK) {
        golden_tell(row, error.message.key);
        return false;
    }
    bool is_subject = strncmp(sentence, "X ", 2) == 0;
    const char **taken = arena_take_array(arena, count, sizeof *taken);
    *words_count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *said = is_subject ? norms[i]->subject : norms[i]->object;
        word_add(taken, words_count,
            part == PART_PLACE ? norms[i]->citation.place : said);
    }
    *words = taken;
    return true;
}

static void norms_ask(const struct golden_row *row)
{
    const char *const *words = NULL;
    size_t count = 0;
    if (sentence_ask(row, NULL, row->question, PART_X, &words, &count)) {
        golden_answer(row, arena, words, count);
    }
}

static void places_ask(const struct golden_row *row)
{
    const char *const *words = NULL;
    size_t count = 0;
    if (sentence_ask(row, NULL, row->question, PART_PLACE, &words, &count)) {
        golden_answer(row, arena, words, count);
    }
}

/* "ACT SENTENCE": of an act that may bind nobody here. */
static void says_ask(const struct golden_row *row)
{
    size_t length = strcspn(row->question, " ");
    const char *act = arena_text_n(arena, row->question, length);
    const char *const *words = NULL;
    size_t count = 0;
    if (sentence_ask(
            row, act, row->question + length + 1, PART_X, &words, &count)) {
        golden_answer(row, arena, words, count);
    }
}

/* "RANK SENTENCE": the acts of a rank that answer. */
static void acts_ask(const struct golden_row *row)
{
    size_t length = strcspn(row->question, " ");
    const char *rank = arena_text_n(arena, row->question, length);
    const char **acts =
        arena_take_array(arena, law_acts_count(law), sizeof *acts);
    size_t acts_count = 0;
    for (size_t i = 0; i < law_acts_count(law); i++) {
        const struct law_act *act = law_act_at(law, i);
        const char *const *words = NULL;
        size_t count = 0;
        if (strcmp(act->rank, rank) == 0 &&
            sentence_ask(row, act->id, row->question + length + 1, PART_X,
                &words, &count) &&
            count > 0) {
            acts[acts_count++] = act->id;
        }
    }
    golden_answer(row, arena, acts, acts_count);
}

static const struct law_act *act_of(const char *id)
{
    for (size_t i = 0; i < law_acts_count(law); i++) {
        if (strcmp(law_act_at(law, i)->id, id) == 0) {
            return law_act_at(law, i);
        }
    }
    fail_msg("no act %s", id);
    return NULL;
}

static void title_ask(const struct golden_row *row)
{
    golden_answer_text(row, act_of(row->question)->title[LANGUAGE_RU]);
}

/* The Russian name of the one word that answers. */
static void name_ask(const struct golden_row *row)
{
    const char *const *words = NULL;
    size_t count = 0;
    if (sentence_ask(row, NULL, row->question, PART_X, &words, &count)) {
        assert_int_equal(count, 1);
        golden_answer_text(row, law_word_name(law, words[0], LANGUAGE_RU));
    }
}

static void status_ask(const struct golden_row *row)
{
    const struct law_act *act = act_of(row->question);
    char day[DATE_TEXT_MAX];
    date_write(act->status_from, day);
    golden_answer_text(
        row, arena_format(arena, "%s %s %s", act->status, day, act->status_by));
}

static const struct law_norm *const *norms_of(
    const struct golden_row *row, const char *act, size_t *count)
{
    struct law_query query = golden_query(row);
    query.act = act;
    const struct law_norm *const *norms = NULL;
    law_norms(law, &query, arena, &norms, count);
    return norms;
}

/* "ACT" or "ACT START": its articles in force whose path begins so. */
static void articles_ask(const struct golden_row *row)
{
    size_t length = strcspn(row->question, " ");
    const char *start =
        row->question + length + (row->question[length] == '\0' ? 0 : 1);
    size_t count = 0;
    const struct law_norm *const *norms =
        norms_of(row, arena_text_n(arena, row->question, length), &count);
    const char **articles = arena_take_array(arena, count, sizeof *articles);
    size_t articles_count = 0;
    for (size_t i = 0; i < count; i++) {
        const char *article = norms[i]->citation.article;
        if (strncmp(article, start, strlen(start)) == 0) {
            word_add(articles, &articles_count, article);
        }
    }
    golden_answer(row, arena, articles, articles_count);
}

/* "PROCEDURE STAGE": its sentences, in their order. */
static void stage_ask(const struct golden_row *row)
{
    size_t length = strcspn(row->question, " ");
    const struct law_procedure *procedure =
        law_procedure(law, arena_text_n(arena, row->question, length),
            inquiries_day(row->day), NULL, -1, arena);
    assert_non_null(procedure);
    struct buffer said = BUFFER_EMPTY;
    for (size_t i = 0; i < procedure->stages_count; i++) {
        const struct law_stage *stage = &procedure->stages[i];
        if (strcmp(law_stage_name(stage->kind), row->question + length + 1) ==
            0) {
            buffer_add_text(&said, said.length == 0 ? "" : " | ");
            law_stage_say(law, stage, LANGUAGE_EN, &said);
        }
    }
    golden_answer_text(row, said.length == 0 ? "none" : buffer_text(&said));
    buffer_finish(&said);
}

/* The levels of a tier that cover no narrower one. */
static void levels_ask(const struct golden_row *row)
{
    const char **levels =
        arena_take_array(arena, law_levels_count(law), sizeof *levels);
    size_t count = 0;
    for (size_t i = 0; i < law_levels_count(law); i++) {
        const struct law_level *level = law_level_at(law, i);
        if (strcmp(level->tier, row->question) == 0 &&
            level->includes_count == 0) {
            levels[count++] = level->id;
        }
    }
    golden_answer(row, arena, levels, count);
}

/* "ACT/ARTICLE LABEL …": how many of these places have a norm of each
   effect; a place counts once. */
static void effects_ask(const struct golden_row *row)
{
    static const enum law_effect effects[] = {LAW_EFFECT_BINDING,
        LAW_EFFECT_BLOCKING, LAW_EFFECT_TRIGGERING, LAW_EFFECT_CONSULTATIVE};
    const char *const *labels = NULL;
    size_t labels_count = 0;
    golden_split(arena, row->question, &labels, &labels_count);
    size_t count = 0;
    const struct law_norm *const *norms = norms_of(row, NULL, &count);
    const char *said = "";
    for (size_t e = 0; e < sizeof effects / sizeof *effects; e++) {
        size_t places = 0;
        for (size_t k = 1; k < labels_count; k++) {
            const char *place =
                arena_format(arena, "%s/%s", labels[0], labels[k]);
            bool is_there = false;
            for (size_t i = 0; i < count && !is_there; i++) {
                is_there = norms[i]->effect == effects[e] &&
                           strcmp(norms[i]->citation.place, place) == 0;
            }
            places += is_there ? 1 : 0;
        }
        said = arena_format(arena, "%s%s%s %zu", said, e == 0 ? "" : "; ",
            law_effect_name(effects[e]), places);
    }
    golden_answer_text(row, said);
}

/* "A B": what both of them have a power over. */
static void common_ask(const struct golden_row *row)
{
    const char *const *organs = NULL;
    size_t organs_count = 0;
    golden_split(arena, row->question, &organs, &organs_count);
    assert_int_equal(organs_count, 2);
    const char **matters[2];
    size_t counts[2] = {0};
    for (size_t k = 0; k < 2; k++) {
        size_t count = 0;
        const struct law_norm *const *norms = norms_of(row, NULL, &count);
        matters[k] = arena_take_array(arena, count, sizeof *matters[k]);
        for (size_t i = 0; i < count; i++) {
            if (norms[i]->effect <= LAW_EFFECT_CONSULTATIVE &&
                strcmp(norms[i]->subject, organs[k]) == 0) {
                word_add(matters[k], &counts[k], norms[i]->object);
            }
        }
        assert_true(counts[k] > 0);
    }
    const char **both = arena_take_array(arena, counts[0], sizeof *both);
    size_t both_count = 0;
    for (size_t i = 0; i < counts[0]; i++) {
        if (golden_has(matters[1], counts[1], matters[0][i])) {
            both[both_count++] = matters[0][i];
        }
    }
    golden_answer(row, arena, both, both_count);
}

/* "ACT PATH": the criteria of a paragraph. */
static void criteria_ask(const struct golden_row *row)
{
    size_t length = strcspn(row->question, " ");
    const char *act = arena_text_n(arena, row->question, length);
    struct buffer said = BUFFER_EMPTY;
    for (size_t i = 0; i < law_criteria_count(law); i++) {
        const struct law_criterion *criterion = law_criterion_at(law, i);
        if (strcmp(criterion->act, act) == 0 &&
            strcmp(criterion->path, row->question + length + 1) == 0) {
            buffer_add_format(&said, "%s%s: %s", said.length == 0 ? "" : "; ",
                criterion->id, criterion->title[LANGUAGE_EN]);
        }
    }
    golden_answer_text(row, buffer_text(&said));
    buffer_finish(&said);
}

/* "ACT WORD": the places of an act that speak of a word. */
static void mentions_ask(const struct golden_row *row)
{
    size_t length = strcspn(row->question, " ");
    const char *word = row->question + length + 1;
    assert_non_null(law_word_kind(law, word));
    size_t count = 0;
    const struct law_norm *const *norms =
        norms_of(row, arena_text_n(arena, row->question, length), &count);
    assert_true(count > 0);
    const char **places = arena_take_array(arena, count, sizeof *places);
    size_t places_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (law_word_is(law, norms[i]->subject, word) ||
            law_word_is(law, norms[i]->object, word)) {
            word_add(places, &places_count, norms[i]->citation.place);
        }
    }
    golden_answer(row, arena, places, places_count);
}

/* The acts that a bill would change. */
static void bill_acts_ask(const struct golden_row *row)
{
    size_t count = 0;
    const struct law_norm *const *norms = norms_of(row, NULL, &count);
    const char **acts = arena_take_array(arena, count, sizeof *acts);
    size_t acts_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (norms[i]->bill != NULL) {
            word_add(acts, &acts_count, norms[i]->citation.act);
        }
    }
    golden_answer(row, arena, acts, acts_count);
}

static void the_law_answers_the_golden_rows(void **state)
{
    (void)state;
    static const struct golden_question questions[] = {
        {"norms", norms_ask},
        {"places", places_ask},
        {"says", says_ask},
        {"acts", acts_ask},
        {"title", title_ask},
        {"name", name_ask},
        {"status", status_ask},
        {"articles", articles_ask},
        {"stage", stage_ask},
        {"levels", levels_ask},
        {"effects", effects_ask},
        {"common", common_ask},
        {"criteria", criteria_ask},
        {"bill-acts", bill_acts_ask},
        {"mentions", mentions_ask},
    };
    golden_ask(&table, questions, sizeof questions / sizeof *questions);
}

/* Foreign law and doctrine answer no question about the law, whatever it is,
   on any day on which the law changed. */
static void what_binds_nobody_is_never_an_answer(void **state)
{
    (void)state;
    static const char *const readings[] = {"text", "article"};
    const struct date *days = NULL;
    size_t days_count = 0;
    law_edition_days(law, arena, &days, &days_count);
    assert_true(days_count > 0);
    for (size_t i = 0; i < 2 * days_count; i++) {
        const struct law_query query = {
            .day = days[i / 2], .reading = readings[i % 2], .population = -1};
        const struct law_norm *const *norms = NULL;
        size_t count = 0;
        law_norms(law, &query, arena, &norms, &count);
        for (size_t k = 0; k < count; k++) {
            const char *rank = act_of(norms[k]->citation.act)->rank;
            assert_string_not_equal(rank, "foreign");
            assert_string_not_equal(rank, "doctrine");
            assert_string_not_equal(rank, "treaty-not-ratified");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_law_answers_the_golden_rows),
        cmocka_unit_test(what_binds_nobody_is_never_an_answer),
    };
    return cmocka_run_group_tests(tests, corpus_load, corpus_free);
}
