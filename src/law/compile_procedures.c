/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Procedures and what local acts say of them, as stages with their places.
 */
#include "law/compile.h"

#include <string.h>

static void stages_make(
    struct compile *compile, struct corpus_procedure_edition *edition);
static size_t stages_count(const struct syntax_file *file, size_t index);
static void stage_make(struct compile *compile,
    struct corpus_procedure_edition *edition, const struct syntax_node *node);
static bool citation_make(struct compile *compile,
    const struct corpus_procedure_edition *edition,
    const struct syntax_node *node, struct law_citation *citation);
static const struct corpus_article *label_split(
    const struct corpus_procedure_edition *edition, const char **label);

void compile_procedures(struct compile *compile)
{
    const struct law *law = compile->law;
    for (size_t i = 0; i < map_count(law->procedures); i++) {
        struct corpus_procedure *procedure =
            map_value_at(law->procedures, i);
        for (size_t k = 0; k < procedure->editions_count; k++) {
            stages_make(compile, &procedure->editions[k]);
        }
        for (size_t k = 0; k < procedure->fills_count; k++) {
            stages_make(compile, &procedure->fills[k]);
        }
    }
}

static void stages_make(
    struct compile *compile, struct corpus_procedure_edition *edition)
{
    const struct law *law = compile->law;
    const struct syntax_file *file = law->files;
    while (file->name != edition->file) {
        file++;
    }
    size_t index = (size_t)(edition->node - file->nodes);
    size_t count = stages_count(file, index);
    edition->stages =
        arena_take_array(law->arena, count, sizeof *edition->stages);
    edition->nodes = arena_take_array(
        law->arena, count, sizeof(const struct syntax_node *));
    for (size_t i = index + 1; edition->stages_count < count; i++) {
        if (file->nodes[i].kind == SYNTAX_STAGE) {
            stage_make(compile, edition, &file->nodes[i]);
            edition->nodes[edition->stages_count++] = &file->nodes[i];
        }
    }
    const struct corpus_article *first = edition->articles[0];
    edition->citation = (struct law_citation){
        .act = first->act->act.id,
        .article = first->path,
        .label = "",
        .place = corpus_place(
            law->arena, first->act->act.id, first->path, ""),
        .edition = edition->from,
        .file = edition->file,
        .line = edition->node->line,
    };
}

static size_t stages_count(const struct syntax_file *file, size_t index)
{
    size_t count = 0;
    for (size_t i = index + 1; i < file->count; i++) {
        enum syntax_kind kind = file->nodes[i].kind;
        if (kind == SYNTAX_STAGE) {
            count++;
        } else if (kind != SYNTAX_BLANK && kind != SYNTAX_COMMENT) {
            break;
        }
    }
    return count;
}

static void stage_make(struct compile *compile,
    struct corpus_procedure_edition *edition, const struct syntax_node *node)
{
    const struct syntax_stage *said = node->of.stage;
    struct law_stage *stage = &edition->stages[edition->stages_count];
    struct law_clause *clauses = arena_take_array(
        compile->law->arena, said->clauses_count, sizeof *clauses);
    for (size_t i = 0; i < said->clauses_count; i++) {
        clauses[i] = said->clauses[i].clause;
    }
    *stage = (struct law_stage){
        .kind = said->kind,
        .words = said->words,
        .words_count = said->words_count,
        .amount = said->amount,
        .clauses = clauses,
        .clauses_count = said->clauses_count,
    };
    if (!citation_make(compile, edition, node, &stage->citation)) {
        (void)message_text(
            compile_fault(
                compile, edition->file, node, 0, "law.label-article"),
            "text", node->label);
    }
}

/* Labels of a local act count through the whole act. */
static bool citation_make(struct compile *compile,
    const struct corpus_procedure_edition *edition,
    const struct syntax_node *node, struct law_citation *citation)
{
    *citation = (struct law_citation){
        .article = "",
        .label = node->label,
        .edition = edition->from,
        .unchecked = node->unchecked,
        .file = edition->file,
        .line = node->line,
    };
    if (edition->local != NULL) {
        citation->act = edition->local->act.id;
        citation->invented = edition->local->invented;
    } else {
        const struct corpus_article *article =
            label_split(edition, &citation->label);
        if (article == NULL) {
            return false;
        }
        citation->act = article->act->act.id;
        citation->article = article->path;
    }
    citation->place = corpus_place(compile->law->arena, citation->act,
        citation->article, citation->label);
    return true;
}

/*
 * The article of a label.  Where a procedure is of several, labels begin with
 * the article's path: "53", "53.1".
 */
static const struct corpus_article *label_split(
    const struct corpus_procedure_edition *edition, const char **label)
{
    if (edition->articles_count == 1) {
        return edition->articles[0];
    }
    const struct corpus_article *found = NULL;
    const char *rest = *label;
    for (size_t i = 0; i < edition->articles_count; i++) {
        const char *path = edition->articles[i]->path;
        size_t length = strlen(path);
        if (strncmp(path, *label, length) == 0 &&
            ((*label)[length] == '\0' || (*label)[length] == '.') &&
            (found == NULL || length > strlen(found->path))) {
            found = edition->articles[i];
            rest = *label + length + ((*label)[length] == '.' ? 1 : 0);
        }
    }
    *label = rest;
    return found;
}
