/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Acts with few and with many residents in the register, all of them on the
 * roll: each act registers one who comes to a gathering, through the clerk and
 * its store.
 */
#include "speed.h"

#include <stdio.h>
#include <unistd.h>

#include "gauge.h"
#include "place.h"

enum { FEW = 1000, MANY = 1000000, WARM = 50, ACTS = 150, RUNS = 5 };

static const double limit = 1.3;

/* Processor seconds of an act; `first` is the first of those who come. */
static double arrivals_run(struct place *place, int residents, int first)
{
    /* All over the register, and nobody twice. */
    int step = residents / (WARM + ACTS * RUNS + 1);
    double before = gauge_processor(getpid());
    for (int i = 0; i < ACTS; i++) {
        char act[128];
        (void)snprintf(act, sizeof act,
            "{'act': 'arrive', 'actor': 'rural-akim', 'residents': [%d]}",
            1 + (first + i) * step);
        desk_accept(&place->desk, "rural-akim", act);
    }
    return (gauge_processor(getpid()) - before) / ACTS;
}

bool speed_register(void)
{
    static struct place few;
    static struct place many;
    double ours[RUNS];
    double theirs[RUNS];
    double ratios[RUNS];
    place_setup(&few, FEW);
    place_setup(&many, MANY);
    for (size_t i = 0; i < RUNS; i++) {
        int first = (int)i * ACTS;
        gauge_progress("acts", i, RUNS);
        theirs[i] = arrivals_run(&few, FEW, first);
        ours[i] = arrivals_run(&many, MANY, first);
        ratios[i] = ours[i] / theirs[i];
    }
    place_teardown(&few);
    place_teardown(&many);
    return gauge_print(&(struct gauge_row){"an act of 1,000,000, of 1,000",
        "us", gauge_median(ours, RUNS) * 1e6, gauge_median(theirs, RUNS) * 1e6,
        gauge_median(ratios, RUNS), limit, false});
}
