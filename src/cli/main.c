/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The command line: finds the command in the table and runs it.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/help.h"
#include "cli/options.h"

int main(int count, char **words)
{
    struct command command;
    struct error error = {0};
    bool help = false;
    /* A reader that goes away is no reason to die in the middle of an act. */
    (void)signal(SIGPIPE, SIG_IGN);
    if (options_read(count, words, &command, &help, &error) != STATUS_OK) {
        return command.entry == NULL ? help_hint(&command, &error)
                                     : command_misused(&command,
                                           &error.message);
    }
    if (help) {
        help_print(&command);
        return fflush(stdout) == 0 ? COMMAND_DONE : COMMAND_FAILED;
    }
    int result = command.entry->run(&command);
    if (fflush(stdout) != 0 && result == COMMAND_DONE) {
        error_set(&error, STATUS_UNAVAILABLE, "cli.output-lost");
        return command_fail(&command, &error, NULL);
    }
    return result;
}

/* ---- the table ---------------------------------------------------------- */

const struct command_entry command_table[] = {
    {"demo", "[DIR] [--listen HOST:PORT] [--law DIR]", "cli.demo", 0, 1,
        command_demo},
    {"init", "DIR --community KATO [--law DIR]", "cli.init", 1, 1,
        command_init},
    {"account", "DIR NAME [--offices OFFICE,…] [--resident N]",
        "cli.account", 2, 2, command_account},
    {"import",
        "DIR members|budget FILE | DIR text ACT EDITION FILE [--as ACCOUNT] "
        "[--json]",
        "cli.import", 3, 5, command_import},
    {"serve", "DIR [--listen HOST:PORT] [--law DIR]", "cli.serve", 1, 1,
        command_serve},
    {"submit", "DIR ACT.json [--as ACCOUNT] [--dry-run] [--law DIR] [--json]",
        "cli.submit", 2, 2, command_submit},
    {"show",
        "DIR [community|sittings|sitting N|decisions|organs|due|options [N]] "
        "[--law DIR] [--json]",
        "cli.show", 1, 3, command_show},
    {"document",
        "DIR PROCEEDING notice|attendance|slips|minutes|decision|extract "
        "[--format text|html|akn|pdf] [--item N]",
        "cli.document", 3, 3, command_document},
    {"doctor", "[DIR] [--listen HOST:PORT] [--law DIR] [--json]",
        "cli.doctor", 0, 1, command_doctor},
    {"manual", "DIR", "cli.manual", 1, 1, command_manual},
    {"completion", "", "cli.completion", 0, 0, command_completion},
    {"record verify", "DIR [--json]", "cli.record-verify", 1, 1,
        command_record_verify},
    {"rebuild", "DIR [--check]", "cli.rebuild", 1, 1, command_rebuild},
    {"law check", "[FILE…] [--law DIR] [--json]", "cli.law-check", 0,
        COMMAND_ARGUMENTS_MAX, command_law_check},
    {"law test", "[FILE…] [--law DIR] [--json]", "cli.law-test", 0,
        COMMAND_ARGUMENTS_MAX, command_law_test},
    {"law at", "DATE [ACT [ARTICLE]] [--text DIR] [--law DIR]", "cli.law-at",
        1, 3, command_law_at},
    {"law ask",
        "DATE 'SENTENCE WITH X' [--act ACT] [--level L] [--population N] "
        "[--reading R] [--law DIR] [--json]",
        "cli.law-ask", 2, 2, command_law_ask},
    {"law diff",
        "ACT DATE DATE [--text DIR] [--reading R] [--law DIR] [--json]",
        "cli.law-diff", 3, 3, command_law_diff},
    {"law findings",
        "DATE [--kind K,…] [--amend FILE|BILL] [--all] [--reading R] "
        "[--law DIR] [--json]",
        "cli.law-findings", 1, 1, command_law_findings},
    {"law acknowledge",
        "FINDING [DATE] --why TEXT [--by NAME] [--reading R] [--law DIR]",
        "cli.law-acknowledge", 1, 2, command_law_acknowledge},
    {"law repair",
        "DATE [--kind K,…] [--price constitution=N,law=N] "
        "[--protect PLACE,…] [--freeze PLACE,…] [--reading R] [--law DIR] "
        "[--json]",
        "cli.law-repair", 1, 1, command_law_repair},
    {"law charter",
        "DATE ORGAN|LEVEL [ACT] [--reading R] [--law DIR] [--json]",
        "cli.law-charter", 2, 3, command_law_charter},
    {"law matrix", "WORD [--reading R] [--law DIR] [--json]",
        "cli.law-matrix", 1, 1, command_law_matrix},
    {"law timeline", "[ACT] [--reading R] [--law DIR] [--json]",
        "cli.law-timeline", 0, 1, command_law_timeline},
    {"law discrepancies", "[--law DIR] [--json]", "cli.law-discrepancies", 0,
        0, command_law_discrepancies},
    {"law allocate",
        "FILE.csv [--weights days=N,cost=N,use=N] [--law DIR] [--json]",
        "cli.law-allocate", 1, 1, command_law_allocate},
    {"law territory",
        "DATE FILE.csv [--threshold N] [--reading R] [--law DIR] [--json]",
        "cli.law-territory", 2, 2, command_law_territory},
    {"law procedure", "DATE [NAME] [--law DIR]", "cli.law-procedure", 1, 2,
        command_law_procedure},
    {"law say", "FILE|ACT/ARTICLE [--law DIR]", "cli.law-say", 1, 1,
        command_law_say},
    {"law fmt", "FILE [--law DIR]", "cli.law-fmt", 1, 1, command_law_fmt},
};

const int command_table_count =
    (int)(sizeof command_table / sizeof command_table[0]);
