/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Looking things up in a corpus: acts, articles, what is in force when and
 * where; and the places and clauses of the corpus as text.
 */
#include "law/corpus.h"

#include <string.h>

static bool condition_cut(
    const struct syntax_condition *condition, struct corpus_walk *walk);
static void join(struct buffer *buffer, const char *text);

const struct corpus_act *corpus_act(const struct law *law, const char *id)
{
    return map_get(law->acts_by_id, id);
}

const struct corpus_article *corpus_article(
    const struct law *law, const char *act, const char *path)
{
    struct buffer key = BUFFER_EMPTY;
    buffer_add_text(&key, act);
    buffer_add_char(&key, ' ');
    buffer_add_text(&key, path);
    const struct corpus_article *article =
        map_get(law->articles, buffer_text(&key));
    buffer_finish(&key);
    return article;
}

struct corpus_walk corpus_walk(const struct corpus_article *article,
    struct date day, int64_t population)
{
    return (struct corpus_walk){
        .article = article,
        .day = day,
        .left = article->editions_count,
        .from = population < 0 ? 0 : population,
        .to = population < 0 ? INT64_MAX : population,
    };
}

const struct corpus_edition *corpus_walk_next(struct corpus_walk *walk)
{
    while (walk->left > 0 && walk->from <= walk->to) {
        const struct corpus_edition *edition =
            &walk->article->editions[--walk->left];
        if (edition->bill != NULL &&
            (walk->bill == NULL || strcmp(edition->bill, walk->bill) != 0)) {
            continue;
        }
        if (date_compare(edition->from, walk->day) <= 0 &&
            condition_cut(&edition->applies, walk) && !edition->is_end) {
            return edition;
        }
    }
    return NULL;
}

const struct corpus_procedure_edition *corpus_procedure_edition(
    const struct corpus_procedure *procedure, struct date day,
    int64_t population)
{
    struct corpus_walk populations = {
        .from = population < 0 ? 0 : population,
        .to = population < 0 ? INT64_MAX : population,
    };
    for (size_t i = procedure->editions_count; i > 0; i--) {
        const struct corpus_procedure_edition *edition =
            &procedure->editions[i - 1];
        if (date_compare(edition->from, day) > 0 ||
            !condition_cut(&edition->applies, &populations)) {
            continue;
        }
        for (size_t k = 0; k < edition->articles_count; k++) {
            struct corpus_walk walk =
                corpus_walk(edition->articles[k], day, population);
            if (corpus_walk_next(&walk) != NULL) {
                return edition;
            }
        }
        return NULL; /* the law that it is of has ended */
    }
    return NULL;
}

bool corpus_act_is_local_to(
    const struct corpus_act *act, const char *kato, struct date day)
{
    enum { KATO_DIGITS = 9, GROUP = 2, GROUPS = 6 };
    if (!act->act.local || date_compare(day, act->from) < 0 ||
        (date_is_set(act->until) && date_compare(day, act->until) > 0)) {
        return false;
    }
    /* AB·CD·EF·HIJ: what ends in groups of zeros holds for all below it. */
    size_t kept = KATO_DIGITS;
    if (strspn(act->kato + GROUPS, "0") == KATO_DIGITS - GROUPS) {
        kept = GROUPS;
        while (kept > GROUP && act->kato[kept - 1] == '0' &&
            act->kato[kept - GROUP] == '0') {
            kept -= GROUP;
        }
    }
    return strncmp(act->kato, kato, kept) == 0;
}

const char *corpus_place(struct arena *arena, const char *act,
    const char *article, const char *label)
{
    struct buffer place = BUFFER_EMPTY;
    buffer_add_text(&place, act);
    join(&place, article);
    join(&place, label);
    const char *text = arena_text_n(arena, place.data, place.length);
    buffer_finish(&place);
    return text;
}

void corpus_clauses_write(const struct syntax_clause *clauses, size_t count,
    struct buffer *buffer)
{
    for (size_t i = 0; i < count; i++) {
        const struct law_clause *clause = &clauses[i].clause;
        const struct syntax_place *place = &clauses[i].place;
        buffer_add_text(buffer, i == 0 ? "" : "; ");
        buffer_add_text(buffer, clause->id);
        if (clause->amount.given) {
            buffer_add_char(buffer, ' ');
            corpus_amount_write(&clause->amount, buffer);
        }
        for (size_t k = 0; k < clause->words_count; k++) {
            buffer_add_text(buffer, k == 0 ? " " : ", ");
            buffer_add_text(buffer, clause->words[k]);
        }
        for (size_t k = 0; k < place->paths_count; k++) {
            buffer_add_text(buffer, k == 0 ? " " : ", ");
            buffer_add_text(buffer, k == 0 ? place->act.text : "");
            buffer_add_text(buffer, k == 0 ? " " : "");
            buffer_add_text(buffer, place->paths[k].text);
        }
    }
}

void corpus_amount_write(
    const struct law_amount *amount, struct buffer *buffer)
{
    static const char *const bounds[] = {
        [LAW_BOUND_EXACTLY] = "",
        [LAW_BOUND_AT_LEAST] = "at-least ",
        [LAW_BOUND_MORE_THAN] = "more-than ",
        [LAW_BOUND_AT_MOST] = "at-most ",
        [LAW_BOUND_LESS_THAN] = "less-than ",
    };
    if (amount->missing) {
        buffer_add_text(buffer, "missing");
        return;
    }
    buffer_add_text(buffer, bounds[amount->bound]);
    buffer_add_integer(buffer, amount->value.numerator);
    if (amount->is_share) {
        buffer_add_char(buffer, '/');
        buffer_add_integer(buffer, amount->value.denominator);
    }
    const char *const parts[][2] = {
        {" ", amount->unit},
        {" of ", amount->base},
        {" ", amount->relation},
        {" ", amount->event},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i][1] != NULL) {
            buffer_add_text(buffer, parts[i][0]);
            buffer_add_text(buffer, parts[i][1]);
        }
    }
}

/*
 * True where the condition holds for one of the walk's populations; those for
 * which it does are taken out.  What is left is again from … to, since a
 * condition is a half-line.
 */
static bool condition_cut(
    const struct syntax_condition *condition, struct corpus_walk *walk)
{
    int64_t population = condition->population;
    bool is_above = condition->comparison == SYNTAX_MORE ||
        condition->comparison == SYNTAX_MORE_OR_EQUAL;
    if (!condition->given) {
        bool holds = walk->from <= walk->to;
        walk->to = walk->from - 1;
        return holds;
    }
    if (is_above) {
        int64_t first =
            population + (condition->comparison == SYNTAX_MORE ? 1 : 0);
        bool holds = walk->to >= first;
        walk->to = holds ? first - 1 : walk->to;
        return holds;
    }
    int64_t last =
        population - (condition->comparison == SYNTAX_LESS ? 1 : 0);
    bool holds = walk->from <= last;
    walk->from = holds ? last + 1 : walk->from;
    return holds;
}

static void join(struct buffer *buffer, const char *text)
{
    if (text[0] != '\0') {
        buffer_add_char(buffer, '/');
        buffer_add_text(buffer, text);
    }
}
