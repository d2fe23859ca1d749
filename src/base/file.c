/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whole files, read and written so that a crash leaves the old or the new.
 */
#include "base/file.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_SIZE = 65536, NAME_TRIES = 1000 };

static enum status fail(
    const char *key, const char *path, int number, struct error *error);
static const char *reason_key(int number);
static enum status read_all(int file, const char *path, size_t max,
    struct buffer *content, struct error *error);
static int beside_open(const char *path, struct buffer *name);
static int write_all(int file, struct bytes content);
static int folder_sync(const char *path);
static int text_compare(const void *left, const void *right);

enum status file_read(const char *path, size_t max, struct buffer *content,
    struct error *error)
{
    assert(path != NULL);
    if (strcmp(path, "-") == 0) {
        return read_all(STDIN_FILENO, path, max, content, error);
    }
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return fail("error.file-read", path, errno, error);
    }
    enum status status = read_all(file, path, max, content, error);
    (void)close(file);
    return status;
}

enum status file_write(
    const char *path, struct bytes content, struct error *error)
{
    assert(path != NULL);
    struct buffer name = BUFFER_EMPTY;
    int number = 0;
    int file = beside_open(path, &name);
    if (file < 0) {
        number = errno;
        goto out;
    }
    number = write_all(file, content);
    if (number == 0 && fsync(file) != 0) {
        number = errno;
    }
    if (close(file) != 0 && number == 0) {
        number = errno;
    }
    if (number == 0 && rename(buffer_text(&name), path) != 0) {
        number = errno;
    }
    if (number != 0) {
        (void)unlink(buffer_text(&name));
        goto out;
    }
    number = folder_sync(path);
out:
    buffer_finish(&name);
    return number == 0 ? STATUS_OK
                       : fail("error.file-write", path, number, error);
}

enum status file_list(const char *folder, const char *ending,
    struct arena *arena, const char *const **names, size_t *count,
    struct error *error)
{
    assert(folder != NULL);
    assert(ending != NULL);
    DIR *opened = opendir(folder);
    if (opened == NULL) {
        return fail("error.file-list", folder, errno, error);
    }
    const char **found = NULL;
    size_t found_count = 0;
    size_t capacity = 0;
    size_t ending_length = strlen(ending);
    struct dirent *entry = NULL;
    errno = 0;
    while ((entry = readdir(opened)) != NULL) {
        size_t length = strlen(entry->d_name);
        if (entry->d_name[0] == '.' || length < ending_length ||
            strcmp(entry->d_name + length - ending_length, ending) != 0) {
            continue;
        }
        found =
            arena_grow(arena, found, found_count, &capacity, sizeof *found);
        found[found_count] = arena_text(arena, entry->d_name);
        found_count++;
    }
    int number = errno;
    (void)closedir(opened);
    if (number != 0) {
        return fail("error.file-list", folder, number, error);
    }
    if (found_count > 0) {
        qsort(found, found_count, sizeof *found, text_compare);
    }
    *names = found;
    *count = found_count;
    return STATUS_OK;
}

bool file_exists(const char *path)
{
    struct stat found;
    return stat(path, &found) == 0;
}

enum status file_make_folder(const char *path, struct error *error)
{
    assert(path != NULL);
    struct stat found;
    if (mkdir(path, S_IRWXU | S_IRGRP | S_IXGRP) == 0) {
        return STATUS_OK;
    }
    int number = errno;
    if (number == EEXIST && stat(path, &found) == 0 &&
        S_ISDIR(found.st_mode)) {
        return STATUS_OK;
    }
    return fail("error.file-folder", path, number, error);
}

static enum status fail(
    const char *key, const char *path, int number, struct error *error)
{
    enum status status =
        number == ENOENT ? STATUS_MISSING : STATUS_UNAVAILABLE;
    (void)error_set(error, status, key);
    (void)message_text(&error->message, "path", path);
    const char *reason = reason_key(number);
    if (reason != NULL) {
        (void)message_key(&error->message, "reason", reason);
    } else {
        char text[32];
        (void)snprintf(text, sizeof text, "errno %d", number);
        (void)message_text(&error->message, "reason", text);
    }
    return status;
}

/* What people can mend, in their language. */
static const char *reason_key(int number)
{
    switch (number) {
    case ENOENT:
        return "error.reason-missing";
    case EACCES:
    case EPERM:
        return "error.reason-permission";
    case EISDIR:
        return "error.reason-folder";
    case ENOTDIR:
        return "error.reason-no-folder";
    case EEXIST:
        return "error.reason-exists";
    case ENOSPC:
    case EDQUOT:
        return "error.reason-space";
    case EROFS:
        return "error.reason-read-only";
    case EMFILE:
    case ENFILE:
        return "error.reason-too-many";
    case EIO:
        return "error.reason-device";
    default:
        return NULL;
    }
}

static enum status read_all(int file, const char *path, size_t max,
    struct buffer *content, struct error *error)
{
    struct buffer found = BUFFER_EMPTY;
    char *block = malloc(READ_SIZE);
    enum status status = STATUS_OK;
    if (block == NULL) {
        status = fail("error.file-read", path, ENOMEM, error);
        goto out;
    }
    for (;;) {
        ssize_t got = read(file, block, READ_SIZE);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            status = fail("error.file-read", path, errno, error);
            goto out;
        }
        if (got == 0) {
            break;
        }
        if ((size_t)got > max - found.length) {
            status = error_set(error, STATUS_INVALID, "error.file-large");
            (void)message_text(&error->message, "path", path);
            (void)message_number(&error->message, "max", (int64_t)max);
            goto out;
        }
        buffer_add(&found, block, (size_t)got);
    }
    buffer_add(content, buffer_text(&found), found.length);
out:
    free(block);
    buffer_finish(&found);
    return status;
}

/* A new file in the same folder; -1 and errno. */
static int beside_open(const char *path, struct buffer *name)
{
    for (int i = 0; i < NAME_TRIES; i++) {
        buffer_clear(name);
        buffer_add_format(name, "%s.new-%ld-%d", path, (long)getpid(), i);
        int file = open(buffer_text(name),
            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
            S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
        if (file >= 0 || errno != EEXIST) {
            return file;
        }
    }
    errno = EEXIST;
    return -1;
}

/* 0 or errno. */
static int write_all(int file, struct bytes content)
{
    size_t done = 0;
    while (done < content.length) {
        ssize_t put = write(file, content.data + done, content.length - done);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return errno;
        }
        done += (size_t)put;
    }
    return 0;
}

/* Makes the new name last; 0 or errno. */
static int folder_sync(const char *path)
{
    struct buffer folder = BUFFER_EMPTY;
    const char *slash = strrchr(path, '/');
    if (slash == NULL) {
        buffer_add_char(&folder, '.');
    } else {
        buffer_add(
            &folder, path, slash == path ? 1 : (size_t)(slash - path));
    }
    int number = 0;
    int opened = open(buffer_text(&folder), O_RDONLY | O_CLOEXEC);
    if (opened < 0) {
        number = errno;
    } else {
        /* Some file systems cannot sync a folder; that is no failure. */
        if (fsync(opened) != 0 && errno != EINVAL) {
            number = errno;
        }
        (void)close(opened);
    }
    buffer_finish(&folder);
    return number;
}

static int text_compare(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}
