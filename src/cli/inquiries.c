/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What the commands about the state of the law share.
 */
#include "cli/inquiries.h"

#include <string.h>

#include "base/file.h"
#include "base/number.h"

static enum status corpus_read(const struct command *command,
    struct inquiries *inquiries, struct error *error);
static enum status bill_find(const struct command *command,
    struct inquiries *inquiries, bool is_file, struct error *error);
static enum status reading_find(const struct command *command,
    struct inquiries *inquiries, struct error *error);

enum { CSV_BYTES_MAX = 64 * 1024 * 1024 };

enum status inquiries_start(const struct command *command, int at,
    struct inquiries *inquiries, int *result)
{
    struct error error = {0};
    *inquiries = (struct inquiries){0};
    enum status status = corpus_read(command, inquiries, &error);
    if (status != STATUS_OK) {
        *result = COMMAND_FAILED;
        if (inquiries->sources.faults != NULL && status == STATUS_INVALID) {
            struct command plain = *command;
            plain.json = false;
            sources_fault(&plain, inquiries->sources.faults,
                inquiries->sources.arena);
        }
        (void)command_fail(command, &error, NULL);
        return status;
    }
    inquiries->names = clerk_names(inquiries->sources.law);
    status = at < 0
        ? command_today(command, &inquiries->day, &error)
        : command_day(command->arguments[at], &inquiries->day, &error);
    if (status == STATUS_OK) {
        status = reading_find(command, inquiries, &error);
    }
    if (status == STATUS_OK && command->amend != NULL) {
        status = bill_find(
            command, inquiries, file_exists(command->amend), &error);
    }
    if (status != STATUS_OK) {
        *result = command_fail(command, &error, &inquiries->names);
        return status;
    }
    const struct facts_query query = {
        .day = inquiries->day, .reading = inquiries->reading};
    inquiries->facts = facts_load(inquiries->sources.law, &query);
    return STATUS_OK;
}

void inquiries_finish(struct inquiries *inquiries)
{
    facts_destroy(inquiries->facts);
    sources_finish(&inquiries->sources);
}

void inquiries_list(const char *text, struct arena *arena,
    const char *const **items, size_t *count)
{
    const char **taken = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const char *at = text; at != NULL && *at != '\0';) {
        size_t length = strcspn(at, ",");
        taken = arena_grow(
            arena, taken, *count, &capacity, sizeof(const char *));
        taken[(*count)++] = arena_text_n(arena, at, length);
        at += length + (at[length] == ',' ? 1 : 0);
    }
    *items = taken;
}

enum status inquiries_kinds(const struct command *command,
    struct arena *arena, unsigned *kinds, struct error *error)
{
    const char *const *items = NULL;
    size_t count = 0;
    inquiries_list(command->kind, arena, &items, &count);
    const char *known[FINDINGS_KINDS];
    for (int i = 0; i < FINDINGS_KINDS; i++) {
        known[i] = findings_kind_name((enum findings_kind)i);
    }
    *kinds = count == 0 ? findings_all() : 0;
    for (size_t i = 0; i < count; i++) {
        int kind = command_choice(
            items[i], "cli.what-kind", known, FINDINGS_KINDS, error);
        if (kind < 0) {
            return STATUS_INVALID;
        }
        *kinds |= 1u << kind;
    }
    return STATUS_OK;
}

