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
    const char *bill;       /* whose editions these are; NULL: in force */
};

static void block_put(
    struct walk *walk, const struct syntax_node *node, size_t left);
static void act_put(struct walk *walk, const struct syntax_node *node);
static bool act_goes_on(
    const struct corpus_act *act, const struct corpus_act *part);
static void titles_put(const struct syntax_node *node, const char **title,
    const char **short_title, size_t left);
static void act_enter(struct walk *walk, const struct syntax_node *node);
static void amend_enter(struct walk *walk, const struct syntax_node *node);
static void level_put(struct walk *walk, const struct syntax_node *node);
static void criterion_put(
    struct walk *walk, const struct syntax_node *node, size_t left);
static void article_put(struct walk *walk, const struct syntax_node *node);
static void procedure_put(struct walk *walk, const struct syntax_node *node);
static void scenario_put(
    struct walk *walk, const struct syntax_node *node, size_t left);
static struct law_sign sign_of(
    struct law *law, const struct syntax_node *node);
static struct corpus_article *article_make(
    struct walk *walk, const char *path);

void compile_blocks(struct compile *compile)
{
    struct law *law = compile->law;
    law->acts_by_id = map_create(law->arena);
    law->articles = map_create(law->arena);
    law->procedures = map_create(law->arena);
    /* Acts first: a bill may amend one that stands further down. */
    for (size_t i = 0; i < law->files_count; i++) {
        struct walk walk = {.compile = compile, .file = &law->files[i]};
        for (size_t k = 0; k < walk.file->count; k++) {
            const struct syntax_node *node = &walk.file->nodes[k];
            if (node->kind == SYNTAX_ACT || node->kind == SYNTAX_LOCAL_ACT) {
                act_put(&walk, node);
                titles_put(node, walk.act->act.title,
                    walk.act->act.short_title, walk.file->count - k - 1);
            }
        }
    }
    for (size_t i = 0; i < law->files_count; i++) {
        struct walk walk = {.compile = compile, .file = &law->files[i]};
        for (size_t k = 0; k < walk.file->count; k++) {
            block_put(&walk, &walk.file->nodes[k], walk.file->count - k - 1);
        }
    }
}

