/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Declarations into the lexicon: first all identifiers, then names and wider
 * words, which may be declared further down.
 */
#include "law/compile.h"

#include <string.h>

struct declared {
    const char *file;
    const struct syntax_node *node;
    struct lexicon_entry *entry;
};

static bool entry_make(struct compile *compile, const char *file,
    const struct syntax_node *node, struct lexicon_entry **entry);
static struct lexicon_entry *keyword_find(struct compile *compile,
    const char *file, const struct syntax_node *node);
static void names_put(struct compile *compile, struct lexer_reading *reading,
    const struct declared *declared);
static void name_put(struct compile *compile, struct lexer_reading *reading,
    const struct declared *declared, enum language language,
    const char *name);
static void wider_put(
    struct compile *compile, const struct declared *declared);
static bool widest_put(struct compile *compile,
    const struct declared *declared, struct lexicon_entry *entry,
    size_t depth);
static const struct lexicon_entry **widest_gather(struct compile *compile,
    const struct lexicon_entry *entry, size_t *count);

void compile_words(struct compile *compile)
{
    const struct law *law = compile->law;
    struct declared *declared = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (size_t i = 0; i < law->files_count; i++) {
        const struct syntax_file *file = &law->files[i];
        for (size_t k = 0; k < file->count; k++) {
            const struct syntax_node *node = &file->nodes[k];
            struct lexicon_entry *entry = NULL;
            if (node->kind == SYNTAX_DECLARATION &&
                entry_make(compile, file->name, node, &entry)) {
                declared = arena_grow(compile->scratch, declared, count,
                    &capacity, sizeof *declared);
                declared[count++] =
                    (struct declared){file->name, node, entry};
            }
        }
    }
    struct lexer_reading reading = {
        .arena = compile->scratch,
        .symbols = compile->symbols,
        .learn = true,
        .faults = compile->faults,
    };
    for (size_t i = 0; i < count; i++) {
        names_put(compile, &reading, &declared[i]);
        wider_put(compile, &declared[i]);
    }
    if (compile->faults->found->count > 0) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (!widest_put(compile, &declared[i], declared[i].entry, 0)) {
            return;
        }
    }
}

static bool entry_make(struct compile *compile, const char *file,
    const struct syntax_node *node, struct lexicon_entry **entry)
{
    const struct syntax_declaration *said = node->of.declaration;
    struct lexicon *lexicon = compile->law->lexicon;
    const struct lexicon_entry *other = NULL;
    if (said->table == LEXICON_STAGE) {
        struct lexicon_entry *keyword = keyword_find(compile, file, node);
        if (keyword == NULL) {
            return false;
        }
        *entry = keyword;
        other = keyword->file == NULL ? NULL : keyword;
    } else {
        struct lexicon_entry made = {
            .table = said->table,
            .id = said->id.text,
            .kind = said->kind.text,
        };
        if (said->table == LEXICON_VERB) {
            (void)lexicon_effect(said->kind.text, &made.effect);
        }
        other = lexicon_add(lexicon, &made);
        *entry = lexicon_entry_of(lexicon, said->table, said->id.text);
    }
    if (other != NULL) {
        struct message *message = compile_fault(
            compile, file, node, said->id.column, "law.declared-twice");
        (void)message_text(message, "text", said->id.text);
        (void)message_text(message, "file", other->file);
        (void)message_number(message, "line", other->line);
        return false;
    }
    (*entry)->file = file;
    (*entry)->line = node->line;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        (*entry)->names[i] = said->names[i];
        (*entry)->names_count[i] = said->names_count[i];
    }
    return true;
}

/* A keyword that the language has; a declaration only names it. */
static struct lexicon_entry *keyword_find(struct compile *compile,
    const char *file, const struct syntax_node *node)
{
    const struct syntax_declaration *said = node->of.declaration;
    struct lexicon *lexicon = compile->law->lexicon;
    enum lexicon_table table = LEXICON_STAGE;
    (void)lexicon_table_of(said->kind.text, &table);
    struct lexicon_entry *entry =
        lexicon_entry_of(lexicon, table, said->id.text);
    if (entry != NULL && strcmp(entry->kind, said->kind.text) == 0) {
        return entry;
    }
    const char *nearest = lexicon_nearest(lexicon, table, said->id.text);
    struct message *message = compile_fault(compile, file, node,
        said->id.column,
        nearest == NULL ? "law.keyword-unknown"
                        : "law.keyword-unknown-nearest");
    (void)message_text(message, "text", said->id.text);
    (void)message_text(message, "kind", said->kind.text);
    if (nearest != NULL) {
        (void)message_text(message, "nearest", nearest);
    }
    return NULL;
}

