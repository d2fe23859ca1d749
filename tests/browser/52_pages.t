#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: every page of the demonstration, in Kazakh, Russian and English, for a
 * visitor and for the clerk, keeps WCAG 2.2 AA as far as axe can see, fits a
 * phone of 320 pixels, is light, asks no other host for anything, carries the
 * headers that guard it, shows nobody's personal number, and is valid HTML; so
 * are the papers.
 */
'use strict';

const assert = require('assert/strict');
const fs = require('fs');
const os = require('os');
const path = require('path');
const {Server, rowsOf, submitTo, paperOf} = require('./village');
const {launch, visitor, signIn} = require('./browser');
const {messagesOf} = require('./messages');
const {places, crawl, kindOf} = require('./crawl');
const {look} = require('./look');
const {Pages} = require('./valid');
const tap = require('./tap');

const LANGUAGES = ['kk', 'ru', 'en'];
const VISITOR = 'a visitor';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kenes-pages-'));
const dir = path.join(folder, 'demo');
const say = messagesOf('kk');
const community = {};
const pages = new Pages();
let server;
let browser;
let numbers;

/* Those that there are of a sitting that is over, and of one that is called. */
const PAPERS = [[1, 'notice'], [1, 'attendance'], [1, 'minutes'],
    [1, 'decision'], [1, 'extract'], [2, 'slips']];

/* One who looks at the pages: a page for each language, and what he found. */
async function openRole(name, account) {
    const role = {name, pages: {}, found: {}};
    const first = await visitor(browser, server.url);
    let cookie = '';
    if (account) {
        await signIn(first, say, 'kk', account.name, account.password);
        cookie = (await first.context().cookies())
            .map(one => `${one.name}=${one.value}`).join('; ');
    }
    for (const language of LANGUAGES) {
        role.pages[language] = await first.context().newPage();
        role.found[language] = await crawl(
            `${server.url}/${language}/`, {cookie});
    }
    await first.close();
    return role;
}

/* Addresses without host and language, so that languages can be compared. */
function pathsOf(found) {
    return [...found.keys()].map(address => address
        .replace(/^http:\/\/[^/]+\/(kk|ru|en)\//, '/')
        .replace(/next=%2F(kk|ru|en)/, 'next=')).sort();
}

/*
 * What is read: all that a visitor sees in Kazakh, and of the other languages
 * and roles the first page of each kind, which others of its kind resemble.
 */
function readOf(role, language) {
    const kinds = new Set();
    return [...role.found[language]].map(([address, place]) => {
        const kind = kindOf(place, address);
        const isFirst = !kinds.has(kind);
        kinds.add(kind);
        return {address, place, isFirst};
    }).filter(({isFirst}) =>
        isFirst || (role.name === VISITOR && language === 'kk'));
}

async function lookAt(role, language, name) {
    for (const {address, place, isFirst} of readOf(role, language)) {
        if (place.name !== name) {
            continue;
        }
        try {
            await look(role.pages[language], address, {
                language, community: community[language], numbers,
                axe: isFirst, wide: isFirst && language === 'kk'});
        } catch (error) {
            error.stack = `${address}\n${error.stack}`;
            throw error;
        }
    }
}

function testRole(role, some) {
    tap.test(`${role.name}: the same pages in all three languages`, () => {
        assert.deepEqual(pathsOf(role.found.ru), pathsOf(role.found.kk));
        assert.deepEqual(pathsOf(role.found.en), pathsOf(role.found.kk));
    });
    for (const place of some) {
        const count = readOf(role, 'kk')
            .filter(one => one.place.name === place.name).length;
        if (count > 0) {
            tap.test(`${role.name}: ${place.pattern} (${count})`,
                () => Promise.all(LANGUAGES.map(
                    language => lookAt(role, language, place.name))));
        }
    }
}

function collect(role) {
    for (const language of LANGUAGES) {
        for (const {address, place} of readOf(role, language)) {
            pages.add(`${role.name}, ${address}`, place.html);
        }
    }
}

function testValid(roles) {
    roles.forEach(collect);
    for (const language of LANGUAGES) {
        for (const [proceeding, kind] of PAPERS) {
            pages.add(`${kind}, ${language}`,
                paperOf(dir, proceeding, kind, language));
        }
    }
    tap.test(`the Nu HTML checker finds nothing (${pages.count})`,
        () => pages.nu());
    tap.test('html-validate finds nothing', () => pages.htmlValidate());
}

function passwordOf(name) {
    const found = new RegExp(`^ *${name} +(\\S+)`, 'm').exec(server.output);
    assert.ok(found, `no account "${name}" in:\n${server.output}`);
    return {name, password: found[1]};
}

async function start() {
    server = await Server.start(['demo', dir, '--listen', '127.0.0.1:0']);
    submitTo(dir, 'akim',
        {act: 'open', actor: 'rural-akim', procedure: 'gathering'});
    numbers = rowsOf(dir,
        'SELECT number FROM residents WHERE number IS NOT NULL');
    assert.ok(numbers.length > 0 && /^\d{12}$/.test(numbers[0]));
    browser = await launch();
    const page = await visitor(browser, server.url);
    for (const language of LANGUAGES) {
        await page.goto(`/${language}/`);
        community[language] =
            await page.locator('.brand-community').innerText();
        assert.notEqual(community[language], '');
    }
    const all = places(false);
    const roles = [];
    for (const name of [null, 'clerk', 'keeper']) {
        roles.push(await openRole(name || VISITOR,
            name ? passwordOf(name) : null));
    }
    const reached = role => new Set(
        [...role.found.kk.values()].map(place => place.name));
    tap.test('every place of the site is reached', () => {
        const names = new Set(roles.flatMap(role => [...reached(role)]));
        assert.deepEqual(all.map(place => place.name)
            .filter(name => !names.has(name)), []);
    });
    testValid(roles.slice(0, 2));
    testRole(roles[0], all);
    testRole(roles[1], all);
    testRole(roles[2], all.filter(place => !reached(roles[1]).has(place.name)));
    for (const language of LANGUAGES) {
        tap.test(`${language}: a page that is not there`, () =>
            look(page, `${server.url}/${language}/nothing`, {
                language, community: community[language], numbers,
                status: 404, axe: true, wide: true}));
    }
}

async function stop() {
    if (browser) {
        await browser.close();
    }
    if (server) {
        await server.stop();
    }
    pages.close();
    fs.rmSync(folder, {recursive: true, force: true});
}

tap.run({start, stop});
