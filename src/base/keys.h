/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What was meant by somebody who typed with the wrong keyboard switched on.
 */
#ifndef BASE_KEYS_H
#define BASE_KEYS_H

#include "base/buffer.h"

/*
 * Text typed on Latin keys as the same keys write it in Russian and Kazakh:
 * "fhvfy" is "арман", "2kbz" "әлия".  False, and nothing is added, where the
 * text has a Cyrillic letter, or no Latin one.
 */
bool keys_cyrillic(const char *text, struct buffer *meant);

#endif