static void names_put(struct compile *compile, struct lexer_reading *reading,
    const struct declared *declared)
{
    const struct lexicon_entry *entry = declared->entry;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        for (size_t k = 0; k < entry->names_count[i]; k++) {
            name_put(compile, reading, declared, (enum language)i,
                entry->names[i][k]);
        }
    }
}

static void name_put(struct compile *compile, struct lexer_reading *reading,
    const struct declared *declared, enum language language,
    const char *name)
{
    struct lexer_line line = {.number = declared->node->line};
    if (!lexer_read_line(
            reading, declared->file, bytes_of_text(name), &line)) {
        return;
    }
    bool is_good = line.count > 0 && line.comment == NULL;
    for (size_t i = 0; i < line.count; i++) {
        is_good = is_good &&
            (line.tokens[i].kind == LEXER_WORD ||
                (line.tokens[i].kind == LEXER_COMMA && i > 0));
    }
    if (!is_good) {
        (void)message_text(compile_fault(compile, declared->file,
                               declared->node, 0, "law.name-signs"),
            "text", name);
        return;
    }
    const struct lexicon_entry *other = lexicon_name(compile->law->lexicon,
        declared->entry, language, line.tokens, line.count);
    if (other != NULL) {
        struct message *message = compile_fault(
            compile, declared->file, declared->node, 0, "law.name-taken");
        (void)message_text(message, "text", name);
        (void)message_text(message, "other", other->id);
    }
}

static void wider_put(
    struct compile *compile, const struct declared *declared)
{
    const struct syntax_declaration *said = declared->node->of.declaration;
    const struct lexicon *lexicon = compile->law->lexicon;
    const struct lexicon_entry **wider = arena_take_array(compile->law->arena,
        said->wider_count, sizeof(const struct lexicon_entry *));
    for (size_t i = 0; i < said->wider_count; i++) {
        const char *id = said->wider[i].text;
        wider[i] = lexicon_find(lexicon, LEXICON_WORD, id);
        if (wider[i] != NULL) {
            continue;
        }
        const char *nearest = lexicon_nearest(lexicon, LEXICON_WORD, id);
        struct message *message = compile_fault(compile, declared->file,
            declared->node, said->wider[i].column,
            nearest == NULL ? "law.word-unknown"
                            : "law.word-unknown-nearest");
        (void)message_text(message, "text", id);
        if (nearest != NULL) {
            (void)message_text(message, "nearest", nearest);
        }
    }
    declared->entry->wider = wider;
    declared->entry->wider_count = said->wider_count;
}

/* Gathers all wider words, farthest first; a circle is too deep as well. */
static bool widest_put(struct compile *compile,
    const struct declared *declared, struct lexicon_entry *entry,
    size_t depth)
{
    if (entry->widest != NULL || entry->wider_count == 0) {
        return true;
    }
    bool is_good = depth < LEXICON_DEPTH_MAX;
    for (size_t i = 0; is_good && i < entry->wider_count; i++) {
        struct lexicon_entry *wider = lexicon_entry_of(
            compile->law->lexicon, LEXICON_WORD, entry->wider[i]->id);
        if (!widest_put(compile, declared, wider, depth + 1)) {
            return false;
        }
        if (entry->depth <= wider->depth) {
            entry->depth = wider->depth + 1;
        }
        is_good = entry->depth <= LEXICON_DEPTH_MAX;
    }
    if (!is_good) {
        struct message *message = compile_fault(compile, declared->file,
            declared->node, 0, "law.wider-too-deep");
        (void)message_text(message, "text", declared->entry->id);
        (void)message_number(message, "max", LEXICON_DEPTH_MAX);
        return false;
    }
    entry->widest = widest_gather(compile, entry, &entry->widest_count);
    return true;
}

/* The wider words and all of theirs, each once. */
static const struct lexicon_entry **widest_gather(struct compile *compile,
    const struct lexicon_entry *entry, size_t *count)
{
    struct map *seen = map_create(compile->scratch);
    for (size_t i = 0; i < entry->wider_count; i++) {
        const struct lexicon_entry *wider = entry->wider[i];
        (void)map_put(seen, wider->id, lexicon_entry_of(
            compile->law->lexicon, LEXICON_WORD, wider->id));
        for (size_t k = 0; k < wider->widest_count; k++) {
            (void)map_put(seen, wider->widest[k]->id, lexicon_entry_of(
                compile->law->lexicon, LEXICON_WORD, wider->widest[k]->id));
        }
    }
    *count = map_count(seen);
    const struct lexicon_entry **all = arena_take_array(compile->law->arena,
        *count, sizeof(const struct lexicon_entry *));
    for (size_t i = 0; i < *count; i++) {
        all[i] = map_value_at(seen, i);
    }
    return all;
}
