/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * show sittings, sitting N, decisions: what was called, held and decided.
 */
#include "cli/show.h"

enum { LIST_MAX = 1000 };

static void quorum_show(struct show *show, struct json *json);
static void officers_show(struct show *show, struct json *json);
static void items_show(struct show *show, struct json *json);

enum status show_sittings(struct show *show, struct error *error)
{
    struct store_sitting *sittings = NULL;
    size_t count = 0;
    size_t total = 0;
    enum status status = store_sittings(show->reader, NULL, 0, LIST_MAX,
        show->arena, &sittings, &count, &total, error);
    if (status != STATUS_OK) {
        return status;
    }
    show->json = json_array(show->arena);
    for (size_t i = 0; i < count; i++) {
        const struct store_sitting *sitting = &sittings[i];
        struct json *one = json_object(show->arena);
        char day[DATE_TEXT_MAX] = "–";
        json_put_integer(one, "number", sitting->number);
        json_put_text(one, "procedure", sitting->procedure);
        json_put_text(one, "phase", sitting->phase);
        show_day(one, "opened", sitting->opened);
        show_day(one, "day", sitting->day);
        json_put_text(one, "time", sitting->time);
        json_put_text(one, "place", sitting->place);
        json_put_text(one, "plot", sitting->plot);
        json_push(show->json, one);
        if (date_is_set(sitting->day)) {
            date_write(sitting->day, day);
        }
        buffer_add_format(&show->text, "%lld  %s  %s  %s  %s\n",
            (long long)sitting->number, show_word(show, sitting->procedure),
            sitting->plot == NULL ? "" : sitting->plot, day,
            show_text(show, "phase", sitting->phase));
    }
    if (count == 0) {
        struct message message;
        show_line(show, message_start(&message, "cli.show-no-sittings"));
    }
    return STATUS_OK;
}

enum status show_decisions(struct show *show, struct error *error)
{
    struct store_decision *decisions = NULL;
    size_t count = 0;
    size_t total = 0;
    enum status status = store_decisions(show->reader, 0, LIST_MAX,
        show->arena, &decisions, &count, &total, error);
    if (status != STATUS_OK) {
        return status;
    }
    show->json = json_array(show->arena);
    for (size_t i = 0; i < count; i++) {
        const struct store_decision *decision = &decisions[i];
        struct json *one = json_object(show->arena);
        char day[DATE_TEXT_MAX];
        date_write(decision->decided, day);
        json_put_integer(one, "number", decision->number);
        json_put_integer(one, "proceeding", decision->proceeding);
        json_put_integer(one, "item", decision->item);
        json_put_text(one, "procedure", decision->procedure);
        json_put_text(one, "matter", decision->matter);
        json_put_text(one, "title", decision->title);
        json_put_text(one, "phase", decision->phase);
        show_day(one, "decided", decision->decided);
        json_put(one, "count", show_count(show, &decision->count));
        json_put_boolean(one, "published", decision->published);
        json_push(show->json, one);
        buffer_add_format(&show->text, "%lld  %s  %s  %s\n",
            (long long)decision->number, day, decision->title,
            show_text(show, "item-phase", decision->phase));
    }
    if (count == 0) {
        struct message message;
        show_line(show, message_start(&message, "cli.show-no-decisions"));
    }
    return STATUS_OK;
}

/* ---- one sitting -------------------------------------------------------- */

enum status show_sitting(struct show *show, struct error *error)
{
    (void)error;
    const struct proceeding *proceeding = show->facts.proceeding;
    struct json *json = json_object(show->arena);
    struct message message;
    show->json = json;
    json_put_integer(json, "number", proceeding->number);
    json_put_text(json, "procedure", proceeding->procedure);
    json_put_text(json, "phase", proceeding_phase_name(proceeding->phase));
    json_put_text(json, "initiator", proceeding->initiator);
    json_put_boolean(json, "represented", proceeding->represented);
    json_put_text(json, "plot", proceeding->plot);
    json_put_text(json, "law", proceeding->law);
    show_day(json, "law_day", proceeding->law_day);
    show_day(json, "day", proceeding->day);
    json_put_text(json, "time", proceeding->time);
    json_put_text(json, "place", proceeding->place);
    message_start(&message, "cli.show-sitting");
    message_number(&message, "number", proceeding->number);
    message_word(&message, "procedure", proceeding->procedure);
    message_text(&message, "phase",
        show_text(show, "phase", proceeding_phase_name(proceeding->phase)));
    show_line(show, &message);
    message_start(&message, "cli.show-law-day");
    show_line(show, message_date(&message, "day", proceeding->law_day));
    if (date_is_set(proceeding->day)) {
        message_start(&message, "cli.show-when");
        message_date(&message, "day", proceeding->day);
        message_text(&message, "time", proceeding->time);
        message_text(&message, "place", proceeding->place);
        show_line(show, &message);
    }
    quorum_show(show, json);
    officers_show(show, json);
    items_show(show, json);
    return STATUS_OK;
}

