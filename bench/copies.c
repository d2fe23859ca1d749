/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Says the norms of one day again, one a line, with other names.
 */
#include "copies.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/map.h"

/* One copy while it is said. */
struct copy {
    const struct copies_law *own;
    struct arena *arena;
    struct map *renamed; /* acts and words */
    size_t number;
    struct buffer *text;
};

static bool source_read(
    struct copies_law *own, const char *name, struct law_source *source);
static bool is_common(const char *name);
static struct map *renamed_of(const struct copies_law *own,
    const struct law_norm *const *norms, size_t count, struct arena *arena);
static bool is_renamed_kind(const struct law *law, const char *word);
static void words_say(struct copy *copy);
static void acts_say(
    struct copy *copy, const struct law_norm *const *norms, size_t count);
static void head_say(struct copy *copy, const struct law_norm *norm,
    const struct law_norm *former);
static const struct law_act *act_of(const struct law *law, const char *id);
static void seat_say(struct copy *copy, const struct law_norm *norm);
static void renamed_say(struct copy *copy, const char *text);

bool copies_start(struct copies_law *own)
{
    static struct law_diagnostics faults;
    const char *const *names = NULL;
    struct error error = {0};
    *own = (struct copies_law){.arena = arena_create()};
    if (file_list("law", ".law", own->arena, &names, &own->count, &error) !=
        STATUS_OK) {
        (void)fputs("law/ cannot be read\n", stderr);
        return false;
    }
    own->sources =
        arena_take_array(own->arena, own->count, sizeof *own->sources);
    for (size_t i = 0; i < own->count; i++) {
        if (!source_read(own, names[i], &own->sources[i])) {
            return false;
        }
    }
    if (law_compile(own->sources, own->count, &faults, &own->law) !=
        STATUS_OK) {
        (void)fprintf(stderr, "law/ has %zu faults\n", faults.count);
        return false;
    }
    return true;
}

void copies_finish(struct copies_law *own)
{
    law_destroy(own->law);
    arena_destroy(own->arena);
}

size_t copies_norms(const struct copies_law *own, struct date day)
{
    const struct law_norm *const *norms = NULL;
    size_t count = 0;
    law_norms(own->law, &(struct law_query){.day = day, .population = -1},
        own->arena, &norms, &count);
    return count;
}

enum status copies_write(const struct copies_law *own, struct date day,
    size_t count, const char *folder, struct error *error)
{
    struct arena *arena = arena_create();
    struct buffer text = BUFFER_EMPTY;
    const struct law_norm *const *norms = NULL;
    size_t norms_count = 0;
    enum status status = STATUS_OK;
    law_norms(own->law, &(struct law_query){.day = day, .population = -1},
        arena, &norms, &norms_count);
    for (size_t i = 0; i < own->count && status == STATUS_OK; i++) {
        if (is_common(own->sources[i].name)) {
            status = file_write(
                arena_format(arena, "%s/%s", folder, own->sources[i].name),
                own->sources[i].text, error);
        }
    }
    struct map *renamed = renamed_of(own, norms, norms_count, arena);
    for (size_t i = 1; i <= count && status == STATUS_OK; i++) {
        struct copy copy = {own, arena, renamed, i, &text};
        buffer_clear(&text);
        words_say(&copy);
        acts_say(&copy, norms, norms_count);
        status = file_write(arena_format(arena, "%s/copy-%zu.law", folder, i),
            buffer_bytes(&text), error);
    }
    buffer_finish(&text);
    arena_destroy(arena);
    return status;
}

static bool source_read(
    struct copies_law *own, const char *name, struct law_source *source)
{
    struct buffer content = BUFFER_EMPTY;
    struct error error = {0};
    const char *path = arena_format(own->arena, "law/%s", name);
    bool is_read =
        file_read(path, LAW_SOURCE_BYTES_MAX, &content, &error) == STATUS_OK;
    if (is_read) {
        source->name = arena_text(own->arena, name);
        source->text =
            bytes_of(arena_text_n(own->arena, content.data, content.length),
                content.length);
    } else {
        (void)fprintf(stderr, "%s cannot be read\n", path);
    }
    buffer_finish(&content);
    return is_read;
}

/* What every copy stands on. */
static bool is_common(const char *name)
{
    return strncmp(name, "words", 5) == 0 || strcmp(name, "levels.law") == 0;
}

