/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law findings: what is wrong with the law of a day, and what a bill does
 * about it.
 */
#include <stdio.h>
#include <string.h>

#include "cli/acknowledged.h"
#include "cli/inquiries.h"

static void bill_weigh(const struct command *command,
    struct inquiries *inquiries, unsigned kinds);
static enum status list_say(const struct command *command,
    const struct inquiries *inquiries, const struct findings_item *items,
    size_t count, struct error *error);
static void item_say(const struct command *command,
    const struct inquiries *inquiries, const struct findings_item *item);
static void canons_say(const struct command *command, const struct law *law,
    const struct findings_item *item);
static void places_say(const struct command *command, const struct law *law,
    const struct findings_item *item, enum findings_canon canon,
    enum findings_verdict verdict, struct buffer *line);
static void words_line(const struct command *command, const struct law *law,
    const char *key, const char *const *words, size_t count);
static struct json *item_json(const struct command *command,
    const struct inquiries *inquiries, const struct findings_item *item);
static void texts_put(struct json *object, const char *name,
    const char *const *texts, size_t count, struct arena *arena);

int command_law_findings(const struct command *command)
{
    struct inquiries inquiries;
    int result = COMMAND_DONE;
    struct error error = {0};
    unsigned kinds = 0;
    if (inquiries_start(command, 0, &inquiries, &result) == STATUS_OK) {
        struct arena *arena = inquiries.sources.arena;
        if (inquiries_kinds(command, arena, &kinds, &error) != STATUS_OK) {
            result = command_fail(command, &error, &inquiries.names);
        } else if (inquiries.bill != NULL) {
            bill_weigh(command, &inquiries, kinds);
        } else {
            const struct findings_item *items = NULL;
            size_t count = 0;
            findings_find(inquiries.facts, kinds, arena, &items, &count);
            if (list_say(command, &inquiries, items, count, &error) !=
                STATUS_OK) {
                result = command_fail(command, &error, &inquiries.names);
            }
        }
    }
    inquiries_finish(&inquiries);
    return result;
}

/* What vanishes, what appears. */
static void bill_weigh(const struct command *command,
    struct inquiries *inquiries, unsigned kinds)
{
    struct arena *arena = inquiries->sources.arena;
    const struct facts_query query = {
        .day = inquiries->day,
        .reading = inquiries->reading,
        .bill = inquiries->bill,
    };
    struct facts *after = facts_load(inquiries->sources.law, &query);
    const struct findings_item *items[2] = {NULL, NULL};
    size_t counts[2] = {0, 0};
    findings_find(inquiries->facts, kinds, arena, &items[0], &counts[0]);
    findings_find(after, kinds, arena, &items[1], &counts[1]);
    const struct findings_item **changed[2] = {NULL, NULL};
    size_t changed_counts[2] = {0, 0};
    findings_compare(items[0], counts[0], items[1], counts[1], arena,
        &changed[0], &changed_counts[0], &changed[1], &changed_counts[1]);
    static const char *const names[] = {"vanished", "appeared"};
    static const char *const heads[] = {
        "cli.findings-vanished", "cli.findings-appeared"};
    struct json *both = json_object(arena);
    for (int k = 0; k < 2; k++) {
        struct json *list = json_array(arena);
        struct message head;
        if (!command->json) {
            (void)message_number(message_start(&head, heads[k]), "count",
                (int64_t)changed_counts[k]);
            command_say(command, &head, NULL);
        }
        for (size_t i = 0; i < changed_counts[k]; i++) {
            if (command->json) {
                json_push(
                    list, item_json(command, inquiries, changed[k][i]));
            } else {
                item_say(command, inquiries, changed[k][i]);
            }
        }
        json_put(both, names[k], list);
    }
    if (command->json) {
        command_print_json(both);
    }
    facts_destroy(after);
}

