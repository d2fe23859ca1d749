/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What every target shares.  A target is one file, fuzz_NAME.c, with its seeds
 * in seeds/NAME/: `make fuzz-NAME` looks for inputs that break it, and the
 * tests run its seeds (replay.c).  An input that broke something becomes a
 * seed.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Before all inputs, where a target has it; and one input, of any bytes.  Both
   always 0.  The names are libFuzzer's. */
int LLVMFuzzerInitialize(int *argc, char ***argv) __attribute__((weak));
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What holds for every input; else says what does not, and aborts. */
void fuzz_must(bool holds, const char *what);

#endif
