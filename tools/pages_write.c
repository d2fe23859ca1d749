/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Templates as C.
 */
#include "pages.h"

#include <string.h>

enum { RAW_LINE = 60, RAW_MAX = 2000 };

/* By enum type: how it is declared, and when it is something. */
static const struct {
    const char *declared;
    const char *is_set;
} types[] = {
    {"", ""},
    {"bool ", "%s"},
    {"const char *", "html_is_text(%s)"},
    {"int64_t ", "%s != 0"},
    {"struct money ", "%s.tiyn != 0"},
    {"struct date ", "date_is_set(%s)"},
    {"struct instant ", "%s.seconds != 0"},
    {"const struct message *", "%s != NULL"},
    {"struct html ", "%s.text != NULL"},
    {"struct url ", "%s.text != NULL"},
    {"", "%s_count > 0"},
    {"", "%s != NULL"},
};

/* ---- the header ----------------------------------------------------- */

static void field_write(FILE *file, const struct field *field)
{
    if (field->type == TYPE_USE) {
        (void)fprintf(
            file, "    const struct pages_%s *%s;\n", field->use, field->name);
    } else if (field->type != TYPE_LIST) {
        (void)fprintf(
            file, "    %s%s;\n", types[field->type].declared, field->name);
    } else {
        const struct shape *rows = field->rows;
        if (rows->row.type == TYPE_NONE) {
            (void)fprintf(file, "    const struct pages_%s *%s;\n", rows->name,
                field->name);
        } else if (rows->row.type == TYPE_USE) {
            (void)fprintf(file, "    const struct pages_%s *%s;\n",
                rows->row.use, field->name);
        } else {
            (void)fprintf(file, "    %sconst *%s;\n",
                types[rows->row.type].declared, field->name);
        }
        (void)fprintf(file, "    size_t %s_count;\n", field->name);
    }
}

/* The structs of rows come before those that hold them. */
static void shape_write(FILE *file, const struct shape *shape)
{
    for (size_t i = 0; i < shape->count; i++) {
        if (shape->fields[i].type == TYPE_LIST) {
            shape_write(file, shape->fields[i].rows);
        }
    }
    if (shape->count == 0) {
        return;
    }
    (void)fprintf(file, "\nstruct pages_%s {\n", shape->name);
    for (size_t i = 0; i < shape->count; i++) {
        field_write(file, &shape->fields[i]);
    }
    (void)fputs("};\n", file);
}

static void prototype_write(FILE *file)
{
    if (page->shapes[0].count == 0) {
        (void)fprintf(
            file, "\nvoid pages_%s(struct html_out *out)", page->name);
    } else {
        (void)fprintf(file,
            "\nvoid pages_%s(\n    const struct pages_%s *page,"
            " struct html_out *out)",
            page->name, page->name);
    }
}

void declaration_write(FILE *file)
{
    shape_write(file, &page->shapes[0]);
    prototype_write(file);
    (void)fputs(";\n", file);
}

/* ---- the functions -------------------------------------------------- */

static void indent(size_t depth)
{
    for (size_t i = 0; i < depth; i++) {
        (void)fputs("    ", stdout);
    }
}

static void raw_write(const struct node *node, size_t depth)
{
    for (size_t start = 0; start < node->length; start += RAW_MAX) {
        size_t length = node->length - start;
        length = length > RAW_MAX ? RAW_MAX : length;
        indent(depth);
        (void)fputs("html_raw(out, \"", stdout);
        for (size_t i = 0; i < length; i++) {
            unsigned char byte = (unsigned char)node->raw[start + i];
            if (byte == '"' || byte == '\\') {
                (void)printf("\\%c", byte);
            } else if (byte == '?' || byte < 0x20 || byte > 0x7e) {
                (void)printf("\\%03o", byte);
            } else {
                (void)putchar(byte);
            }
            if (i % RAW_LINE == RAW_LINE - 1) {
                (void)fputs("\"\n        \"", stdout);
            }
        }
        (void)printf("\", %zu);\n", length);
    }
}

static void message_write(const struct node *node, size_t depth)
{
    indent(depth);
    if (node->arguments_count == 0) {
        (void)printf("html_message(out, \"%s\");\n", node->name);
        return;
    }
    (void)fputs("{\n", stdout);
    indent(depth + 1);
    (void)puts("struct message message;");
    indent(depth + 1);
    (void)printf("(void)message_start(&message, \"%s\");\n", node->name);
    for (size_t i = 0; i < node->arguments_count; i++) {
        const struct argument *argument = &node->arguments[i];
        bool is_text = argument->word->type == TYPE_TEXT;
        indent(depth + 1);
        (void)printf("(void)%s(&message, \"%s\", %s%s%s);\n",
            argument->word->argument, argument->name,
            is_text ? "html_known(" : "", argument->path, is_text ? ")" : "");
    }
    indent(depth + 1);
    (void)puts("html_say(out, &message);");
    indent(depth);
    (void)puts("}");
}

static void for_write(const struct node *node, size_t depth)
{
    const struct shape *rows = node->field->rows;
    indent(depth);
    (void)printf("for (size_t i%zu = 0; i%zu < %s_count; i%zu++) {\n", depth,
        depth, node->path, depth);
    indent(depth + 1);
    if (rows->row.type == TYPE_NONE || rows->row.type == TYPE_USE) {
        (void)printf("const struct pages_%s *row_%s = &%s[i%zu];\n",
            rows->row.type == TYPE_NONE ? rows->name : rows->row.use,
            node->name, node->path, depth);
    } else {
        (void)printf("%srow_%s = %s[i%zu];\n", types[rows->row.type].declared,
            node->name, node->path, depth);
    }
}

static void if_write(const struct node *node, size_t depth)
{
    char question[PATH_MAX_BYTES * 2];
    const char *mark = strstr(types[node->field->type].is_set, "%s");
    (void)snprintf(question, sizeof question, "%.*s%s%s",
        (int)(mark - types[node->field->type].is_set),
        types[node->field->type].is_set, node->path, mark + 2);
    indent(depth);
    (void)printf(node->is_not ? "if (!(%s)) {\n" : "if (%s) {\n", question);
}

void definition_write(void)
{
    size_t depth = 1;
    prototype_write(stdout);
    (void)puts("\n{");
    for (size_t i = 0; i < page->nodes_count; i++) {
        const struct node *node = &page->nodes[i];
        switch (node->kind) {
        case NODE_RAW:
            raw_write(node, depth);
            break;
        case NODE_VALUE:
            indent(depth);
            (void)printf("%s(out, %s);\n", node->word->writer, node->path);
            break;
        case NODE_MESSAGE:
            message_write(node, depth);
            break;
        case NODE_IF:
            if_write(node, depth++);
            break;
        case NODE_FOR:
            for_write(node, depth++);
            break;
        case NODE_ELSE:
            indent(depth - 1);
            (void)puts("} else {");
            break;
        case NODE_USE:
            indent(depth);
            (void)printf("pages_%s(%s%sout);\n", node->name, node->path,
                node->path[0] == '\0' ? "" : ", ");
            break;
        case NODE_END:
            indent(--depth);
            (void)puts("}");
            break;
        }
    }
    (void)puts("}");
}
