/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The community's page over HTTP, beside a bare loop that sends the very same
 * bytes.  Whoever has a cookie gets the page built anew.
 */
#include "speed.h"

#include "clients.h"
#include "crypto/random.h"
#include "gauge.h"
#include "loop.h"
#include "place.h"

enum { RESIDENTS = 1000, PRESENT = 200, CLIENTS = 16, WARM = 100, PAGES = 2000,
    RUNS = 5 };

static const double anew_limit = 2.0;
static const double kept_limit = 1.3;

struct visitor {
    char cookie[CLERK_TOKEN_MAX]; /* "": none */
};

static void page_write(
    void *context, size_t index, size_t client, struct buffer *request)
{
    const struct visitor *visitor = context;
    (void)index;
    (void)client;
    buffer_add_text(request, "GET /kk/ HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    if (visitor->cookie[0] != '\0') {
        buffer_add_format(
            request, "Cookie: kenes-visitor=%s\r\n", visitor->cookie);
    }
    buffer_add_text(request, "\r\n");
}

/* Processor seconds of a page. */
static bool pages_run(const struct visitor *visitor, serving_run *run,
    void *context, struct buffer *example, double *processor)
{
    struct serving serving;
    if (!serving_start(&serving, run, context)) {
        return false;
    }
    struct visitor asking = *visitor;
    struct clients clients = {
        .port = serving.port,
        .clients = CLIENTS,
        .requests = WARM,
        .status = 200,
        .write = page_write,
        .context = &asking,
    };
    double seconds = 0;
    bool is_run = clients_run(&clients, &seconds);
    clients.requests = PAGES;
    clients.example = example;
    double before = gauge_processor(serving.process);
    is_run = is_run && clients_run(&clients, &seconds);
    *processor = (gauge_processor(serving.process) - before) / PAGES;
    serving_stop(&serving);
    return is_run;
}

static bool pages_compare(struct place *place, const struct visitor *visitor,
    const char *what, double limit)
{
    double ours[RUNS];
    double theirs[RUNS];
    double ratios[RUNS];
    struct serving_kenes kenes = {place->desk.dir, place->now};
    for (size_t i = 0; i < RUNS; i++) {
        struct buffer example = BUFFER_EMPTY;
        gauge_progress("pages", i, RUNS);
        bool is_run =
            pages_run(visitor, serving_kenes, &kenes, &example, &ours[i]);
        struct loop loop = {.answer = buffer_bytes(&example)};
        is_run =
            is_run && pages_run(visitor, loop_serve, &loop, NULL, &theirs[i]);
        buffer_finish(&example);
        if (!is_run) {
            return false;
        }
        ratios[i] = ours[i] / theirs[i];
    }
    return gauge_print(&(struct gauge_row){what, "us",
        gauge_median(ours, RUNS) * 1e6, gauge_median(theirs, RUNS) * 1e6,
        gauge_median(ratios, RUNS), limit, false});
}

bool speed_pages(void)
{
    static struct place place;
    struct visitor known;
    const struct visitor unknown = {.cookie = ""};
    random_token(known.cookie);
    place_setup(&place, RESIDENTS);
    place_put(&place, PRESENT);
    place_sign_in(&place);
    bool is_held = pages_compare(
        &place, &known, "the community's page, anew", anew_limit);
    is_held =
        pages_compare(&place, &unknown, "  shown again", kept_limit) && is_held;
    place_teardown(&place);
    return is_held;
}
