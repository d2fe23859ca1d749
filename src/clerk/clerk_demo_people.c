/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The invented residents of the demonstration, as a file to be imported.
 * Households are made of lists of names by arithmetic alone: the same year
 * gives the same people.  Their personal numbers have the seventh digit 9,
 * which is never issued.
 */
#include <stdio.h>

#include "clerk/clerk_demo_internal.h"

enum { HOUSES = 172, NUMBER_LENGTH = 12, GROWN = 22 /* lives elsewhere */ };

static const struct village {
    const char *kato;
    int houses; /* up to and with this village */
    const char *streets[4];
} villages[] = {
    {"116652100", 70, {"Абай", "Достық", "Тәуелсіздік", "Наурыз"}},
    {"116652200", 114, {"Бейбітшілік", "Мектеп", "Абай", "Көктем"}},
    {"116652300", 146, {"Ыбырай Алтынсарин", "Жастар", "Орталық", "Дала"}},
    {"116652500", HOUSES, {"Қамысты", "Бөгет", "Орталық", "Береке"}},
};

/* A surname as men and as women of the family bear it. */
static const struct family {
    const char *names[2];
    bool is_russian; /* so are the first names */
} families[] = {
    {{"Ахметов", "Ахметова"}, false},
    {{"Оспанов", "Оспанова"}, false},
    {{"Иванов", "Иванова"}, true},
    {{"Сейітов", "Сейітова"}, false},
    {{"Жұмабаев", "Жұмабаева"}, false},
    {{"Кузнецов", "Кузнецова"}, true},
    {{"Сыздықов", "Сыздықова"}, false},
    {{"Мұқанов", "Мұқанова"}, false},
    {{"Бондаренко", "Бондаренко"}, true},
    {{"Ибраев", "Ибраева"}, false},
    {{"Қасымов", "Қасымова"}, false},
    {{"Шмидт", "Шмидт"}, true},
    {{"Төлегенов", "Төлегенова"}, false},
    {{"Байжанов", "Байжанова"}, false},
    {{"Соколов", "Соколова"}, true},
    {{"Рахымов", "Рахымова"}, false},
    {{"Бекенов", "Бекенова"}, false},
    {{"Ковальчук", "Ковальчук"}, true},
    {{"Дүйсенов", "Дүйсенова"}, false},
    {{"Есенов", "Есенова"}, false},
    {{"Лебедев", "Лебедева"}, true},
    {{"Қайырбеков", "Қайырбекова"}, false},
    {{"Әбенов", "Әбенова"}, false},
    {{"Тілеубаев", "Тілеубаева"}, false},
    {{"Вебер", "Вебер"}, true},
    {{"Смағұлов", "Смағұлова"}, false},
};

enum { FAMILIES = sizeof families / sizeof families[0], NAMES = 18 };

static const char *const kazakh[2][NAMES] = {
    {"Ерлан", "Нұрлан", "Серік", "Болат", "Қайрат", "Асқар", "Марат",
        "Дәурен", "Жанат", "Арман", "Бауыржан", "Талғат", "Ержан", "Мұрат",
        "Айдос", "Руслан", "Әлихан", "Санжар"},
    {"Айгүл", "Гүлнар", "Сәуле", "Динара", "Жанар", "Әсел", "Мадина",
        "Бақыт", "Күләш", "Ләззат", "Айнұр", "Меруерт", "Шолпан", "Томирис",
        "Аружан", "Зарина", "Раушан", "Кәмила"}};

static const char *const russian[2][NAMES] = {
    {"Пётр", "Иван", "Николай", "Сергей", "Андрей", "Виктор", "Владимир",
        "Алексей", "Дмитрий", "Юрий", "Михаил", "Павел", "Егор", "Олег",
        "Роман", "Антон", "Максим", "Денис"},
    {"Мария", "Анна", "Елена", "Ольга", "Татьяна", "Наталья", "Ирина",
        "Светлана", "Галина", "Людмила", "Вера", "Надежда", "Дарья", "Юлия",
        "Ксения", "Полина", "Алина", "София"}};

/* Of the same place in `russian`. */
static const char *const patronymics[NAMES][2] = {{"Петрович", "Петровна"},
    {"Иванович", "Ивановна"}, {"Николаевич", "Николаевна"},
    {"Сергеевич", "Сергеевна"}, {"Андреевич", "Андреевна"},
    {"Викторович", "Викторовна"}, {"Владимирович", "Владимировна"},
    {"Алексеевич", "Алексеевна"}, {"Дмитриевич", "Дмитриевна"},
    {"Юрьевич", "Юрьевна"}, {"Михайлович", "Михайловна"},
    {"Павлович", "Павловна"}, {"Егорович", "Егоровна"},
    {"Олегович", "Олеговна"}, {"Романович", "Романовна"},
    {"Антонович", "Антоновна"}, {"Максимович", "Максимовна"},
    {"Денисович", "Денисовна"}};

/* One who lives in a house. */
struct person {
    bool woman;
    int name;   /* of the lists */
    int father; /* his name */
    int age;    /* in the year of the file */
    const char *exclusion;
};

