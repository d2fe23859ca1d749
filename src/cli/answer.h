/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What became of an act, in words and as JSON.
 */
#ifndef CLI_ANSWER_H
#define CLI_ANSWER_H

#include "cli/command.h"

/* The law that rules a proceeding, for its names; 0 or unknown: the newest. */
const struct law *answer_law(
    struct clerk *clerk, int64_t proceeding, struct arena *arena);

/*
 * {"status":"ok","number","hash","proceeding","repeated"}; of a dry run
 * {"status":"ok","lawful":true}; {"status":"refused","refusal","message",
 * "cure"}; or {"status","key","message"}.
 */
const struct json *answer_json(const struct command *command,
    const struct law *law, const struct clerk_answer *answer,
    struct arena *arena);

/* In words: a receipt on stdout, unless --json; what stands in the way on
   stderr, of a dry run on stdout; -> the exit status. */
int answer_say(const struct command *command, const struct law *law,
    const struct clerk_answer *answer);

/* A refusal in words, several lines. */
void answer_refusal(const struct law *law, const struct refusal *refusal,
    enum language language, struct buffer *text);

#endif