/* What is acknowledged stays away without --all. */
static enum status list_say(const struct command *command,
    const struct inquiries *inquiries, const struct findings_item *items,
    size_t count, struct error *error)
{
    struct arena *arena = inquiries->sources.arena;
    const struct acknowledge_entry *entries = NULL;
    size_t entries_count = 0;
    int64_t hidden = 0;
    enum status status = acknowledged_read(
        command, arena, &entries, &entries_count, error);
    struct json *list = json_array(arena);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        struct acknowledge_state state;
        acknowledge_judge(inquiries->facts, &items[i], entries, entries_count,
            arena, &state);
        bool is_known = state.entry != NULL && state.changes_count == 0;
        if (is_known && !command->all) {
            hidden++;
        } else if (command->json) {
            struct json *one = item_json(command, inquiries, &items[i]);
            acknowledged_put(&state, one, arena);
            json_push(list, one);
        } else {
            item_say(command, inquiries, &items[i]);
            acknowledged_say(command, inquiries, &state);
        }
    }
    if (status == STATUS_OK && command->json) {
        command_print_json(list);
    }
    if (status == STATUS_OK && hidden > 0) {
        struct message left;
        (void)message_number(
            message_start(&left, "cli.findings-hidden"), "count", hidden);
        command_note(command, &left, NULL);
    }
    return status;
}

static void item_say(const struct command *command,
    const struct inquiries *inquiries, const struct findings_item *item)
{
    static const char *const roles[] = {
        [FINDINGS_MEASURE] = "cli.role-measure",
        [FINDINGS_BESIDE] = "cli.role-beside",
        [FINDINGS_FAILS] = "cli.role-fails",
        [FINDINGS_SHIELDED] = "cli.role-shielded",
    };
    const struct law *law = inquiries->sources.law;
    struct buffer line = BUFFER_EMPTY;
    tongue_say(command->language, &item->message, &inquiries->names, &line);
    (void)printf("%s\n  %s\n", item->key, buffer_text(&line));
    words_line(command, law, "cli.findings-words", item->words,
        item->words_count);
    words_line(command, law, "cli.findings-partly", item->partly,
        item->partly_count);
    for (size_t i = 0; i < item->parts_count; i++) {
        buffer_clear(&line);
        inquiries_norm_say(command, law, item->parts[i].norm, &line);
        (void)printf("  %s: %s\n",
            tongue_text(command->language, roles[item->parts[i].role]),
            buffer_text(&line));
    }
    for (size_t i = 0; i < item->places_count; i++) {
        buffer_clear(&line);
        law_citation_say(law, item->places[i], command->language, &line);
        (void)printf("  [%s]\n", buffer_text(&line));
    }
    if (findings_is_conflict(item->kind)) {
        canons_say(command, law, item);
    }
    buffer_finish(&line);
}

static void canons_say(const struct command *command, const struct law *law,
    const struct findings_item *item)
{
    static const char *const canons[] = {
        [FINDINGS_SUPERIOR] = "lex superior",
        [FINDINGS_SPECIALIS] = "lex specialis",
        [FINDINGS_POSTERIOR] = "lex posterior",
    };
    for (int i = 0; i < FINDINGS_CANONS; i++) {
        struct buffer line = BUFFER_EMPTY;
        places_say(command, law, item, (enum findings_canon)i,
            FINDINGS_PREVAILS, &line);
        if (line.length > 0) {
            buffer_add_text(&line, " > ");
        }
        places_say(command, law, item, (enum findings_canon)i, FINDINGS_LOSES,
            &line);
        (void)printf("  %s: %s\n", canons[i],
            line.length > 0 ? buffer_text(&line)
                            : tongue_text(command->language,
                                  "cli.canon-silent"));
        buffer_finish(&line);
    }
    (void)printf("  %s\n",
        tongue_text(command->language,
            item->agree ? "cli.canons-agree" : "cli.canons-disagree"));
}

