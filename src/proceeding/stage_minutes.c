/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The minutes: what was said, the fields that the law wants filled, the
 * signatures, the handing over.
 */
#include <string.h>

#include "proceeding/sitting.h"

static const struct law_stage *minutes_of(const struct ruling *ruling)
{
    return stage_of(ruling, LAW_STAGE_MINUTES, NULL);
}

static bool is_signed(const struct proceeding *proceeding, const char *office)
{
    const struct officer *officer = proceeding_officer(proceeding, office);
    return officer != NULL && officer->signed_minutes;
}

enum status sitting_unsigned(struct ruling *ruling)
{
    const struct proceeding *proceeding = ruling->proceeding;
    for (size_t i = 0; i < proceeding->officers_count; i++) {
        if (proceeding->officers[i].signed_minutes) {
            stage_refuse(ruling, minutes_of(ruling),
                "refusal.minutes-signed", "cure.minutes-signed");
            message_word(&ruling->refusal->reason, "office",
                proceeding->officers[i].office);
            return STATUS_REFUSED;
        }
    }
    return STATUS_OK;
}

/* ---- what was said ------------------------------------------------------- */

enum status stage_speak_ready(struct ruling *ruling)
{
    return sitting_unsigned(ruling);
}

/* A member or an office; neither: nobody asked to speak. */
enum status stage_speak(struct ruling *ruling)
{
    const struct json *fields = ruling->act->body;
    int64_t resident = json_member_integer(fields, "resident", 0);
    const char *speaker = json_member_text(fields, "office");
    if (resident != 0) {
        const struct engine_person *person = stage_person(ruling, resident);
        if (person == NULL) {
            return stage_invalid(ruling, "error.no-such-resident");
        }
        speaker = person->key;
    } else if (speaker != NULL &&
        law_word_kind(ruling->facts->law, speaker) == NULL) {
        stage_invalid(ruling, "error.no-such-speaker");
        message_text(&ruling->error->message, "office", speaker);
        return STATUS_INVALID;
    }
    struct json *body = stage_emit(ruling, "speech-recorded");
    json_put_integer(body, "item", ruling->item->number);
    if (speaker != NULL) {
        json_put_text(body, "speaker", speaker);
        json_put_text(body, "text", json_member_text(fields, "text"));
    }
    return STATUS_OK;
}

/* ---- the fields ---------------------------------------------------------- */

/* True where `field` has content; `item` gets the item that lacks it. */
typedef bool field_filled(const struct ruling *ruling, int64_t *item);

static bool date_filled(const struct ruling *ruling, int64_t *item)
{
    (void)item;
    return date_is_set(ruling->proceeding->day);
}

static bool time_filled(const struct ruling *ruling, int64_t *item)
{
    (void)item;
    return ruling->proceeding->time != NULL;
}

static bool place_filled(const struct ruling *ruling, int64_t *item)
{
    (void)item;
    return ruling->proceeding->place != NULL;
}

static bool entitled_filled(const struct ruling *ruling, int64_t *item)
{
    (void)item;
    return ruling->proceeding->members_entitled > 0;
}

static bool present_filled(const struct ruling *ruling, int64_t *item)
{
    (void)item;
    return proceeding_came(ruling->proceeding) > 0;
}

static bool agenda_filled(const struct ruling *ruling, int64_t *item)
{
    (void)item;
    return ruling->proceeding->agenda_approved ||
        stage_of(ruling, LAW_STAGE_AGENDA, NULL) == NULL;
}

/* What was said on each item, or that nobody asked to speak. */
static bool speeches_filled(const struct ruling *ruling, int64_t *item)
{
    const struct proceeding *proceeding = ruling->proceeding;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *one = &proceeding->items[i];
        if (one->phase != ITEM_WITHDRAWN && one->speeches_count == 0) {
            *item = one->number;
            return false;
        }
    }
    return true;
}

/* Each item was decided or withdrawn. */
static bool decisions_filled(const struct ruling *ruling, int64_t *item)
{
    const struct proceeding *proceeding = ruling->proceeding;
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *one = &proceeding->items[i];
        if (one->phase == ITEM_PROPOSED || one->phase == ITEM_PUT) {
            *item = one->number;
            return false;
        }
    }
    return true;
}

