/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * UTF-8 text: what is valid, and how it compares when people search.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/bytes.h"

/*
 * The offset of the first byte that is not valid UTF-8 (overlong, surrogate
 * and past U+10FFFF are not), or bytes.length where all is valid.
 */
size_t utf8_invalid_at(struct bytes bytes);

/*
 * Reads one character at `*offset` and moves past it; U+FFFD, one byte on,
 * where it is not valid.
 */
uint32_t utf8_next(struct bytes bytes, size_t *offset);

void utf8_add(struct buffer *buffer, uint32_t character);

/* How many characters `text` has. */
size_t utf8_length(const char *text);

/* The largest length <= `limit` that does not cut a character. */
size_t utf8_cut(const char *text, size_t limit);

/*
 * The form in which names are searched: lower case, Kazakh letters as their
 * Russian look-alikes (қ as к, ә as а, і as и, …), ё as е, runs of blanks as
 * one.  Latin and Cyrillic only; other characters stay.
 */
void utf8_fold(const char *text, struct buffer *folded);

/* The lower case of a Latin or Cyrillic letter; others as they are. */
uint32_t utf8_lower(uint32_t character);

/* True for letters of either case, Latin or Cyrillic. */
bool utf8_is_letter(uint32_t character);

#endif
