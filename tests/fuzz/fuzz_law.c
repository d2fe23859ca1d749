/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A source in the law language, beside the words of the law: it is compiled
 * or refused with its faults, and what is compiled says the same in its own
 * layout and in every language.
 */
#include <string.h>

#include "base/file.h"
#include "fuzz.h"
#include "law/law.h"
#include "law_facts.h"

enum { WORDS, TEXT, SOURCES };

static struct law_diagnostics faults;

/* The words and verbs, read once; they are never freed. */
static struct bytes words(void)
{
    static struct buffer read = BUFFER_EMPTY;
    struct error error = {0};
    if (read.length == 0) {
        fuzz_must(file_read("tests/fuzz/words.law", LAW_SOURCE_BYTES_MAX, &read,
                      &error) == STATUS_OK,
            "tests/fuzz/words.law is read");
    }
    return buffer_bytes(&read);
}

static struct law *compiled(struct bytes text)
{
    const struct law_source sources[SOURCES] = {
        [WORDS] = {"tests/fuzz/words.law", words()},
        [TEXT] = {"text.law", text},
    };
    struct law *law = NULL;
    faults.count = 0;
    return law_compile(sources, SOURCES, &faults, &law) == STATUS_OK ? law
                                                                     : NULL;
}

static void faults_check(void)
{
    fuzz_must(faults.count > 0, "a refused source has a fault");
    fuzz_must(faults.count <= LAW_DIAGNOSTICS_MAX, "faults are bounded");
    for (size_t i = 0; i < faults.count; i++) {
        const struct law_diagnostic *fault = &faults.items[i];
        fuzz_must(fault->line >= 1, "a fault has a line");
        fuzz_must(fault->column >= 1, "a fault has a column");
        fuzz_must(fault->message.key != NULL, "a fault has a message");
    }
}

/* `said` is the source again, in other words: it says the same facts. */
static void same_check(const struct buffer *said, const struct buffer *facts)
{
    struct law *law = compiled(buffer_bytes(said));
    fuzz_must(law != NULL, "what was said is read again");
    struct buffer again = BUFFER_EMPTY;
    law_facts_write(law, &again);
    fuzz_must(again.length == facts->length &&
            memcmp(buffer_text(&again), buffer_text(facts), again.length) == 0,
        "what was said has the same facts");
    buffer_finish(&again);
    law_destroy(law);
}

static void round_trip(const struct law *law, struct bytes text)
{
    const struct law_source source = {"text.law", text};
    struct buffer facts = BUFFER_EMPTY;
    struct buffer own = BUFFER_EMPTY;
    struct buffer said = BUFFER_EMPTY;
    struct buffer back = BUFFER_EMPTY;
    law_facts_write(law, &facts);
    fuzz_must(law_format(law, &source, &faults, &own) == STATUS_OK,
        "what was compiled is laid out");
    same_check(&own, &facts);
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        buffer_clear(&said);
        buffer_clear(&back);
        fuzz_must(law_translate(law, &source, (enum language)i, &faults,
                      &said) == STATUS_OK,
            "what was compiled is said");
        same_check(&said, &facts);
        const struct law_source other = {"text.law", buffer_bytes(&said)};
        fuzz_must(law_format(law, &other, &faults, &back) == STATUS_OK,
            "what was said is laid out");
        fuzz_must(back.length == own.length &&
                memcmp(buffer_text(&back), buffer_text(&own), own.length) == 0,
            "what was said is laid out as its source is");
    }
    buffer_finish(&facts);
    buffer_finish(&own);
    buffer_finish(&said);
    buffer_finish(&back);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    struct law *law = compiled(bytes_of_text(""));
    fuzz_must(law != NULL, "tests/fuzz/words.law compiles alone");
    law_destroy(law);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bytes text = bytes_of(data, size);
    struct law *law = compiled(text);
    if (law == NULL) {
        faults_check();
    } else {
        round_trip(law, text);
    }
    law_destroy(law);
    return 0;
}
