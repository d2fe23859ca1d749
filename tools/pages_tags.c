/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What stands between {{ and }} in a template.
 */
#include "pages.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 16 };

static const struct word words[] = {
    {"text", TYPE_TEXT, "html_text", "message_text"},
    {"number", TYPE_NUMBER, "html_number", "message_number"},
    {"money", TYPE_MONEY, "html_money", NULL},
    {"date", TYPE_DATE, "html_date", "message_date"},
    {"day", TYPE_DATE, "html_day", NULL},
    {"instant", TYPE_INSTANT, "html_instant", NULL},
    {"say", TYPE_MESSAGE, "html_say", NULL},
    {"key", TYPE_TEXT, "html_message", "message_key"},
    {"word", TYPE_TEXT, "html_word", "message_word"},
    {"cite", TYPE_TEXT, "html_citation", "message_citation"},
    {"html", TYPE_HTML, "html_fragment", NULL},
    {"url", TYPE_URL, "html_url", NULL},
};

/* ---- messages ------------------------------------------------------- */

/* The entry of a key in po, up to the next one; NULL where there is none. */
static const char *entry_find(const char *key, size_t *length)
{
    char wanted[NAME_MAX_BYTES + 16];
    (void)snprintf(wanted, sizeof wanted, "\nmsgid \"%s\"\n", key);
    const char *entry = catalogue == NULL ? NULL : strstr(catalogue, wanted);
    if (entry == NULL) {
        fault("no message \"%s\" in po", key);
        return NULL;
    }
    entry += strlen(wanted);
    const char *next = strstr(entry, "\nmsgid \"");
    *length = next == NULL ? strlen(entry) : (size_t)(next - entry);
    return entry;
}

/* Are the arguments of a message in a page those of its text? */
static void message_check(const struct node *node)
{
    size_t length = 0;
    const char *entry = entry_find(node->name, &length);
    for (size_t i = 0; entry != NULL && i < length; i++) {
        size_t size = entry[i] == '{' ? strcspn(entry + i, "}") : 0;
        bool is_given = size == 0;
        for (size_t n = 0; n < node->arguments_count; n++) {
            const char *name = node->arguments[n].name;
            is_given =
                is_given || (strlen(name) == size - 1 &&
                                strncmp(name, entry + i + 1, size - 1) == 0);
        }
        if (!is_given) {
            fault("\"%s\" needs %.*s}", node->name, (int)size, entry + i);
        }
    }
    for (size_t n = 0; entry != NULL && n < node->arguments_count; n++) {
        char wanted[NAME_MAX_BYTES + 4];
        (void)snprintf(wanted, sizeof wanted, "{%s}", node->arguments[n].name);
        const char *found = strstr(entry, wanted);
        if ((found == NULL || found > entry + length) &&
            strcmp(wanted, "{count}") != 0) {
            fault("\"%s\" has no %s", node->name, wanted);
        }
    }
}

/* ---- arguments ------------------------------------------------------ */

static bool is_name(const char *name)
{
    return islower((unsigned char)name[0]) &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") ==
               strlen(name);
}

static struct field *field_of(struct shape *shape, const char *name)
{
    for (size_t i = 0; i < shape->count; i++) {
        if (strcmp(shape->fields[i].name, name) == 0) {
            return &shape->fields[i];
        }
    }
    if (!is_name(name) || shape->count == FIELDS_MAX) {
        fault("\"%s\" is no name of a value", name);
        return &shape->row;
    }
    struct field *field = &shape->fields[shape->count++];
    copy(field->name, sizeof field->name, name, strlen(name));
    return field;
}

/* The field that a path of a template means, and the path in C. */
static struct field *path_read(const char *path, char c[PATH_MAX_BYTES])
{
    size_t length = strcspn(path, ".");
    for (size_t i = page->blocks_count; i > 0; i--) {
        const struct block *block = &page->blocks[i - 1];
        if (block->shape == NULL || strlen(block->row) != length ||
            strncmp(block->row, path, length) != 0) {
            continue;
        }
        if (path[length] == '\0') {
            (void)snprintf(c, PATH_MAX_BYTES, "row_%s", block->row);
            return &block->shape->row;
        }
        (void)snprintf(
            c, PATH_MAX_BYTES, "row_%s->%s", block->row, path + length + 1);
        return field_of(block->shape, path + length + 1);
    }
    if (path[length] == '.') {
        fault("%.*s is no row of a list here", (int)length, path);
    }
    (void)snprintf(c, PATH_MAX_BYTES, "page->%s", path);
    return field_of(&page->shapes[0], path);
}

