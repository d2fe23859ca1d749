/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 *   speed KENES [PART]
 *
 * How fast Kenes is, in ratios that hold on any machine: what it does beside
 * what a bare program does for the same work, one after the other and the
 * median of several such pairs.  KENES is the program itself, whose memory is
 * looked at.  Exit 1 where a limit is not held.
 */
#include "speed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gauge.h"

static bool is_wanted(int argc, char **argv, const char *part)
{
    return argc < 3 || strcmp(argv[2], part) == 0;
}

int main(int argc, char **argv)
{
    bool is_held = true;
    if (argc < 2) {
        (void)fputs("usage: speed KENES [PART]\n", stderr);
        return EXIT_FAILURE;
    }
    gauge_head();
    if (is_wanted(argc, argv, "votes")) {
        is_held = speed_votes() && is_held;
    }
    if (is_wanted(argc, argv, "pages")) {
        is_held = speed_pages() && is_held;
    }
    if (is_wanted(argc, argv, "register")) {
        is_held = speed_register() && is_held;
    }
    if (is_wanted(argc, argv, "law")) {
        is_held = speed_law() && is_held;
    }
    if (is_wanted(argc, argv, "memory")) {
        is_held = speed_memory(argv[1]) && is_held;
    }
    (void)puts(is_held ? "Every limit is held." : "NOT HELD.");
    return is_held ? EXIT_SUCCESS : EXIT_FAILURE;
}
