/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Papers: their kinds, whether one exists yet, and its making.  What a paper
 * says is decided in the file of its kind.
 */
#include "document/document.h"

#include <assert.h>
#include <string.h>

#include "document/document_internal.h"

static const char *not_yet(const struct document_making *making,
    enum document_kind kind);
static const char *slips_not_yet(const struct document_making *making);
static bool is_open(const struct item *item);
static bool is_voted(const struct item *item);
static bool has_roll(const struct document_people *people,
    struct arena *arena);

static const char *const kind_names[] = {
    [DOCUMENT_NOTICE] = "notice",
    [DOCUMENT_ATTENDANCE] = "attendance",
    [DOCUMENT_MINUTES] = "minutes",
    [DOCUMENT_DECISION] = "decision",
    [DOCUMENT_SLIPS] = "slips",
    [DOCUMENT_EXTRACT] = "extract",
};

const char *document_kind_name(enum document_kind kind)
{
    assert((size_t)kind < DOCUMENT_KINDS);
    return kind_names[kind];
}

bool document_kind_is_of_item(enum document_kind kind)
{
    return kind == DOCUMENT_DECISION || kind == DOCUMENT_EXTRACT;
}

bool document_kind_parse(const char *name, enum document_kind *kind)
{
    for (size_t i = 0; i < DOCUMENT_KINDS; i++) {
        if (strcmp(kind_names[i], name) == 0) {
            *kind = (enum document_kind)i;
            return true;
        }
    }
    return false;
}

enum status document_make(enum document_kind kind,
    const struct engine_facts *facts, int64_t item, enum language language,
    const struct document_people *people, struct arena *arena,
    struct document_node **document, struct error *error)
{
    assert(facts->law != NULL);
    assert(facts->community != NULL);
    struct document_making making = {
        .facts = facts,
        .proceeding = facts->proceeding,
        .people = people,
        .language = language,
        .arena = arena,
    };
    if (facts->proceeding == NULL || facts->proceeding->number == 0) {
        return error_set(error, STATUS_MISSING, "paper.missing.proceeding");
    }
    making.procedure = engine_procedure(facts, arena);
    if (making.procedure == NULL) {
        return error_set(error, STATUS_MISSING, "paper.missing.procedure");
    }
    if (document_kind_is_of_item(kind) || kind == DOCUMENT_SLIPS) {
        making.item = proceeding_item(facts->proceeding, item);
    } else {
        item = 0;
    }
    const char *missing = not_yet(&making, kind);
    if (missing == NULL && item != 0 && making.item == NULL) {
        missing = "paper.missing.item";
    }
    if (missing != NULL) {
        return error_set(error, STATUS_MISSING, missing);
    }
    struct document_node *root = arena_take(arena, sizeof *root);
    root->kind = DOCUMENT_ROOT;
    root->about = document_about(&making, kind);
    making.root = root;
    switch (kind) {
    case DOCUMENT_NOTICE:
        document_notice(&making);
        break;
    case DOCUMENT_ATTENDANCE:
        document_attendance(&making);
        break;
    case DOCUMENT_MINUTES:
        document_minutes(&making);
        break;
    case DOCUMENT_DECISION:
        document_decision(&making);
        break;
    case DOCUMENT_SLIPS:
        document_slips(&making);
        break;
    case DOCUMENT_EXTRACT:
        document_extract(&making);
        break;
    }
    if (kind != DOCUMENT_SLIPS) {
        document_provenance(&making);
    }
    *document = root;
    return STATUS_OK;
}

/* The message that says what is still to be done, or NULL. */
static const char *not_yet(
    const struct document_making *making, enum document_kind kind)
{
    const struct proceeding *proceeding = making->proceeding;
    bool is_called = date_is_set(proceeding->called);
    bool is_opened = proceeding->sitting_opened.seconds != 0;
    switch (kind) {
    case DOCUMENT_NOTICE:
        return is_called ? NULL : "paper.missing.notice";
    case DOCUMENT_ATTENDANCE:
        if (!is_called) {
            return "paper.missing.notice";
        }
        return proceeding_came(proceeding) > 0 ||
                has_roll(making->people, making->arena)
            ? NULL
            : "paper.missing.attendance";
    case DOCUMENT_MINUTES:
        if (document_stage(making, LAW_STAGE_MINUTES, NULL) == NULL) {
            return "paper.missing.minutes-unasked";
        }
        return is_opened ? NULL : "paper.missing.minutes";
    case DOCUMENT_DECISION:
        if (making->item == NULL) {
            return "paper.missing.item";
        }
        return making->item->decision > 0 ? NULL : "paper.missing.decision";
    case DOCUMENT_SLIPS:
        return is_called ? slips_not_yet(making) : "paper.missing.notice";
    case DOCUMENT_EXTRACT:
        if (making->item == NULL) {
            return "paper.missing.item";
        }
        return is_voted(making->item) ? NULL : "paper.missing.extract";
    }
    return NULL;
}

/* Slips are for what is still to be voted on. */
static const char *slips_not_yet(const struct document_making *making)
{
    const struct proceeding *proceeding = making->proceeding;
    if (making->item != NULL) {
        return is_open(making->item) ? NULL : "paper.missing.slips";
    }
    for (size_t i = 0; i < proceeding->items_count; i++) {
        if (is_open(&proceeding->items[i])) {
            return NULL;
        }
    }
    return "paper.missing.slips";
}

static bool is_open(const struct item *item)
{
    return item->phase == ITEM_PROPOSED || item->phase == ITEM_PUT;
}

static bool is_voted(const struct item *item)
{
    return item->decision > 0 || item->phase == ITEM_REJECTED;
}

static bool has_roll(
    const struct document_people *people, struct arena *arena)
{
    const char *name = NULL;
    const char *address = NULL;
    return people != NULL && people->roll != NULL &&
        people->roll(people->context, 0, 1, &name, &address, arena) > 0;
}
