/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Whole files: all or nothing, and why not.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test.h"

#include "base/file.h"

static char folder[] = "/tmp/kenes-file-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return chdir("/") != 0 || rmdir(folder) != 0;
}

static void assert_file(const char *path, const char *wanted)
{
    struct buffer content = BUFFER_EMPTY;
    struct error error = {0};
    assert_int_equal(file_read(path, 1000, &content, &error), STATUS_OK);
    assert_string_equal(buffer_text(&content), wanted);
    buffer_finish(&content);
}

static void assert_reason(
    const struct error *error, const char *key, const char *reason)
{
    assert_string_equal(error->message.key, key);
    assert_string_equal(message_value(&error->message, "reason"), reason);
    assert_non_null(message_value(&error->message, "path"));
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct error error = {0};
    assert_false(file_exists("a"));
    assert_int_equal(file_write("a", bytes_of_text("one"), &error), STATUS_OK);
    assert_true(file_exists("a"));
    assert_file("a", "one");
    assert_int_equal(file_write("a", bytes_of_text(""), &error), STATUS_OK);
    assert_file("a", "");
    assert_int_equal(unlink("a"), 0);
}

static void reading_adds_to_what_is_there(void **state)
{
    (void)state;
    struct error error = {0};
    struct buffer content = BUFFER_EMPTY;
    buffer_add_text(&content, "before ");
    assert_int_equal(file_write("a", bytes_of("x\0y", 3), &error), STATUS_OK);
    assert_int_equal(file_read("a", 3, &content, &error), STATUS_OK);
    assert_true(
        bytes_equal(buffer_bytes(&content), bytes_of("before x\0y", 10)));
    buffer_finish(&content);
    assert_int_equal(unlink("a"), 0);
}

static void a_file_may_be_as_large_as_said_and_no_larger(void **state)
{
    (void)state;
    struct error error = {0};
    struct buffer content = BUFFER_EMPTY;
    assert_int_equal(
        file_write("a", bytes_of_text("12345"), &error), STATUS_OK);
    assert_int_equal(file_read("a", 4, &content, &error), STATUS_INVALID);
    assert_string_equal(error.message.key, "error.file-large");
    assert_string_equal(message_value(&error.message, "max"), "4");
    assert_int_equal(content.length, 0);
    assert_int_equal(file_read("a", 5, &content, &error), STATUS_OK);
    assert_int_equal(content.length, 5);
    buffer_finish(&content);
    assert_int_equal(unlink("a"), 0);
}

static void a_file_that_cannot_be_says_why(void **state)
{
    (void)state;
    struct buffer content = BUFFER_EMPTY;
    struct error error = {0};
    assert_int_equal(file_read("none", 9, &content, &error), STATUS_MISSING);
    assert_reason(&error, "error.file-read", "error.reason-missing");
    assert_int_equal(file_read(".", 9, &content, &error), STATUS_UNAVAILABLE);
    assert_reason(&error, "error.file-read", "error.reason-folder");
    assert_int_equal(
        file_write("none/a", bytes_of_text("x"), &error), STATUS_MISSING);
    assert_reason(&error, "error.file-write", "error.reason-missing");
    assert_int_equal(file_write("/dev/full/a", bytes_of_text("x"), &error),
        STATUS_UNAVAILABLE);
    assert_reason(&error, "error.file-write", "error.reason-no-folder");
    assert_string_equal(message_value(&error.message, "path"), "/dev/full/a");
    buffer_finish(&content);
}

static void a_failed_write_leaves_the_old_and_nothing_beside(void **state)
{
    (void)state;
    struct error error = {0};
    struct arena *arena = arena_create();
    const char *const *names = NULL;
    size_t count = 0;
    assert_int_equal(file_make_folder("d", &error), STATUS_OK);
    /* A file cannot be renamed over a folder. */
    assert_int_equal(
        file_write("d", bytes_of_text("x"), &error), STATUS_UNAVAILABLE);
    assert_int_equal(
        file_list(".", "", arena, &names, &count, &error), STATUS_OK);
    assert_int_equal(count, 1);
    assert_string_equal(names[0], "d");
    assert_int_equal(rmdir("d"), 0);
    arena_destroy(arena);
}

static void names_are_listed_in_order_by_their_ending(void **state)
{
    (void)state;
    static const char *const files[] = {
        "b.law", "a.law", ".law", ".x.law", "c.txt", "law"};
    struct error error = {0};
    struct arena *arena = arena_create();
    const char *const *names = NULL;
    size_t count = 0;
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(
            file_write(files[i], bytes_of_text(""), &error), STATUS_OK);
    }
    assert_int_equal(
        file_list(".", ".law", arena, &names, &count, &error), STATUS_OK);
    assert_int_equal(count, 2);
    assert_string_equal(names[0], "a.law");
    assert_string_equal(names[1], "b.law");
    assert_int_equal(
        file_list("none", "", arena, &names, &count, &error), STATUS_MISSING);
    assert_reason(&error, "error.file-list", "error.reason-missing");
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(unlink(files[i]), 0);
    }
    arena_destroy(arena);
}

static void a_folder_is_made_once_and_never_over_a_file(void **state)
{
    (void)state;
    struct error error = {0};
    struct stat found;
    assert_int_equal(file_make_folder("d", &error), STATUS_OK);
    assert_int_equal(file_make_folder("d", &error), STATUS_OK);
    assert_int_equal(stat("d", &found), 0);
    assert_int_equal(found.st_mode & S_IRWXO, 0);
    assert_int_equal(file_write("d/a", bytes_of_text(""), &error), STATUS_OK);
    assert_int_equal(file_make_folder("d/a", &error), STATUS_UNAVAILABLE);
    assert_reason(&error, "error.file-folder", "error.reason-exists");
    assert_int_equal(unlink("d/a"), 0);
    assert_int_equal(rmdir("d"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(reading_adds_to_what_is_there),
        cmocka_unit_test(a_file_may_be_as_large_as_said_and_no_larger),
        cmocka_unit_test(a_file_that_cannot_be_says_why),
        cmocka_unit_test(a_failed_write_leaves_the_old_and_nothing_beside),
        cmocka_unit_test(names_are_listed_in_order_by_their_ending),
        cmocka_unit_test(a_folder_is_made_once_and_never_over_a_file),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
