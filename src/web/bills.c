/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Bills, held against the law of a day: by default the day on which their own
 * norms begin.
 */
#include "web/bills.h"

#include <string.h>

#include "web/flaws.h"
#include "web/pager.h"
#include "web/timeline.h"

const struct form_field bills_fields[BILLS_FIELDS] = {
    {"day", FORM_DATE, 10, false, false},
    {"reading", FORM_WORD, 16, false, false},
    {"page", FORM_NUMBER, 6, false, false},
};

struct bill {
    const char *id;
    const struct law_act *act; /* NULL: it only amends others */
    struct date from;          /* when its norms begin; not set: it has none */
    size_t norms;
    const char *title;
};

/* ---- what is known of a bill --------------------------------------------- */

/* "Changes in: Constitution of 1995; Law of 2001" of one that has no name. */
static const char *title_of(const struct request *request,
    const struct bill *bill, const struct law_norm *const *norms, size_t count)
{
    struct buffer acts = BUFFER_EMPTY;
    for (size_t i = 0; i < count; i++) {
        if (norms[i]->bill == NULL || strcmp(norms[i]->bill, bill->id) != 0) {
            continue;
        }
        const char *act = lawpage_act(request, norms[i]->citation.act);
        if (strstr(buffer_text(&acts), act) == NULL) {
            buffer_add_text(&acts, acts.length == 0 ? "" : "; ");
            buffer_add_text(&acts, act);
        }
    }
    struct message title;
    (void)message_text(
        message_start(&title, "bills.untitled"), "bill", bill->id);
    (void)message_text(&title, "acts", buffer_text(&acts));
    const char *said = view_say(request, request->law, &title);
    buffer_finish(&acts);
    return said;
}

/* Its norms on the first day on which it has any. */
static void norms_find(const struct request *request, struct bill *bill)
{
    const struct date *days = NULL;
    size_t days_count = 0;
    law_edition_days(request->law, request->arena, &days, &days_count);
    for (size_t i = 0; i <= days_count && bill->norms == 0; i++) {
        struct law_query query = {
            .day = i < days_count ? days[i] : request->today,
            .bill = bill->id,
            .population = -1};
        const struct law_norm *const *norms = NULL;
        size_t count = 0;
        law_norms(request->law, &query, request->arena, &norms, &count);
        for (size_t k = 0; k < count; k++) {
            if (norms[k]->bill == NULL ||
                strcmp(norms[k]->bill, bill->id) != 0) {
                continue;
            }
            bill->norms++;
            if (!date_is_set(bill->from) ||
                date_compare(norms[k]->citation.edition, bill->from) > 0) {
                bill->from = norms[k]->citation.edition;
            }
        }
        if (bill->norms > 0) {
            bill->title = bill->act == NULL
                              ? title_of(request, bill, norms, count)
                              : lawpage_act(request, bill->id);
        }
    }
}

static struct bill bill_read(const struct request *request, const char *id)
{
    struct bill bill = {.id = id, .title = id};
    for (size_t i = 0; i < law_acts_count(request->law); i++) {
        const struct law_act *act = law_act_at(request->law, i);
        if (strcmp(act->id, id) == 0) {
            bill.act = act;
            bill.title = lawpage_act(request, id);
        }
    }
    norms_find(request, &bill);
    return bill;
}

/* ---- all bills ----------------------------------------------------------- */

void bills_list(struct request *request, struct response *response)
{
    const char *const *ids = NULL;
    size_t count = 0;
    law_bills(request->law, NULL, request->arena, &ids, &count);
    struct pages_bills_rows *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        struct bill bill = bill_read(request, ids[i]);
        rows[i] = (struct pages_bills_rows){
            .where = lawpage_url(request, URL_LAW_BILL, bill.id),
            .title = bill.title,
            .status = timeline_status(
                bill.act == NULL ? "proposed" : bill.act->status),
            .from = bill.from,
            .norms = (int64_t)bill.norms,
        };
    }
    struct pages_bills page = {
        .rows = rows,
        .rows_count = count,
        .count = (int64_t)count,
        .foot = lawpage_foot(request, NULL),
    };
    pages_bills(&page, page_start_key(request, response, 200, "bills.title"));
}

/* ---- one bill ------------------------------------------------------------ */

struct weighing {
    const struct request *request;
    struct date day;
    const struct study_answer *before;
    const struct study_answer *after;
    const struct study_answer *changes;
    int64_t milliseconds;
};

static size_t conflicts_of(const struct study_answer *answer)
{
    size_t count = 0;
    for (size_t i = 0; i < answer->count; i++) {
        count += findings_is_conflict(answer->findings[i].kind) ? 1 : 0;
    }
    return count;
}