/* Acts, organs, offices and classes of the norms, and the wider ones. */
static struct map *renamed_of(const struct copies_law *own,
    const struct law_norm *const *norms, size_t count, struct arena *arena)
{
    struct map *renamed = map_create(arena);
    for (size_t i = 0; i < count; i++) {
        const char *const words[] = {norms[i]->subject, norms[i]->object};
        (void)map_put(renamed, norms[i]->citation.act, renamed);
        for (size_t k = 0; k < 2; k++) {
            const char *const *wider = NULL;
            size_t wider_count = 0;
            if (!is_renamed_kind(own->law, words[k])) {
                continue;
            }
            (void)map_put(renamed, words[k], renamed);
            law_word_wider(own->law, words[k], arena, &wider, &wider_count);
            for (size_t j = 0; j < wider_count; j++) {
                if (is_renamed_kind(own->law, wider[j])) {
                    (void)map_put(renamed, wider[j], renamed);
                }
            }
        }
    }
    return renamed;
}

static bool is_renamed_kind(const struct law *law, const char *word)
{
    const char *kind = law_word_kind(law, word);
    return kind != NULL &&
        (strcmp(kind, "organ") == 0 || strcmp(kind, "office") == 0 ||
            strcmp(kind, "class") == 0);
}

/* Each is what it was before, and narrower than the wider ones' copies. */
static void words_say(struct copy *copy)
{
    const struct law *law = copy->own->law;
    for (size_t i = 0; i < map_count(copy->renamed); i++) {
        const char *word = map_key_at(copy->renamed, i);
        const char *kind = law_word_kind(law, word);
        if (kind == NULL) {
            continue;
        }
        const char *const *wider = NULL;
        size_t count = 0;
        law_word_wider(law, word, copy->arena, &wider, &count);
        buffer_add_format(copy->text, "word %s-copy%zu; kind %s; is %s", word,
            copy->number, kind, word);
        for (size_t k = 0; k < count; k++) {
            if (map_get(copy->renamed, wider[k]) != NULL) {
                buffer_add_text(copy->text, ", ");
                renamed_say(copy, wider[k]);
            }
        }
        buffer_add_char(copy->text, '\n');
    }
}

static void acts_say(
    struct copy *copy, const struct law_norm *const *norms, size_t count)
{
    const struct law_norm *former = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct law_norm *norm = norms[i];
        head_say(copy, norm, former);
        buffer_add_format(copy->text, "  %s ", norm->citation.label);
        renamed_say(copy, norm->subject);
        buffer_add_format(copy->text, " %s: ", norm->verb);
        renamed_say(copy, norm->object);
        if (norm->clauses[0] != '\0') {
            buffer_add_text(copy->text, "; ");
            renamed_say(copy, norm->clauses);
        }
        buffer_add_char(copy->text, '\n');
        former = norm;
    }
}

/* The heads of its act and article, where the former norm has others. */
static void head_say(struct copy *copy, const struct law_norm *norm,
    const struct law_norm *former)
{
    const struct law_citation *now = &norm->citation;
    bool is_act = former == NULL || strcmp(former->citation.act, now->act) != 0;
    char day[DATE_TEXT_MAX];
    if (is_act) {
        const struct law_act *act = act_of(copy->own->law, now->act);
        date_write(act->adopted, day);
        buffer_add_text(copy->text, "act ");
        renamed_say(copy, act->id);
        buffer_add_format(
            copy->text, "; rank %s; adopted %s\n", act->rank, day);
    }
    if (is_act || strcmp(former->citation.article, now->article) != 0 ||
        date_compare(former->citation.edition, now->edition) != 0) {
        date_write(now->edition, day);
        buffer_add_format(copy->text, "article %s; from %s", now->article, day);
        if (norm->applies != NULL) {
            buffer_add_format(copy->text, "; applies where %s", norm->applies);
        }
        if (norm->seat_count > 0) {
            seat_say(copy, norm);
        }
        buffer_add_char(copy->text, '\n');
    }
}

static const struct law_act *act_of(const struct law *law, const char *id)
{
    size_t i = 0;
    while (strcmp(law_act_at(law, i)->id, id) != 0) {
        i++;
    }
    return law_act_at(law, i);
}

static void seat_say(struct copy *copy, const struct law_norm *norm)
{
    for (size_t i = 0; i < norm->seat_count; i++) {
        buffer_add_text(copy->text, i == 0 ? "; at " : ", ");
        renamed_say(copy, norm->seat[i]);
    }
}

/* Identifiers of acts and words with this copy's number, all else as it is. */
static void renamed_say(struct copy *copy, const char *text)
{
    static const char parts[] = " ,;";
    while (*text != '\0') {
        size_t length = strcspn(text, parts);
        const char *token = arena_text_n(copy->arena, text, length);
        buffer_add_text(copy->text, token);
        if (length > 0 && map_get(copy->renamed, token) != NULL) {
            buffer_add_format(copy->text, "-copy%zu", copy->number);
        }
        text += length;
        length = strspn(text, parts);
        buffer_add(copy->text, text, length);
        text += length;
    }
}
