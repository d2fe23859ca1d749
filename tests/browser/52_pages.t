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
const zlib = require('zlib');
const {AxeBuilder} = require('@axe-core/playwright');
const {Server, rowsOf} = require('./village');
const {launch, visitor, signIn, describe} = require('./browser');
const {messagesOf} = require('./messages');
const {places, crawl} = require('./crawl');
const tap = require('./tap');

const LANGUAGES = ['kk', 'ru', 'en'];
const PHONE = {width: 320, height: 640};
const TABLE = {width: 1280, height: 800};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/* Rule U2 of the pages: a first view, and all of it. */
const VIEW_COMPRESSED_MAX = 30 * 1024;
const VIEW_MAX = 100 * 1024;
const REQUESTS_MAX = 6;

const headers = {
    'content-security-policy': /^default-src 'none';/,
    'x-content-type-options': /^nosniff$/,
    'referrer-policy': /^no-referrer$/,
    'cross-origin-opener-policy': /^same-origin$/,
    'cross-origin-resource-policy': /^same-origin$/,
    'cache-control': /^no-(cache|store)$/,
    'content-type': /^text\/html; charset=utf-8$/,
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kenes-pages-'));
const dir = path.join(folder, 'demo');
const say = Object.fromEntries(
    LANGUAGES.map(language => [language, messagesOf(language)]));
const assets = new Map();
let server;
let browser;
let community;
let numbers;
let last;

async function axe(page) {
    const {violations} = await new AxeBuilder({page})
        .withTags(TAGS).setLegacyMode(true).analyze();
    assert.deepEqual(violations.map(one =>
        `${one.id}: ${one.nodes.map(node => node.html).join('\n')}`), []);
}

async function weigh(html, response, requests) {
    let whole = Buffer.byteLength(html);
    let compressed = zlib.gzipSync(html).length;
    for (const url of requests) {
        if (!assets.has(url)) {
            const body = Buffer.from(await (await fetch(url)).arrayBuffer());
            assets.set(url, [body.length, zlib.gzipSync(body).length]);
        }
        whole += assets.get(url)[0];
        compressed += assets.get(url)[1];
    }
    assert.ok(compressed <= VIEW_COMPRESSED_MAX,
        `${compressed} bytes compressed`);
    assert.ok(whole <= VIEW_MAX, `${whole} bytes`);
    assert.ok(requests.length + 1 <= REQUESTS_MAX,
        `${requests.length + 1} requests`);
}

function checkHeaders(response, language) {
    const sent = response.headers();
    for (const [name, pattern] of Object.entries(headers)) {
        assert.match(sent[name] || 'none', pattern, name);
    }
    assert.doesNotMatch(sent['content-security-policy'], /unsafe|\*|http/);
    assert.equal(sent['content-language'], language);
}

function checkNumbers(html) {
    assert.doesNotMatch(html, /(?<![0-9a-f])\d{12}(?![0-9a-f])/);
    const shown = numbers.filter(number => html.includes(number));
    assert.deepEqual(shown, []);
}

/* Loads the page anew and looks at it from all sides. */
async function check(page, address, language, status = 200) {
    const requests = [];
    const note = request => requests.push(request.url());
    last = page;
    page.on('request', note);
    await page.setViewportSize(PHONE);
    const response = await page.goto(address, {waitUntil: 'load'});
    page.off('request', note);
    const html = await response.text();
    assert.equal(response.status(), status);
    checkHeaders(response, language);
    checkNumbers(html);
    assert.deepEqual(
        requests.filter(url => new URL(url).origin !== server.url), []);
    await weigh(html, response,
        [...new Set(requests)].filter(url => url !== address));
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    const titles = await page.locator('h1').allInnerTexts();
    assert.equal(titles.length, 1, `${titles.length} h1`);
    assert.equal(await page.title(),
        `${titles[0]} – ${community[language]} – Kenes`);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    assert.ok(width <= PHONE.width, `${width} pixels wide`);
    await axe(page);
    if (language === 'kk') {
        await page.setViewportSize(TABLE);
        await axe(page);
    }
}

/* One who looks at the pages: a page for each language, and his cookies. */
async function openRole(name, account) {
    const role = {name, pages: {}, cookie: '', found: {}};
    const first = await visitor(browser, server.url);
    if (account) {
        await signIn(first, say.kk, 'kk', account.name, account.password);
        role.cookie = (await first.context().cookies())
            .map(cookie => `${cookie.name}=${cookie.value}`).join('; ');
    }
    for (const language of LANGUAGES) {
        role.pages[language] = await first.context().newPage();
        role.found[language] = await crawl(
            `${server.url}/${language}/`, {cookie: role.cookie});
    }
    await first.close();
    return role;
}

function pathsOf(found) {
    return [...found.keys()].map(address => address
        .replace(/^(http:\/\/[^/]+)\/(kk|ru|en)\//, '/').replace(
            /next=%2F(kk|ru|en)/, 'next=')).sort();
}

function testRole(role) {
    tap.test(`${role.name}: the same pages in all three languages`, () => {
        assert.deepEqual(pathsOf(role.found.ru), pathsOf(role.found.kk));
        assert.deepEqual(pathsOf(role.found.en), pathsOf(role.found.kk));
    });
    for (const place of places()) {
        const addresses = LANGUAGES.map(language =>
            [...role.found[language]]
                .filter(([, one]) => one.name === place.name)
                .map(([address]) => address));
        if (addresses[0].length === 0) {
            continue;
        }
        tap.test(`${role.name}: ${place.pattern} (${addresses[0].length})`,
            () => Promise.all(LANGUAGES.map(async (language, i) => {
                for (const address of addresses[i]) {
                    try {
                        await check(role.pages[language], address, language);
                    } catch (error) {
                        error.stack = `${address}\n${error.stack}`;
                        throw error;
                    }
                }
            })));
    }
}

async function start() {
    server = await Server.start(['demo', dir, '--listen', '127.0.0.1:0']);
    const [, name, password] =
        /^ *(clerk) +(\S+)/m.exec(server.output) || [];
    assert.ok(password, `no clerk's account in:\n${server.output}`);
    numbers = rowsOf(dir,
        'SELECT number FROM residents WHERE number IS NOT NULL');
    assert.ok(numbers.length > 0 && /^\d{12}$/.test(numbers[0]));
    browser = await launch();
    const page = await visitor(browser, server.url);
    community = {};
    for (const language of LANGUAGES) {
        await page.goto(`/${language}/`);
        community[language] =
            await page.locator('.brand-community').innerText();
        assert.notEqual(community[language], '');
    }
    const roles = [
        await openRole('a visitor', null),
        await openRole('the clerk', {name, password}),
    ];
    tap.test('every place of the site is reached', () => {
        const reached = new Set(roles.flatMap(role =>
            [...role.found.kk.values()].map(place => place.name)));
        assert.deepEqual(places().map(place => place.name)
            .filter(one => !reached.has(one)), []);
    });
    roles.forEach(testRole);
    for (const language of LANGUAGES) {
        tap.test(`${language}: a page that is not there`, () =>
            check(page, `${server.url}/${language}/nothing`, language, 404));
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

tap.onFailure(async () => last ? describe(last) : '');
tap.run({start, stop});
