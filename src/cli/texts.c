/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Official texts of the law: taken in, shown, compared word by word.
 */
#include "cli/texts.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "inquiry/compare_text.h"
#include "law/official.h"

/* Where texts are looked for. */
struct shelf {
    const struct command *command;
    const struct sources *sources;
    struct store_reader *reader;
};

static void import_say(const struct command *command,
    const struct clerk_text *text, struct arena *arena);
static enum status act_show(
    const struct shelf *shelf, const char *act, struct date day,
    struct error *error);
static enum status text_find(const struct shelf *shelf, const char *act,
    const char *article, struct date day, struct store_law_text *text,
    bool *is_there, struct error *error);
static struct json *article_diff(const struct shelf *shelf,
    const char *article, const struct store_law_text *before,
    const struct store_law_text *after);
static void parts_print(
    const struct compare_text_part *parts, size_t count);

/* ---- import -------------------------------------------------------------- */

int texts_import(const struct command *command)
{
    struct error error = {0};
    struct clerk *clerk = NULL;
    struct clerk_account account;
    struct clerk_text text;
    struct buffer content = BUFFER_EMPTY;
    int result = COMMAND_DONE;
    if (command->count != 5) {
        error_set(&error, STATUS_INVALID, "cli.too-few");
        return command_misused(command, &error.message);
    }
    const char *path = command->arguments[4];
    const char *slash = strrchr(path, '/');
    struct clerk_text_file file = {
        .act = command->arguments[2],
        .name = slash == NULL ? path : slash + 1,
    };
    if (command_day(command->arguments[3], &file.edition, &error) !=
        STATUS_OK) {
        return command_misused(command, &error.message);
    }
    struct arena *arena = arena_create();
    enum status status =
        file_read(path, OFFICIAL_BYTES_MAX + 1, &content, &error);
    if (status == STATUS_OK &&
        command_open(command, &clerk, &result) != STATUS_OK) {
        buffer_finish(&content);
        arena_destroy(arena);
        return result;
    }
    if (status == STATUS_OK) {
        status = clerk_account_find(clerk,
            command->as == NULL ? "keeper" : command->as, arena, &account,
            &error);
    }
    if (status == STATUS_OK) {
        file.text = buffer_bytes(&content);
        status =
            clerk_import_text(clerk, &account, &file, arena, &text, &error);
    }
    if (status == STATUS_OK) {
        import_say(command, &text, arena);
    } else {
        result = command_fail(command, &error, NULL);
    }
    buffer_finish(&content);
    clerk_close(clerk);
    arena_destroy(arena);
    return result;
}

static void import_say(const struct command *command,
    const struct clerk_text *text, struct arena *arena)
{
    struct json *unknown = json_array(arena);
    for (size_t i = 0; i < text->unknown_count; i++) {
        struct message warning;
        (void)message_text(message_start(&warning, "cli.text-unknown"),
            "article", text->unknown[i]);
        json_push_text(unknown, text->unknown[i]);
        command_note(command, &warning, NULL);
    }
    if (command->json) {
        struct json *json = json_object(arena);
        json_put_integer(json, "imported", (int64_t)text->articles);
        json_put_text(json, "language", language_tag(text->language));
        json_put_text(json, "source", text->source);
        json_put_text(json, "sha256", text->sha256);
        json_put(json, "unknown", unknown);
        command_print_json(json);
    } else {
        struct message message;
        (void)message_number(message_start(&message, "cli.imported-text"),
            "count", (int64_t)text->articles);
        (void)message_text(
            &message, "language", language_tag(text->language));
        (void)message_text(&message, "source", text->source);
        command_say(command, &message, NULL);
    }
}

/* ---- showing ------------------------------------------------------------- */

enum status texts_show(const struct command *command,
    const struct sources *sources, struct date day, struct error *error)
{
    struct shelf shelf = {command, sources, NULL};
    enum status status = clerk_reader(command->text, &shelf.reader, error);
    for (size_t i = 0;
         i < law_acts_count(sources->law) && status == STATUS_OK; i++) {
        const char *act = law_act_at(sources->law, i)->id;
        if (command->count < 2 || strcmp(command->arguments[1], act) == 0) {
            status = act_show(&shelf, act, day, error);
        }
    }
    store_reader_close(shelf.reader);
    return status;
}

static enum status act_show(
    const struct shelf *shelf, const char *act, struct date day,
    struct error *error)
{
    const struct command *command = shelf->command;
    const char *const *names = NULL;
    size_t count = 0;
    enum status status = store_law_text_names(
        shelf->reader, act, shelf->sources->arena, &names, &count, error);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        struct store_law_text text;
        bool is_there = false;
        if (command->count > 2 &&
            strcmp(command->arguments[2], names[i]) != 0) {
            continue;
        }
        status = text_find(
            shelf, act, names[i], day, &text, &is_there, error);
        if (status == STATUS_OK && is_there) {
            struct message head;
            (void)message_text(message_start(&head, "cli.text-head"),
                "article", names[i]);
            (void)message_text(&head, "heading", text.heading);
            (void)message_date(&head, "day", text.edition);
            (void)message_text(&head, "source", text.source);
            (void)printf("\n");
            command_say(command, &head, NULL);
            (void)printf("%s", text.text);
        }
    }
    return status;
}

