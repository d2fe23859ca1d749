/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Looks up every place that is named, lets articles end where others continue
 * them, and puts editions in the order of their days.
 */
#include "law/compile.h"

#include <stdlib.h>
#include <string.h>

#include "law/nearest.h"

static void editions_link(
    struct compile *compile, struct corpus_article *article);
static void continues_link(struct compile *compile,
    struct corpus_article *article, const struct corpus_edition *edition);
static void continues_check(
    struct compile *compile, const struct corpus_article *article);
static void procedure_link(
    struct compile *compile, struct corpus_procedure *procedure);
static void procedure_places(
    struct compile *compile, struct corpus_procedure_edition *edition);
static void local_place_check(struct compile *compile,
    const struct corpus_procedure_edition *edition, const char *path,
    unsigned column);
static void clauses_check(struct compile *compile, const char *file,
    const struct syntax_node *node);
static struct corpus_article *place_find(struct compile *compile,
    const char *file, const struct syntax_node *node,
    const struct syntax_reference *act, const struct syntax_reference *path);
static bool act_check(struct compile *compile, const char *file,
    const struct syntax_node *node, const struct syntax_reference *reference);
static const char *path_nearest(const struct corpus_act *act,
    const char *path);
static void editions_check(
    struct compile *compile, const struct corpus_article *article);
static void end_check(
    struct compile *compile, const struct corpus_article *article, size_t at);
static void procedure_check(
    struct compile *compile, const struct corpus_procedure *procedure);
static void twice(struct compile *compile, const char *file,
    const struct syntax_node *node, const struct syntax_node *other,
    struct date from);
static int edition_compare(const void *left, const void *right);
static int bill_compare(const struct corpus_edition *one,
    const struct corpus_edition *other);
static int procedure_edition_compare(const void *left, const void *right);

void compile_places(struct compile *compile)
{
    struct law *law = compile->law;
    for (size_t i = 0; i < map_count(law->articles); i++) {
        editions_link(compile, map_value_at(law->articles, i));
    }
    for (size_t i = 0; i < map_count(law->articles); i++) {
        continues_check(compile, map_value_at(law->articles, i));
    }
    for (size_t i = 0; i < law->acts_count; i++) {
        const struct corpus_act *act = law->acts[i];
        for (size_t k = 0; act->head != NULL &&
             k < act->head->place.paths_count;
             k++) {
            (void)place_find(compile, act->file, act->node,
                &act->head->place.act, &act->head->place.paths[k]);
        }
    }
    for (size_t i = 0; i < map_count(law->procedures); i++) {
        procedure_link(compile, map_value_at(law->procedures, i));
    }
    for (size_t i = 0; i < law->files_count; i++) {
        for (size_t k = 0; k < law->files[i].count; k++) {
            const struct syntax_node *node = &law->files[i].nodes[k];
            if (node->kind == SYNTAX_CRITERION) {
                (void)act_check(compile, law->files[i].name, node,
                    &node->of.head->place.act);
            }
            clauses_check(
                compile, law->files[i].name, &law->files[i].nodes[k]);
        }
    }
    if (compile->faults->found->count > 0) {
        return;
    }
    for (size_t i = 0; i < map_count(law->articles); i++) {
        struct corpus_article *article = map_value_at(law->articles, i);
        qsort(article->editions, article->editions_count,
            sizeof *article->editions, edition_compare);
        editions_check(compile, article);
    }
    for (size_t i = 0; i < map_count(law->procedures); i++) {
        struct corpus_procedure *procedure =
            map_value_at(law->procedures, i);
        if (procedure->editions_count > 1) {
            qsort(procedure->editions, procedure->editions_count,
                sizeof *procedure->editions, procedure_edition_compare);
        }
        procedure_check(compile, procedure);
    }
}

bool compile_conditions_meet(const struct syntax_condition *left,
    const struct syntax_condition *right)
{
    int64_t from = 0;
    int64_t to = INT64_MAX;
    const struct syntax_condition *both[] = {left, right};
    for (size_t i = 0; i < 2; i++) {
        int64_t population = both[i]->population;
        if (!both[i]->given) {
            continue;
        }
        switch (both[i]->comparison) {
        case SYNTAX_MORE:
            from = population + 1 > from ? population + 1 : from;
            break;
        case SYNTAX_MORE_OR_EQUAL:
            from = population > from ? population : from;
            break;
        case SYNTAX_LESS:
            to = population - 1 < to ? population - 1 : to;
            break;
        case SYNTAX_LESS_OR_EQUAL:
            to = population < to ? population : to;
            break;
        }
    }
    return from <= to;
}

static void editions_link(
    struct compile *compile, struct corpus_article *article)
{
    for (size_t i = 0; i < article->editions_count; i++) {
        const struct corpus_edition *edition = &article->editions[i];
        if (!edition->is_end &&
            edition->node->of.head->place.act.text != NULL) {
            continues_link(compile, article, edition);
        }
    }
}

