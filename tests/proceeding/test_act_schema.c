/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * docs/acts.schema.json tells other programs what act_read() takes: every act
 * of the one is an act of the other, with the same fields, of the same shapes.
 */
#include <string.h>

#include "test.h"

#include "base/file.h"
#include "proceeding/act.h"

static struct arena *arena;
static const struct json *definitions;

static int begin(void **state)
{
    (void)state;
    struct buffer content = BUFFER_EMPTY;
    struct error error = {0};
    const struct json *schema = NULL;
    arena = arena_create();
    assert_int_equal(file_read("docs/acts.schema.json", JSON_SIZE_MAX,
                         &content, &error),
        STATUS_OK);
    assert_int_equal(
        json_parse(buffer_bytes(&content), arena, &schema, &error), STATUS_OK);
    buffer_finish(&content);
    definitions = json_member(schema, "$defs");
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* JSON in which `'` stands for `"`. */
static const struct json *parse(const char *text)
{
    const struct json *json = NULL;
    struct error error = {0};
    char *quoted = arena_text(arena, text);
    for (char *at = quoted; (at = strchr(at, '\'')) != NULL;) {
        *at = '"';
    }
    assert_int_equal(
        json_parse(bytes_of_text(quoted), arena, &json, &error), STATUS_OK);
    return json;
}

/* What each shape of the schema takes, and what it does not. */
static const struct {
    const char *shape;
    const char *right;
    const char *wrong;
} shapes[] = {
    {"text", "'a\\nb'", "' '"},
    {"line", "'a b'", "'a\\nb'"},
    {"word", "'rural-akim'", "'Akim'"},
    {"words", "['mass-media']", "['a', 'a']"},
    {"date", "'2026-12-12'", "'2026-13-12'"},
    {"time", "'23:59'", "'24:00'"},
    {"count", "0", "-1"},
    {"number", "1", "0"},
    {"numbers", "[1, 2]", "[1, 1]"},
    {"boolean", "false", "0"},
    {"choice", "'abstain'", "'perhaps'"},
    {"kato", "'116645000'", "'11664500'"},
    {"digest",
        "'a47a89d0578da5a1d63835780c24ba4cbb2630784dd5038d716545b814f0dc7a'",
        "'a47a'"},
    {"object", "{}", "[]"},
    {"plot", "{'kato': '116645100', 'name': 'Орталық'}", "{'name': 'a'}"},
    {"repeats", "{'proceeding': 1, 'item': 1}", "{'item': 1}"},
    {"votes", "[{'resident': 1, 'choice': 'for'}]",
        "[{'resident': 1, 'choice': 'for'}, {'resident': 1, 'choice': 'for'}]"},
    {"items",
        "[{'matter': 'community-tasks', 'title': 'Жол', 'members': [1], "
        "'budget': 2026, 'repeats': {'proceeding': 1, 'item': 1}}]",
        "[{'matter': 'community-tasks'}]"},
};

/* The sample of the shape that {"$ref": "#/$defs/SHAPE"} names. */
static const struct json *sample(const struct json *reference, bool right)
{
    const char *name = json_member_text(reference, "$ref");
    assert_non_null(name);
    name += strlen("#/$defs/");
    assert_non_null(json_member(definitions, name));
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        if (strcmp(shapes[i].shape, name) == 0) {
            return parse(right ? shapes[i].right : shapes[i].wrong);
        }
    }
    fail_msg("no sample of the shape %s", name);
    return NULL;
}

static const struct json *schema_of(enum act_kind kind)
{
    const struct json *schema = json_member(definitions,
        arena_format(arena, "act-%s", act_kind_name(kind)));
    if (schema == NULL) {
        fail_msg("the schema has no act %s", act_kind_name(kind));
    }
    return schema;
}

static bool is_required(const struct json *schema, const char *name)
{
    const struct json *required = json_member(schema, "required");
    for (size_t i = 0; i < json_count(required); i++) {
        if (strcmp(json_text(json_at(required, i)), name) == 0) {
            return true;
        }
    }
    return false;
}

/* Of fields one or the others of which are asked for: is it of the first? */
static bool is_of_first(const struct json *schema, const char *name)
{
    const struct json *first = json_at(json_member(schema, "oneOf"), 0);
    return first != NULL && is_required(first, name);
}

/* The smallest act of a schema but for the member `without`; of one of the
   second choice, but for all of the first. */