static enum status text_find(const struct shelf *shelf, const char *act,
    const char *article, struct date day, struct store_law_text *text,
    bool *is_there, struct error *error)
{
    const struct store_law_text_query query = {
        .act = act,
        .article = article,
        .day = day,
        .language = shelf->command->language,
    };
    enum status status = clerk_law_text(shelf->sources->law, shelf->reader,
        &query, shelf->sources->arena, text, error);
    *is_there = status == STATUS_OK;
    return status == STATUS_MISSING ? STATUS_OK : status;
}

/* ---- comparing ----------------------------------------------------------- */

enum status texts_diff(const struct command *command,
    const struct sources *sources, struct date before, struct date after,
    struct error *error)
{
    struct shelf shelf = {command, sources, NULL};
    struct arena *arena = sources->arena;
    const char *act = command->arguments[0];
    const char *const *names = NULL;
    size_t count = 0;
    struct json *list = json_array(arena);
    enum status status = clerk_reader(command->text, &shelf.reader, error);
    if (status == STATUS_OK) {
        status = store_law_text_names(
            shelf.reader, act, arena, &names, &count, error);
    }
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        struct store_law_text texts[2];
        bool is_there[2] = {false, false};
        status = text_find(&shelf, act, names[i], before, &texts[0],
            &is_there[0], error);
        if (status == STATUS_OK) {
            status = text_find(&shelf, act, names[i], after, &texts[1],
                &is_there[1], error);
        }
        if (status == STATUS_OK && (is_there[0] || is_there[1])) {
            struct json *one = article_diff(&shelf, names[i],
                is_there[0] ? &texts[0] : NULL,
                is_there[1] ? &texts[1] : NULL);
            if (one != NULL) {
                json_push(list, one);
            }
        }
    }
    if (status == STATUS_OK && command->json) {
        command_print_json(list);
    }
    store_reader_close(shelf.reader);
    return status;
}

/* Of one day there is no text to compare with, or of another language. */
static struct json *article_alone(
    const struct shelf *shelf, const char *article)
{
    struct arena *arena = shelf->sources->arena;
    struct message line;
    struct json *one = json_object(arena);
    json_put_text(one, "article", article);
    json_put_text(one, "change", "unknown");
    (void)message_text(
        message_start(&line, "cli.text-alone"), "article", article);
    command_note(shelf->command, &line, NULL);
    return one;
}

/* NULL where the text is the same. */
static struct json *article_diff(const struct shelf *shelf,
    const char *article, const struct store_law_text *before,
    const struct store_law_text *after)
{
    static const char *const signs[] = {
        [COMPARE_TEXT_SAME] = "=",
        [COMPARE_TEXT_GONE] = "-",
        [COMPARE_TEXT_NEW] = "+",
    };
    struct arena *arena = shelf->sources->arena;
    if (before == NULL || after == NULL ||
        before->language != after->language) {
        return article_alone(shelf, article);
    }
    const struct compare_text_part *parts = NULL;
    size_t count = 0;
    bool is_changed = false;
    compare_text(arena_format(arena, "%s\n%s", before->heading, before->text),
        arena_format(arena, "%s\n%s", after->heading, after->text), arena,
        &parts, &count);
    struct json *list = json_array(arena);
    for (size_t i = 0; i < count; i++) {
        struct json *part = json_object(arena);
        json_put_text(part, "sign", signs[parts[i].sign]);
        json_put_text(part, "text", parts[i].text);
        json_push(list, part);
        is_changed = is_changed || parts[i].sign != COMPARE_TEXT_SAME;
    }
    if (!is_changed) {
        return NULL;
    }
    struct json *one = json_object(arena);
    json_put_text(one, "article", article);
    json_put_text(one, "change", "changed");
    json_put(one, "parts", list);
    if (!shelf->command->json) {
        struct message head;
        (void)message_text(
            message_start(&head, "cli.text-changed"), "article", article);
        command_say(shelf->command, &head, NULL);
        parts_print(parts, count);
    }
    return one;
}

/* The paragraphs in which anything changed, as "[-gone-]{+new+}". */
static void parts_print(
    const struct compare_text_part *parts, size_t count)
{
    static const char *const marks[][2] = {
        [COMPARE_TEXT_SAME] = {"", ""},
        [COMPARE_TEXT_GONE] = {"[-", "-]"},
        [COMPARE_TEXT_NEW] = {"{+", "+}"},
    };
    struct buffer line = BUFFER_EMPTY;
    bool is_changed = false;
    for (size_t i = 0; i < count; i++) {
        const char *const *mark = marks[parts[i].sign];
        const char *at = parts[i].text;
        while (*at != '\0') {
            size_t length = strcspn(at, "\n");
            if (length > 0) {
                buffer_add_text(&line, mark[0]);
                buffer_add(&line, at, length);
                buffer_add_text(&line, mark[1]);
                is_changed =
                    is_changed || parts[i].sign != COMPARE_TEXT_SAME;
            }
            at += length;
            if (*at == '\n') {
                if (is_changed) {
                    (void)printf("  %s\n", buffer_text(&line));
                }
                buffer_clear(&line);
                is_changed = false;
                at++;
            }
        }
    }
    if (is_changed) {
        (void)printf("  %s\n", buffer_text(&line));
    }
    buffer_finish(&line);
}
