/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Blocks into acts, articles with their editions, procedures, local acts and
 * scenarios, each known by its identifier.
 */
#include "law/compile.h"

#include <string.h>

/* The file being gone through, and the act whose blocks these are. */
struct walk {
    struct compile *compile;
    const struct syntax_file *file;
    struct corpus_act *act; /* NULL: none yet in this file */
};

static void block_put(struct walk *walk, const struct syntax_node *node);
static void act_put(struct walk *walk, const struct syntax_node *node);
static void titles_put(
    const struct syntax_node *node, struct law_act *act, size_t left);
static void article_put(struct walk *walk, const struct syntax_node *node);
static void procedure_put(struct walk *walk, const struct syntax_node *node);
static void scenario_put(
    struct walk *walk, const struct syntax_node *node, size_t left);
static struct corpus_article *article_make(
    struct walk *walk, const char *path);

void compile_blocks(struct compile *compile)
{
    struct law *law = compile->law;
    law->acts_by_id = map_create(law->arena);
    law->articles = map_create(law->arena);
    law->procedures = map_create(law->arena);
    for (size_t i = 0; i < law->files_count; i++) {
        struct walk walk = {.compile = compile, .file = &law->files[i]};
        for (size_t k = 0; k < walk.file->count; k++) {
            const struct syntax_node *node = &walk.file->nodes[k];
            size_t left = walk.file->count - k - 1;
            if (node->kind == SYNTAX_SCENARIO) {
                scenario_put(&walk, node, left);
            } else {
                block_put(&walk, node);
            }
            bool is_act = node->kind == SYNTAX_ACT ||
                node->kind == SYNTAX_LOCAL_ACT;
            if (is_act && walk.act != NULL) {
                titles_put(node, &walk.act->act, left);
            }
        }
    }
}

static void block_put(struct walk *walk, const struct syntax_node *node)
{
    switch (node->kind) {
    case SYNTAX_ACT:
    case SYNTAX_LOCAL_ACT:
        act_put(walk, node);
        break;
    case SYNTAX_ARTICLE:
    case SYNTAX_REPEALED:
        article_put(walk, node);
        break;
    case SYNTAX_PROCEDURE:
        procedure_put(walk, node);
        break;
    case SYNTAX_BLANK:
    case SYNTAX_COMMENT:
    case SYNTAX_BROKEN:
    case SYNTAX_DECLARATION:
    case SYNTAX_CALENDAR:
    case SYNTAX_SCENARIO:
    case SYNTAX_TITLE:
    case SYNTAX_NORM:
    case SYNTAX_AS_BEFORE:
    case SYNTAX_READING:
    case SYNTAX_STAGE:
    case SYNTAX_DAYS:
    case SYNTAX_EXPECT:
        break;
    }
}

static void act_put(struct walk *walk, const struct syntax_node *node)
{
    struct law *law = walk->compile->law;
    bool is_local = node->kind == SYNTAX_LOCAL_ACT;
    const struct syntax_reference *id =
        is_local ? &node->of.head->id : &node->of.act->id;
    struct corpus_act *act = arena_take(law->arena, sizeof *act);
    act->act.id = id->text;
    act->act.local = is_local;
    act->node = node;
    act->file = walk->file->name;
    if (is_local) {
        const struct syntax_head *head = node->of.head;
        act->act.rank = "maslikhat";
        act->act.adopted = head->from.date;
        act->organ = head->organ;
        act->kato = head->kato;
        act->from = head->from.date;
        act->until = head->until.date;
        act->invented = head->invented;
        act->head = head;
        if (date_is_set(act->until) &&
            date_compare(act->until, act->from) < 0) {
            (void)compile_fault(walk->compile, act->file, node,
                head->until.column, "law.until-before-from");
        }
    } else {
        act->act.rank = node->of.act->rank;
        act->act.adopted = node->of.act->adopted.date;
        act->act.number = node->of.act->number;
    }
    walk->act = act;
    const struct corpus_act *other =
        map_get(law->acts_by_id, act->act.id);
    if (other != NULL) {
        struct message *message = compile_fault(walk->compile, act->file,
            node, id->column, "law.declared-twice");
        (void)message_text(message, "text", act->act.id);
        (void)message_text(message, "file", other->file);
        (void)message_number(message, "line", other->node->line);
        return;
    }
    (void)map_put(law->acts_by_id, act->act.id, act);
    law->acts = arena_grow(law->arena, law->acts, law->acts_count,
        &law->acts_capacity, sizeof(struct corpus_act *));
    law->acts[law->acts_count++] = act;
}