/* A value is what it is used as; one that is only asked after is a flag. */
static void type_set(struct field *field, enum type type, const char *path)
{
    if (field->type == TYPE_NONE || field->type == TYPE_FLAG) {
        field->type = type;
    } else if (type != TYPE_FLAG && field->type != type) {
        fault("%s is used in two ways", path);
    }
}

/* ---- tags of templates ---------------------------------------------- */

static const struct word *word_find(const char *name)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i].name, name) == 0) {
            return &words[i];
        }
    }
    return NULL;
}

bool takes_url(const char *attribute)
{
    return strcmp(attribute, "href") == 0 || strcmp(attribute, "src") == 0 ||
           strcmp(attribute, "action") == 0 ||
           strcmp(attribute, "formaction") == 0 ||
           strcmp(attribute, "data-events") == 0;
}

static void value_add(const char *word_name, const char *path)
{
    const struct word *word = word_find(word_name);
    bool is_url = page->mode == MODE_VALUE && takes_url(page->attribute);
    if (is_url &&
        (page->at[0] != '"' || page->nodes_count == 0 ||
            page->nodes[page->nodes_count - 1].kind != NODE_RAW ||
            page->nodes[page->nodes_count - 1]
                    .raw[page->nodes[page->nodes_count - 1].length - 1] !=
                '"')) {
        fault("%s takes one whole address", page->attribute);
    }
    if (is_url && strcmp(word_name, "text") == 0) {
        word = word_find("url");
    }
    if (word == NULL || is_url != (word->type == TYPE_URL) ||
        page->mode == MODE_TAG ||
        (word->type == TYPE_HTML && page->mode != MODE_TEXT)) {
        fault("{{ %s %s }} cannot stand here", word_name, path);
        return;
    }
    struct node *node = node_add(NODE_VALUE);
    node->word = word;
    type_set(path_read(path, node->path), word->type, path);
}

/* {{ t "key" name=kind:value … }} */
static void message_add(char **given, size_t count)
{
    struct node *node = node_add(NODE_MESSAGE);
    size_t length = count == 0 ? 0 : strlen(given[0]);
    if (length < 3 || given[0][0] != '"' || given[0][length - 1] != '"' ||
        count > 8 || page->mode == MODE_TAG) {
        fault("a message is {{ t \"key\" name=value }}");
        return;
    }
    copy(node->name, sizeof node->name, given[0] + 1, length - 2);
    for (size_t i = 1; i < count; i++) {
        struct argument *argument = &node->arguments[node->arguments_count++];
        char *value = strchr(given[i], '=');
        if (value == NULL) {
            fault("%s: an argument is name=value", given[i]);
            return;
        }
        *value++ = '\0';
        char *path = strchr(value, ':');
        bool is_count = strcmp(given[i], "count") == 0;
        const char *kind = is_count ? "number" : "text";
        if (path != NULL) {
            *path++ = '\0';
            kind = value;
            value = path;
        }
        copy(argument->name, sizeof argument->name, given[i], strlen(given[i]));
        argument->word = word_find(kind);
        if (argument->word == NULL || argument->word->argument == NULL) {
            fault("%s: no kind of argument", kind);
            return;
        }
        type_set(path_read(value, argument->path), argument->word->type, value);
    }
    message_check(node);
}

static struct block *block_begin(const struct node *node)
{
    if (page->blocks_count == DEPTH_MAX) {
        fault("too deep");
        exit(1);
    }
    struct block *block = &page->blocks[page->blocks_count++];
    *block = (struct block){
        node, page->line, false, page->mode, page->elements_count, "", NULL};
    return block;
}

static void if_add(char **given, size_t count)
{
    struct node *node = node_add(NODE_IF);
    node->is_not = count == 2 && strcmp(given[0], "not") == 0;
    if (count != (node->is_not ? 2U : 1U)) {
        fault("a question is {{ if x }} or {{ if not x }}");
        return;
    }
    struct field *field = path_read(given[count - 1], node->path);
    type_set(field, TYPE_FLAG, given[count - 1]);
    node->field = field;
    (void)block_begin(node);
}

