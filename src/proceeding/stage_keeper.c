/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The keeper's acts: what a community starts from.  They stand outside the
 * law; what they enter is checked, not judged.
 */
#include <string.h>

#include "proceeding/stage.h"

/* Copies members of the act's body as they are. */
static void members_put(const struct ruling *ruling, struct json *body,
    const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        json_put(body, names[i], json_member(ruling->act->body, names[i]));
    }
}

static enum status founded_check(struct ruling *ruling)
{
    if (ruling->facts->community->unit != NULL) {
        return STATUS_OK;
    }
    return error_set(ruling->error, STATUS_MISSING, "error.no-community");
}

enum status stage_found_community(struct ruling *ruling)
{
    const char *kato = json_member_text(ruling->act->body, "kato");
    if (ruling->facts->community->unit != NULL) {
        return error_set(
            ruling->error, STATUS_CONFLICT, "error.already-founded");
    }
    if (territory_find(kato) == NULL) {
        stage_invalid(ruling, "error.no-such-place");
        message_text(&ruling->error->message, "kato", kato);
        return STATUS_INVALID;
    }
    static const char *const names[] = {"kato", "demonstration"};
    struct json *body = stage_emit(ruling, "community-founded");
    members_put(ruling, body, names, 2);
    json_put_text(body, "classifier", territory_digest());
    return STATUS_OK;
}

enum status stage_record_office(struct ruling *ruling)
{
    const struct engine_facts *facts = ruling->facts;
    const char *office = json_member_text(ruling->act->body, "office");
    const char *kind = law_word_kind(facts->law, office);
    struct date from = stage_date(ruling, "from");
    struct date until = stage_date(ruling, "until");
    if (founded_check(ruling) != STATUS_OK) {
        return STATUS_MISSING;
    }
    if (kind == NULL ||
        (strcmp(kind, "office") != 0 && strcmp(kind, "organ") != 0 &&
            strcmp(kind, "person") != 0)) {
        stage_invalid(ruling, "error.no-such-office");
        message_text(&ruling->error->message, "office", office);
        return STATUS_INVALID;
    }
    if (date_is_set(until) && date_compare(until, from) <= 0) {
        return stage_invalid(ruling, "error.term-ends-before-it-begins");
    }
    if (facts->persons_count != 1 || facts->persons[0].key == NULL) {
        return stage_invalid(ruling, "error.no-such-resident");
    }
    static const char *const names[] = {"from", "until", "basis"};
    struct json *body = stage_emit(ruling, "office-recorded");
    json_put_text(body, "office", office);
    json_put_text(body, "holder", facts->persons[0].key);
    members_put(ruling, body, names, 3);
    return STATUS_OK;
}

enum status stage_record_population(struct ruling *ruling)
{
    static const char *const names[] = {"persons", "on", "basis"};
    if (founded_check(ruling) != STATUS_OK) {
        return STATUS_MISSING;
    }
    members_put(ruling, stage_emit(ruling, "population-recorded"), names, 3);
    return STATUS_OK;
}

enum status stage_record_budget(struct ruling *ruling)
{
    static const char *const names[] = {
        "year", "figures", "decision", "example"};
    const struct json *figures = json_member(ruling->act->body, "figures");
    if (founded_check(ruling) != STATUS_OK) {
        return STATUS_MISSING;
    }
    for (size_t i = 0; i < json_count(figures); i++) {
        if (json_kind(json_at(figures, i)) != JSON_INTEGER) {
            return stage_invalid(ruling, "error.figure-not-tiyn");
        }
    }
    members_put(ruling, stage_emit(ruling, "budget-recorded"), names, 4);
    return STATUS_OK;
}

enum status stage_import_residents(struct ruling *ruling)
{
    static const char *const names[] = {"count", "root", "added"};
    if (founded_check(ruling) != STATUS_OK) {
        return STATUS_MISSING;
    }
    members_put(ruling, stage_emit(ruling, "residents-imported"), names, 3);
    return STATUS_OK;
}
