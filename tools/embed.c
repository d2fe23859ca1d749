/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Puts files into the program: prints C for src/base/embed.h.
 *
 *     embed assets FILE…      an array of the files, sorted by name
 *     embed text NAME FILE    one text, embed_NAME
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static int name_compare(const void *left, const void *right)
{
    return strcmp(
        name_of(*(char *const *)left), name_of(*(char *const *)right));
}

/* Prints the bytes of a file as numbers; their count, or -1. */
static long bytes_print(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return -1;
    }
    long length = 0;
    for (int byte = getc(file); byte != EOF; byte = getc(file)) {
        (void)printf("%s%d,", length % 20 == 0 ? "\n    " : "", byte);
        length++;
    }
    bool is_bad = ferror(file) != 0;
    (void)fclose(file);
    return is_bad ? -1 : length;
}

static int assets_print(int count, char **paths)
{
    long *lengths = calloc((size_t)count + 1, sizeof *lengths);
    if (lengths == NULL) {
        return 3;
    }
    qsort(paths, (size_t)count, sizeof *paths, name_compare);
    for (int i = 0; i < count; i++) {
        (void)printf("static const unsigned char file_%d[] = {", i);
        lengths[i] = bytes_print(paths[i]);
        if (lengths[i] < 0) {
            free(lengths);
            return 3;
        }
        (void)puts("0};\n"); /* the NUL is not counted */
    }
    (void)puts("const struct embed_file embed_assets[] = {");
    for (int i = 0; i < count; i++) {
        (void)printf("    {\"%s\", file_%d, %ld},\n", name_of(paths[i]), i,
            lengths[i]);
    }
    (void)printf("    {0, 0, 0}};\n\nconst size_t embed_assets_count = %d;\n",
        count);
    free(lengths);
    return 0;
}

static int text_print(const char *name, const char *path)
{
    (void)printf("const char embed_%s[] = {", name);
    if (bytes_print(path) < 0) {
        return 3;
    }
    (void)puts("0};");
    return 0;
}

int main(int count, char **words)
{
    bool is_assets = count >= 2 && strcmp(words[1], "assets") == 0;
    bool is_text = count == 4 && strcmp(words[1], "text") == 0;
    if (!is_assets && !is_text) {
        (void)fputs(
            "usage: embed assets FILE… | embed text NAME FILE\n", stderr);
        return 2;
    }
    (void)puts("/* Made by embed. */\n#include \"base/embed.h\"\n");
    int result = is_assets ? assets_print(count - 2, words + 2)
                           : text_print(words[2], words[3]);
    return result == 0 && fflush(stdout) != 0 ? 3 : result;
}
