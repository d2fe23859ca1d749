/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The table of pages.
 */
#include "web/routes.h"

#include "web/accounts.h"
#include "web/act_form.h"
#include "web/acts.h"
#include "web/bills.h"
#include "web/calling.h"
#include "web/calling_state.h"
#include "web/counts.h"
#include "web/criteria.h"
#include "web/decisions.h"
#include "web/disputes.h"
#include "web/due.h"
#include "web/edition.h"
#include "web/editions.h"
#include "web/entries.h"
#include "web/flaws.h"
#include "web/home.h"
#include "web/lawhub.h"
#include "web/opening.h"
#include "web/organs.h"
#include "web/papers.h"
#include "web/powers.h"
#include "web/repairs.h"
#include "web/screen.h"
#include "web/sign_in.h"
#include "web/sittings.h"
#include "web/tiers.h"
#include "web/timeline.h"

#define FIELDS(fields) (fields), sizeof(fields) / sizeof(fields)[0]

static const struct form_field sign_in_query[] = {
    {"next", FORM_LINE, 200, false, false},
};

static const struct form_field sign_in_fields[] = {
    {"name", FORM_LINE, 64, true, false},
    {"password", FORM_SECRET, 200, true, false},
    {"next", FORM_LINE, 200, false, false},
};

/* A list in pages; a page that an act leads to. */
static const struct form_field list_query[] = {
    {"page", FORM_NUMBER, 6, false, false},
};

static const struct form_field receipt_query[] = {
    {"receipt", FORM_NUMBER, 12, false, false},
};

/* Where work goes on at the table: in the roll, or with a click a vote. */
static const struct form_field screen_query[] = {
    {"receipt", FORM_NUMBER, 12, false, false},
    {"way", FORM_WORD, 12, false, false},
};

