/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Looking at a page from all sides: what axe finds, how wide and how heavy it
 * is, what it is called, which headers guard it, whom it asks for what.
 */
'use strict';

const assert = require('assert/strict');
const zlib = require('zlib');
const {AxeBuilder} = require('@axe-core/playwright');

const PHONE = {width: 320, height: 640};
const TABLE = {width: 1280, height: 800};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
    'best-practice'];

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

/* What WCAG 2.2 AA wants and good practice adds, so far as a program can see
   it. */
async function accessible(page) {
    const {violations} = await new AxeBuilder({page})
        .options({resultTypes: ['violations']}).withTags(TAGS)
        .setLegacyMode(true).analyze();
    assert.deepEqual(violations.map(one =>
        `${one.id}: ${one.nodes.map(node => node.html).join('\n')}`), []);
}

/* No sideways scroll on a small phone. */
async function narrow(page) {
    const width = await page.evaluate('document.documentElement.scrollWidth');
    assert.ok(width <= PHONE.width, `${width} pixels wide`);
}

/* One h1, "page – community – Kenes" (the community's own page has its name
   once), and the language said. */
async function named(page, language, community) {
    const titles = await page.locator('h1').allInnerTexts();
    assert.equal(titles.length, 1, `${titles.length} h1`);
    const names = new Set([titles[0], community, 'Kenes']);
    assert.equal(await page.title(), [...names].join(' – '));
    assert.equal(await page.locator('html').getAttribute('lang'), language);
}

function guarded(response, language) {
    const sent = response.headers();
    for (const [name, pattern] of Object.entries(headers)) {
        assert.match(sent[name] || 'none', pattern, name);
    }
    assert.doesNotMatch(sent['content-security-policy'], /unsafe|\*|http/);
    assert.equal(sent['content-language'], language);
}

const sizes = new Map();

async function sizesOf(url) {
    if (!sizes.has(url)) {
        const body = Buffer.from(await (await fetch(url)).arrayBuffer());
        sizes.set(url, [body.length, zlib.gzipSync(body).length]);
    }
    return sizes.get(url);
}

async function light(html, urls) {
    let whole = Buffer.byteLength(html);
    let compressed = zlib.gzipSync(html).length;
    for (const url of urls) {
        const [one, small] = await sizesOf(url);
        whole += one;
        compressed += small;
    }
    assert.ok(compressed <= VIEW_COMPRESSED_MAX,
        `${compressed} bytes compressed`);
    assert.ok(whole <= VIEW_MAX, `${whole} bytes`);
    assert.ok(urls.length + 1 <= REQUESTS_MAX, `${urls.length + 1} requests`);
}

/* Twelve digits that stand alone, or one of `numbers` anywhere. */
function discreet(html, numbers) {
    assert.doesNotMatch(html, /(?<![0-9a-f])\d{12}(?![0-9a-f])/);
    assert.deepEqual(numbers.filter(number => html.includes(number)), []);
}

/*
 * Loads a page anew, -> its HTML; `wanted` {language, community, numbers, status, axe: on a
 * phone, wide: on a desk too}.
 */
async function look(page, address, wanted) {
    const requests = new Set();
    const note = request => requests.add(request.url());
    await page.setViewportSize(PHONE);
    page.on('request', note);
    const response = await page.goto(address, {waitUntil: 'load'});
    page.off('request', note);
    const html = await response.text();
    assert.equal(response.status(), wanted.status || 200);
    guarded(response, wanted.language);
    discreet(html, wanted.numbers);
    requests.delete(address);
    assert.deepEqual([...requests]
        .filter(url => new URL(url).origin !== new URL(address).origin), []);
    await light(html, [...requests]);
    await named(page, wanted.language, wanted.community);
    await narrow(page);
    if (wanted.axe) {
        await accessible(page);
    }
    if (wanted.wide) {
        await page.setViewportSize(TABLE);
        await accessible(page);
    }
    return html;
}

module.exports = {PHONE, accessible, narrow, named, look};