/* The article that is continued ends on that day. */
static void continues_link(struct compile *compile,
    struct corpus_article *article, const struct corpus_edition *edition)
{
    const struct syntax_node *node = edition->node;
    const struct syntax_place *place = &node->of.head->place;
    if (place->paths_count > 1) {
        (void)compile_fault(compile, edition->file, node,
            place->paths[1].column, "law.continues-one");
        return;
    }
    struct corpus_article *former = place_find(
        compile, edition->file, node, &place->act, &place->paths[0]);
    if (former == NULL) {
        return;
    }
    if (article->continues != NULL && article->continues != former) {
        (void)compile_fault(compile, edition->file, node, place->act.column,
            "law.continues-one");
        return;
    }
    article->continues = former;
    if (former == article) {
        return; /* a circle: told when all links are there */
    }
    struct corpus_edition end = {
        .article = former,
        .node = node,
        .file = edition->file,
        .from = edition->from,
        .is_end = true,
        .applies = edition->applies,
        .bill = edition->bill,
    };
    former->editions = arena_grow(compile->law->arena, former->editions,
        former->editions_count, &former->editions_capacity, sizeof end);
    former->editions[former->editions_count++] = end;
}

/* A circle has no end, and a chain has one soon. */
static void continues_check(
    struct compile *compile, const struct corpus_article *article)
{
    const struct corpus_article *at = article;
    size_t steps = 0;
    while (at->continues != NULL && steps <= CORPUS_CONTINUES_MAX) {
        at = at->continues;
        steps++;
    }
    for (size_t i = 0;
         steps > CORPUS_CONTINUES_MAX && i < article->editions_count; i++) {
        const struct corpus_edition *edition = &article->editions[i];
        const struct syntax_place *place = &edition->node->of.head->place;
        if (!edition->is_end && place->act.text != NULL) {
            (void)message_number(
                compile_fault(compile, edition->file, edition->node,
                    place->act.column, "law.continues-circle"),
                "max", CORPUS_CONTINUES_MAX);
            return;
        }
    }
}

static void procedure_link(
    struct compile *compile, struct corpus_procedure *procedure)
{
    for (size_t i = 0; i < procedure->editions_count; i++) {
        procedure_places(compile, &procedure->editions[i]);
    }
    for (size_t i = 0; i < procedure->fills_count; i++) {
        procedure_places(compile, &procedure->fills[i]);
    }
}

static void procedure_places(
    struct compile *compile, struct corpus_procedure_edition *edition)
{
    const struct syntax_place *place = &edition->node->of.head->place;
    edition->articles = arena_take_array(compile->law->arena,
        place->paths_count, sizeof(struct corpus_article *));
    edition->articles_count = place->paths_count;
    for (size_t i = 0; i < place->paths_count; i++) {
        edition->articles[i] = place_find(compile, edition->file,
            edition->node, &place->act, &place->paths[i]);
        if (edition->articles[i] != NULL && edition->local != NULL) {
            local_place_check(compile, edition, place->paths[i].text,
                place->paths[i].column);
        }
    }
}

/* A procedure in a local act is of what the act fills. */
static void local_place_check(struct compile *compile,
    const struct corpus_procedure_edition *edition, const char *path,
    unsigned column)
{
    const struct syntax_place *fills = &edition->local->head->place;
    const struct syntax_place *of = &edition->node->of.head->place;
    bool is_filled = strcmp(fills->act.text, of->act.text) == 0;
    size_t at = 0;
    while (is_filled && at < fills->paths_count &&
        strcmp(fills->paths[at].text, path) != 0) {
        at++;
    }
    if (!is_filled || at == fills->paths_count) {
        (void)message_text(
            compile_fault(compile, edition->file, edition->node, column,
                "law.fill-elsewhere"),
            "text", edition->local->act.id);
    }
}

/* Places and acts that clauses of norms name. */
static void clauses_check(struct compile *compile, const char *file,
    const struct syntax_node *node)
{
    if (node->kind != SYNTAX_NORM && node->kind != SYNTAX_EXPECT &&
        node->kind != SYNTAX_SIGN) {
        return;
    }
    const struct syntax_norm *norm = node->of.norm;
    for (size_t i = 0; i < norm->clauses_count; i++) {
        const struct syntax_place *place = &norm->clauses[i].place;
        for (size_t k = 0; k < place->paths_count; k++) {
            (void)place_find(
                compile, file, node, &place->act, &place->paths[k]);
        }
        if (place->act.text != NULL && place->paths_count == 0) {
            (void)act_check(compile, file, node, &place->act);
        }
    }
}

static struct corpus_article *place_find(struct compile *compile,
    const char *file, const struct syntax_node *node,
    const struct syntax_reference *act, const struct syntax_reference *path)
{
    const struct law *law = compile->law;
    if (!act_check(compile, file, node, act)) {
        return NULL;
    }
    struct corpus_article *article = map_get(law->articles,
        arena_format(compile->scratch, "%s %s", act->text, path->text));
    if (article != NULL) {
        return article;
    }
    const char *nearest =
        path_nearest(corpus_act(law, act->text), path->text);
    struct message *message = compile_fault(compile, file, node, path->column,
        nearest == NULL ? "law.article-unknown"
                        : "law.article-unknown-nearest");
    (void)message_text(message, "text", path->text);
    (void)message_text(message, "act", act->text);
    if (nearest != NULL) {
        (void)message_text(message, "nearest", nearest);
    }
    return NULL;
}

