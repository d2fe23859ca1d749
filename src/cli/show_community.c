/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * show community, organs: the place and who holds what.
 */
#include "cli/show.h"

static const char *territory_text(
    struct show *show, const struct territory *territory);
static void offices_show(struct show *show, struct json *json);
static void budgets_show(struct show *show, struct json *json);

enum status show_community(struct show *show, struct error *error)
{
    const struct community *community = show->facts.community;
    struct message message;
    if (community->unit == NULL) {
        return error_set(error, STATUS_MISSING, "error.no-community");
    }
    struct json *json = json_object(show->arena);
    show->json = json;
    json_put_text(json, "kato", community->unit->code);
    json_put_text(json, "name", territory_text(show, community->unit));
    json_put_text(json, "kind", community->unit->kind);
    json_put_boolean(json, "demonstration", community->demonstration);
    if (community->population >= 0) {
        json_put_integer(json, "population", community->population);
    }
    json_put_integer(json, "residents", community->residents);
    json_put_integer(json, "proceedings", community->proceedings);
    json_put_integer(json, "decisions", community->decisions);
    message_start(&message, "cli.show-community");
    message_text(&message, "name", territory_text(show, community->unit));
    message_text(&message, "kato", community->unit->code);
    show_line(show, &message);
    if (community->demonstration) {
        show_line(show, message_start(&message, "cli.show-demonstration"));
    }
    message_start(&message, "cli.show-people");
    message_number(&message, "residents", community->residents);
    show_line(show, &message);
    if (community->population >= 0) {
        message_start(&message, "cli.show-population");
        message_number(&message, "persons", community->population);
        show_line(show, &message);
    }
    message_start(&message, "cli.show-done");
    message_number(&message, "proceedings", community->proceedings);
    message_number(&message, "decisions", community->decisions);
    show_line(show, &message);
    offices_show(show, json);
    budgets_show(show, json);
    return STATUS_OK;
}

static const char *territory_text(
    struct show *show, const struct territory *territory)
{
    struct buffer name = BUFFER_EMPTY;
    territory_say(territory, show->command->language, &name);
    const char *text = arena_text(show->arena, buffer_text(&name));
    buffer_finish(&name);
    return text;
}

/* "from – until", or "from –". */
static const char *term_text(
    struct show *show, struct date from, struct date until)
{
    char first[DATE_TEXT_MAX] = "";
    char last[DATE_TEXT_MAX] = "";
    date_write(from, first);
    if (date_is_set(until)) {
        date_write(until, last);
    }
    return arena_format(show->arena, "%s – %s", first, last);
}

static void holder_show(struct show *show, struct json *list,
    const char *office, const char *name, struct date from, struct date until)
{
    struct json *one = json_object(show->arena);
    json_put_text(one, "office", office);
    json_put_text(one, "holder", name);
    show_day(one, "from", from);
    show_day(one, "until", until);
    json_push(list, one);
    buffer_add_format(&show->text, "  %s: %s (%s)\n",
        show_word(show, office), name, term_text(show, from, until));
}

static void offices_show(struct show *show, struct json *json)
{
    const struct community *community = show->facts.community;
    struct json *list = json_array(show->arena);
    for (size_t i = 0; i < community->offices_count; i++) {
        const struct community_office *office = &community->offices[i];
        holder_show(show, list, office->office,
            show_name(show, office->holder), office->from, office->until);
    }
    json_put(json, "offices", list);
}

static void budgets_show(struct show *show, struct json *json)
{
    const struct community *community = show->facts.community;
    struct json *list = json_array(show->arena);
    for (size_t i = 0; i < community->budgets_count; i++) {
        const struct community_budget *budget = &community->budgets[i];
        struct json *one = json_object(show->arena);
        json_put_integer(one, "year", budget->year);
        json_put_text(one, "decision", budget->decision);
        json_put_boolean(one, "example", budget->example);
        json_put(one, "figures", budget->figures);
        json_push(list, one);
        struct message message;
        message_start(&message,
            budget->example ? "cli.show-budget-example" : "cli.show-budget");
        message_text(&message, "year",
            arena_format(show->arena, "%lld", (long long)budget->year));
        message_text(&message, "decision", budget->decision);
        show_line(show, &message);
    }
    json_put(json, "budgets", list);
}

enum status show_organs(struct show *show, struct error *error)
{
    (void)error;
    const struct community *community = show->facts.community;
    show->json = json_array(show->arena);
    for (size_t i = 0; i < community->organs_count; i++) {
        const struct community_organ *organ = &community->organs[i];
        struct json *one = json_object(show->arena);
        struct json *members = json_array(show->arena);
        struct message message;
        message_start(&message, "cli.show-organ");
        message_word(&message, "organ", organ->organ);
        message_citation(&message, "place", organ->citation);
        message_number(&message, "proceeding", organ->proceeding);
        show_line(show, &message);
        for (size_t k = 0; k < organ->mandates_count; k++) {
            const struct community_mandate *mandate = &organ->mandates[k];
            struct json *member = json_object(show->arena);
            const char *name = show_name(show, mandate->holder);
            json_put_text(member, "holder", name);
            show_day(member, "from", mandate->from);
            show_day(member, "until", mandate->until);
            json_push(members, member);
            buffer_add_format(&show->text, "  %s (%s)\n", name,
                term_text(show, mandate->from, mandate->until));
        }
        json_put_text(one, "organ", organ->organ);
        json_put_text(one, "place", organ->citation);
        json_put_integer(one, "proceeding", organ->proceeding);
        json_put(one, "members", members);
        json_push(show->json, one);
    }
    if (community->organs_count == 0) {
        struct message message;
        show_line(show, message_start(&message, "cli.show-no-organs"));
    }
    return STATUS_OK;
}