/* The titles that follow the head of an act. */
static void titles_put(
    const struct syntax_node *node, struct law_act *act, size_t left)
{
    for (size_t i = 1; i <= left; i++) {
        if (node[i].kind == SYNTAX_TITLE) {
            const struct syntax_title *title = node[i].of.title;
            const char **texts =
                title->is_short ? act->short_title : act->title;
            texts[title->language] = title->text;
        } else if (node[i].kind != SYNTAX_BLANK &&
            node[i].kind != SYNTAX_COMMENT) {
            break;
        }
    }
}

static void article_put(struct walk *walk, const struct syntax_node *node)
{
    const struct syntax_head *head = node->of.head;
    if (walk->act == NULL || walk->act->act.local) {
        (void)compile_fault(walk->compile, walk->file->name, node, 0,
            walk->act == NULL ? "law.article-without-act"
                              : "law.article-in-local-act");
        return;
    }
    struct arena *arena = walk->compile->law->arena;
    struct corpus_article *article = article_make(walk, head->id.text);
    article->editions = arena_grow(arena, article->editions,
        article->editions_count, &article->editions_capacity,
        sizeof *article->editions);
    article->editions[article->editions_count++] = (struct corpus_edition){
        .article = article,
        .node = node,
        .file = walk->file->name,
        .from = head->from.date,
        .is_end = node->kind == SYNTAX_REPEALED,
        .applies = head->applies,
        .levels = head->levels,
        .levels_count = head->levels_count,
    };
}

static struct corpus_article *article_make(
    struct walk *walk, const char *path)
{
    struct law *law = walk->compile->law;
    struct corpus_act *act = walk->act;
    const char *key = arena_format(
        walk->compile->scratch, "%s %s", act->act.id, path);
    struct corpus_article *article = map_get(law->articles, key);
    if (article != NULL) {
        return article;
    }
    article = arena_take(law->arena, sizeof *article);
    article->act = act;
    article->path = path;
    (void)map_put(law->articles, key, article);
    act->articles = arena_grow(law->arena, act->articles,
        act->articles_count, &act->articles_capacity,
        sizeof(struct corpus_article *));
    act->articles[act->articles_count++] = article;
    return article;
}

static void procedure_put(struct walk *walk, const struct syntax_node *node)
{
    const struct syntax_head *head = node->of.head;
    struct law *law = walk->compile->law;
    const struct corpus_act *local =
        walk->act != NULL && walk->act->act.local ? walk->act : NULL;
    bool has_from = date_is_set(head->from.date);
    if (local == NULL && !has_from) {
        (void)message_text(compile_fault(walk->compile, walk->file->name,
                               node, 0, "law.head-lacks"),
            "text", "from");
        return;
    }
    if (local != NULL && (has_from || head->applies.given)) {
        (void)compile_fault(walk->compile, walk->file->name, node,
            head->from.column, "law.fill-from");
        return;
    }
    struct corpus_procedure *procedure =
        map_get(law->procedures, head->id.text);
    if (procedure == NULL) {
        procedure = arena_take(law->arena, sizeof *procedure);
        procedure->id = head->id.text;
        (void)map_put(law->procedures, head->id.text, procedure);
    }
    const struct corpus_procedure_edition edition = {
        .node = node,
        .file = walk->file->name,
        .local = local,
        .from = local == NULL ? head->from.date : local->from,
        .applies = head->applies,
    };
    if (local == NULL) {
        procedure->editions = arena_grow(law->arena, procedure->editions,
            procedure->editions_count, &procedure->editions_capacity,
            sizeof edition);
        procedure->editions[procedure->editions_count++] = edition;
    } else {
        procedure->fills = arena_grow(law->arena, procedure->fills,
            procedure->fills_count, &procedure->fills_capacity,
            sizeof edition);
        procedure->fills[procedure->fills_count++] = edition;
    }
}

static void scenario_put(
    struct walk *walk, const struct syntax_node *node, size_t left)
{
    struct law *law = walk->compile->law;
    law->scenarios = arena_grow(law->arena, law->scenarios,
        law->scenarios_count, &law->scenarios_capacity,
        sizeof *law->scenarios);
    struct corpus_scenario *scenario =
        &law->scenarios[law->scenarios_count++];
    *scenario = (struct corpus_scenario){
        .node = node, .file = walk->file->name};
    for (size_t i = 1; i <= left; i++) {
        if (node[i].kind == SYNTAX_EXPECT) {
            scenario->expectations++;
        } else if (node[i].kind != SYNTAX_BLANK &&
            node[i].kind != SYNTAX_COMMENT) {
            break;
        }
    }
}