static bool act_check(struct compile *compile, const char *file,
    const struct syntax_node *node, const struct syntax_reference *reference)
{
    const struct law *law = compile->law;
    if (corpus_act(law, reference->text) != NULL) {
        return true;
    }
    struct nearest nearest;
    nearest_start(&nearest, reference->text);
    for (size_t i = 0; i < law->acts_count; i++) {
        nearest_try(&nearest, law->acts[i]->act.id);
    }
    struct message *message =
        compile_fault(compile, file, node, reference->column,
            nearest.found == NULL ? "law.act-unknown"
                                  : "law.act-unknown-nearest");
    (void)message_text(message, "text", reference->text);
    if (nearest.found != NULL) {
        (void)message_text(message, "nearest", nearest.found);
    }
    return false;
}

static const char *path_nearest(const struct corpus_act *act,
    const char *path)
{
    struct nearest nearest;
    nearest_start(&nearest, path);
    for (size_t i = 0; i < act->articles_count; i++) {
        nearest_try(&nearest, act->articles[i]->path);
    }
    return nearest.found;
}

/* Of one day, for one population, there is one edition.  Of three, two meet:
   a condition is a half-line. */
static void editions_check(
    struct compile *compile, const struct corpus_article *article)
{
    for (size_t i = 0; i < article->editions_count; i++) {
        end_check(compile, article, i);
    }
    for (size_t i = 1; i < article->editions_count; i++) {
        const struct corpus_edition *edition = &article->editions[i];
        for (size_t k = i; k > 0 && k + 2 > i; k--) {
            const struct corpus_edition *other = &article->editions[k - 1];
            if (date_compare(edition->from, other->from) == 0 &&
                bill_compare(edition, other) == 0 &&
                compile_conditions_meet(
                    &edition->applies, &other->applies)) {
                twice(compile, edition->file, edition->node, other->node,
                    edition->from);
                break;
            }
        }
    }
}

/* An end needs something of the same bill, or in force, that ends. */
static void end_check(
    struct compile *compile, const struct corpus_article *article, size_t at)
{
    const struct corpus_edition *end = &article->editions[at];
    if (!end->is_end || end->node->kind != SYNTAX_REPEALED) {
        return;
    }
    for (size_t i = 0; i < at; i++) {
        const struct corpus_edition *former = &article->editions[i];
        if (!former->is_end &&
            (former->bill == NULL || bill_compare(former, end) == 0)) {
            return;
        }
    }
    struct message *message = compile_fault(compile, end->file, end->node,
        end->node->of.head->from.column, "law.repealed-nothing");
    (void)message_text(message, "text", article->path);
    (void)message_date(message, "date", end->from);
}

static void procedure_check(
    struct compile *compile, const struct corpus_procedure *procedure)
{
    for (size_t i = 1; i < procedure->editions_count; i++) {
        const struct corpus_procedure_edition *edition =
            &procedure->editions[i];
        for (size_t k = i; k > 0 && k + 2 > i; k--) {
            const struct corpus_procedure_edition *other =
                &procedure->editions[k - 1];
            if (date_compare(edition->from, other->from) == 0 &&
                compile_conditions_meet(
                    &edition->applies, &other->applies)) {
                twice(compile, edition->file, edition->node, other->node,
                    edition->from);
                break;
            }
        }
    }
}

static void twice(struct compile *compile, const char *file,
    const struct syntax_node *node, const struct syntax_node *other,
    struct date from)
{
    struct message *message =
        compile_fault(compile, file, node, 0, "law.edition-twice");
    (void)message_text(message, "text", node->of.head->id.text);
    (void)message_date(message, "date", from);
    (void)message_number(message, "line", other->line);
}

static int edition_compare(const void *left, const void *right)
{
    const struct corpus_edition *one = left;
    const struct corpus_edition *other = right;
    int order = date_compare(one->from, other->from);
    order = order != 0 ? order : bill_compare(one, other);
    return order != 0
        ? order
        : (one->node->line > other->node->line) -
            (one->node->line < other->node->line);
}

/* What is in force comes before what a bill has of the same day. */
static int bill_compare(const struct corpus_edition *one,
    const struct corpus_edition *other)
{
    if (one->bill == NULL || other->bill == NULL) {
        return (one->bill != NULL) - (other->bill != NULL);
    }
    return strcmp(one->bill, other->bill);
}

static int procedure_edition_compare(const void *left, const void *right)
{
    const struct corpus_procedure_edition *one = left;
    const struct corpus_procedure_edition *other = right;
    int order = date_compare(one->from, other->from);
    return order != 0
        ? order
        : (one->node->line > other->node->line) -
            (one->node->line < other->node->line);
}