struct making {
    struct buffer *csv;
    int year;
    uint32_t state; /* of the sequence of numbers */
    int house;
    int rows;
    struct clerk_demo_people *people;
};

static int draw(struct making *making, int below);
static void house_make(struct making *making);
static void person_write(struct making *making, const struct person *person);

void clerk_demo_make_people(
    int year, struct buffer *csv, struct clerk_demo_people *people)
{
    struct making making = {
        .csv = csv, .year = year, .state = 20260116, .people = people};
    *people = (struct clerk_demo_people){0};
    buffer_add_text(csv,
        "number,surname,name,patronymic,birth,kato,street,house,from,"
        "citizen,exclusions\n");
    for (making.house = 0; making.house < HOUSES; making.house++) {
        house_make(&making);
    }
    people->count = making.rows;
}

/* A linear congruence: enough for names. */
static int draw(struct making *making, int below)
{
    making->state = making->state * 1664525U + 1013904223U;
    return (int)((making->state >> 8) % (uint32_t)below);
}

/* A couple, perhaps one of their parents, and their children. */
static void house_make(struct making *making)
{
    int age = 27 + draw(making, 46);
    struct person man = {false, draw(making, NAMES), draw(making, NAMES), age,
        making->house == 41 ? "imprisoned" : NULL};
    struct person woman = {true, draw(making, NAMES), draw(making, NAMES),
        age - 1 - draw(making, 4), making->house == 97 ? "declared-incapable"
                                                       : NULL};
    if (making->people->heads_count < CLERK_DEMO_HEADS_MAX) {
        making->people->heads[making->people->heads_count++] =
            making->rows + 1 + (making->house % 2);
    }
    person_write(making, &man);
    person_write(making, &woman);
    if (age < 50 && making->house % 3 == 0) {
        struct person parent = {making->house % 2 == 0, draw(making, NAMES),
            draw(making, NAMES), age + 24 + draw(making, 8), NULL};
        person_write(making, &parent);
    }
    int children = draw(making, 4);
    for (int i = 0; i < children; i++) {
        struct person one = {draw(making, 2) == 1, draw(making, NAMES),
            man.name, age - 24 - 3 * i, NULL};
        if (one.age > 0 && one.age < GROWN) {
            person_write(making, &one);
        }
    }
}

/* ---- a row -------------------------------------------------------------- */

/* The control digit over eleven, or -1 where there is none. */
static int control_digit(const char *digits)
{
    for (int shift = 0; shift <= 2; shift += 2) {
        int sum = 0;
        for (int i = 0; i < NUMBER_LENGTH - 1; i++) {
            sum += (digits[i] - '0') *
                ((i + shift) % (NUMBER_LENGTH - 1) + 1);
        }
        if (sum % 11 != 10) {
            return sum % 11;
        }
    }
    return -1;
}

/* The first number of the row's serials that has a control digit. */
static void number_write(struct making *making, const char *birth)
{
    char digits[2 * NUMBER_LENGTH] = "";
    int control = -1;
    for (int serial = making->rows; control < 0; serial += 1000) {
        (void)snprintf(digits, sizeof digits, "%.2s%.2s%.2s9%04d0", birth + 2,
            birth + 5, birth + 8, serial % 10000);
        control = control_digit(digits);
    }
    digits[NUMBER_LENGTH - 1] = (char)('0' + control);
    buffer_add_text(making->csv, digits);
}

static void names_write(
    struct making *making, const struct person *person)
{
    int sex = person->woman ? 1 : 0;
    const struct family *family =
        &families[(making->house * 7 + making->house / 26) % FAMILIES];
    const char *const *names =
        family->is_russian ? russian[sex] : kazakh[sex];
    buffer_add_format(making->csv, ",%s,%s,", family->names[sex],
        names[person->name]);
    if (family->is_russian) {
        buffer_add_text(making->csv, patronymics[person->father][sex]);
    } else {
        buffer_add_format(making->csv, "%s%s", kazakh[0][person->father],
            person->woman ? "қызы" : "ұлы");
    }
}

static void person_write(struct making *making, const struct person *person)
{
    char birth[DATE_TEXT_MAX];
    char from[DATE_TEXT_MAX];
    struct date born = {(int16_t)(making->year - person->age - 1),
        (uint8_t)(1 + draw(making, 12)), (uint8_t)(1 + draw(making, 28))};
    struct date registered = date_add_days(born,
        person->age < 18 ? 0 : 365 * draw(making, person->age));
    size_t place = 0;
    while (making->house >= villages[place].houses) {
        place++;
    }
    const struct village *village = &villages[place];
    int first = place == 0 ? 0 : villages[place - 1].houses;
    int house = making->house - first;
    date_write(born, birth);
    date_write(registered, from);
    number_write(making, birth);
    names_write(making, person);
    buffer_add_format(making->csv, ",%s,%s,%s,%d,%s,yes,", birth,
        village->kato, village->streets[house % 4], 1 + house / 4, from);
    if (person->exclusion != NULL) {
        buffer_add_format(making->csv, "%s %d-03-01", person->exclusion,
            making->year - 2);
    }
    buffer_add_char(making->csv, '\n');
    making->rows++;
}
