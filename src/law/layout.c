/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Heads, titles and sentences in canonical layout.
 */
#include "law/layout.h"

#include <string.h>

static void declaration(
    struct buffer *buffer, const struct syntax_declaration *declared);
static void act_head(struct buffer *buffer, const struct syntax_act *act);
static void level_head(struct buffer *buffer, const struct syntax_level *level);
static void article_head(
    struct buffer *buffer, const char *block, const struct syntax_head *head);
static void procedure_head(
    struct buffer *buffer, const struct syntax_head *head);
static void local_act_head(
    struct buffer *buffer, const struct syntax_head *head);
static void scenario_head(
    struct buffer *buffer, const struct syntax_head *head);
static void edition_clauses(
    struct buffer *buffer, const struct syntax_head *head);
static void condition(
    struct buffer *buffer, const struct syntax_condition *applies);
static void place_clause(struct buffer *buffer, const char *clause,
    const struct syntax_place *place);
static void date_clause(
    struct buffer *buffer, const char *clause, const struct syntax_date *date);
static void date_add(struct buffer *buffer, const struct syntax_date *date);
static void days(struct buffer *buffer, const struct syntax_days *days);
static void list_add(
    struct buffer *buffer, const char *const *items, size_t count);

size_t layout_label_width(const char *label, bool unchecked)
{
    return label == NULL ? 0 : strlen(label) + (unchecked ? 1 : 0);
}

void layout_head(const struct say_voice *voice, const struct syntax_node *node)
{
    struct buffer *buffer = voice->buffer;
    switch (node->kind) {
    case SYNTAX_DECLARATION:
        declaration(buffer, node->of.declaration);
        break;
    case SYNTAX_ACT:
        act_head(buffer, node->of.act);
        break;
    case SYNTAX_ARTICLE:
        article_head(buffer, "article", node->of.head);
        break;
    case SYNTAX_REPEALED:
        article_head(buffer, "repealed", node->of.head);
        break;
    case SYNTAX_PROCEDURE:
        procedure_head(buffer, node->of.head);
        break;
    case SYNTAX_LOCAL_ACT:
        local_act_head(buffer, node->of.head);
        break;
    case SYNTAX_CALENDAR:
        buffer_add_format(buffer, "calendar %s", node->of.head->id.text);
        break;
    case SYNTAX_SCENARIO:
        scenario_head(buffer, node->of.head);
        break;
    case SYNTAX_LEVEL:
        level_head(buffer, node->of.level);
        break;
    case SYNTAX_CRITERION:
        buffer_add_format(buffer, "criterion %s", node->of.head->id.text);
        place_clause(buffer, "of", &node->of.head->place);
        break;
    case SYNTAX_AMEND:
        buffer_add_format(buffer, "amend %s; by %s; status %s",
            node->of.amend->act.text, node->of.amend->by.text,
            node->of.amend->status);
        break;
    case SYNTAX_BLANK:
    case SYNTAX_COMMENT:
    case SYNTAX_BROKEN:
    case SYNTAX_TITLE:
    case SYNTAX_NORM:
    case SYNTAX_AS_BEFORE:
    case SYNTAX_READING:
    case SYNTAX_STAGE:
    case SYNTAX_DAYS:
    case SYNTAX_EXPECT:
    case SYNTAX_SIGN:
        break;
    }
}

void layout_sentence(const struct say_voice *voice,
    const struct layout_label *label, size_t width,
    const struct syntax_node *node)
{
    struct buffer *buffer = voice->buffer;
    buffer_add_text(buffer, label->depth > 1 ? "    " : "  ");
    if (label->text != NULL) {
        buffer_add_text(buffer, label->unchecked ? "~" : "");
        buffer_add_text(buffer, label->text);
        for (size_t i = layout_label_width(label->text, label->unchecked);
             i < width + 2; i++) {
            buffer_add_char(buffer, ' ');
        }
    }
    if (node->kind == SYNTAX_NORM) {
        say_norm(voice, node->of.norm);
    } else if (node->kind == SYNTAX_STAGE) {
        say_stage(voice, node->of.stage);
    } else if (node->kind == SYNTAX_AS_BEFORE) {
        say_as_before(voice);
    } else if (node->kind == SYNTAX_EXPECT) {
        buffer_add_text(buffer, "expect ");
        say_norm(voice, node->of.norm);
    } else if (node->kind == SYNTAX_SIGN) {
        say_norm(voice, node->of.norm);
    } else if (node->kind == SYNTAX_DAYS) {
        days(buffer, node->of.days);
    }
}

void layout_reading(struct buffer *buffer, const char *reading)
{
    buffer_add_format(buffer, "  reading %s", reading);
}

void layout_title(struct buffer *buffer, enum language language, bool is_short,
    const char *text)
{
    buffer_add_format(buffer, "  %s %s«%s»", language_tag(language),
        is_short ? "short " : "", text);
}

