/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The minutes: the fields that the law of the proceeding names, in its order;
 * after them how the sitting came about and went, and the signatures.
 *
 * Law: 39-3(10)
 */
#include <string.h>

#include "document/document_internal.h"

/* Facts that stand together share one node; a block ends it. */
struct minutes {
    const struct document_making *making;
    struct document_node *facts;
};

typedef void field_add(struct minutes *minutes);

static field_add date_add, place_add, entitled_add, present_add, list_add,
    chair_add, secretary_add, agenda_add, speeches_add, decisions_add;

static const struct {
    const char *field; /* a word of the law */
    field_add *add;
} fields[] = {
    {"date", date_add},
    {"place", place_add},
    {"members-entitled", entitled_add},
    {"present", present_add},
    {"list", list_add},
    {"chair", chair_add},
    {"secretary", secretary_add},
    {"agenda", agenda_add},
    {"speeches", speeches_add},
    {"decisions", decisions_add},
};

static void field_write(struct minutes *minutes, const char *field);
static struct document_node *facts_of(struct minutes *minutes);
static struct document_node *fact_add(
    struct minutes *minutes, const char *key, const char *text);
static void block_start(struct minutes *minutes, const char *key);
static void guests_add(struct minutes *minutes);
static void officer_add(
    struct minutes *minutes, const char *key, const char *office);
static struct document_node *item_head_add(
    const struct document_making *making, const struct item *item,
    const char *key);
static void speeches_of(
    const struct document_making *making, const struct item *item);
static const char *speaker_of(
    const struct document_making *making, const char *speaker);
static void handing_add(const struct document_making *making);

void document_minutes(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    const struct law_stage *stage =
        document_stage(making, LAW_STAGE_MINUTES, NULL);
    struct minutes minutes = {making, NULL};
    struct message message;
    document_marks(making);
    if (proceeding->sitting_closed.seconds == 0) {
        (void)document_add(making, making->root, DOCUMENT_NOTE,
            document_key(making, "paper.mark.unfinished"));
    }
    (void)message_number(message_start(&message, "paper.minutes.title"),
        "number", proceeding->number);
    (void)document_add(making, making->root, DOCUMENT_TITLE,
        document_said(making, &message));
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_line(making, "paper.minutes.line",
            instant_date(proceeding->sitting_opened), proceeding->number));
    (void)document_add(making, making->root, DOCUMENT_HEAD,
        document_capital(making, document_unit(making)));
    struct document_node *basis = document_add(making, making->root,
        DOCUMENT_PARAGRAPH, document_key(making, "paper.minutes.basis"));
    document_stage_basis(making, basis, stage);
    for (size_t i = 0; i < stage->words_count; i++) {
        field_write(&minutes, stage->words[i]);
    }
    document_choices(making, NULL);
    document_course(making);
    document_officers(making, true);
    handing_add(making);
}

static void field_write(struct minutes *minutes, const char *field)
{
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (strcmp(fields[i].field, field) == 0) {
            fields[i].add(minutes);
            return;
        }
    }
    /* A field of another law, of which the record knows nothing. */
    const struct document_making *making = minutes->making;
    (void)document_labelled(making, facts_of(minutes),
        document_capital(making, document_word(making, field)),
        DOCUMENT_BLANK);
}

/* ---- fields -------------------------------------------------------------- */

static void date_add(struct minutes *minutes)
{
    const struct document_making *making = minutes->making;
    const struct proceeding *proceeding = making->proceeding;
    struct date first = instant_date(proceeding->sitting_opened);
    int minute = instant_minute_of_day(proceeding->sitting_opened);
    const char *when = document_when(making, first,
        arena_format(making->arena, "%02d:%02d", minute / 60, minute % 60));
    if (date_compare(first, proceeding->day) < 0) { /* it was adjourned */
        when = document_join(making, when, "; ",
            document_when(making, proceeding->day, proceeding->time));
    }
    (void)fact_add(minutes, "paper.minutes.date", when);
}

