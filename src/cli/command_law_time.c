/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * law diff, matrix, timeline, discrepancies: the law in time and in its two
 * readings.
 */
#include <stdio.h>
#include <string.h>

#include "cli/inquiries.h"
#include "cli/texts.h"
#include "inquiry/compare.h"

static struct json *norm_json(
    const struct law_norm *norm, struct arena *arena);
static void norm_print(const struct command *command, const struct law *law,
    const char *sign, const struct law_norm *norm);
static void date_put(
    struct json *object, const char *name, struct date date);
static void events_say(const struct command *command,
    const struct inquiries *inquiries, const struct compare_event *events,
    size_t count);
static struct json *norms_json(const struct law_norm *const *norms,
    size_t count, struct arena *arena);

/* law diff ACT DATE DATE */
int command_law_diff(const struct command *command)
{
    struct inquiries inquiries;
    struct error error = {0};
    int result = COMMAND_DONE;
    if (inquiries_start(command, 1, &inquiries, &result) != STATUS_OK) {
        inquiries_finish(&inquiries);
        return result;
    }
    const char *act = command->arguments[0];
    struct arena *arena = inquiries.sources.arena;
    struct date later;
    enum status status = sources_act(&inquiries.sources, act, &error);
    if (status == STATUS_OK) {
        status = command_day(command->arguments[2], &later, &error);
    }
    if (status != STATUS_OK) {
        result = command_fail(command, &error, &inquiries.names);
    } else if (command->text != NULL) {
        if (texts_diff(command, &inquiries.sources, inquiries.day, later,
                &error) != STATUS_OK) {
            result = command_fail(command, &error, &inquiries.names);
        }
    } else {
        const struct facts_query query = {
            .day = later, .reading = inquiries.reading};
        struct facts *after = facts_load(inquiries.sources.law, &query);
        const struct compare_change *changes = NULL;
        size_t count = 0;
        compare_days(inquiries.facts, after,
            &(struct compare_scope){.act = act}, arena, &changes, &count);
        struct json *list = json_array(arena);
        for (size_t i = 0; i < count; i++) {
            struct json *one = norm_json(changes[i].norm, arena);
            json_put_text(one, "change", changes[i].is_new ? "+" : "-");
            json_push(list, one);
            if (!command->json) {
                norm_print(command, inquiries.sources.law,
                    changes[i].is_new ? "+" : "-", changes[i].norm);
            }
        }
        if (command->json) {
            command_print_json(list);
        }
        facts_destroy(after);
    }
    inquiries_finish(&inquiries);
    return result;
}

/* law matrix WORD: every norm about it, with its days. */
int command_law_matrix(const struct command *command)
{
    struct inquiries inquiries;
    struct error error = {0};
    int result = COMMAND_DONE;
    if (inquiries_start(command, -1, &inquiries, &result) != STATUS_OK) {
        inquiries_finish(&inquiries);
        return result;
    }
    const char *word = command->arguments[0];
    struct arena *arena = inquiries.sources.arena;
    if (inquiries_word(&inquiries, word, &error) != STATUS_OK) {
        result = command_fail(command, &error, &inquiries.names);
    } else {
        const struct compare_span *spans = NULL;
        size_t count = 0;
        compare_matrix(inquiries.sources.law, word, inquiries.reading, arena,
            &spans, &count);
        struct json *list = json_array(arena);
        for (size_t i = 0; i < count; i++) {
            struct json *one = norm_json(spans[i].norm, arena);
            date_put(one, "from", spans[i].from);
            date_put(one, "until", spans[i].until);
            json_push(list, one);
            if (!command->json) {
                char from[DATE_TEXT_MAX];
                char until[DATE_TEXT_MAX] = "…";
                date_write(spans[i].from, from);
                if (date_is_set(spans[i].until)) {
                    date_write(spans[i].until, until);
                }
                norm_print(command, inquiries.sources.law,
                    arena_format(arena, "%s – %s:", from, until),
                    spans[i].norm);
            }
        }
        if (command->json) {
            command_print_json(list);
        }
    }
    inquiries_finish(&inquiries);
    return result;
}

/* law timeline [ACT] */
int command_law_timeline(const struct command *command)
{
    struct inquiries inquiries;
    struct error error = {0};
    int result = COMMAND_DONE;
    const char *act = command->count > 0 ? command->arguments[0] : NULL;
    if (inquiries_start(command, -1, &inquiries, &result) != STATUS_OK) {
        inquiries_finish(&inquiries);
        return result;
    }
    if (act != NULL && sources_act(&inquiries.sources, act, &error) !=
            STATUS_OK) {
        result = command_fail(command, &error, &inquiries.names);
    } else {
        const struct compare_event *events = NULL;
        size_t count = 0;
        compare_timeline(inquiries.sources.law, act, inquiries.reading,
            inquiries.sources.arena, &events, &count);
        events_say(command, &inquiries, events, count);
    }
    inquiries_finish(&inquiries);
    return result;
}

