/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The rows of the derived tables: each is made of one event or of the state of
 * one proceeding, and of nothing else.
 */
#include <string.h>

#include "community/community.h"
#include "store/store_internal.h"

static bool is_pending(const struct proceeding *proceeding);
static bool item_is_pending(const struct item *item);
static bool same_text(const char *left, const char *right);

/* ---- a proceeding ------------------------------------------------------ */

struct store_derived store_derive(const struct proceeding *proceeding)
{
    return (struct store_derived){
        .sitting = {
            .number = proceeding->number,
            .procedure = proceeding->procedure,
            .phase = proceeding_phase_name(proceeding->phase),
            .opened = proceeding->opened,
            .day = proceeding->day,
            .time = proceeding->time,
            .place = proceeding->place,
            .plot = proceeding->plot,
            .items = (int64_t)proceeding->items_count,
        },
        .pending = is_pending(proceeding),
    };
}

bool store_derived_same(
    const struct store_derived *left, const struct store_derived *right)
{
    const struct store_sitting *one = &left->sitting;
    const struct store_sitting *other = &right->sitting;
    return one->number == other->number && one->items == other->items &&
           left->pending == right->pending &&
           date_compare(one->opened, other->opened) == 0 &&
           date_compare(one->day, other->day) == 0 &&
           same_text(one->procedure, other->procedure) &&
           same_text(one->phase, other->phase) &&
           same_text(one->time, other->time) &&
           same_text(one->place, other->place) &&
           same_text(one->plot, other->plot);
}

enum status store_put_sitting(struct store_reader *reader,
    const struct store_derived *derived, struct error *error)
{
    const struct store_sitting *sitting = &derived->sitting;
    sqlite3_stmt *statement = NULL;
    char opened[DATE_TEXT_MAX];
    char day[DATE_TEXT_MAX];
    enum status status =
        store_start(reader, STORE_SITTING_PUT, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", sitting->number);
    store_bind_text(statement, "$2", sitting->procedure);
    store_bind_text(statement, "$3", sitting->phase);
    store_bind_date(statement, "$4", sitting->opened, opened);
    store_bind_date(statement, "$5", sitting->day, day);
    store_bind_text(statement, "$6", sitting->time);
    store_bind_text(statement, "$7", sitting->place);
    store_bind_text(statement, "$8", sitting->plot);
    store_bind_integer(statement, "$9", sitting->items);
    store_bind_integer(statement, "$10", derived->pending ? 1 : 0);
    return store_run(reader, statement, error);
}

/*
 * Until the minutes are handed over there is always something to be done;
 * then, until each decision is made public and carried out, or has fallen.
 */
static bool is_pending(const struct proceeding *proceeding)
{
    switch (proceeding->phase) {
    case PROCEEDING_REFUSED:
    case PROCEEDING_WITHDRAWN:
        return false;
    case PROCEEDING_OPENED:
    case PROCEEDING_CALLED:
    case PROCEEDING_NOTIFIED:
    case PROCEEDING_SITTING:
    case PROCEEDING_QUORUM_LOST:
    case PROCEEDING_ADJOURNED:
    case PROCEEDING_CLOSED:
    case PROCEEDING_SIGNED:
        return true;
    case PROCEEDING_HANDED_OVER:
        break;
    }
    for (size_t i = 0; i < proceeding->items_count; i++) {
        if (item_is_pending(&proceeding->items[i])) {
            return true;
        }
    }
    return false;
}

static bool item_is_pending(const struct item *item)
{
    switch (item->phase) {
    case ITEM_PROPOSED:
    case ITEM_PUT:
    case ITEM_REJECTED:
    case ITEM_WITHDRAWN:
    case ITEM_DROPPED:
        return false;
    case ITEM_ADOPTED:
    case ITEM_APPROVED:
    case ITEM_DISAGREED:
    case ITEM_KEPT:
    case ITEM_STILL_DISAGREED:
    case ITEM_DELIBERATED:
    case ITEM_UPHELD:
        break;
    }
    /* What repeats a decision shares its fate, which is shown there. */
    return item->repeats_proceeding == 0 && (!item->published || !item->done);
}

/* ---- a decision -------------------------------------------------------- */

struct store_decision store_derive_decision(
    const struct proceeding *proceeding, const struct item *item)
{
    return (struct store_decision){
        .number = item->decision,
        .proceeding = proceeding->number,
        .item = item->number,
        .procedure = proceeding->procedure,
        .matter = item->matter,
        .title = item->title,
        .phase = proceeding_item_phase_name(item->phase),
        .decided = item->decided,
        .count = item->count,
        .published = item->published,
    };
}

bool store_decision_same(
    const struct store_decision *left, const struct store_decision *right)
{
    /* Matter and title stand since the call. */
    return left->number == right->number &&
           same_text(left->phase, right->phase) &&
           date_compare(left->decided, right->decided) == 0 &&
           left->count.votes_for == right->count.votes_for &&
           left->count.against == right->count.against &&
           left->count.abstain == right->count.abstain &&
           left->published == right->published;
}

enum status store_put_decision(struct store_reader *reader,
    const struct store_decision *decision, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    char decided[DATE_TEXT_MAX];
    enum status status =
        store_start(reader, STORE_DECISION_PUT, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", decision->number);
    store_bind_integer(statement, "$2", decision->proceeding);
    store_bind_integer(statement, "$3", decision->item);
    store_bind_text(statement, "$4", decision->procedure);
    store_bind_text(statement, "$5", decision->matter);
    store_bind_text(statement, "$6", decision->title);
    store_bind_text(statement, "$7", decision->phase);
    store_bind_date(statement, "$8", decision->decided, decided);
    store_bind_integer(statement, "$9", decision->count.votes_for);
    store_bind_integer(statement, "$10", decision->count.against);
    store_bind_integer(statement, "$11", decision->count.abstain);
    store_bind_integer(statement, "$12", decision->published ? 1 : 0);
    return store_run(reader, statement, error);
}

/* ---- the index --------------------------------------------------------- */

enum status store_put_index(struct store_reader *reader,
    const struct event *event, struct error *error)
{
    sqlite3_stmt *statement = NULL;
    enum status status =
        store_start(reader, STORE_INDEX_ADD, &statement, error);
    if (status != STATUS_OK) {
        return status;
    }
    store_bind_integer(statement, "$1", event->number);
    store_bind_integer(statement, "$2", event->proceeding);
    store_bind_integer(statement, "$3", community_takes(event->kind) ? 1 : 0);
    return store_run(reader, statement, error);
}

static bool same_text(const char *left, const char *right)
{
    if (left == NULL || right == NULL) {
        return left == right;
    }
    return strcmp(left, right) == 0;
}