static struct json *smallest(
    enum act_kind kind, const struct json *schema, const char *without)
{
    const struct json *second = json_at(json_member(schema, "oneOf"), 1);
    bool is_second = second != NULL && is_required(second, without);
    const struct json *properties = json_member(schema, "properties");
    struct json *act = json_object(arena);
    for (size_t i = 0; i < json_count(properties); i++) {
        const char *name = json_name_at(properties, i);
        bool is_one_of = !is_second && is_of_first(schema, name);
        if (strcmp(name, without) == 0 ||
            (!is_required(schema, name) && !is_one_of)) {
            continue;
        }
        json_put(act, name,
            strcmp(name, "act") == 0
                ? parse(arena_format(arena, "'%s'", act_kind_name(kind)))
                : sample(json_at(properties, i), true));
    }
    return act;
}

static bool reads(const struct json *json)
{
    struct act act;
    struct error error = {0};
    return act_read(json, arena, &act, &error) == STATUS_OK;
}

static void every_act_has_its_schema(void **state)
{
    (void)state;
    size_t acts = 0;
    for (size_t i = 0; i < json_count(definitions); i++) {
        const char *name = json_name_at(definitions, i);
        enum act_kind kind;
        if (strncmp(name, "act-", 4) == 0) {
            assert_true(act_kind_parse(name + 4, &kind));
            acts++;
        }
    }
    assert_int_equal(acts, ACT_KINDS);
    for (size_t i = 0; i < ACT_KINDS; i++) {
        enum act_kind kind = (enum act_kind)i;
        assert_true(reads(smallest(kind, schema_of(kind), "")));
    }
}

static void what_the_schema_requires_is_required(void **state)
{
    (void)state;
    for (size_t i = 0; i < ACT_KINDS; i++) {
        enum act_kind kind = (enum act_kind)i;
        const struct json *schema = schema_of(kind);
        const struct json *required = json_member(schema, "required");
        for (size_t k = 0; k < json_count(required); k++) {
            const char *name = json_text(json_at(required, k));
            if (reads(smallest(kind, schema, name))) {
                fail_msg("%s is read without %s", act_kind_name(kind), name);
            }
        }
    }
}

/* A speech's office and resident exclude each other, `text` needs one. */
static void add_with_its_like(
    struct json *act, const char *name, const struct json *value)
{
    json_put(act, name, value);
    if (strcmp(json_member_text(act, "act"), "speak") == 0) {
        if (strcmp(name, "text") == 0) {
            json_put_integer(act, "resident", 1);
        } else if (strcmp(name, "resident") == 0 ||
            strcmp(name, "office") == 0) {
            json_put_text(act, "text", "a");
        }
    }
}

/* Where `name` is of the second choice, without the first. */
static struct json *beside(
    enum act_kind kind, const struct json *schema, const char *name)
{
    const struct json *second = json_at(json_member(schema, "oneOf"), 1);
    bool is_second = second != NULL && is_required(second, name);
    return smallest(kind, schema, is_second ? name : "");
}

static void fields_have_the_shapes_of_the_schema(void **state)
{
    (void)state;
    for (size_t i = 0; i < ACT_KINDS; i++) {
        enum act_kind kind = (enum act_kind)i;
        const struct json *schema = schema_of(kind);
        const struct json *properties = json_member(schema, "properties");
        for (size_t k = 0; k < json_count(properties); k++) {
            const char *name = json_name_at(properties, k);
            if (strcmp(name, "act") == 0) {
                continue;
            }
            struct json *right = beside(kind, schema, name);
            struct json *wrong = beside(kind, schema, name);
            add_with_its_like(
                right, name, sample(json_at(properties, k), true));
            add_with_its_like(
                wrong, name, sample(json_at(properties, k), false));
            if (!reads(right) || reads(wrong)) {
                fail_msg("%s: %s is of another shape", act_kind_name(kind),
                    name);
            }
        }
    }
}

/* No act has a field of another that its schema does not name. */
static void no_act_has_more_fields_than_its_schema(void **state)
{
    (void)state;
    for (size_t i = 0; i < ACT_KINDS; i++) {
        enum act_kind kind = (enum act_kind)i;
        const struct json *schema = schema_of(kind);
        const struct json *own = json_member(schema, "properties");
        for (size_t j = 0; j < ACT_KINDS; j++) {
            const struct json *others =
                json_member(schema_of((enum act_kind)j), "properties");
            for (size_t k = 0; k < json_count(others); k++) {
                const char *name = json_name_at(others, k);
                if (json_member(own, name) != NULL) {
                    continue;
                }
                struct json *act = smallest(kind, schema, "");
                json_put(act, name, sample(json_at(others, k), true));
                if (reads(act)) {
                    fail_msg("%s: the schema lacks %s", act_kind_name(kind),
                        name);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_act_has_its_schema),
        cmocka_unit_test(what_the_schema_requires_is_required),
        cmocka_unit_test(fields_have_the_shapes_of_the_schema),
        cmocka_unit_test(no_act_has_more_fields_than_its_schema),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
