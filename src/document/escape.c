/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Text inside HTML and XML.
 */
#include "base/utf8.h"
#include "document/document_internal.h"

enum { NO_CHARACTER = 0xFFFE, DELETE = 0x7F };

void document_escape(
    struct buffer *buffer, const char *text, const char *line_break)
{
    struct bytes bytes = bytes_of_text(text == NULL ? "" : text);
    for (size_t at = 0; at < bytes.length;) {
        uint32_t letter = utf8_next(bytes, &at);
        switch (letter) {
        case '&':
            buffer_add_text(buffer, "&amp;");
            break;
        case '<':
            buffer_add_text(buffer, "&lt;");
            break;
        case '>':
            buffer_add_text(buffer, "&gt;");
            break;
        case '"':
            buffer_add_text(buffer, "&quot;");
            break;
        case '\'':
            buffer_add_text(buffer, "&#39;");
            break;
        case '\n':
            buffer_add_text(buffer, line_break);
            break;
        default:
            if (letter < ' ' || letter == DELETE || letter >> 1 ==
                    NO_CHARACTER >> 1) {
                buffer_add_char(buffer, ' ');
            } else {
                utf8_add(buffer, letter);
            }
            break;
        }
    }
}
