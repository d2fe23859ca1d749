/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The law of a day: the editions in force, each sentence at its place, what
 * stands as before followed to its text.
 */
#include <string.h>

#include "law/layout.h"

/* What is listed, and how far it is. */
struct listing {
    const struct law *law;
    struct say_voice voice;
    struct date day;
    const char *article;           /* NULL: every one */
    const struct corpus_act *next; /* whose head still waits, or NULL */
    bool is_any;                   /* something is in force */
};

static void list_act(struct listing *listing, const struct corpus_act *act);
static void list_article(
    struct listing *listing, const struct corpus_article *article);
static void list_edition(
    struct listing *listing, const struct corpus_edition *edition);
static void list_procedures(
    struct listing *listing, const struct corpus_act *act);
static void list_fills(struct listing *listing, const struct corpus_act *act);
static void list_procedure(struct listing *listing,
    const struct corpus_procedure_edition *edition);
static bool is_of(const struct listing *listing,
    const struct corpus_procedure_edition *edition,
    const struct corpus_act *act);
static void block_start(struct listing *listing);
static void act_start(struct listing *listing, const struct corpus_act *act);
static bool is_in_force(const struct corpus_act *act, struct date day);

bool law_at(const struct law *law, struct date day, const char *act,
    const char *article, enum language language, struct buffer *buffer)
{
    struct listing listing = {
        .law = law,
        .voice = say_in(law, language, buffer),
        .day = day,
        .article = article,
    };
    for (size_t i = 0; i < law->acts_count; i++) {
        if (act == NULL || strcmp(act, law->acts[i]->act.id) == 0) {
            list_act(&listing, law->acts[i]);
        }
    }
    return listing.is_any;
}

static void list_act(struct listing *listing, const struct corpus_act *act)
{
    listing->next = act;
    if (act->act.local) {
        if (listing->article == NULL && is_in_force(act, listing->day)) {
            list_fills(listing, act);
        }
        return;
    }
    for (size_t i = 0; i < act->articles_count; i++) {
        const struct corpus_article *article = act->articles[i];
        if (listing->article == NULL ||
            strcmp(listing->article, article->path) == 0) {
            list_article(listing, article);
        }
    }
    list_procedures(listing, act);
}

static void list_article(
    struct listing *listing, const struct corpus_article *article)
{
    struct corpus_walk walk = corpus_walk(article, listing->day, -1);
    for (const struct corpus_edition *edition = corpus_walk_next(&walk);
         edition != NULL; edition = corpus_walk_next(&walk)) {
        list_edition(listing, edition);
    }
}

static void list_edition(
    struct listing *listing, const struct corpus_edition *edition)
{
    size_t width = 0;
    for (size_t i = 0; i < edition->sentences_count; i++) {
        const struct corpus_sentence *sentence = &edition->sentences[i];
        size_t length =
            layout_label_width(sentence->label, sentence->unchecked);
        width = length > width ? length : width;
    }
    block_start(listing);
    layout_head(&listing->voice, edition->node);
    buffer_add_char(listing->voice.buffer, '\n');
    const char *reading = NULL;
    for (size_t i = 0; i < edition->sentences_count; i++) {
        const struct corpus_sentence *sentence = &edition->sentences[i];
        if (sentence->reading != NULL &&
            (reading == NULL || strcmp(reading, sentence->reading) != 0)) {
            layout_reading(listing->voice.buffer, sentence->reading);
            buffer_add_char(listing->voice.buffer, '\n');
        }
        reading = sentence->reading;
        const struct layout_label label = {sentence->label,
            sentence->unchecked, sentence->reading == NULL ? 1 : 2};
        layout_sentence(&listing->voice, &label, width, sentence->node);
        buffer_add_char(listing->voice.buffer, '\n');
    }
}

static void list_procedures(
    struct listing *listing, const struct corpus_act *act)
{
    const struct map *procedures = listing->law->procedures;
    for (size_t i = 0; i < map_count(procedures); i++) {
        const struct corpus_procedure_edition *edition =
            corpus_procedure_edition(
                map_value_at(procedures, i), listing->day, -1);
        if (edition != NULL && is_of(listing, edition, act)) {
            list_procedure(listing, edition);
        }
    }
}

static void list_fills(struct listing *listing, const struct corpus_act *act)
{
    const struct map *procedures = listing->law->procedures;
    for (size_t i = 0; i < map_count(procedures); i++) {
        const struct corpus_procedure *procedure = map_value_at(procedures, i);
        for (size_t j = 0; j < procedure->fills_count; j++) {
            if (procedure->fills[j].local == act) {
                list_procedure(listing, &procedure->fills[j]);
            }
        }
    }
}

static void list_procedure(struct listing *listing,
    const struct corpus_procedure_edition *edition)
{
    size_t width = 0;
    for (size_t i = 0; i < edition->stages_count; i++) {
        const struct syntax_node *node = edition->nodes[i];
        size_t length = layout_label_width(node->label, node->unchecked);
        width = length > width ? length : width;
    }
    block_start(listing);
    layout_head(&listing->voice, edition->node);
    buffer_add_char(listing->voice.buffer, '\n');
    for (size_t i = 0; i < edition->stages_count; i++) {
        const struct syntax_node *node = edition->nodes[i];
        const struct layout_label label = {node->label, node->unchecked, 1};
        layout_sentence(&listing->voice, &label, width, node);
        buffer_add_char(listing->voice.buffer, '\n');
    }
}

/* True where the procedure is of the act, and of the article asked for. */
static bool is_of(const struct listing *listing,
    const struct corpus_procedure_edition *edition,
    const struct corpus_act *act)
{
    for (size_t i = 0; i < edition->articles_count; i++) {
        if (edition->articles[i]->act == act &&
            (listing->article == NULL ||
                strcmp(listing->article, edition->articles[i]->path) == 0)) {
            return true;
        }
    }
    return false;
}

/* A blank line between blocks; the act's head before its first. */
static void block_start(struct listing *listing)
{
    if (listing->is_any) {
        buffer_add_char(listing->voice.buffer, '\n');
    }
    listing->is_any = true;
    if (listing->next != NULL) {
        act_start(listing, listing->next);
        buffer_add_char(listing->voice.buffer, '\n');
        listing->next = NULL;
    }
}

static void act_start(struct listing *listing, const struct corpus_act *act)
{
    struct buffer *buffer = listing->voice.buffer;
    enum language language = listing->voice.language;
    layout_head(&listing->voice, act->node);
    buffer_add_char(buffer, '\n');
    if (act->act.title[language] != NULL) {
        layout_title(buffer, language, false, act->act.title[language]);
        buffer_add_char(buffer, '\n');
    }
    if (act->act.short_title[language] != NULL) {
        layout_title(buffer, language, true, act->act.short_title[language]);
        buffer_add_char(buffer, '\n');
    }
}

static bool is_in_force(const struct corpus_act *act, struct date day)
{
    return date_compare(act->from, day) <= 0 &&
        (!date_is_set(act->until) || date_compare(day, act->until) <= 0);
}