/* law discrepancies */
int command_law_discrepancies(const struct command *command)
{
    struct inquiries inquiries;
    int result = COMMAND_DONE;
    if (inquiries_start(command, -1, &inquiries, &result) != STATUS_OK) {
        inquiries_finish(&inquiries);
        return result;
    }
    struct arena *arena = inquiries.sources.arena;
    const struct law *law = inquiries.sources.law;
    const struct compare_discrepancy *items = NULL;
    size_t count = 0;
    compare_discrepancies(law, arena, &items, &count);
    struct json *list = json_array(arena);
    for (size_t i = 0; i < count; i++) {
        const struct compare_discrepancy *item = &items[i];
        struct json *one = json_object(arena);
        json_put_text(one, "place", item->place);
        date_put(one, "edition", item->from);
        json_put(one, "article",
            norms_json(item->article, item->article_count, arena));
        json_put(
            one, "text", norms_json(item->text, item->text_count, arena));
        json_push(list, one);
        for (size_t k = 0; k < item->article_count && !command->json; k++) {
            norm_print(command, law,
                tongue_text(command->language, "cli.reading-article"),
                item->article[k]);
        }
        for (size_t k = 0; k < item->text_count && !command->json; k++) {
            norm_print(command, law,
                tongue_text(command->language, "cli.reading-text"),
                item->text[k]);
        }
        if (item->text_count == 0 && !command->json) {
            (void)printf("%s %s\n",
                tongue_text(command->language, "cli.reading-text"),
                tongue_text(command->language, "cli.canon-silent"));
        }
    }
    if (command->json) {
        command_print_json(list);
    }
    inquiries_finish(&inquiries);
    return result;
}

static struct json *norm_json(
    const struct law_norm *norm, struct arena *arena)
{
    struct json *one = json_object(arena);
    json_put_text(one, "subject", norm->subject);
    json_put_text(one, "verb", norm->verb);
    json_put_text(one, "object", norm->object);
    json_put_text(one, "clauses", norm->clauses);
    json_put_text(one, "effect", law_effect_name(norm->effect));
    json_put_text(one, "place", norm->citation.place);
    date_put(one, "edition", norm->citation.edition);
    if (norm->applies != NULL) {
        json_put_text(one, "applies", norm->applies);
    }
    json_put_boolean(one, "checked", !norm->citation.unchecked);
    return one;
}

static struct json *norms_json(const struct law_norm *const *norms,
    size_t count, struct arena *arena)
{
    struct json *list = json_array(arena);
    for (size_t i = 0; i < count; i++) {
        json_push(list, norm_json(norms[i], arena));
    }
    return list;
}

static void norm_print(const struct command *command, const struct law *law,
    const char *sign, const struct law_norm *norm)
{
    struct buffer line = BUFFER_EMPTY;
    inquiries_norm_say(command, law, norm, &line);
    (void)printf("%s %s\n", sign, buffer_text(&line));
    buffer_finish(&line);
}

static void date_put(
    struct json *object, const char *name, struct date date)
{
    if (date_is_set(date)) {
        char text[DATE_TEXT_MAX];
        date_write(date, text);
        json_put_text(object, name, text);
    }
}

static void events_say(const struct command *command,
    const struct inquiries *inquiries, const struct compare_event *events,
    size_t count)
{
    static const char *const keys[] = {
        [COMPARE_ADOPTED] = "cli.timeline-adopted",
        [COMPARE_CHANGED] = "cli.timeline-changed",
        [COMPARE_STATUS] = "cli.timeline-status",
    };
    static const char *const names[] = {
        [COMPARE_ADOPTED] = "adopted",
        [COMPARE_CHANGED] = "changed",
        [COMPARE_STATUS] = "status",
    };
    struct arena *arena = inquiries->sources.arena;
    struct json *list = json_array(arena);
    for (size_t i = 0; i < count; i++) {
        const struct compare_event *event = &events[i];
        const char *title = event->act->short_title[command->language];
        title = title == NULL ? event->act->title[command->language] : title;
        struct json *one = json_object(arena);
        date_put(one, "day", event->day);
        json_put_text(one, "act", event->act->id);
        json_put_text(one, "event", names[event->happening]);
        json_put_integer(one, "gone", (int64_t)event->gone);
        json_put_integer(one, "new", (int64_t)event->come);
        json_push(list, one);
        if (!command->json) {
            struct message line;
            (void)message_start(&line, keys[event->happening]);
            (void)message_date(&line, "day", event->day);
            (void)message_text(
                &line, "act", title == NULL ? event->act->id : title);
            (void)message_number(&line, "gone", (int64_t)event->gone);
            (void)message_number(&line, "come", (int64_t)event->come);
            (void)message_text(&line, "status", event->act->status);
            command_say(command, &line, &inquiries->names);
        }
    }
    if (command->json) {
        command_print_json(list);
    }
}