enum status inquiries_numbers(const char *text, const char *what,
    const char *const *names, int64_t *const *numbers, size_t count,
    struct arena *arena, struct error *error)
{
    const char *const *items = NULL;
    size_t items_count = 0;
    inquiries_list(text, arena, &items, &items_count);
    for (size_t i = 0; i < items_count; i++) {
        const char *equals = strchr(items[i], '=');
        size_t length =
            equals == NULL ? strlen(items[i]) : (size_t)(equals - items[i]);
        int at = command_choice(arena_text_n(arena, items[i], length), what,
            names, count, error);
        if (at < 0) {
            return STATUS_INVALID;
        }
        enum status status = command_number(
            equals == NULL ? "" : equals + 1, numbers[at], error);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

enum status inquiries_word(const struct inquiries *inquiries,
    const char *word, struct error *error)
{
    static const char *const kinds[] = {"organ", "office", "class", "level",
        "matter", "person", "term", "form"};
    if (law_word_kind(inquiries->sources.law, word) != NULL) {
        return STATUS_OK;
    }
    struct arena *arena = inquiries->sources.arena;
    const char **known = NULL;
    size_t known_count = 0;
    size_t capacity = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *const *words = NULL;
        size_t count = 0;
        law_words(inquiries->sources.law, kinds[i], arena, &words, &count);
        for (size_t k = 0; k < count; k++) {
            known = arena_grow(
                arena, known, known_count, &capacity, sizeof(const char *));
            known[known_count++] = words[k];
        }
    }
    (void)command_choice(word, "cli.what-word", known, known_count, error);
    return STATUS_INVALID;
}

void inquiries_norm_say(const struct command *command,
    const struct law *law, const struct law_norm *norm,
    struct buffer *buffer)
{
    char day[DATE_TEXT_MAX];
    date_write(norm->citation.edition, day);
    law_norm_say(law, norm, command->language, buffer);
    buffer_add_text(buffer, " [");
    law_citation_say(law, norm->citation.place, command->language, buffer);
    buffer_add_format(
        buffer, "; %s%s", norm->citation.unchecked ? "~" : "", day);
    if (norm->applies != NULL) {
        struct message applies;
        message_start(&applies, "cli.ask-applies");
        message_text(
            &applies, "condition", strchr(norm->applies, ' ') + 1);
        buffer_add_text(buffer, "; ");
        tongue_say(command->language, &applies, NULL, buffer);
    }
    buffer_add_char(buffer, ']');
}

void inquiries_words_say(const struct command *command,
    const struct law *law, const char *const *words, size_t count,
    struct buffer *buffer)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_text(buffer, i == 0 ? "" : ", ");
        buffer_add_text(
            buffer, law_word_name(law, words[i], command->language));
    }
}

enum status inquiries_file(const char *path, struct arena *arena,
    struct bytes *text, struct error *error)
{
    struct buffer content = BUFFER_EMPTY;
    enum status status = file_read(path, CSV_BYTES_MAX, &content, error);
    if (status == STATUS_OK) {
        *text = bytes_of(
            arena_text_n(arena, buffer_text(&content), content.length),
            content.length);
    }
    buffer_finish(&content);
    return status;
}

/* A file of --amend comes to the corpus. */
static enum status corpus_read(const struct command *command,
    struct inquiries *inquiries, struct error *error)
{
    bool is_file = command->amend != NULL && file_exists(command->amend);
    return sources_compile(command, &command->amend, is_file ? 1 : 0,
        &inquiries->sources, error);
}

/* The one bill of the file, or the bill of that name. */
static enum status bill_find(const struct command *command,
    struct inquiries *inquiries, bool is_file, struct error *error)
{
    const char *const *bills = NULL;
    size_t count = 0;
    law_bills(inquiries->sources.law, is_file ? command->amend : NULL,
        inquiries->sources.arena, &bills, &count);
    if (!is_file) {
        int at = command_choice(
            command->amend, "cli.what-bill", bills, count, error);
        inquiries->bill = at < 0 ? NULL : bills[at];
        return at < 0 ? STATUS_INVALID : STATUS_OK;
    }
    if (count != 1) {
        (void)error_set(error, STATUS_INVALID, "cli.not-one-bill");
        (void)message_text(&error->message, "file", command->amend);
        (void)message_number(&error->message, "count", (int64_t)count);
        return STATUS_INVALID;
    }
    inquiries->bill = bills[0];
    return STATUS_OK;
}

static enum status reading_find(const struct command *command,
    struct inquiries *inquiries, struct error *error)
{
    static const char *const readings[] = {"text", "article"};
    inquiries->reading = command->reading;
    return command->reading == NULL ||
            command_choice(command->reading, "cli.what-reading", readings,
                sizeof readings / sizeof *readings, error) >= 0
        ? STATUS_OK
        : STATUS_INVALID;
}