static void declaration(
    struct buffer *buffer, const struct syntax_declaration *declared)
{
    static const char *const blocks[LEXICON_TABLES] = {
        [LEXICON_WORD] = "word",
        [LEXICON_VERB] = "verb",
        [LEXICON_STAGE] = "keyword",
        [LEXICON_CLAUSE] = "keyword",
        [LEXICON_AMOUNT] = "keyword",
    };
    buffer_add_format(buffer, "%s %s; %s %s", blocks[declared->table],
        declared->id.text,
        declared->table == LEXICON_VERB ? "effect" : "kind",
        declared->kind.text);
    for (size_t i = 0; i < declared->wider_count; i++) {
        buffer_add_text(buffer, i == 0 ? "; is " : ", ");
        buffer_add_text(buffer, declared->wider[i].text);
    }
    for (int tongue = 0; tongue < LANGUAGE_COUNT; tongue++) {
        enum language language = (enum language)tongue;
        for (size_t i = 0; i < declared->names_count[language]; i++) {
            if (i == 0) {
                buffer_add_format(buffer, "; %s ", language_tag(language));
            } else {
                buffer_add_text(buffer, ", ");
            }
            buffer_add_format(buffer, "«%s»", declared->names[language][i]);
        }
    }
}

static void act_head(struct buffer *buffer, const struct syntax_act *act)
{
    buffer_add_format(buffer, "act %s; rank %s", act->id.text, act->rank);
    date_clause(buffer, "adopted", &act->adopted);
    if (act->number != NULL) {
        buffer_add_format(buffer, "; number «%s»", act->number);
    }
    if (strcmp(act->status, "adopted") != 0) {
        buffer_add_format(buffer, "; status %s", act->status);
    }
    date_clause(buffer, "from", &act->status_from);
    if (act->status_by.text != NULL) {
        buffer_add_format(buffer, "; by %s", act->status_by.text);
    }
}

static void level_head(struct buffer *buffer, const struct syntax_level *level)
{
    buffer_add_format(buffer, "level %s; tier %s", level->id.text, level->tier);
    if (level->includes_count > 0) {
        buffer_add_text(buffer, "; includes ");
        list_add(buffer, level->includes, level->includes_count);
    }
    if (strcmp(level->compact, "unknown") != 0) {
        buffer_add_format(buffer, "; compact %s", level->compact);
    }
}

static void article_head(
    struct buffer *buffer, const char *block, const struct syntax_head *head)
{
    buffer_add_format(buffer, "%s %s", block, head->id.text);
    edition_clauses(buffer, head);
    if (head->levels_count > 0) {
        buffer_add_text(buffer, "; at ");
        list_add(buffer, head->levels, head->levels_count);
    }
    place_clause(buffer, "continues", &head->place);
}

static void procedure_head(
    struct buffer *buffer, const struct syntax_head *head)
{
    buffer_add_format(buffer, "procedure %s", head->id.text);
    place_clause(buffer, "of", &head->place);
    edition_clauses(buffer, head);
}

static void local_act_head(
    struct buffer *buffer, const struct syntax_head *head)
{
    buffer_add_format(buffer, "local act %s; of %s; in %s", head->id.text,
        head->organ, head->kato);
    place_clause(buffer, "fills", &head->place);
    date_clause(buffer, "from", &head->from);
    date_clause(buffer, "until", &head->until);
    if (head->invented) {
        buffer_add_text(buffer, "; invented");
    }
}

static void scenario_head(
    struct buffer *buffer, const struct syntax_head *head)
{
    buffer_add_format(buffer, "scenario %s", head->id.text);
    date_clause(buffer, "at", &head->from);
    if (head->levels_count > 0) {
        buffer_add_text(buffer, "; at ");
        list_add(buffer, head->levels, head->levels_count);
    }
}

static void edition_clauses(
    struct buffer *buffer, const struct syntax_head *head)
{
    date_clause(buffer, "from", &head->from);
    if (head->by.text != NULL) {
        buffer_add_format(buffer, "; by %s", head->by.text);
    }
    if (head->applies.given) {
        condition(buffer, &head->applies);
    }
}

static void condition(
    struct buffer *buffer, const struct syntax_condition *applies)
{
    static const char *const signs[] = {
        [SYNTAX_MORE] = ">",
        [SYNTAX_MORE_OR_EQUAL] = ">=",
        [SYNTAX_LESS] = "<",
        [SYNTAX_LESS_OR_EQUAL] = "<=",
    };
    buffer_add_format(buffer, "; applies where population %s ",
        signs[applies->comparison]);
    buffer_add_integer(buffer, applies->population);
}

static void place_clause(struct buffer *buffer, const char *clause,
    const struct syntax_place *place)
{
    if (place->act.text == NULL) {
        return;
    }
    buffer_add_format(buffer, "; %s %s", clause, place->act.text);
    for (size_t i = 0; i < place->paths_count; i++) {
        buffer_add_text(buffer, i == 0 ? " " : ", ");
        buffer_add_text(buffer, place->paths[i].text);
    }
}

static void date_clause(
    struct buffer *buffer, const char *clause, const struct syntax_date *date)
{
    if (date_is_set(date->date)) {
        buffer_add_format(buffer, "; %s ", clause);
        date_add(buffer, date);
    }
}

static void date_add(struct buffer *buffer, const struct syntax_date *date)
{
    char text[DATE_TEXT_MAX];
    date_write(date->date, text);
    buffer_add_text(buffer, date->unchecked ? "~" : "");
    buffer_add_text(buffer, text);
}

static void days(struct buffer *buffer, const struct syntax_days *days)
{
    buffer_add_text(buffer, days->is_worked ? "worked: " : "holiday: ");
    for (size_t i = 0; i < days->count; i++) {
        buffer_add_text(buffer, i == 0 ? "" : ", ");
        date_add(buffer, &days->dates[i]);
    }
}

static void list_add(
    struct buffer *buffer, const char *const *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(buffer, i == 0 ? "" : ", ");
        buffer_add_text(buffer, items[i]);
    }
}
