/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Votes by name over HTTP, beside the same votes from a bare loop to the same
 * clerk: 64 clients, each with a session of its own, all votes of one item.
 * Each run starts with a copy of the same community, and with some votes that
 * are not measured.
 */
#include "speed.h"

#include <stdio.h>

#include "clients.h"
#include "crypto/random.h"
#include "gauge.h"
#include "loop.h"
#include "place.h"
#include "test.h"

enum { WARM = 256, VOTES = 3000, PRESENT = WARM + VOTES, RUNS = 5 };

static const double throughput_limit = 0.6;
static const double delay_limit = 2.0;

struct sample {
    double seconds;
    double processor;
    double delay; /* that 99 of 100 do not pass */
};

struct voting {
    const struct place *place;
    size_t given; /* before those that are being sent */
};

/* A form as a browser sends it. */
static void vote_write(
    void *context, size_t index, size_t client, struct buffer *request)
{
    const struct voting *voting = context;
    const struct place *place = voting->place;
    struct buffer body = BUFFER_EMPTY;
    char once[CLERK_TOKEN_MAX];
    random_token(once);
    buffer_add_format(&body,
        "form-token=%s&once=%s&step=do&back=screen&item=1&person=%zu&"
        "choice=for",
        place->form_tokens[client], once, voting->given + index + 1);
    buffer_add_format(request,
        "POST /kk/sittings/1/acts/vote HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Cookie: kenes-session=%s\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: %zu\r\n\r\n%s",
        place->sessions[client], body.length, buffer_text(&body));
    buffer_finish(&body);
}

static bool votes_run(struct place *place, serving_run *run, void *context,
    struct buffer *example, struct sample *sample)
{
    static double delays[VOTES];
    struct serving serving;
    if (!serving_start(&serving, run, context)) {
        return false;
    }
    struct voting voting = {.place = place};
    struct clients clients = {
        .port = serving.port,
        .clients = PLACE_SESSIONS,
        .requests = WARM,
        .status = 303,
        .write = vote_write,
        .context = &voting,
    };
    bool is_run = clients_run(&clients, &sample->seconds);
    voting.given = WARM;
    clients.requests = VOTES;
    clients.delays = delays;
    clients.example = example;
    double before = gauge_processor(serving.process);
    is_run = is_run && clients_run(&clients, &sample->seconds);
    sample->processor = gauge_processor(serving.process) - before;
    sample->delay = gauge_99th(delays, VOTES);
    serving_stop(&serving);
    return is_run;
}

static double median(const struct sample *samples, int which)
{
    double values[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        const struct sample *one = &samples[i];
        values[i] = which == 0 ? VOTES / one->seconds
            : which == 1       ? one->delay * 1e3
                               : one->processor / VOTES * 1e6;
    }
    return gauge_median(values, RUNS);
}

/* The median of the ratios of pairs, each run one after the other. */
static double ratio(
    const struct sample *ours, const struct sample *theirs, int which)
{
    double values[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        values[i] = which == 0 ? theirs[i].seconds / ours[i].seconds
            : which == 1       ? ours[i].delay / theirs[i].delay
                               : ours[i].processor / theirs[i].processor;
    }
    return gauge_median(values, RUNS);
}

bool speed_votes(void)
{
    static struct place place;
    struct sample ours[RUNS];
    struct sample theirs[RUNS];
    struct buffer example = BUFFER_EMPTY;
    bool is_run = true;
    place_setup(&place, PRESENT);
    place_put(&place, PRESENT);
    place_sign_in(&place);
    for (size_t i = 0; i < RUNS && is_run; i++) {
        gauge_progress("votes", i, RUNS);
        struct serving_kenes kenes = {place_copy(&place), place.now};
        buffer_clear(&example);
        is_run =
            votes_run(&place, serving_kenes, &kenes, &example, &ours[i]);
        struct loop loop = {
            buffer_bytes(&example), place_copy(&place), place.now};
        is_run = is_run &&
            votes_run(&place, loop_serve, &loop, NULL, &theirs[i]);
    }
    place_teardown(&place);
    buffer_finish(&example);
    if (!is_run) {
        return false;
    }
    const struct gauge_row rows[] = {
        {"votes over HTTP: a second", "1/s", median(ours, 0),
            median(theirs, 0), ratio(ours, theirs, 0), throughput_limit, true},
        {"  99 of 100 answered within", "ms", median(ours, 1),
            median(theirs, 1), ratio(ours, theirs, 1), delay_limit, false},
    };
    bool is_held = gauge_print(&rows[0]);
    is_held = gauge_print(&rows[1]) && is_held;
    (void)printf("%-34s %10.2f %10.2f us    %7.2f\n",
        "  of the processor, a vote", median(ours, 2), median(theirs, 2),
        ratio(ours, theirs, 2));
    return is_held;
}
