/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * doctor: whether an installation, and a community in it, is well; what is
 * wrong, and what to do about it.  Exit status 1 where anything is broken.
 */
#include <stdio.h>

#include "cli/doctor.h"

/* An examination. */
struct step {
    const char *id; /* in JSON */
    const char *name;
    doctor_examine *run;
    bool needs_folder;
    bool ends; /* where it is not well, what follows cannot be trusted */
};

static const char *const states[] = {"ok", "attention", "broken"};

static void finding_print(const struct command *command,
    const struct step *step, const struct doctor_finding *finding);
static struct json *finding_json(const struct doctor *doctor,
    const struct step *step, const struct doctor_finding *finding);

int command_doctor(const struct command *command)
{
    static const struct step steps[] = {
        {"folder", "cli.doctor-folder", doctor_folder, true, true},
        {"law", "cli.doctor-law", doctor_law, false, false},
        {"fonts", "cli.doctor-fonts", doctor_fonts, false, false},
        {"port", "cli.doctor-port", doctor_port, false, false},
        {"permissions", "cli.doctor-permissions", doctor_permissions, true,
            false},
        {"disk", "cli.doctor-disk", doctor_disk, true, false},
        {"store", "cli.doctor-store", doctor_store, true, true},
        {"record", "cli.doctor-record", doctor_record, true, true},
        {"tables", "cli.doctor-tables", doctor_tables, true, false},
        {"pinned", "cli.doctor-pinned", doctor_pinned, true, false},
        {"clock", "cli.doctor-clock", doctor_clock, true, false},
    };
    struct doctor doctor = {
        .command = command,
        .dir = command->count > 0 ? command->arguments[0] : NULL,
    };
    int result = address_take(command, &doctor.address);
    if (result != COMMAND_DONE) {
        return result;
    }
    doctor.arena = arena_create();
    struct json *list = json_array(doctor.arena);
    bool is_broken = false;
    bool goes_on = true;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && goes_on; i++) {
        if (steps[i].needs_folder && doctor.dir == NULL) {
            continue;
        }
        struct doctor_finding finding = steps[i].run(&doctor);
        if (command->json) {
            json_push(list, finding_json(&doctor, &steps[i], &finding));
        } else {
            finding_print(command, &steps[i], &finding);
        }
        is_broken = is_broken || finding.state == DOCTOR_BROKEN;
        goes_on = finding.state == DOCTOR_OK || !steps[i].ends;
    }
    if (command->json) {
        command_print_json(list);
    }
    arena_destroy(doctor.arena);
    return is_broken ? COMMAND_REFUSED : COMMAND_DONE;
}

static void finding_print(const struct command *command,
    const struct step *step, const struct doctor_finding *finding)
{
    static const char *const keys[] = {
        "cli.doctor-ok", "cli.doctor-attention", "cli.doctor-broken"};
    enum language language = command->language;
    struct buffer said = BUFFER_EMPTY;
    tongue_say(language, &finding->said, NULL, &said);
    (void)printf("%s  %s: %s\n", tongue_text(language, keys[finding->state]),
        tongue_text(language, step->name), buffer_text(&said));
    if (finding->cure != NULL) {
        (void)printf("    %s\n", tongue_text(language, finding->cure));
    }
    buffer_finish(&said);
}

static struct json *finding_json(const struct doctor *doctor,
    const struct step *step, const struct doctor_finding *finding)
{
    enum language language = doctor->command->language;
    struct json *one = json_object(doctor->arena);
    struct buffer said = BUFFER_EMPTY;
    tongue_say(language, &finding->said, NULL, &said);
    json_put_text(one, "check", step->id);
    json_put_text(one, "state", states[finding->state]);
    json_put_text(one, "message", buffer_text(&said));
    if (finding->cure != NULL) {
        json_put_text(one, "cure", tongue_text(language, finding->cure));
    }
    buffer_finish(&said);
    return one;
}

struct doctor_finding doctor_well(const char *key)
{
    struct doctor_finding finding = {.state = DOCTOR_OK};
    (void)message_start(&finding.said, key);
    return finding;
}

struct doctor_finding doctor_failed(
    enum doctor_state state, const struct error *error, const char *cure)
{
    return (struct doctor_finding){
        .state = state, .said = error->message, .cure = cure};
}
