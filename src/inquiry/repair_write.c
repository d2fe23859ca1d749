/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A repair as a bill: the articles that it opens, whole, without the norms
 * that it drops.
 */
#include <string.h>

#include "inquiry/repair.h"

/* The law of the day in both readings, whose norms a bill must keep. */
struct writing {
    const struct repair_option *option;
    const char *day;
    const char *bill;
    struct buffer *buffer;
    const struct law_norm *const *text;
    size_t text_count;
    const struct law_norm *const *article;
    size_t article_count;
};

static void act_write(struct writing *writing, size_t first);
static void article_write(
    struct writing *writing, const struct law_norm *opened);
static bool is_of(
    const struct law_norm *norm, const struct law_norm *opened);
static bool is_same(const struct law_norm *norm, const struct law_norm *other);
static bool is_dropped(
    const struct writing *writing, const struct law_norm *norm);
static bool is_parted(
    const struct writing *writing, const struct law_norm *opened);
static bool is_edition(
    const struct law_norm *norm, const struct law_norm *edition);
static void edition_write(struct writing *writing,
    const struct law_norm *edition, const char *applies);
static void complement_write(struct buffer *buffer, const char *condition);
static void norm_write(struct writing *writing, const struct law_norm *norm,
    const char *indent, const struct law_norm **open);
static void sentence_end(
    struct writing *writing, const struct law_norm **open);

void repair_write(const struct facts *facts,
    const struct repair_option *option, struct date day, const char *bill,
    struct buffer *buffer)
{
    char text[DATE_TEXT_MAX];
    date_write(day, text);
    struct arena *arena = arena_create();
    struct writing writing = {
        .option = option, .day = text, .bill = bill, .buffer = buffer};
    struct law_query query = {.day = day, .population = -1};
    law_norms(facts_law(facts), &query, arena, &writing.text,
        &writing.text_count);
    query.reading = "article";
    law_norms(facts_law(facts), &query, arena, &writing.article,
        &writing.article_count);
    for (size_t i = 0; i < option->dropped_count; i++) {
        bool is_new = true;
        for (size_t k = 0; k < i && is_new; k++) {
            is_new = strcmp(option->dropped[k]->citation.act,
                         option->dropped[i]->citation.act) != 0;
        }
        if (is_new) {
            act_write(&writing, i);
        }
    }
    arena_destroy(arena);
}

/* The articles of the act of the norm `first`. */
static void act_write(struct writing *writing, size_t first)
{
    const struct repair_option *option = writing->option;
    const char *act = option->dropped[first]->citation.act;
    buffer_add_text(writing->buffer, writing->buffer->length > 0 ? "\n" : "");
    buffer_add_format(writing->buffer, "amend %s; by %s; status proposed\n",
        act, writing->bill);
    for (size_t i = first; i < option->dropped_count; i++) {
        const struct law_norm *norm = option->dropped[i];
        bool is_new = strcmp(norm->citation.act, act) == 0;
        for (size_t k = first; k < i && is_new; k++) {
            is_new = !is_of(option->dropped[k], norm);
        }
        if (is_new) {
            article_write(writing, norm);
        }
    }
}

/* One block, or one for each condition on which an edition is in force. */
static void article_write(
    struct writing *writing, const struct law_norm *opened)
{
    const struct law_norm *all = NULL;
    const struct law_norm *some = NULL;
    for (size_t i = 0; i < writing->text_count; i++) {
        const struct law_norm *norm = writing->text[i];
        if (is_of(norm, opened) && norm->applies == NULL && all == NULL) {
            all = norm;
        } else if (is_of(norm, opened) && norm->applies != NULL &&
            some == NULL) {
            some = norm;
        }
    }
    if (all != NULL) {
        edition_write(
            writing, all, some == NULL ? NULL : some->applies);
    }
    const char *last = "";
    for (size_t i = 0; i < writing->text_count; i++) {
        const struct law_norm *norm = writing->text[i];
        if (is_of(norm, opened) && norm->applies != NULL &&
            strcmp(norm->applies, last) != 0) {
            last = norm->applies;
            edition_write(writing, norm, NULL);
        }
    }
}

static bool is_of(
    const struct law_norm *norm, const struct law_norm *opened)
{
    return strcmp(norm->citation.act, opened->citation.act) == 0 &&
        strcmp(norm->citation.article, opened->citation.article) == 0;
}

static bool is_same(const struct law_norm *norm, const struct law_norm *other)
{
    return strcmp(norm->citation.place, other->citation.place) == 0 &&
        strcmp(norm->subject, other->subject) == 0 &&
        strcmp(norm->verb, other->verb) == 0 &&
        strcmp(norm->object, other->object) == 0 &&
        strcmp(norm->clauses, other->clauses) == 0;
}