/* Each place once. */
static void places_say(const struct command *command, const struct law *law,
    const struct findings_item *item, enum findings_canon canon,
    enum findings_verdict verdict, struct buffer *line)
{
    bool is_first = true;
    for (size_t i = 0; i < item->parts_count; i++) {
        const char *place = item->parts[i].norm->citation.place;
        bool is_new = item->parts[i].verdicts[canon] == verdict;
        for (size_t k = 0; k < i && is_new; k++) {
            is_new = item->parts[k].verdicts[canon] != verdict ||
                strcmp(item->parts[k].norm->citation.place, place) != 0;
        }
        if (is_new) {
            buffer_add_text(line, is_first ? "" : "; ");
            law_citation_say(law, place, command->language, line);
            is_first = false;
        }
    }
}

static void words_line(const struct command *command, const struct law *law,
    const char *key, const char *const *words, size_t count)
{
    if (count > 0) {
        struct buffer line = BUFFER_EMPTY;
        inquiries_words_say(command, law, words, count, &line);
        (void)printf("  %s: %s\n", tongue_text(command->language, key),
            buffer_text(&line));
        buffer_finish(&line);
    }
}

static struct json *item_json(const struct command *command,
    const struct inquiries *inquiries, const struct findings_item *item)
{
    static const char *const names[] = {"superior", "specialis", "posterior"};
    struct arena *arena = inquiries->sources.arena;
    struct json *one = json_object(arena);
    json_put_text(one, "id", item->key);
    json_put_text(one, "kind", findings_kind_name(item->kind));
    const char *kind = item->word == NULL
        ? NULL
        : law_word_kind(inquiries->sources.law, item->word);
    if (kind != NULL) {
        bool is_organ =
            strcmp(kind, "organ") == 0 || strcmp(kind, "office") == 0;
        json_put_text(one, is_organ ? "organ" : "term", item->word);
    }
    bool is_levels = item->kind == FINDINGS_TERRITORY ||
        item->kind == FINDINGS_LEVEL || item->kind == FINDINGS_RESOURCES;
    texts_put(one, is_levels ? "level" : "words", item->words,
        item->words_count, arena);
    texts_put(one, "partly", item->partly, item->partly_count, arena);
    const char **places = arena_take_array(arena,
        item->parts_count + item->places_count, sizeof(const char *));
    size_t count = 0;
    for (size_t i = 0; i < item->parts_count + item->places_count; i++) {
        const char *place = i < item->parts_count
            ? item->parts[i].norm->citation.place
            : item->places[i - item->parts_count];
        bool is_new = true;
        for (size_t k = 0; k < count && is_new; k++) {
            is_new = strcmp(places[k], place) != 0;
        }
        if (is_new) {
            places[count++] = place;
        }
    }
    texts_put(one, "provisions", places, count, arena);
    if (item->loser != NULL) {
        json_put_text(one, "loser", item->loser);
    }
    if (findings_is_conflict(item->kind)) {
        struct json *canons = json_object(arena);
        for (int i = 0; i < FINDINGS_CANONS; i++) {
            struct json *verdicts = json_object(arena);
            for (size_t k = 0; k < item->parts_count; k++) {
                enum findings_verdict verdict = item->parts[k].verdicts[i];
                if (verdict != FINDINGS_SILENT) {
                    json_put_text(verdicts,
                        item->parts[k].norm->citation.place,
                        verdict == FINDINGS_PREVAILS ? "prevails" : "loses");
                }
            }
            json_put(canons, names[i], verdicts);
        }
        json_put_boolean(canons, "agree", item->agree);
        json_put(one, "canons", canons);
    }
    struct buffer why = BUFFER_EMPTY;
    tongue_say(command->language, &item->message, &inquiries->names, &why);
    json_put_text(one, "why", buffer_text(&why));
    buffer_finish(&why);
    return one;
}

static void texts_put(struct json *object, const char *name,
    const char *const *texts, size_t count, struct arena *arena)
{
    if (count > 0) {
        struct json *list = json_array(arena);
        for (size_t i = 0; i < count; i++) {
            json_push_text(list, texts[i]);
        }
        json_put(object, name, list);
    }
}
