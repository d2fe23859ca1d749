/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The budget in one picture.  Its sections are those of the form in which
 * maslikhats approve rural budgets.
 */
#include "web/budget.h"

enum { BAR_WIDTH = 300 };

static const struct {
    const char *figure; /* of the record */
    const char *name;   /* a message */
    const char *kind;   /* the class of its bar */
    bool is_part;
} sections[] = {
    {"revenue", "budget.revenue", "bar-for", false},
    {"tax", "budget.tax", "bar-for", true},
    {"non_tax", "budget.non-tax", "bar-for", true},
    {"capital_sales", "budget.capital-sales", "bar-for", true},
    {"transfers", "budget.transfers", "bar-for", true},
    {"expenditure", "budget.expenditure", "bar-against", false},
    {"net_lending", "budget.net-lending", "bar-against", false},
    {"financial_assets", "budget.financial-assets", "bar-against", false},
    {"deficit", "budget.deficit", "bar-abstain", false},
    {"financing", "budget.financing", "bar-abstain", false},
};

enum { SECTIONS = sizeof sections / sizeof sections[0] };

static int64_t figure(const struct community_budget *budget, const char *name)
{
    return json_member_integer(budget->figures, name, 0);
}

static const struct community_budget *latest(const struct community *community)
{
    const struct community_budget *found = NULL;
    for (size_t i = 0; i < community->budgets_count; i++) {
        if (found == NULL || community->budgets[i].year >= found->year) {
            found = &community->budgets[i];
        }
    }
    return found;
}

static void rows_fill(const struct request *request,
    const struct community_budget *budget, struct pages_budget *part)
{
    int64_t revenue = figure(budget, "revenue");
    int64_t expenditure = figure(budget, "expenditure");
    int64_t most = revenue > expenditure ? revenue : expenditure;
    struct pages_budget_rows *rows =
        arena_take_array(request->arena, SECTIONS, sizeof *rows);
    for (size_t i = 0; i < SECTIONS; i++) {
        int64_t sum = figure(budget, sections[i].figure);
        int64_t size = sum < 0 ? -sum : sum;
        int64_t width =
            most > 0 && size <= most ? size / (most / BAR_WIDTH + 1) : 0;
        rows[i] = (struct pages_budget_rows){
            .name = sections[i].name,
            .sum = {sum},
            .kind = sections[i].kind,
            .is_part = sections[i].is_part,
            .width = arena_format(request->arena, "%lld", (long long)width),
        };
    }
    part->rows = rows;
    part->rows_count = SECTIONS;
}

struct pages_budget *budget_part(
    const struct request *request, const struct community *community)
{
    const struct community_budget *budget = latest(community);
    if (budget == NULL) {
        return NULL;
    }
    struct pages_budget *part = arena_take(request->arena, sizeof *part);
    *part = (struct pages_budget){
        .year = arena_format(request->arena, "%lld", (long long)budget->year),
        .revenue = {figure(budget, "revenue")},
        .expenditure = {figure(budget, "expenditure")},
        .is_example = budget->example,
        .decision = budget->decision,
    };
    rows_fill(request, budget, part);
    return part;
}