static void for_add(char **given, size_t count)
{
    struct node *node = node_add(NODE_FOR);
    if (count != 3 || strcmp(given[1], "in") != 0 || !is_name(given[0]) ||
        page->shapes_count == SHAPES_MAX) {
        fault("a list is {{ for row in rows }}");
        return;
    }
    struct field *field = path_read(given[2], node->path);
    type_set(field, TYPE_LIST, given[2]);
    node->field = field;
    copy(node->name, sizeof node->name, given[0], strlen(given[0]));
    if (field->rows == NULL) {
        field->rows = &page->shapes[page->shapes_count++];
        const char *owner = page->name;
        for (size_t i = page->blocks_count; i > 0; i--) {
            if (page->blocks[i - 1].shape != NULL) {
                owner = page->blocks[i - 1].shape->name;
                break;
            }
        }
        if (snprintf(field->rows->name, sizeof field->rows->name, "%s_%s",
                owner, field->name) >= PATH_MAX_BYTES) {
            fault("%s: too long", field->name);
        }
    }
    struct block *block = block_begin(node);
    block->shape = field->rows;
    copy(block->row, sizeof block->row, given[0], strlen(given[0]));
}

static void use_add(char **given, size_t count)
{
    struct node *node = node_add(NODE_USE);
    if (count < 1 || count > 2 || page->mode != MODE_TEXT) {
        fault("another template is {{ use name value }}, between elements");
        return;
    }
    for (char *at = given[0]; *at != '\0'; at++) {
        *at = *at == '-' ? '_' : *at;
    }
    copy(node->name, sizeof node->name, given[0], strlen(given[0]));
    if (count == 2) {
        struct field *field = path_read(given[1], node->path);
        type_set(field, TYPE_USE, given[1]);
        if (field->use[0] != '\0' && strcmp(field->use, given[0]) != 0) {
            fault("%s is used in two ways", given[1]);
        }
        copy(field->use, sizeof field->use, given[0], strlen(given[0]));
    }
}

/* {{ else }} and {{ end }}: the HTML must be where the block found it. */
static void block_turn(bool is_end)
{
    if (page->blocks_count == 0) {
        fault("nothing to end");
        return;
    }
    struct block *block = &page->blocks[page->blocks_count - 1];
    if (block->mode != page->mode || block->elements != page->elements_count) {
        fault("the block of line %d leaves an element open", block->line);
    }
    if (!is_end && (block->has_else || block->node->kind != NODE_IF)) {
        fault("no {{ if }} for this {{ else }}");
    }
    if (is_end && block->shape != NULL && block->shape->count == 0 &&
        block->shape->row.type == TYPE_NONE) {
        fault("%s is not used", block->row);
    }
    block->has_else = true;
    (void)node_add(is_end ? NODE_END : NODE_ELSE);
    page->blocks_count -= is_end ? 1 : 0;
}

void tag_read(char *text)
{
    char *given[WORDS_MAX];
    size_t count = 0;
    for (char *word = strtok(text, " \n\t"); word != NULL;
         word = strtok(NULL, " \n\t")) {
        if (count == WORDS_MAX) {
            fault("too many words");
            return;
        }
        given[count++] = word;
    }
    if (page->mode == MODE_VALUE && takes_url(page->attribute) &&
        (count == 0 || count > 2)) {
        fault("%s takes one whole address", page->attribute);
    } else if (count == 0) {
        fault("{{ }} says nothing");
    } else if (strcmp(given[0], "t") == 0) {
        message_add(given + 1, count - 1);
    } else if (strcmp(given[0], "if") == 0) {
        if_add(given + 1, count - 1);
    } else if (strcmp(given[0], "for") == 0) {
        for_add(given + 1, count - 1);
    } else if (strcmp(given[0], "use") == 0) {
        use_add(given + 1, count - 1);
    } else if (count == 1 && strcmp(given[0], "else") == 0) {
        block_turn(false);
    } else if (count == 1 && strcmp(given[0], "end") == 0) {
        block_turn(true);
    } else if (count <= 2) {
        value_add(count == 2 ? given[0] : "text", given[count - 1]);
    } else {
        fault("{{ %s … }} is not understood", given[0]);
    }
}
