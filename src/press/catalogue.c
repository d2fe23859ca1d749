/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What cairo cannot say in a PDF's catalogue: the language of its text.  The
 * catalogue is written once more behind the file with both entries, as the
 * format lets a file be amended (ISO 32000-1, 7.5.6).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "press/press_internal.h"

enum { OFFSET_DIGITS = 10, MARK_MAX = 32 };

static const char *last_of(const struct buffer *pdf, const char *word);
static const char *object_find(const struct buffer *pdf, long number);

bool press_catalogue(struct buffer *pdf, const char *language)
{
    const char *trailer = last_of(pdf, "trailer");
    const char *start = last_of(pdf, "startxref");
    const char *root = trailer == NULL ? NULL : strstr(trailer, "/Root ");
    const char *size = trailer == NULL ? NULL : strstr(trailer, "/Size ");
    if (start == NULL || root == NULL || size == NULL) {
        return false;
    }
    long number = strtol(root + strlen("/Root "), NULL, 10);
    long count = strtol(size + strlen("/Size "), NULL, 10);
    long previous = strtol(start + strlen("startxref"), NULL, 10);
    const char *info = strstr(trailer, "/Info ");
    long about = info == NULL ? 0 : strtol(info + strlen("/Info "), NULL, 10);
    const char *catalogue = object_find(pdf, number);
    const char *end =
        catalogue == NULL ? NULL : strstr(catalogue, "endobj");
    if (end == NULL || about == 0) {
        return false;
    }
    struct buffer more = BUFFER_EMPTY;
    size_t object = pdf->length;
    buffer_add_format(&more, "%ld 0 obj\n<< /Lang (%s)\n"
        "   /ViewerPreferences << /DisplayDocTitle true >>\n",
        number, language);
    buffer_add(&more, catalogue, (size_t)(end - catalogue));
    buffer_add_text(&more, "endobj\n");
    size_t table = object + more.length;
    buffer_add_format(&more,
        "xref\n%ld 1\n%0*zu 00000 n \ntrailer\n"
        "<< /Size %ld\n   /Root %ld 0 R\n   /Info %ld 0 R\n   /Prev %ld\n>>\n"
        "startxref\n%zu\n%%%%EOF\n",
        number, OFFSET_DIGITS, object, count, number, about, previous, table);
    buffer_add(pdf, more.data, more.length);
    buffer_finish(&more);
    return true;
}

static const char *last_of(const struct buffer *pdf, const char *word)
{
    size_t length = strlen(word);
    for (size_t at = pdf->length; at >= length; at--) {
        const char *here = pdf->data + at - length;
        if (memcmp(here, word, length) == 0) {
            return here;
        }
    }
    return NULL;
}

/* What follows "<<" of an object, found from the end. */
static const char *object_find(const struct buffer *pdf, long number)
{
    char mark[MARK_MAX];
    (void)snprintf(mark, sizeof mark, "\n%ld 0 obj\n<<", number);
    const char *found = last_of(pdf, mark);
    return found == NULL ? NULL : found + strlen(mark);
}
