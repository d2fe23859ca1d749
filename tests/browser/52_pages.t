#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: every page of the demonstration, in Kazakh, Russian and English, for a
 * visitor and for the clerk, keeps WCAG 2.2 AA as far as axe can see, fits a
 * phone of 320 pixels, is light, asks no other host for anything, carries the
 * headers that guard it, and shows nobody's personal number.
 */
'use strict';

const assert = require('assert/strict');
const fs = require('fs');
const os = require('os');
const path = require('path');
const {Server, rowsOf, submitTo} = require('./village');
const {launch, visitor, signIn} = require('./browser');
const {messagesOf} = require('./messages');
const {places, crawl, kindOf} = require('./crawl');
const {look} = require('./look');
const tap = require('./tap');

const LANGUAGES = ['kk', 'ru', 'en'];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kenes-pages-'));
const dir = path.join(folder, 'demo');
const say = messagesOf('kk');
const community = {};
let server;
let browser;
let numbers;

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

function addressesOf(role, language, place) {
    return [...role.found[language]]
        .filter(([, one]) => one.name === place.name)
        .map(([address]) => address);
}

/* What one page shows, others of its kind show too: axe reads the first. */
async function lookAt(role, language, place) {
    const kinds = new Set();
    for (const address of addressesOf(role, language, place)) {
        const kind = kindOf(place, address);
        const axe = !kinds.has(kind);
        kinds.add(kind);
        try {
            await look(role.pages[language], address, {
                language, community: community[language], numbers, axe,
                wide: axe && language === 'kk'});
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
        const count = addressesOf(role, 'kk', place).length;
        if (count > 0) {
            tap.test(`${role.name}: ${place.pattern} (${count})`,
                () => Promise.all(LANGUAGES.map(
                    language => lookAt(role, language, place))));
        }
    }
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
    const all = places();
    const roles = [];
    for (const name of [null, 'clerk', 'keeper']) {
        roles.push(await openRole(name || 'a visitor',
            name ? passwordOf(name) : null));
    }
    const reached = role => new Set(
        [...role.found.kk.values()].map(place => place.name));
    tap.test('every place of the site is reached', () => {
        const names = new Set(roles.flatMap(role => [...reached(role)]));
        assert.deepEqual(all.map(place => place.name)
            .filter(name => !names.has(name)), []);
    });
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
    fs.rmSync(folder, {recursive: true, force: true});
}

tap.run({start, stop});
