/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Taking in files: the register of residents, a yearly budget.  A file with
 * one fault is not taken in at all.
 */
#include <string.h>

#include "base/csv.h"
#include "base/money.h"
#include "base/number.h"
#include "clerk/clerk_internal.h"
#include "crypto/random.h"

/* The widest integer of the record. */
static const int64_t FIGURE_MAX = INT64_C(1) << 53;

/* What the writer thread enters. */
struct importing {
    struct act act; /* body NULL: made of the residents' root */
    struct resident *residents;
    struct commitment_salt *salts;
    size_t count;
};

static enum status importing_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error);
static enum status importing_start(const struct clerk_account *account,
    enum act_kind kind, struct clerk_job **job, struct error *error);
static enum status residents_read(struct clerk *clerk, struct bytes csv,
    struct clerk_job *job, struct error *error);
static enum status budget_read(
    struct bytes text, struct clerk_job *job, bool example,
    struct error *error);
static enum status community_read(struct clerk *clerk, struct arena *arena,
    struct community *community, struct instant *now, struct error *error);
static enum status budget_row(struct csv *csv, const char *const *fields,
    struct arena *arena, struct json *body, struct error *error);

enum status clerk_import_residents(struct clerk *clerk,
    const struct clerk_account *account, struct bytes csv, int64_t *imported,
    struct error *error)
{
    struct clerk_job *job = NULL;
    enum status status =
        importing_start(account, ACT_IMPORT_RESIDENTS, &job, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = residents_read(clerk, csv, job, error);
    if (status != STATUS_OK) {
        arena_destroy(job->arena);
        return status;
    }
    const struct importing *importing = job->context;
    int64_t count = (int64_t)importing->count;
    status = clerk_job_wait(clerk, job, NULL, error);
    if (status == STATUS_OK) {
        *imported = count;
    }
    return status;
}

static enum status residents_read(struct clerk *clerk, struct bytes csv,
    struct clerk_job *job, struct error *error)
{
    struct importing *importing = job->context;
    struct community community;
    struct instant now;
    enum status status =
        community_read(clerk, job->arena, &community, &now, error);
    if (status == STATUS_OK) {
        status = resident_read_csv(csv, community.unit,
            community.demonstration, instant_date(now), job->arena,
            &importing->residents, &importing->count, error);
    }
    if (status == STATUS_OK) {
        importing->salts = arena_take_array(
            job->arena, importing->count, sizeof *importing->salts);
        random_fill(
            importing->salts, importing->count * sizeof *importing->salts);
    }
    return status;
}

enum status clerk_import_budget(struct clerk *clerk,
    const struct clerk_account *account, struct bytes text, bool example,
    int64_t *imported, struct error *error)
{
    struct clerk_job *job = NULL;
    enum status status =
        importing_start(account, ACT_RECORD_BUDGET, &job, error);
    if (status != STATUS_OK) {
        return status;
    }
    status = budget_read(text, job, example, error);
    if (status != STATUS_OK) {
        arena_destroy(job->arena);
        return status;
    }
    status = clerk_job_wait(clerk, job, NULL, error);
    if (status == STATUS_OK) {
        *imported = 1;
    }
    return status;
}

static enum status budget_read(
    struct bytes text, struct clerk_job *job, bool example,
    struct error *error)
{
    struct importing *importing = job->context;
    struct json *body = json_object(job->arena);
    struct csv *csv = NULL;
    const char *const *fields = NULL;
    enum status status = csv_open(text, job->arena, &csv, error);
    if (status == STATUS_OK) {
        status = csv_next(csv, &fields, error);
        if (status == STATUS_MISSING) {
            status = error_set(error, STATUS_INVALID, "error.budget-empty");
        }
    }
    if (status == STATUS_OK) {
        status = budget_row(csv, fields, job->arena, body, error);
    }
    if (status != STATUS_OK) {
        return status;
    }
    status = csv_next(csv, &fields, error);
    if (status == STATUS_OK) {
        error_set(error, STATUS_INVALID, "error.budget-one-year");
        message_number(&error->message, "line", (int64_t)csv_line(csv));
        return STATUS_INVALID;
    }
    json_put_boolean(body, "example", example);
    importing->act.body = body;
    return status == STATUS_MISSING ? STATUS_OK : status;
}

/* A job for what the account may import. */
static enum status importing_start(const struct clerk_account *account,
    enum act_kind kind, struct clerk_job **job, struct error *error)
{
    struct clerk_job *made = clerk_job_create(importing_run, NULL);
    struct importing *importing = arena_take(made->arena, sizeof *importing);
    importing->act.kind = kind;
    importing->act.actor = "keeper";
    importing->act.entered_by =
        arena_format(made->arena, "account-%lld", (long long)account->id);
    made->context = importing;
    enum status status = clerk_authorise(account, &importing->act, NULL, error);
    if (status != STATUS_OK) {
        arena_destroy(made->arena);
        return status;
    }
    *job = made;
    return STATUS_OK;
}

static enum status importing_run(
    struct clerk *clerk, struct clerk_job *job, struct error *error)
{
    struct importing *importing = job->context;
    struct act *act = &importing->act;
    enum status status = clerk_act_time(clerk, &act->at, error);
    if (status == STATUS_OK && act->kind == ACT_IMPORT_RESIDENTS) {
        struct store_import import;
        status = store_import(clerk->store, importing->residents,
            importing->salts, importing->count, &import, error);
        if (status == STATUS_OK) {
            struct json *body = json_object(job->arena);
            json_put_integer(body, "count", (int64_t)importing->count);
            json_put_text(body, "root", import.root);
            if (import.added != (int64_t)importing->count) {
                json_put_integer(body, "added", import.added);
            }
            act->body = body;
        }
    }
    return status == STATUS_OK
        ? clerk_decide(clerk, act, NULL, job->arena, &job->answer, error)
        : status;
}

static enum status community_read(struct clerk *clerk, struct arena *arena,
    struct community *community, struct instant *now, struct error *error)
{
    enum status status = clerk_time(clerk, now, error);
    if (status == STATUS_OK) {
        pthread_mutex_lock(&clerk->reading);
        status = store_community(clerk->reader, arena, community, error);
        pthread_mutex_unlock(&clerk->reading);
    }
    if (status == STATUS_OK && community->unit == NULL) {
        status = error_set(error, STATUS_MISSING, "error.no-community");
    }
    return status;
}

/* ---- budget ------------------------------------------------------------ */

/* The columns of figures, in thousand tenge. */
static const char *const figures[] = {"revenue", "tax", "non_tax",
    "capital_sales", "transfers", "expenditure", "net_lending", "loans",
    "loan_repayment", "financial_assets", "deficit", "financing"};

/* total = plus… - minus…, by the form of a budget. */
static const struct identity {
    const char *total;
    const char *plus[4];
    const char *minus[3];
} identities[] = {
    {"revenue", {"tax", "non_tax", "capital_sales", "transfers"}, {0}},
    {"net_lending", {"loans"}, {"loan_repayment"}},
    {"deficit", {"revenue"}, {"expenditure", "net_lending",
                                 "financial_assets"}},
    {"financing", {0}, {"deficit"}},
};

static enum status column_missing(const char *name, struct error *error)
{
    error_set(error, STATUS_INVALID, "error.budget-column");
    message_text(&error->message, "column", name);
    return STATUS_INVALID;
}

static enum status identities_check(
    const struct json *body, size_t line, struct error *error)
{
    for (size_t i = 0; i < sizeof identities / sizeof *identities; i++) {
        const struct identity *identity = &identities[i];
        int64_t sum = 0;
        for (size_t k = 0; k < 4 && identity->plus[k] != NULL; k++) {
            sum += json_member_integer(body, identity->plus[k], 0);
        }
        for (size_t k = 0; k < 3 && identity->minus[k] != NULL; k++) {
            sum -= json_member_integer(body, identity->minus[k], 0);
        }
        if (sum != json_member_integer(body, identity->total, 0)) {
            error_set(error, STATUS_INVALID, "error.budget-sum");
            message_number(&error->message, "line", (int64_t)line);
            message_text(&error->message, "column", identity->total);
            return STATUS_INVALID;
        }
    }
    return STATUS_OK;
}

static enum status figures_read(struct csv *csv, const char *const *fields,
    struct json *body, struct error *error)
{
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        struct money money;
        int column = csv_column(csv, figures[i]);
        if (column < 0) {
            return column_missing(figures[i], error);
        }
        if (!money_parse_thousands(fields[column], &money) ||
            money.tiyn > FIGURE_MAX || money.tiyn < -FIGURE_MAX) {
            error_set(error, STATUS_INVALID, "error.budget-figure");
            message_number(
                &error->message, "line", (int64_t)csv_line(csv));
            message_text(&error->message, "column", figures[i]);
            return STATUS_INVALID;
        }
        json_put_integer(body, figures[i], money.tiyn);
    }
    return identities_check(body, csv_line(csv), error);
}

static enum status budget_row(struct csv *csv, const char *const *fields,
    struct arena *arena, struct json *body, struct error *error)
{
    static const char *const needed[] = {"year", "decision", "decided_on"};
    int columns[3];
    int64_t year = 0;
    struct date decided;
    for (size_t i = 0; i < 3; i++) {
        columns[i] = csv_column(csv, needed[i]);
        if (columns[i] < 0) {
            return column_missing(needed[i], error);
        }
    }
    const char *number = fields[columns[1]];
    const char *day = fields[columns[2]];
    if (!number_parse(fields[columns[0]], &year) || year < 1991 ||
        year > 2999 || number[0] == '\0' || !date_parse(day, &decided)) {
        error_set(error, STATUS_INVALID, "error.budget-head");
        message_number(&error->message, "line", (int64_t)csv_line(csv));
        return STATUS_INVALID;
    }
    json_put_integer(body, "year", year);
    json_put_text(
        body, "decision", arena_format(arena, "%s, %s", number, day));
    struct json *values = json_object(arena);
    enum status status = figures_read(csv, fields, values, error);
    json_put(body, "figures", values);
    return status;
}