static void place_add(struct minutes *minutes)
{
    const struct proceeding *proceeding = minutes->making->proceeding;
    (void)fact_add(minutes, "paper.notice.place", proceeding->place);
    if (proceeding->plot != NULL) {
        (void)fact_add(minutes, "paper.notice.plot", proceeding->plot);
    }
}

static void entitled_add(struct minutes *minutes)
{
    const struct document_making *making = minutes->making;
    const struct proceeding *proceeding = making->proceeding;
    (void)fact_add(minutes, "paper.members-entitled",
        document_number(making, proceeding->members_entitled));
    if (proceeding->roll_count != proceeding->members_entitled) {
        (void)fact_add(minutes, "paper.roll",
            document_number(making, proceeding->roll_count));
    }
}

static void present_add(struct minutes *minutes)
{
    const struct document_making *making = minutes->making;
    document_opening(making, facts_of(minutes));
    (void)fact_add(minutes, "paper.registered",
        document_number(making, proceeding_came(making->proceeding)));
    document_quorum(making, facts_of(minutes));
    guests_add(minutes);
}

/* Officials who take part by right, without a vote. */
static void guests_add(struct minutes *minutes)
{
    const struct document_making *making = minutes->making;
    const struct proceeding *proceeding = making->proceeding;
    for (size_t i = 0; i < proceeding->guests_count; i++) {
        const struct proceeding_guest *guest = &proceeding->guests[i];
        (void)fact_add(minutes, "paper.guest",
            document_join(making,
                document_capital(making, document_word(making, guest->office)),
                ": ", document_person(making, guest->holder)));
    }
}

static void list_add(struct minutes *minutes)
{
    block_start(minutes, "paper.minutes.list");
    document_presence(minutes->making, false);
}

static void chair_add(struct minutes *minutes)
{
    officer_add(minutes, "paper.minutes.chair", "chair");
}

static void secretary_add(struct minutes *minutes)
{
    officer_add(minutes, "paper.minutes.secretary", "secretary");
}

static void officer_add(
    struct minutes *minutes, const char *key, const char *office)
{
    const struct document_making *making = minutes->making;
    const struct officer *officer =
        proceeding_officer(making->proceeding, office);
    if (officer == NULL) {
        (void)fact_add(
            minutes, key, document_key(making, "paper.minutes.not-elected"));
        return;
    }
    struct document_node *fact = fact_add(minutes, key,
        document_join(making, document_person(making, officer->holder), "; ",
            document_count(making, &officer->count)));
    document_stage_basis(
        making, fact, document_stage(making, LAW_STAGE_ELECTS, NULL));
}

static void agenda_add(struct minutes *minutes)
{
    const struct document_making *making = minutes->making;
    const struct proceeding *proceeding = making->proceeding;
    block_start(minutes, "paper.minutes.agenda");
    struct document_node *list =
        document_add(making, making->root, DOCUMENT_LIST, NULL);
    for (size_t i = 0; i < proceeding->items_count; i++) {
        (void)document_add(making, list, DOCUMENT_ITEM,
            document_item_title(making, &proceeding->items[i]));
    }
    struct document_node *approved = document_fact(making,
        document_add(making, making->root, DOCUMENT_FACTS, NULL),
        "paper.minutes.agenda-approved",
        proceeding->agenda_approved
            ? document_count(making, &proceeding->agenda_count)
            : document_key(making, "paper.minutes.agenda-open"));
    document_stage_basis(
        making, approved, document_stage(making, LAW_STAGE_AGENDA, NULL));
}

static void speeches_add(struct minutes *minutes)
{
    const struct document_making *making = minutes->making;
    const struct proceeding *proceeding = making->proceeding;
    block_start(minutes, "paper.minutes.speeches");
    for (size_t i = 0; i < proceeding->items_count; i++) {
        (void)item_head_add(
            making, &proceeding->items[i], "paper.minutes.heard");
        speeches_of(making, &proceeding->items[i]);
    }
}