static const struct routes_row rows[] = {
    {REQUEST_GET, URL_HOME, ROUTES_PUBLIC, NULL, 0, home_show, NULL,
        ROUTES_QUICK},
    {REQUEST_GET, URL_SIGN_IN, ROUTES_PUBLIC, FIELDS(sign_in_query),
        sign_in_show, NULL, ROUTES_QUICK},
    {REQUEST_POST, URL_SIGN_IN, ROUTES_PUBLIC, FIELDS(sign_in_fields),
        sign_in_enter, NULL, ROUTES_SLOW},
    {REQUEST_POST, URL_SIGN_OUT, ROUTES_SIGNED_IN, NULL, 0, sign_in_leave, NULL,
        ROUTES_QUICK},
    {REQUEST_GET, URL_SITTINGS, ROUTES_PUBLIC, FIELDS(list_query),
        sittings_list, NULL, ROUTES_QUICK},
    {REQUEST_GET, URL_SITTING_NEW, ROUTES_SIGNED_IN, FIELDS(opening_fields),
        opening_show, NULL, ROUTES_QUICK},
    {REQUEST_POST, URL_SITTING_NEW, ROUTES_SIGNED_IN, FIELDS(opening_fields),
        opening_send, opening_sent, ROUTES_QUICK},
    {REQUEST_GET, URL_SITTING, ROUTES_PUBLIC, FIELDS(receipt_query),
        sittings_show, NULL, ROUTES_QUICK},
    {REQUEST_GET, URL_SITTING_CALL, ROUTES_SIGNED_IN,
        FIELDS(calling_state_fields), calling_show, NULL, ROUTES_QUICK},
    {REQUEST_POST, URL_SITTING_CALL, ROUTES_SIGNED_IN,
        FIELDS(calling_state_fields), calling_send, calling_sent, ROUTES_QUICK},
    {REQUEST_GET, URL_SITTING_ACT, ROUTES_SIGNED_IN, FIELDS(act_form_fields),
        acts_show, NULL, ROUTES_QUICK},
    {REQUEST_POST, URL_SITTING_ACT, ROUTES_SIGNED_IN, FIELDS(act_form_fields),
        acts_send, acts_sent, ROUTES_QUICK},
    {REQUEST_GET, URL_SITTING_SCREEN, ROUTES_SIGNED_IN, FIELDS(screen_query),
        screen_show, NULL, ROUTES_QUICK},
    {REQUEST_GET, URL_SITTING_EVENTS, ROUTES_PUBLIC, NULL, 0, counts_show, NULL,
        ROUTES_QUICK},
    {REQUEST_GET, URL_SITTING_PAPER, ROUTES_PUBLIC, NULL, 0, papers_show, NULL,
        ROUTES_QUICK},
    {REQUEST_GET, URL_SITTING_PDF, ROUTES_PUBLIC, NULL, 0, papers_print, NULL,
        ROUTES_PRINT},
    {REQUEST_GET, URL_SITTING_AKN, ROUTES_PUBLIC, NULL, 0, papers_mark_up, NULL,
        ROUTES_QUICK},
    {REQUEST_GET, URL_DECISIONS, ROUTES_PUBLIC, FIELDS(list_query),
        decisions_list, NULL, ROUTES_QUICK},
    {REQUEST_GET, URL_DECISION, ROUTES_PUBLIC, FIELDS(receipt_query),
        decisions_show, NULL, ROUTES_QUICK},
    {REQUEST_GET, URL_ORGANS, ROUTES_PUBLIC, NULL, 0, organs_list, NULL,
        ROUTES_QUICK},
    {REQUEST_GET, URL_ORGAN, ROUTES_PUBLIC, NULL, 0, organs_show, NULL,
        ROUTES_QUICK},
    {REQUEST_GET, URL_DUE, ROUTES_SIGNED_IN, NULL, 0, due_show, NULL,
        ROUTES_QUICK},
    {REQUEST_GET, URL_RECORD, ROUTES_PUBLIC, FIELDS(entries_fields),
        entries_show, NULL, ROUTES_QUICK},
    {REQUEST_GET, URL_LAW, ROUTES_PUBLIC, NULL, 0, lawhub_show, NULL,
        ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_ACT, ROUTES_PUBLIC, FIELDS(edition_fields),
        edition_show, NULL, ROUTES_QUICK},
    {REQUEST_GET, URL_LAW_EDITIONS, ROUTES_PUBLIC, FIELDS(editions_fields),
        editions_show, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_POWERS, ROUTES_PUBLIC, FIELDS(powers_fields),
        powers_show, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_FINDINGS, ROUTES_PUBLIC, FIELDS(flaws_fields),
        flaws_show, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_CHARTER, ROUTES_PUBLIC, FIELDS(criteria_fields),
        criteria_show, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_TIMELINE, ROUTES_PUBLIC, FIELDS(timeline_fields),
        timeline_show, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_BILLS, ROUTES_PUBLIC, NULL, 0, bills_list, NULL,
        ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_BILL, ROUTES_PUBLIC, FIELDS(bills_fields), bills_show,
        NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_REPAIR, ROUTES_PUBLIC, FIELDS(repairs_fields),
        repairs_show, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_DISCREPANCIES, ROUTES_PUBLIC, FIELDS(disputes_fields),
        disputes_show, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_ALLOCATION, ROUTES_PUBLIC, FIELDS(tiers_fields),
        tiers_allocation, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_LAW_TERRITORY, ROUTES_PUBLIC, FIELDS(tiers_fields),
        tiers_territory, NULL, ROUTES_SLOW},
    {REQUEST_GET, URL_ACCOUNTS, ROUTES_CLERK, FIELDS(accounts_fields),
        accounts_show, NULL, ROUTES_QUICK},
    {REQUEST_POST, URL_ACCOUNTS, ROUTES_CLERK, FIELDS(accounts_fields),
        accounts_add, NULL, ROUTES_SLOW},
};

const struct routes_row *routes_find(
    enum request_method method, enum url_place place)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].method == method && rows[i].place == place) {
            return &rows[i];
        }
    }
    return NULL;
}

bool routes_allow(const struct routes_row *row, const struct request *request)
{
    switch (row->right) {
    case ROUTES_PUBLIC:
        return true;
    case ROUTES_SIGNED_IN:
        return request->account != NULL;
    case ROUTES_CLERK:
        return request_has_office(request, "clerk") ||
               request_has_office(request, "keeper");
    }
    return false;
}
