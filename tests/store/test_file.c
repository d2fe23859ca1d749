/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The file of a store: made, opened, described.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/embed.h"
#include "base/file.h"
#include "kept.h"
#include "store/statement.h"
#include "test.h"

static int setup(void **state)
{
    static struct kept kept;
    kept_setup(&kept);
    *state = &kept;
    return 0;
}

static int teardown(void **state)
{
    kept_teardown(*state);
    return 0;
}

static void a_new_store_is_empty(void **state)
{
    struct kept *kept = *state;
    struct store_head head;
    size_t count = 1;
    size_t total = 1;
    struct store_sitting *sittings = NULL;
    kept_ok(kept, store_head(kept->reader, &head, &kept->error));
    assert_int_equal(head.count, 0);
    kept_ok(kept, store_sittings(kept->reader, NULL, 0, 10, kept->arena,
        &sittings, &count, &total, &kept->error));
    assert_int_equal(count, 0);
    assert_int_equal(total, 0);
}

static void an_existing_file_is_not_overwritten(void **state)
{
    struct kept *kept = *state;
    (void)kept_enter(kept, "population-recorded", 0, "{'persons': 5}");
    kept_fails(kept, store_create(kept->path, &kept->error), STATUS_CONFLICT,
        "error.store-exists");
    struct store_head head;
    kept_ok(kept, store_head(kept->reader, &head, &kept->error));
    assert_int_equal(head.count, 1);
}

static void a_store_in_no_folder_cannot_be_made(void **state)
{
    struct kept *kept = *state;
    kept_fails(kept, store_create("/nowhere/at/all/kenes.db", &kept->error),
        STATUS_UNAVAILABLE, "error.store-not-made");
}

static void a_missing_file_is_no_store(void **state)
{
    struct kept *kept = *state;
    struct store *store = NULL;
    struct store_reader *reader = NULL;
    char path[128];
    (void)snprintf(path, sizeof path, "%s/other.db", kept->folder);
    kept_fails(kept, store_open(path, &store, &kept->error), STATUS_MISSING,
        "error.store-missing");
    kept_fails(kept, store_reader_open(path, &reader, &kept->error),
        STATUS_MISSING, "error.store-missing");
    assert_null(store);
    assert_null(reader);
    assert_false(file_exists(path));
}

static void a_file_of_something_else_is_no_store(void **state)
{
    struct kept *kept = *state;
    struct store *store = NULL;
    char path[128];
    (void)snprintf(path, sizeof path, "%s/other.db", kept->folder);
    kept_ok(kept, file_write(path,
        bytes_of_text("not a database, however long it goes on: "
            "a file of SQLite begins with its name and has pages"),
        &kept->error));
    kept_fails(kept, store_open(path, &store, &kept->error), STATUS_INVALID,
        "error.store-not-kenes");
    kept_ok(kept, file_write(path, bytes_of_text(""), &kept->error));
    kept_fails(kept, store_open(path, &store, &kept->error), STATUS_INVALID,
        "error.store-not-kenes");
}

static void a_store_of_another_version_is_not_opened(void **state)
{
    struct kept *kept = *state;
    struct store *store = NULL;
    kept_sql(kept, "PRAGMA user_version = 3");
    kept_fails(kept, store_open(kept->path, &store, &kept->error),
        STATUS_INVALID, "error.store-version");
}

static void a_store_of_the_first_version_gets_what_it_lacks(void **state)
{
    struct kept *kept = *state;
    struct store *store = NULL;
    struct store_reader *reader = NULL;
    kept_sql(kept, "DROP TABLE law_texts; DROP TABLE law_text_articles;"
                   "PRAGMA user_version = 1");
    kept_ok(kept, store_reader_open(kept->path, &reader, &kept->error));
    kept_ok(kept, store_open(kept->path, &store, &kept->error));
    assert_int_equal(
        kept_sql_integer(kept, "SELECT count(*) FROM law_texts"), 0);
    assert_int_equal(kept_sql_integer(kept,
        "SELECT count(*) FROM law_text_articles"), 0);
    assert_int_equal(kept_sql_integer(kept, "PRAGMA user_version"), 2);
    store_close(store);
    store_reader_close(reader);
}

/* The table is there already, so that the upgrade fails half way. */
static void an_upgrade_is_whole_or_not_at_all(void **state)
{
    struct kept *kept = *state;
    struct store *store = NULL;
    kept_sql(kept, "DROP TABLE law_texts; PRAGMA user_version = 1");
    assert_true(
        store_open(kept->path, &store, &kept->error) != STATUS_OK);
    assert_false(kept_sql_works(kept, "SELECT * FROM law_texts"));
    assert_int_equal(kept_sql_integer(kept, "PRAGMA user_version"), 1);
}

