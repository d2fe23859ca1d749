/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Debian's Chromium, without a window.
 */
'use strict';

const {chromium} = require('playwright-core');

const PATIENCE = Number(process.env.PATIENCE) || 20000; /* milliseconds; two cores may be busy */

const flags = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update',
    '--disable-sync'];

function launch() {
    return chromium.launch({
        executablePath: '/usr/bin/chromium', headless: true, args: flags});
}

/* A visitor of his own, with his own cookies; `options` of newContext. */
async function visitor(browser, url, options = {}) {
    const context = await browser.newContext({baseURL: url, ...options});
    context.setDefaultTimeout(PATIENCE);
    return context.newPage();
}

async function signIn(page, say, language, name, password) {
    await page.goto(`/${language}/sign-in`);
    await page.getByLabel(say('sign-in.name')).fill(name);
    await page.getByLabel(say('sign-in.password')).fill(password);
    await page.getByRole('main')
        .getByRole('button', {name: say('frame.sign-in')}).click();
    await page.getByRole('button', {name: say('frame.sign-out')}).waitFor();
}

/* For a failed test: where we are, and what stands there. */
async function describe(page) {
    const main = page.locator('main');
    const text = await main.count() > 0 ? await main.innerText() : '';
    return `${page.url()}\n${await page.title()}\n${text}`;
}

module.exports = {launch, visitor, signIn, describe};
