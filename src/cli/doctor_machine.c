/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * doctor: the machine.
 */
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "cli/doctor.h"
#include "press/press.h"
#include "web/web.h"

/*
 * Room on the disk: below the first, or with no room for the store once more,
 * attention; below the second an act may fail.
 */
enum { ROOM_MEGABYTES = 256, ROOM_LEAST = 16, MEGABYTE = 1024 * 1024 };

struct doctor_finding doctor_fonts(const struct doctor *doctor)
{
    struct error error = {0};
    (void)doctor;
    return press_fonts(&error) == STATUS_OK
        ? doctor_well("cli.doctor-fonts-well")
        : doctor_failed(
              DOCTOR_ATTENTION, &error, "cli.doctor-fonts-cure");
}

struct doctor_finding doctor_port(const struct doctor *doctor)
{
    const struct address *address = &doctor->address;
    const char *port =
        arena_format(doctor->arena, "%u", (unsigned)address->port);
    struct error error = {0};
    enum status status = web_may_listen(address->host, address->port, &error);
    if (status == STATUS_CONFLICT) {
        (void)message_start(&error.message, "cli.doctor-port-taken");
        (void)message_text(&error.message, "host", address->host);
        (void)message_text(&error.message, "port", port);
        return doctor_failed(
            DOCTOR_ATTENTION, &error, "cli.doctor-port-cure");
    }
    if (status != STATUS_OK) {
        return doctor_failed(DOCTOR_BROKEN, &error, NULL);
    }
    struct doctor_finding finding = doctor_well("cli.doctor-port-well");
    (void)message_text(&finding.said, "host", address->host);
    (void)message_text(&finding.said, "port", port);
    return finding;
}

struct doctor_finding doctor_folder(const struct doctor *doctor)
{
    struct stat found;
    struct doctor_finding finding = doctor_well("cli.doctor-folder-well");
    if (stat(doctor->dir, &found) != 0 || !S_ISDIR(found.st_mode)) {
        finding.state = DOCTOR_BROKEN;
        finding.cure = "cli.doctor-no-folder-cure";
        (void)message_start(&finding.said, "cli.doctor-no-folder");
    }
    (void)message_text(&finding.said, "path", doctor->dir);
    return finding;
}

struct doctor_finding doctor_disk(const struct doctor *doctor)
{
    struct statvfs disk;
    struct stat store;
    const char *path =
        arena_format(doctor->arena, "%s/kenes.db", doctor->dir);
    if (statvfs(doctor->dir, &disk) != 0) {
        return doctor_folder(doctor);
    }
    int64_t wanted = ROOM_MEGABYTES;
    if (stat(path, &store) == 0 && store.st_size / MEGABYTE > wanted) {
        wanted = store.st_size / MEGABYTE;
    }
    int64_t room = (int64_t)(disk.f_bavail / MEGABYTE * disk.f_frsize +
        disk.f_bavail % MEGABYTE * disk.f_frsize / MEGABYTE);
    struct doctor_finding finding = doctor_well("cli.doctor-disk-well");
    if (room < wanted) {
        finding.state =
            room < ROOM_LEAST ? DOCTOR_BROKEN : DOCTOR_ATTENTION;
        finding.cure = "cli.doctor-disk-cure";
        (void)message_number(
            message_start(&finding.said, "cli.doctor-disk-full"), "wanted",
            wanted);
    }
    (void)message_number(&finding.said, "free", room);
    return finding;
}

/* `others` are the bits that nobody but the owner (and the group) may have. */
static struct doctor_finding path_examine(const char *path, mode_t others)
{
    struct stat found;
    struct doctor_finding finding =
        doctor_well("cli.doctor-permissions-well");
    if (stat(path, &found) != 0) {
        return finding; /* of the log, which comes and goes */
    }
    if (found.st_uid != geteuid() && geteuid() != 0) {
        (void)message_start(&finding.said, "cli.doctor-owner");
        finding.cure = "cli.doctor-owner-cure";
    } else if ((found.st_mode & others) != 0) {
        (void)message_start(&finding.said, "cli.doctor-open");
        finding.cure = "cli.doctor-open-cure";
    } else if (access(path, R_OK | W_OK) != 0) {
        (void)message_start(&finding.said, "cli.doctor-closed");
        finding.cure = "cli.doctor-closed-cure";
    }
    if (finding.cure != NULL) {
        finding.state = DOCTOR_BROKEN;
        (void)message_text(&finding.said, "path", path);
    }
    return finding;
}

struct doctor_finding doctor_permissions(const struct doctor *doctor)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    struct arena *arena = doctor->arena;
    const char *dir = doctor->dir;
    struct doctor_finding finding =
        path_examine(dir, S_IRWXO | S_IWGRP);
    for (size_t i = 0; i < 3 && finding.state == DOCTOR_OK; i++) {
        finding = path_examine(
            arena_format(arena, "%s/kenes.db%s", dir, endings[i]),
            S_IRWXG | S_IRWXO);
    }
    return finding;
}