static const struct {
    const char *word;
    field_filled *filled;
} fields[] = {
    {"date", date_filled},
    {"time", time_filled},
    {"place", place_filled},
    {"members-entitled", entitled_filled},
    {"present", present_filled},
    {"list", present_filled},
    {"agenda", agenda_filled},
    {"decisions", decisions_filled},
    {"speeches", speeches_filled},
};

/* An officer's name, or what the table knows; nothing else can be filled. */
static bool is_filled(
    const struct ruling *ruling, const char *field, int64_t *item)
{
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (strcmp(fields[i].word, field) == 0) {
            return fields[i].filled(ruling, item);
        }
    }
    const struct officer *officer =
        proceeding_officer(ruling->proceeding, field);
    return officer != NULL && officer->holder != NULL;
}

static enum status fields_check(struct ruling *ruling)
{
    const struct law_stage *minutes = minutes_of(ruling);
    for (size_t i = 0; i < minutes->words_count; i++) {
        const char *field = minutes->words[i];
        int64_t item = 0;
        if (is_filled(ruling, field, &item)) {
            continue;
        }
        struct refusal *refusal = ruling->refusal;
        if (item == 0) {
            stage_refuse(ruling, minutes, "refusal.minutes-field",
                "cure.minutes-field");
        } else if (strcmp(field, "speeches") == 0) {
            stage_refuse(ruling, minutes, "refusal.minutes-speeches",
                "cure.minutes-speeches");
            message_number(&refusal->reason, "item", item);
        } else {
            stage_refuse(ruling, minutes, "refusal.minutes-decisions",
                "cure.minutes-decisions");
            message_number(&refusal->reason, "item", item);
        }
        message_word(&refusal->reason, "field", field);
        return STATUS_REFUSED;
    }
    return STATUS_OK;
}

/* ---- signing and handing over -------------------------------------------- */

enum status stage_sign_minutes_ready(struct ruling *ruling)
{
    if (is_signed(ruling->proceeding, ruling->act->actor)) {
        stage_refuse(ruling, minutes_of(ruling), "refusal.minutes-signed",
            "cure.minutes-signed");
        message_word(
            &ruling->refusal->reason, "office", ruling->act->actor);
        return STATUS_REFUSED;
    }
    return fields_check(ruling);
}

/* Who has still to sign besides `signing` (NULL: nobody signs now), or NULL. */
static const char *signature_lacking(
    const struct ruling *ruling, const char *signing)
{
    const struct law_clause *by =
        law_stage_clause(minutes_of(ruling), "signed-by");
    size_t count = by == NULL ? 0 : by->words_count;
    for (size_t i = 0; i < count; i++) {
        const char *office = by->words[i];
        bool signs = signing != NULL && strcmp(signing, office) == 0;
        if (!signs && !is_signed(ruling->proceeding, office)) {
            return office;
        }
    }
    return NULL;
}

enum status stage_sign_minutes(struct ruling *ruling)
{
    const char *office = ruling->act->actor;
    struct json *body = stage_emit(ruling, "minutes-signed");
    json_put_text(body, "office", office);
    json_put_boolean(
        body, "complete", signature_lacking(ruling, office) == NULL);
    return STATUS_OK;
}

enum status stage_hand_over_ready(struct ruling *ruling)
{
    const char *office = signature_lacking(ruling, NULL);
    if (office == NULL) {
        return STATUS_OK;
    }
    stage_refuse(ruling, minutes_of(ruling), "refusal.signature-lacking",
        "cure.signature-lacking");
    message_word(&ruling->refusal->reason, "office", office);
    message_word(&ruling->refusal->cure, "office", office);
    return STATUS_REFUSED;
}

enum status stage_hand_over(struct ruling *ruling)
{
    const struct law_stage *handed =
        stage_of(ruling, LAW_STAGE_HANDED_TO, NULL);
    struct json *body = stage_emit(ruling, "minutes-handed-over");
    if (handed->words_count > 0) {
        json_put_text(body, "to", handed->words[0]);
    }
    return STATUS_OK;
}
