/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * document: an official paper of a proceeding, from the record.
 */
#include <string.h>

#include "cli/command.h"
#include "document/document.h"
#include "press/press.h"

static const char *const formats[] = {"text", "html", "akn", "pdf"};

enum { FORMATS = sizeof formats / sizeof formats[0] };

struct people {
    struct store_reader *reader;
    int64_t proceeding;
};

static enum status options_check(const struct command *command,
    enum document_kind *kind, int64_t *proceeding, int64_t *item,
    struct error *error);
static const char *person_name(
    void *context, const char *key, struct arena *arena);
static size_t roll_read(void *context, size_t offset, size_t max,
    const char **names, const char **addresses, struct arena *arena);
static int paper_print(const struct command *command, struct clerk *clerk,
    enum document_kind kind, int64_t proceeding, int64_t item);
static enum status paper_write(const struct command *command,
    const struct document_node *document, struct buffer *text,
    struct error *error);

int command_document(const struct command *command)
{
    struct error error;
    struct clerk *clerk = NULL;
    enum document_kind kind = DOCUMENT_NOTICE;
    int64_t proceeding = 0;
    int64_t item = 0;
    int result = COMMAND_DONE;
    if (options_check(command, &kind, &proceeding, &item, &error) !=
        STATUS_OK) {
        return command_misused(command, &error.message);
    }
    if (command_open(command, &clerk, &result) == STATUS_OK) {
        result = paper_print(command, clerk, kind, proceeding, item);
    }
    clerk_close(clerk);
    return result;
}

static enum status options_check(const struct command *command,
    enum document_kind *kind, int64_t *proceeding, int64_t *item,
    struct error *error)
{
    const char *kinds[DOCUMENT_KINDS];
    for (int i = 0; i < DOCUMENT_KINDS; i++) {
        kinds[i] = document_kind_name((enum document_kind)i);
    }
    int chosen = command_choice(command->arguments[2], "cli.what-document",
        kinds, sizeof kinds / sizeof kinds[0], error);
    if (chosen < 0 ||
        command_number(command->arguments[1], proceeding, error) !=
            STATUS_OK ||
        (command->item != NULL &&
            command_number(command->item, item, error) != STATUS_OK) ||
        (command->format != NULL &&
            command_choice(command->format, "cli.what-format", formats,
                FORMATS, error) < 0)) {
        return STATUS_INVALID;
    }
    *kind = (enum document_kind)chosen;
    if (document_kind_is_of_item(*kind) && *item == 0) {
        return error_set(error, STATUS_INVALID, "cli.document-item");
    }
    return STATUS_OK;
}

static int paper_print(const struct command *command, struct clerk *clerk,
    enum document_kind kind, int64_t proceeding, int64_t item)
{
    struct error error;
    struct people context = {.proceeding = proceeding};
    struct document_people people = {person_name, roll_read, &context};
    struct engine_facts facts = {0};
    struct document_node *document = NULL;
    struct arena *arena = arena_create();
    enum status status = store_reader_open(
        clerk_store_path(clerk), &context.reader, &error);
    if (status == STATUS_OK) {
        status = clerk_facts(
            clerk, context.reader, proceeding, arena, &facts, &error);
    }
    if (status == STATUS_OK) {
        status = document_make(kind, &facts, item, command->language, &people,
            arena, &document, &error);
    }
    struct buffer text = BUFFER_EMPTY;
    if (status == STATUS_OK) {
        status = paper_write(command, document, &text, &error);
    }
    int result = COMMAND_DONE;
    if (status == STATUS_OK) {
        command_print(&text);
    } else {
        struct tongue_names names =
            clerk_names(facts.law != NULL ? facts.law : clerk_law(clerk, NULL));
        result = command_fail(command, &error, &names);
    }
    buffer_finish(&text);
    store_reader_close(context.reader);
    arena_destroy(arena);
    return result;
}

static enum status paper_write(const struct command *command,
    const struct document_node *document, struct buffer *text,
    struct error *error)
{
    const char *format =
        command->format == NULL ? formats[0] : command->format;
    if (strcmp(format, "pdf") == 0) {
        return press_pdf(document, text, error);
    }
    if (strcmp(format, "akn") == 0) {
        document_akn(document, text);
    } else if (strcmp(format, "html") == 0) {
        document_html_page(document, command->language, text);
    } else {
        document_text(document, command->language, text);
    }
    return STATUS_OK;
}

static const char *person_name(
    void *context, const char *key, struct arena *arena)
{
    const struct people *people = context;
    struct error error;
    const char *name = NULL;
    return store_name(people->reader, key, arena, &name, &error) == STATUS_OK
        ? name
        : NULL;
}

static size_t roll_read(void *context, size_t offset, size_t max,
    const char **names, const char **addresses, struct arena *arena)
{
    const struct people *people = context;
    struct error error;
    struct store_roll_line *lines = NULL;
    size_t count = 0;
    size_t total = 0;
    if (store_roll(people->reader, people->proceeding, NULL, offset, max,
            arena, &lines, &count, &total, &error) != STATUS_OK) {
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        names[i] = lines[i].name;
        addresses[i] = lines[i].address;
    }
    return count;
}