static void quorum_show(struct show *show, struct json *json)
{
    const struct proceeding *proceeding = show->facts.proceeding;
    const struct law_procedure *procedure =
        engine_procedure(&show->facts, show->arena);
    struct engine_quorum quorum = {0};
    struct message message;
    if (procedure != NULL) {
        engine_quorum(&show->facts, procedure, &quorum);
    }
    if (quorum.stage == NULL) {
        return;
    }
    struct json *one = json_object(show->arena);
    json_put_integer(one, "needed", quorum.needed);
    json_put_text(one, "base", quorum.base);
    json_put_integer(one, "base_count", quorum.base_count);
    json_put_integer(one, "present", proceeding->present);
    json_put_boolean(one, "missing", quorum.missing);
    json_put_boolean(one, "unreachable", quorum.unreachable);
    json_put_text(one, "place", quorum.stage->citation.place);
    json_put(json, "quorum", one);
    if (quorum.missing || quorum.base == NULL) {
        message_start(&message, "cli.show-quorum-missing");
    } else {
        message_start(&message, "cli.show-quorum");
        message_number(&message, "present", proceeding->present);
        message_number(&message, "needed", quorum.needed);
        message_word(&message, "base", quorum.base);
        message_number(&message, "base_count", quorum.base_count);
    }
    message_citation(&message, "place", quorum.stage->citation.place);
    show_line(show, &message);
    if (quorum.unreachable) {
        show_line(
            show, message_start(&message, "cli.show-quorum-unreachable"));
    }
}

static void officers_show(struct show *show, struct json *json)
{
    const struct proceeding *proceeding = show->facts.proceeding;
    struct json *list = json_array(show->arena);
    for (size_t i = 0; i < proceeding->officers_count; i++) {
        const struct officer *officer = &proceeding->officers[i];
        const char *name = show_name(show, officer->holder);
        struct json *one = json_object(show->arena);
        json_put_text(one, "office", officer->office);
        json_put_text(one, "holder", name);
        json_put_boolean(one, "signed_minutes", officer->signed_minutes);
        json_push(list, one);
        buffer_add_format(&show->text, "  %s: %s\n",
            show_word(show, officer->office), name);
    }
    json_put(json, "officers", list);
}

static void items_show(struct show *show, struct json *json)
{
    const struct proceeding *proceeding = show->facts.proceeding;
    struct json *list = json_array(show->arena);
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        const char *phase = proceeding_item_phase_name(item->phase);
        struct json *one = json_object(show->arena);
        json_put_integer(one, "item", item->number);
        json_put_text(one, "matter", item->matter);
        json_put_text(one, "place", item->citation);
        json_put_text(one, "title", item->title);
        json_put_text(one, "phase", phase);
        json_put_text(one, "form", item->form);
        json_put_integer(one, "participants", item->participants);
        json_put_integer(one, "needed", item->needed);
        json_put(one, "count", show_count(show, &item->count));
        if (item->decision != 0) {
            json_put_integer(one, "decision", item->decision);
        }
        json_put_boolean(one, "published", item->published);
        json_push(list, one);
        buffer_add_format(&show->text, "  %lld. %s: %s (%lld/%lld/%lld)\n",
            (long long)item->number, item->title,
            show_text(show, "item-phase", phase),
            (long long)item->count.votes_for, (long long)item->count.against,
            (long long)item->count.abstain);
    }
    json_put(json, "items", list);
}