/* What vanishes stands with its reasons on the page of findings. */
static void vanished_fill(const struct weighing *weighing,
    const struct findings_item *const *items, size_t count,
    struct pages_bill *page)
{
    const struct request *request = weighing->request;
    struct pages_bill_vanished *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    struct url findings =
        url_with(request->arena, request_url(request, URL_LAW_FINDINGS), "day",
            lawpage_written(request, weighing->day));
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct pages_bill_vanished){
            .sentence = flaws_sentence(request, items[i]),
            .kind = flaws_kind(items[i]->kind),
            .is_conflict = findings_is_conflict(items[i]->kind),
            .where = url_with(request->arena, findings, "kind",
                findings_kind_name(items[i]->kind)),
        };
    }
    page->vanished = rows;
    page->vanished_count = count;
    page->gone = (int64_t)count;
}

static void appeared_fill(const struct weighing *weighing,
    const struct findings_item *const *items, size_t count,
    struct pages_bill *page)
{
    const struct request *request = weighing->request;
    struct pages_bill_appeared *rows =
        arena_take_array(request->arena, count, sizeof *rows);
    for (size_t i = 0; i < count && i < PAGER_ROWS; i++) {
        rows[page->appeared_count++].finding =
            flaws_part(request, items[i], NULL, weighing->day);
    }
    page->appeared = rows;
    page->come = (int64_t)count;
}

static void changes_fill(
    const struct weighing *weighing, struct pages_bill *page)
{
    const struct request *request = weighing->request;
    const struct study_answer *changes = weighing->changes;
    struct pages_bill_changes *rows =
        arena_take_array(request->arena, PAGER_ROWS, sizeof *rows);
    size_t offset = pager_offset(request);
    page->changes = rows;
    for (size_t i = 0; i < changes->count; i++) {
        const struct compare_change *change = &changes->changes[i];
        page->norms_come += change->is_new ? 1 : 0;
        page->norms_gone += change->is_new ? 0 : 1;
        if (i >= offset && page->changes_count < PAGER_ROWS) {
            rows[page->changes_count++] = (struct pages_bill_changes){
                .is_new = change->is_new,
                .norm = lawpage_norm(request, change->norm, weighing->day),
            };
        }
    }
    page->pager = pager_part_at(request, lawpage_here(request), changes->count);
}

static void weigh(struct weighing *weighing, const char *bill)
{
    const struct request *request = weighing->request;
    struct study *study = request->site->study;
    struct study_question question = {
        .subject = STUDY_FINDINGS,
        .law = request->law,
        .day = weighing->day,
        .reading = lawpage_reading(request),
    };
    weighing->before = study_ask(study, &question);
    question.bill = bill;
    weighing->after = study_ask(study, &question);
    question.subject = STUDY_CHANGES;
    weighing->changes = study_ask(study, &question);
    weighing->milliseconds = weighing->before->milliseconds +
                             weighing->after->milliseconds +
                             weighing->changes->milliseconds;
}

static void page_fill(const struct weighing *weighing, struct pages_bill *page)
{
    const struct findings_item **vanished = NULL;
    const struct findings_item **appeared = NULL;
    size_t gone = 0;
    size_t come = 0;
    findings_compare(weighing->before->findings, weighing->before->count,
        weighing->after->findings, weighing->after->count,
        weighing->request->arena, &vanished, &gone, &appeared, &come);
    vanished_fill(weighing, vanished, gone, page);
    appeared_fill(weighing, appeared, come, page);
    changes_fill(weighing, page);
    page->conflicts_before = (int64_t)conflicts_of(weighing->before);
    page->conflicts_after = (int64_t)conflicts_of(weighing->after);
}

void bills_show(struct request *request, struct response *response)
{
    const char *const *ids = NULL;
    size_t count = 0;
    law_bills(request->law, NULL, request->arena, &ids, &count);
    const char *id = NULL;
    for (size_t i = 0; i < count; i++) {
        id = strcmp(ids[i], request->target.word) == 0 ? ids[i] : id;
    }
    if (id == NULL) {
        page_status(request, response, 404, NULL);
        return;
    }
    struct bill bill = bill_read(request, id);
    struct date asked = form_date(&request->form, "day");
    struct weighing weighing = {
        .request = request,
        .day = date_is_set(asked)       ? asked
               : date_is_set(bill.from) ? bill.from
                                        : request->today,
    };
    weigh(&weighing, id);
    struct pages_law_foot *foot = lawpage_foot(request, weighing.before);
    foot->milliseconds = weighing.milliseconds;
    struct pages_bill page = {
        .day = weighing.day,
        .status =
            timeline_status(bill.act == NULL ? "proposed" : bill.act->status),
        .all = request_url(request, URL_LAW_BILLS),
        .when = lawpage_when(
            request, weighing.day, lawpage_readings(request), NULL),
        .foot = foot,
    };
    page_fill(&weighing, &page);
    pages_bill(&page,
        page_start(request, response, lawpage_status(request), bill.title));
}
