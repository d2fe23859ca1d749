/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Compiles templates into C: a struct of arguments and a function of each.
 *
 *     compile_pages PAGES.h PO… TEMPLATE.html… >pages.c
 *
 *     {{ x }}               text          {{ number x }}  {{ date x }}  …
 *     {{ t "key" }}         a message     {{ t "key" count=x name=text:y }}
 *     {{ if x }} {{ if not x }} … {{ else }} … {{ end }}
 *     {{ for r in rows }} … {{ r.name }} … {{ end }}
 *     {{ use other x }}     another template, with its arguments
 *
 * The types of the arguments follow from their use; href, src and action take
 * a whole struct url and nothing else.  What a reader or a browser would
 * stumble over fails the build, with its file and line: a key that po lacks or
 * whose arguments differ, an element or block left open, a value where no
 * escaping could make it safe, script and style in the page.
 */
#include "pages.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct template *page;
char *catalogue;
static bool failed;

void fault(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    (void)fprintf(stderr, "%s:%d: ", page->file, page->line);
    (void)vfprintf(stderr, format, arguments);
    (void)fputc('\n', stderr);
    va_end(arguments);
    failed = true;
}

void *resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size);
    if (resized == NULL) {
        (void)fputs("compile_pages: out of memory\n", stderr);
        exit(3);
    }
    return resized;
}

void copy(char *to, size_t size, const char *from, size_t length)
{
    if (length >= size) {
        fault("%.*s: too long", (int)length, from);
        length = size - 1;
    }
    memcpy(to, from, length);
    to[length] = '\0';
}

/* Adds a whole file to `*text`. */
static void slurp(const char *path, char **text)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(3);
    }
    size_t length = *text == NULL ? 0 : strlen(*text);
    size_t got;
    do {
        *text = resize(*text, length + 65537);
        got = fread(*text + length, 1, 65536, file);
        length += got;
        (*text)[length] = '\0';
    } while (got > 0);
    (void)fclose(file);
}

struct node *node_add(enum node_kind kind)
{
    if (page->nodes_count == NODES_MAX) {
        fault("more than %d parts", NODES_MAX);
        exit(1);
    }
    struct node *node = &page->nodes[page->nodes_count++];
    node->kind = kind;
    return node;
}

static void raw_add(char byte)
{
    struct node *node =
        page->nodes_count == 0 ? NULL : &page->nodes[page->nodes_count - 1];
    if (node == NULL || node->kind != NODE_RAW) {
        node = node_add(NODE_RAW);
    }
    if (node->length == node->capacity) {
        node->capacity = node->capacity * 2 + 256;
        node->raw = resize(node->raw, node->capacity);
    }
    node->raw[node->length++] = byte;
}

/* ---- HTML ----------------------------------------------------------- */

static bool is_in(const char *const *list, const char *name)
{
    for (; *list != NULL; list++) {
        if (strcmp(*list, name) == 0) {
            return true;
        }
    }
    return false;
}

/* Elements that have no end. */
static const char *const voids[] = {"area", "base", "br", "col", "hr", "img",
    "input", "link", "meta", "source", "track", "wbr", NULL};

/* Elements whose blanks are shown. */
static const char *const exact[] = {"pre", "textarea", NULL};

/* What a policy that trusts no page would stop; the frame alone names a
   script, by its file. */
static const char *const banned[] = {
    "script", "style", "iframe", "object", "embed", "base", NULL};