static bool is_dropped(
    const struct writing *writing, const struct law_norm *norm)
{
    for (size_t i = 0; i < writing->option->dropped_count; i++) {
        if (is_same(writing->option->dropped[i], norm)) {
            return true;
        }
    }
    return false;
}

/* True where the article has editions by population. */
static bool is_parted(
    const struct writing *writing, const struct law_norm *opened)
{
    for (size_t i = 0; i < writing->text_count; i++) {
        if (is_of(writing->text[i], opened) &&
            writing->text[i]->applies != NULL) {
            return true;
        }
    }
    return false;
}

static bool is_edition(
    const struct law_norm *norm, const struct law_norm *edition)
{
    const char *one = norm->applies == NULL ? "" : norm->applies;
    const char *other = edition->applies == NULL ? "" : edition->applies;
    return is_of(norm, edition) && strcmp(one, other) == 0;
}

/* `applies`: the condition of the other edition, whose contrary is this
   one's; NULL: its own. */
static void edition_write(struct writing *writing,
    const struct law_norm *edition, const char *applies)
{
    struct buffer *buffer = writing->buffer;
    buffer_add_format(buffer, "article %s; from %s",
        edition->citation.article, writing->day);
    if (edition->applies != NULL) {
        buffer_add_format(buffer, "; applies where %s", edition->applies);
    } else if (applies != NULL) {
        complement_write(buffer, applies);
    }
    for (size_t i = 0; i < edition->seat_count; i++) {
        buffer_add_format(
            buffer, "%s%s", i == 0 ? "; at " : ", ", edition->seat[i]);
    }
    buffer_add_char(buffer, '\n');
    bool is_any = false;
    const char *before = "";
    const struct law_norm *open = NULL;
    for (size_t i = 0; i < writing->text_count; i++) {
        const struct law_norm *norm = writing->text[i];
        if (!is_edition(norm, edition) || is_dropped(writing, norm)) {
            continue;
        }
        bool is_whole = norm->reading == NULL && !is_parted(writing, edition);
        for (size_t k = 0; k < writing->option->dropped_count && is_whole;
             k++) {
            is_whole = strcmp(writing->option->dropped[k]->citation.place,
                           norm->citation.place) != 0;
        }
        is_any = true;
        if (!is_whole) {
            norm_write(writing, norm, "  ", &open);
        } else if (strcmp(before, norm->citation.label) != 0) {
            before = norm->citation.label;
            sentence_end(writing, &open);
            buffer_add_format(buffer, "  %s  as before\n", before);
        }
    }
    sentence_end(writing, &open);
    bool is_open = false;
    for (size_t i = 0; i < writing->article_count; i++) {
        const struct law_norm *norm = writing->article[i];
        if (!is_edition(norm, edition) || norm->reading == NULL ||
            is_dropped(writing, norm)) {
            continue;
        }
        buffer_add_text(buffer, is_open ? "" : "  reading article\n");
        is_open = true;
        norm_write(writing, norm, "    ", &open);
    }
    sentence_end(writing, &open);
    if (!is_any && !is_open) {
        /* Nothing is left: an article without norms. */
        buffer_add_text(buffer, "  # no norm is left\n");
    }
}

static void complement_write(struct buffer *buffer, const char *condition)
{
    static const char *const signs[][2] = {
        {" >= ", " < "}, {" <= ", " > "}, {" > ", " <= "}, {" < ", " >= "}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const char *found = strstr(condition, signs[i][0]);
        if (found != NULL) {
            buffer_add_text(buffer, "; applies where population");
            buffer_add_text(buffer, signs[i][1]);
            buffer_add_text(buffer, found + strlen(signs[i][0]));
            return;
        }
    }
}

/* Norms that differ in their objects alone are one sentence. */
static void norm_write(struct writing *writing, const struct law_norm *norm,
    const char *indent, const struct law_norm **open)
{
    const struct law_norm *last = *open;
    if (last != NULL &&
        strcmp(last->citation.place, norm->citation.place) == 0 &&
        last->citation.line == norm->citation.line &&
        strcmp(last->subject, norm->subject) == 0) {
        buffer_add_format(writing->buffer, ", %s", norm->object);
        return;
    }
    sentence_end(writing, open);
    *open = norm;
    buffer_add_format(writing->buffer, "%s%s%s  %s %s: %s", indent,
        norm->citation.unchecked ? "~" : "", norm->citation.label,
        norm->subject, norm->verb, norm->object);
}

static void sentence_end(
    struct writing *writing, const struct law_norm **open)
{
    if (*open != NULL) {
        if (*(*open)->clauses != '\0') {
            buffer_add_format(writing->buffer, "; %s", (*open)->clauses);
        }
        buffer_add_char(writing->buffer, '\n');
        *open = NULL;
    }
}
