/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The price list, all optima, and what stands in the way where the
 * Constitution is not to be touched.
 */
#include "web/repairs.h"

#include "web/lawpage.h"

const struct form_field repairs_fields[REPAIRS_FIELDS] = {
    {"day", FORM_DATE, 10, false, false},
    {"reading", FORM_WORD, 16, false, false},
};

/* So many optima are printed; the number of all is said. */
enum { OPTIONS_SHOWN = 8 };

static void prices_fill(const struct request *request,
    const struct repair_result *repair, struct pages_repair *page)
{
    struct pages_repair_prices *rows =
        arena_take_array(request->arena, repair->prices_count, sizeof *rows);
    for (size_t i = 0; i < repair->prices_count; i++) {
        rows[i] = (struct pages_repair_prices){
            .place = lawpage_place(request, repair->prices[i].place, page->day),
            .price = repair->prices[i].price,
        };
    }
    page->prices = rows;
    page->prices_count = repair->prices_count;
}

static void options_fill(const struct request *request,
    const struct study_answer *answer, struct pages_repair *page)
{
    const struct repair_result *repair = &answer->repair;
    struct pages_repair_options *rows =
        arena_take_array(request->arena, OPTIONS_SHOWN, sizeof *rows);
    page->options = rows;
    for (size_t i = 0; i < repair->options_count && i < OPTIONS_SHOWN; i++) {
        const struct repair_option *option = &repair->options[i];
        struct pages_repair_options_places *places = arena_take_array(
            request->arena, option->places_count, sizeof *places);
        struct pages_repair_options_dropped *dropped = arena_take_array(
            request->arena, option->dropped_count, sizeof *dropped);
        for (size_t k = 0; k < option->places_count; k++) {
            places[k].place =
                lawpage_place(request, option->places[k], page->day);
        }
        for (size_t k = 0; k < option->dropped_count; k++) {
            dropped[k].norm =
                lawpage_norm(request, option->dropped[k], page->day);
        }
        rows[page->options_count++] = (struct pages_repair_options){
            .number = (int64_t)i + 1,
            .places = places,
            .places_count = option->places_count,
            .dropped = dropped,
            .dropped_count = option->dropped_count,
            .dropped_number = (int64_t)option->dropped_count,
            .bill = answer->bills[i],
        };
    }
}

static void core_fill(const struct request *request,
    const struct repair_result *frozen, struct pages_repair *page)
{
    struct pages_repair_core *rows =
        arena_take_array(request->arena, frozen->core_count, sizeof *rows);
    for (size_t i = 0; i < frozen->core_count; i++) {
        rows[i].norm = lawpage_norm(request, frozen->core[i], page->day);
    }
    page->core = rows;
    page->core_count = frozen->core_count;
    page->is_frozen_possible = frozen->possible;
    page->frozen_price = frozen->price;
}

void repairs_show(struct request *request, struct response *response)
{
    struct study *study = request->site->study;
    struct study_question question = {
        .subject = STUDY_REPAIR,
        .law = request->law,
        .day = lawpage_day(request),
        .reading = lawpage_reading(request),
    };
    const struct study_answer *answer = study_ask(study, &question);
    question.is_frozen = true;
    const struct study_answer *frozen = study_ask(study, &question);
    struct pages_law_foot *foot = lawpage_foot(request, answer);
    foot->milliseconds += frozen->milliseconds;
    struct pages_repair page = {
        .day = question.day,
        .is_possible = answer->repair.possible,
        .conflicts = (int64_t)answer->repair.conflicts,
        .price = answer->repair.price,
        .reopened = answer->repair.options_count == 0
                        ? 0
                        : (int64_t)answer->repair.options[0].places_count,
        .count = (int64_t)answer->repair.options_count,
        .is_cut = answer->repair.is_cut ||
                  answer->repair.options_count > OPTIONS_SHOWN,
        .when = lawpage_when(
            request, question.day, lawpage_readings(request), NULL),
        .foot = foot,
    };
    prices_fill(request, &answer->repair, &page);
    options_fill(request, answer, &page);
    core_fill(request, &frozen->repair, &page);
    pages_repair(&page, page_start_key(request, response,
                            lawpage_status(request), "repairs.title"));
}