static bool is_within(const char *name)
{
    for (size_t i = 0; i < page->elements_count; i++) {
        if (strcmp(page->elements[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static void advance(void)
{
    page->line += *page->at == '\n';
    page->at++;
}

static void keep(void)
{
    raw_add(*page->at);
    advance();
}

static size_t name_length(void)
{
    size_t length = 0;
    while (
        isalnum((unsigned char)page->at[length]) ||
        (page->at[length] != '\0' && strchr("-_:", page->at[length]) != NULL)) {
        length++;
    }
    return length;
}

/* A run of blanks is one blank, but where a browser shows them. */
static void blanks_read(void)
{
    if (page->mode == MODE_TEXT && page->elements_count > 0 &&
        is_in(exact, page->elements[page->elements_count - 1])) {
        keep();
        return;
    }
    bool is_break = false;
    while (isspace((unsigned char)*page->at)) {
        is_break = is_break || *page->at == '\n';
        advance();
    }
    raw_add(is_break ? '\n' : ' ');
}

static void element_end(void)
{
    char name[NAME_MAX_BYTES];
    page->at += 2;
    size_t length = name_length();
    copy(name, sizeof name, page->at, length);
    size_t own = page->blocks_count == 0
                     ? 0
                     : page->blocks[page->blocks_count - 1].elements;
    if (page->elements_count <= own ||
        strcmp(page->elements[page->elements_count - 1], name) != 0) {
        fault("</%s> ends nothing that is open here", name);
    } else {
        page->elements_count--;
    }
    page->at += length;
    if (*page->at != '>') {
        fault("</%s is not closed", name);
        return;
    }
    page->at++;
    for (const char *at = "</"; *at != '\0'; at++) {
        raw_add(*at);
    }
    for (const char *at = name; *at != '\0'; at++) {
        raw_add(*at);
    }
    raw_add('>');
}

static void element_begin(void)
{
    if (strncmp(page->at, "<!--", 4) == 0) {
        const char *end = strstr(page->at, "-->");
        if (end == NULL) {
            fault("a comment is not closed");
            end = page->at + strlen(page->at) - 3;
        }
        while (page->at < end + 3) {
            advance();
        }
        return;
    }
    if (page->at[1] == '/') {
        element_end();
        return;
    }
    keep();
    if (*page->at == '!') {
        copy(page->element, sizeof page->element, "!", 1);
        while (*page->at != '\0' && *page->at != '>') {
            keep();
        }
        page->mode = MODE_TAG;
        return;
    }
    size_t length = name_length();
    copy(page->element, sizeof page->element, page->at, length);
    bool is_frame = strcmp(page->name, "frame") == 0;
    if (length == 0 ||
        (is_in(banned, page->element) &&
            !(is_frame && strcmp(page->element, "script") == 0))) {
        fault("<%s> cannot stand in a page", page->element);
    }
    if (strcmp(page->element, "h1") == 0 && !is_frame) {
        fault("<h1> is the title, which the frame shows");
    }
    for (size_t i = 0; i < length; i++) {
        keep();
    }
    page->mode = MODE_TAG;
}

static void tag_end(void)
{
    bool is_closed =
        page->nodes_count > 0 &&
        page->nodes[page->nodes_count - 1].kind == NODE_RAW &&
        page->nodes[page->nodes_count - 1]
                .raw[page->nodes[page->nodes_count - 1].length - 1] == '/';
    keep();
    page->mode = MODE_TEXT;
    if (is_closed && !is_within("svg")) {
        fault("<%s/> is not closed in HTML", page->element);
    }
    if (is_closed || page->element[0] == '!' || is_in(voids, page->element)) {
        return;
    }
    if (page->elements_count == DEPTH_MAX) {
        fault("too deep");
        return;
    }
    copy(page->elements[page->elements_count++], NAME_MAX_BYTES, page->element,
        strlen(page->element));
}

/* name, or name=" of which the value follows. */
static void attribute_begin(void)
{
    size_t length = name_length();
    if (length == 0) {
        fault("no attribute: %.10s", page->at);
        advance();
        return;
    }
    copy(page->attribute, sizeof page->attribute, page->at, length);
    if (strncmp(page->attribute, "on", 2) == 0 ||
        strcmp(page->attribute, "style") == 0) {
        fault("%s cannot stand in a page", page->attribute);
    }
    for (size_t i = 0; i < length; i++) {
        keep();
    }
    if (*page->at != '=') {
        return;
    }
    keep();
    if (*page->at != '"') {
        fault("the value of %s needs quotes", page->attribute);
        return;
    }
    keep();
    page->mode = MODE_VALUE;
    if (takes_url(page->attribute) && *page->at != '#' &&
        strncmp(page->at, "{{", 2) != 0) {
        fault("%s is {{ x }}, an address made by url.h", page->attribute);
    }
}

static void html_read(void)
{
    char byte = *page->at;
    if (page->mode == MODE_VALUE) {
        page->mode = byte == '"' ? MODE_TAG : MODE_VALUE;
        keep();
    } else if (isspace((unsigned char)byte)) {
        blanks_read();
    } else if (page->mode == MODE_TEXT && byte == '<') {
        element_begin();
    } else if (page->mode == MODE_TAG && byte == '>') {
        tag_end();
    } else if (page->mode == MODE_TAG && byte != '/') {
        attribute_begin();
    } else {
        keep();
    }
}

static void template_read(const char *text)
{
    page->at = text;
    while (*page->at != '\0') {
        if (strncmp(page->at, "{{", 2) != 0) {
            html_read();
            continue;
        }
        const char *end = strstr(page->at, "}}");
        char tag[512];
        if (end == NULL) {
            fault("{{ is not closed");
            return;
        }
        copy(tag, sizeof tag, page->at + 2, (size_t)(end - page->at - 2));
        while (page->at < end + 2) {
            advance();
        }
        tag_read(tag);
    }
    if (page->blocks_count > 0) {
        fault("the block of line %d is not ended",
            page->blocks[page->blocks_count - 1].line);
    }
    if (page->elements_count > 0 || page->mode != MODE_TEXT) {
        fault("<%s> is not closed",
            page->mode != MODE_TEXT ? page->element
                                    : page->elements[page->elements_count - 1]);
    }
}

/* The name in C: of pages/sign-in.html "sign_in". */
static void template_start(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    page->file = path;
    page->line = 1;
    page->nodes = resize(NULL, NODES_MAX * sizeof *page->nodes);
    memset(page->nodes, 0, NODES_MAX * sizeof *page->nodes);
    copy(page->name, sizeof page->name, name, strcspn(name, "."));
    for (char *at = page->name; *at != '\0'; at++) {
        *at = *at == '-' ? '_' : *at;
    }
    copy(page->shapes[0].name, sizeof page->shapes[0].name, page->name,
        strlen(page->name));
    page->shapes_count = 1;
}

static bool ends_with(const char *text, const char *ending)
{
    size_t length = strlen(text);
    size_t size = strlen(ending);
    return length >= size && strcmp(text + length - size, ending) == 0;
}

static int header_write(
    const char *path, struct template *templates, size_t count)
{
    FILE *file = fopen(path, "w");
    if (file == NULL) {
        perror(path);
        return 3;
    }
    (void)fputs("/* Made by compile_pages. */\n#ifndef PAGES_H\n"
                "#define PAGES_H\n\n#include \"web/html.h\"\n\n",
        file);
    for (size_t i = 0; i < count; i++) {
        (void)fprintf(file, "struct pages_%s;\n", templates[i].name);
    }
    for (size_t i = 0; i < count; i++) {
        page = &templates[i];
        declaration_write(file);
    }
    (void)fputs("\n#endif\n", file);
    bool is_bad = ferror(file) != 0;
    return fclose(file) != 0 || is_bad ? 3 : 0;
}

int main(int count, char **paths)
{
    if (count < 2) {
        (void)fputs(
            "usage: compile_pages PAGES.h PO… TEMPLATE.html…\n", stderr);
        return 2;
    }
    struct template *templates = resize(NULL, (size_t)count * sizeof *page);
    memset(templates, 0, (size_t)count * sizeof *page);
    size_t made = 0;
    for (int i = 2; i < count; i++) {
        if (ends_with(paths[i], ".po")) {
            slurp(paths[i], &catalogue);
        }
    }
    for (int i = 2; i < count; i++) {
        if (ends_with(paths[i], ".html")) {
            char *text = NULL;
            page = &templates[made++];
            template_start(paths[i]);
            slurp(paths[i], &text);
            template_read(text);
            free(text);
        }
    }
    if (failed) {
        return 1;
    }
    (void)puts(
        "/* Made by compile_pages. */\n"
        "#include \"generated/pages.h\"\n\n#include \"web/html_internal.h\"");
    for (size_t i = 0; i < made; i++) {
        page = &templates[i];
        definition_write();
    }
    int status = header_write(paths[1], templates, made);
    return status == 0 && fflush(stdout) != 0 ? 3 : status;
}
