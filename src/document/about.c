/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What a paper is, and the addresses of the places of the law that it cites.
 */
#include <string.h>

#include "document/document_internal.h"

static struct date day_of(
    const struct document_making *making, enum document_kind kind);
static const char *number_of(
    const struct document_making *making, enum document_kind kind);
static const struct law_act *act_find(const struct law *law, const char *id);

const struct document_about *document_about(
    const struct document_making *making, enum document_kind kind)
{
    const struct proceeding *proceeding = making->proceeding;
    const struct territory *unit = making->facts->community->unit;
    struct document_about *about = arena_take(making->arena, sizeof *about);
    *about = (struct document_about){
        .kind = kind,
        .language = making->language,
        .community = unit == NULL ? "0" : unit->code,
        .organ = document_organ_word(making),
        .organ_name = document_capital(making, document_organ(making)),
        .number = number_of(making, kind),
        .date = day_of(making, kind),
        .event = proceeding->last_event,
        .made = proceeding->last_at,
    };
    return about;
}

/* Labels count from the paragraph down: "3.1-1".  A local act may have no
   articles. */
const char *document_address(const struct document_making *making,
    const struct law_citation *citation)
{
    const struct law_act *act =
        act_find(making->facts->law, citation->act);
    if (act == NULL) {
        return NULL;
    }
    char day[DATE_TEXT_MAX];
    date_write(act->adopted, day);
    struct buffer address = BUFFER_EMPTY;
    buffer_add_format(&address, "/akn/kz/act/%s/%s/~", day,
        act->number == NULL ? act->id : act->number);
    const char *level = "para_";
    if (citation->article != NULL && citation->article[0] != '\0') {
        buffer_add_format(&address, "art_%s", citation->article);
        level = "__para_";
    }
    for (const char *at = citation->label; at != NULL && *at != '\0';) {
        size_t length = strcspn(at, ".");
        buffer_add_text(&address, level);
        buffer_add(&address, at, length);
        level = "__point_";
        at += length + (at[length] == '.' ? 1 : 0);
    }
    const char *text = arena_text(making->arena, buffer_text(&address));
    buffer_finish(&address);
    return text;
}

static struct date day_of(
    const struct document_making *making, enum document_kind kind)
{
    const struct proceeding *proceeding = making->proceeding;
    switch (kind) {
    case DOCUMENT_NOTICE:
        return proceeding->called;
    case DOCUMENT_ATTENDANCE:
    case DOCUMENT_SLIPS:
        return proceeding->day;
    case DOCUMENT_MINUTES:
        return instant_date(proceeding->sitting_opened);
    case DOCUMENT_DECISION:
        return making->item->decided;
    case DOCUMENT_EXTRACT:
        return instant_date(proceeding->sitting_opened);
    }
    return proceeding->day;
}

static const char *number_of(
    const struct document_making *making, enum document_kind kind)
{
    long long sitting = (long long)making->proceeding->number;
    if (kind == DOCUMENT_DECISION) {
        return arena_format(
            making->arena, "%lld", (long long)making->item->decision);
    }
    if (making->item == NULL) {
        return arena_format(making->arena, "%lld", sitting);
    }
    return arena_format(making->arena, "%lld-%lld", sitting,
        (long long)making->item->number);
}

static const struct law_act *act_find(const struct law *law, const char *id)
{
    for (size_t i = 0; id != NULL && i < law_acts_count(law); i++) {
        const struct law_act *act = law_act_at(law, i);
        if (strcmp(act->id, id) == 0) {
            return act;
        }
    }
    return NULL;
}