static void the_file_is_for_its_owner_alone(void **state)
{
    struct kept *kept = *state;
    struct stat file;
    assert_int_equal(stat(kept->path, &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
}

static void a_reader_sees_every_commit_and_nothing_before_it(void **state)
{
    struct kept *kept = *state;
    struct store_head head;
    kept_begin(kept);
    (void)kept_append(kept, "population-recorded", 0, "{'persons': 5}");
    kept_ok(kept, store_head(kept->reader, &head, &kept->error));
    assert_int_equal(head.count, 0);
    kept_ok(kept, store_head(store_reads(kept->store), &head, &kept->error));
    assert_int_equal(head.count, 1);
    kept_commit(kept);
    kept_ok(kept, store_head(kept->reader, &head, &kept->error));
    assert_int_equal(head.count, 1);
    assert_int_equal(head.at.seconds, kept->now.seconds);
}

static void every_statement_is_understood(void **state)
{
    struct kept *kept = *state;
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(kept->path, &db), SQLITE_OK);
    for (int i = 0; i < STORE_STATEMENTS; i++) {
        sqlite3_stmt *statement = NULL;
        const char *text = store_statement_text((enum store_statement)i);
        if (sqlite3_prepare_v2(db, text, -1, &statement, NULL) != SQLITE_OK) {
            print_error("%s: %s\n", text, sqlite3_errmsg(db));
            fail();
        }
        (void)sqlite3_finalize(statement);
    }
    (void)sqlite3_close(db);
}

static void rows_of_the_record_cannot_be_changed_or_removed(void **state)
{
    struct kept *kept = *state;
    (void)kept_enter(kept, "population-recorded", 0, "{'persons': 5}");
    kept_sql(kept, "INSERT INTO roll VALUES (1, 1, 'k')");
    kept_sql(kept, "INSERT INTO corpus_sources VALUES ('d', 1, 'n', 't')");
    assert_false(kept_sql_works(kept, "UPDATE events SET bytes = 'x'"));
    assert_false(kept_sql_works(kept, "DELETE FROM events"));
    assert_false(kept_sql_works(kept, "UPDATE roll SET key = 'x'"));
    assert_false(kept_sql_works(kept, "DELETE FROM roll"));
    assert_false(kept_sql_works(kept, "UPDATE corpus_sources SET text = ''"));
    assert_false(kept_sql_works(kept, "DELETE FROM corpus_sources"));
    assert_int_equal(kept_sql_integer(kept, "SELECT count(*) FROM events"), 1);
}

/* The comment above a table begins with its class; each column has one. */
static void every_table_and_column_is_explained(void **state)
{
    (void)state;
    char *text = malloc(strlen(embed_schema) + 1);
    assert_non_null(text);
    memcpy(text, embed_schema, strlen(embed_schema) + 1);
    bool is_classed = false;
    bool in_table = false;
    size_t tables = 0;
    char *rest = text;
    while (rest != NULL) {
        char *line = rest;
        rest = strchr(rest, '\n');
        if (rest != NULL) {
            *rest++ = '\0';
        }
        if (strncmp(line, "-- record: ", 11) == 0 ||
            strncmp(line, "-- derived: ", 12) == 0 ||
            strncmp(line, "-- private: ", 12) == 0 ||
            strncmp(line, "-- loaded: ", 11) == 0) {
            is_classed = true;
        } else if (strncmp(line, "CREATE TABLE ", 13) == 0) {
            assert_true(is_classed);
            is_classed = false;
            in_table = true;
            tables++;
        } else if (strcmp(line, ");") == 0) {
            in_table = false;
        } else if (in_table && strncmp(line, "    PRIMARY KEY", 15) != 0 &&
                   strncmp(line, "    UNIQUE", 10) != 0) {
            assert_non_null(strstr(line, " -- "));
        }
    }
    free(text);
    assert_int_equal(tables, 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_store_is_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_existing_file_is_not_overwritten, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_store_in_no_folder_cannot_be_made, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_missing_file_is_no_store, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_file_of_something_else_is_no_store, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_store_of_another_version_is_not_opened, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_store_of_the_first_version_gets_what_it_lacks, setup, teardown),
        cmocka_unit_test_setup_teardown(
            an_upgrade_is_whole_or_not_at_all, setup, teardown),
        cmocka_unit_test_setup_teardown(
            the_file_is_for_its_owner_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_reader_sees_every_commit_and_nothing_before_it, setup, teardown),
        cmocka_unit_test_setup_teardown(
            every_statement_is_understood, setup, teardown),
        cmocka_unit_test_setup_teardown(
            rows_of_the_record_cannot_be_changed_or_removed, setup, teardown),
        cmocka_unit_test(every_table_and_column_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