static void decisions_add(struct minutes *minutes)
{
    const struct document_making *making = minutes->making;
    const struct proceeding *proceeding = making->proceeding;
    block_start(minutes, "paper.minutes.decisions");
    for (size_t i = 0; i < proceeding->items_count; i++) {
        const struct item *item = &proceeding->items[i];
        const struct law_norm *norm = document_norm(making, item);
        struct document_node *head =
            item_head_add(making, item, "paper.item");
        document_basis(making, head, norm == NULL ? NULL : &norm->citation);
        if (item->decision > 0) {
            (void)document_add(making, making->root, DOCUMENT_PARAGRAPH,
                document_quote(making, "paper.minutes.resolved",
                    document_substance(making, item)));
        }
        if (item->members_count > 0) {
            (void)document_fact(making,
                document_add(making, making->root, DOCUMENT_FACTS, NULL),
                "paper.minutes.proposed",
                document_persons(making, item->members, item->members_count));
        }
        document_vote(making, item);
        document_vote_names(making, item);
    }
}

/* ---- parts of fields ----------------------------------------------------- */

static struct document_node *facts_of(struct minutes *minutes)
{
    const struct document_making *making = minutes->making;
    if (minutes->facts == NULL) {
        minutes->facts =
            document_add(making, making->root, DOCUMENT_FACTS, NULL);
    }
    return minutes->facts;
}

static struct document_node *fact_add(
    struct minutes *minutes, const char *key, const char *text)
{
    return document_fact(minutes->making, facts_of(minutes), key, text);
}

static void block_start(struct minutes *minutes, const char *key)
{
    minutes->facts = NULL;
    document_heading(minutes->making, key);
}

static struct document_node *item_head_add(
    const struct document_making *making, const struct item *item,
    const char *key)
{
    return document_add(making, making->root, DOCUMENT_PARAGRAPH,
        document_quote(making, key,
            arena_format(making->arena, "%s. %s",
                document_number(making, item->number),
                document_item_title(making, item))));
}

static void speeches_of(
    const struct document_making *making, const struct item *item)
{
    struct document_node *facts = NULL;
    bool nobody_asked = false;
    for (size_t i = 0; i < item->speeches_count; i++) {
        const struct item_speech *speech = &item->speeches[i];
        if (speech->speaker == NULL) {
            nobody_asked = true;
            continue;
        }
        if (facts == NULL) {
            (void)document_add(making, making->root, DOCUMENT_PARAGRAPH,
                document_key(making, "paper.minutes.spoke"));
            facts = document_add(making, making->root, DOCUMENT_FACTS, NULL);
        }
        (void)document_labelled(making, facts,
            speaker_of(making, speech->speaker), speech->text);
    }
    if (facts == NULL) {
        (void)document_add(making, making->root, DOCUMENT_PARAGRAPH,
            document_key(making, nobody_asked ? "paper.minutes.nobody"
                                              : "paper.minutes.no-speech"));
    }
}

/* A person's key has 64 digits; whatever is shorter is an office. */
static const char *speaker_of(
    const struct document_making *making, const char *speaker)
{
    if (strlen(speaker) == 64) {
        return document_person(making, speaker);
    }
    return document_capital(making,
        document_office(making, speaker,
            instant_date(making->proceeding->sitting_opened)));
}

static void handing_add(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    if (!date_is_set(proceeding->handed_over)) {
        return;
    }
    const char *office = proceeding->handed_to == NULL
        ? ""
        : document_office(
              making, proceeding->handed_to, proceeding->handed_over);
    struct document_node *fact = document_fact(making,
        document_add(making, making->root, DOCUMENT_FACTS, NULL),
        "paper.minutes.handed",
        document_join(making, office, "; ",
            document_date(making, proceeding->handed_over)));
    document_stage_basis(
        making, fact, document_stage(making, LAW_STAGE_HANDED_TO, NULL));
}
