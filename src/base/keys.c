/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The Russian keyboard, with the row of digits of the Kazakh one.
 */
#include "base/keys.h"

#include <string.h>

#include "base/utf8.h"

static const struct {
    char key;
    const char *letter;
} keys[] = {
    {'q', "й"}, {'w', "ц"}, {'e', "у"}, {'r', "к"}, {'t', "е"}, {'y', "н"},
    {'u', "г"}, {'i', "ш"}, {'o', "щ"}, {'p', "з"}, {'[', "х"}, {']', "ъ"},
    {'a', "ф"}, {'s', "ы"}, {'d', "в"}, {'f', "а"}, {'g', "п"}, {'h', "р"},
    {'j', "о"}, {'k', "л"}, {'l', "д"}, {';', "ж"}, {'\'', "э"}, {'z', "я"},
    {'x', "ч"}, {'c', "с"}, {'v', "м"}, {'b', "и"}, {'n', "т"}, {'m', "ь"},
    {',', "б"}, {'.', "ю"}, {'`', "ё"}, {'{', "х"}, {'}', "ъ"}, {':', "ж"},
    {'"', "э"}, {'<', "б"}, {'>', "ю"}, {'~', "ё"},
    {'2', "ә"}, {'3', "і"}, {'4', "ң"}, {'5', "ғ"}, {'8', "ү"}, {'9', "ұ"},
    {'0', "қ"}, {'-', "ө"}, {'=', "һ"},
};

static const char *letter_of(uint32_t key)
{
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if ((uint32_t)(unsigned char)keys[i].key == key) {
            return keys[i].letter;
        }
    }
    return NULL;
}

static bool is_latin(const char *text)
{
    bool has_latin = false;
    struct bytes bytes = bytes_of_text(text);
    for (size_t offset = 0; offset < bytes.length;) {
        uint32_t character = utf8_lower(utf8_next(bytes, &offset));
        bool is_key = character >= 'a' && character <= 'z';
        if (utf8_is_letter(character) && !is_key) {
            return false;
        }
        has_latin = has_latin || is_key;
    }
    return has_latin;
}

bool keys_cyrillic(const char *text, struct buffer *meant)
{
    struct bytes bytes = bytes_of_text(text);
    if (!is_latin(text)) {
        return false;
    }
    for (size_t offset = 0; offset < bytes.length;) {
        uint32_t character = utf8_lower(utf8_next(bytes, &offset));
        const char *letter = letter_of(character);
        if (letter == NULL) {
            utf8_add(meant, character);
        } else {
            buffer_add_text(meant, letter);
        }
    }
    return true;
}