static void block_put(
    struct walk *walk, const struct syntax_node *node, size_t left)
{
    switch (node->kind) {
    case SYNTAX_ACT:
    case SYNTAX_LOCAL_ACT:
        act_enter(walk, node);
        break;
    case SYNTAX_AMEND:
        amend_enter(walk, node);
        break;
    case SYNTAX_LEVEL:
        level_put(walk, node);
        break;
    case SYNTAX_CRITERION:
        criterion_put(walk, node, left);
        break;
    case SYNTAX_SCENARIO:
        scenario_put(walk, node, left);
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
        act->act.status = "adopted";
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
        act->act.status = node->of.act->status;
        act->act.status_from = node->of.act->status_from.date;
        act->act.status_by = node->of.act->status_by.text;
        if (date_is_set(act->act.status_from) &&
            date_compare(act->act.status_from, act->act.adopted) < 0) {
            struct message *message = compile_fault(walk->compile, act->file,
                node, node->of.act->status_from.column, "law.before-adopted");
            (void)message_text(message, "text", act->act.id);
            (void)message_date(message, "date", act->act.adopted);
        }
    }
    walk->act = act;
    struct corpus_act *other = map_get(law->acts_by_id, act->act.id);
    if (other != NULL && other->file != act->file &&
        act_goes_on(other, act)) {
        walk->act = other;
        return;
    }
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

/* Whether the head is that of the same act, which another file began. */
static bool act_goes_on(
    const struct corpus_act *act, const struct corpus_act *part)
{
    const char *number = act->act.number == NULL ? "" : act->act.number;
    const char *other = part->act.number == NULL ? "" : part->act.number;
    return !act->act.local && !part->act.local &&
        strcmp(act->act.rank, part->act.rank) == 0 &&
        date_compare(act->act.adopted, part->act.adopted) == 0 &&
        strcmp(number, other) == 0;
}

/* The titles that follow a head. */
static void titles_put(const struct syntax_node *node, const char **full,
    const char **short_title, size_t left)
{
    for (size_t i = 1; i <= left; i++) {
        if (node[i].kind == SYNTAX_TITLE) {
            const struct syntax_title *title = node[i].of.title;
            const char **texts = title->is_short ? short_title : full;
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
        .bill = walk->bill,
    };
}

/* What follows is of this act; of one not adopted it is never in force. */
static void act_enter(struct walk *walk, const struct syntax_node *node)
{
    const char *id = node->kind == SYNTAX_ACT ? node->of.act->id.text
                                              : node->of.head->id.text;
    walk->act = map_get(walk->compile->law->acts_by_id, id);
    walk->bill = strcmp(walk->act->act.status, "adopted") == 0 ? NULL : id;
}

static void amend_enter(struct walk *walk, const struct syntax_node *node)
{
    const struct syntax_amend *amend = node->of.amend;
    walk->act = map_get(walk->compile->law->acts_by_id, amend->act.text);
    walk->bill =
        strcmp(amend->status, "adopted") == 0 ? NULL : amend->by.text;
    if (walk->act == NULL || walk->act->act.local) {
        (void)message_text(compile_fault(walk->compile, walk->file->name,
                               node, amend->act.column, "law.act-unknown"),
            "text", amend->act.text);
        walk->act = NULL;
    }
}

static void level_put(struct walk *walk, const struct syntax_node *node)
{
    struct law *law = walk->compile->law;
    const struct syntax_level *said = node->of.level;
    const struct lexicon_entry *entry =
        lexicon_find(law->lexicon, LEXICON_WORD, said->id.text);
    if (entry == NULL || strcmp(entry->kind, "level") != 0) {
        (void)message_text(compile_fault(walk->compile, walk->file->name,
                               node, said->id.column, "law.level-wanted"),
            "text", said->id.text);
        return;
    }
    for (size_t i = 0; i < law->levels_count; i++) {
        if (strcmp(law->levels[i].id, said->id.text) == 0) {
            struct message *message = compile_fault(walk->compile,
                walk->file->name, node, said->id.column,
                "law.declared-twice");
            (void)message_text(message, "text", said->id.text);
            (void)message_text(message, "file", law->levels[i].file);
            (void)message_number(message, "line", law->levels[i].line);
            return;
        }
    }
    law->levels = arena_grow(law->arena, law->levels, law->levels_count,
        &law->levels_capacity, sizeof *law->levels);
    law->levels[law->levels_count++] = (struct law_level){
        .id = entry->id,
        .tier = said->tier,
        .includes = said->includes,
        .includes_count = said->includes_count,
        .compact = said->compact,
        .file = walk->file->name,
        .line = node->line,
    };
}

static void criterion_put(
    struct walk *walk, const struct syntax_node *node, size_t left)
{
    struct law *law = walk->compile->law;
    const struct syntax_head *head = node->of.head;
    struct law_criterion *criterion = arena_take(law->arena, sizeof *criterion);
    struct law_sign *signs = NULL;
    size_t capacity = 0;
    criterion->id = head->id.text;
    criterion->act = head->place.act.text;
    criterion->path = head->place.paths[0].text;
    criterion->file = walk->file->name;
    criterion->line = node->line;
    const char *unused[LANGUAGE_COUNT] = {NULL};
    titles_put(node, criterion->title, unused, left);
    for (size_t i = 1; i <= left && node[i].kind != SYNTAX_CRITERION; i++) {
        if (node[i].kind == SYNTAX_SIGN) {
            signs = arena_grow(law->arena, signs, criterion->signs_count,
                &capacity, sizeof *signs);
            signs[criterion->signs_count++] = sign_of(law, &node[i]);
        } else if (node[i].depth == 0 && node[i].kind != SYNTAX_BLANK &&
            node[i].kind != SYNTAX_COMMENT) {
            break;
        }
    }
    criterion->signs = signs;
    law->criteria = arena_grow(law->arena, law->criteria, law->criteria_count,
        &law->criteria_capacity, sizeof *law->criteria);
    law->criteria[law->criteria_count++] = criterion;
}

static struct law_sign sign_of(
    struct law *law, const struct syntax_node *node)
{
    const struct syntax_norm *norm = node->of.norm;
    struct law_sign sign = {
        .is_for = strcmp(node->label, "+") == 0,
        .subject = norm->subjects[0],
        .verb = norm->verb->id,
        .object = norm->objects[0],
        .clauses = "",
    };
    struct buffer clauses = BUFFER_EMPTY;
    for (size_t i = 0; i < norm->clauses_count; i++) {
        const struct law_clause *clause = &norm->clauses[i].clause;
        if (strcmp(clause->id, "if") == 0 && clause->words_count > 0) {
            sign.condition = clause->words[0];
            continue;
        }
        buffer_add_text(&clauses, clauses.length == 0 ? "" : "; ");
        corpus_clauses_write(&norm->clauses[i], 1, &clauses);
    }
    sign.clauses = arena_text(law->arena, buffer_text(&clauses));
    buffer_finish(&clauses);
    return sign;
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
