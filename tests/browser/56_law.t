#!/usr/bin/env node
/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Goal: a legislator who comes for the law finds, in Kazakh, Russian and
 * English, on a phone and on a desk, without script: who decides what, what
 * changed in an article, where the law contradicts itself and why, how it
 * stands to the Charter, what a bill would do, what the smallest amendment is.
 */
'use strict';

const assert = require('assert/strict');
const {Village} = require('./village');
const {launch, visitor, describe} = require('./browser');
const {messagesOf, wordsOf, capital} = require('./messages');
const {look} = require('./look');
const {Pages} = require('./valid');
const {places} = require('./crawl');
const tap = require('./tap');

const LANGUAGES = ['kk', 'ru', 'en'];

/* A day of each page on which there is something to see. */
const PAGES = [
    'law',
    'law/acts/law-2001?article=39-3&day=2019-01-01',
    'law/acts/law-2001?page=2',
    'law/acts/law-2001?day=1990-01-01',
    'law/acts/law-2001/editions',
    'law/acts/law-2001/editions?article=39-3&day=2017-07-22',
    'law/acts/const-1995/editions?article=89&day=2026-07-01',
    'law/powers',
    'law/powers?day=1990-01-01',
    'law/powers?level=village',
    'law/powers?word=local-budget',
    'law/powers?word=assembly&day=2019-01-01',
    'law/findings?day=2010-01-01',
    'law/findings?day=2010-01-01&kind=status&reading=article',
    'law/findings?page=2',
    'law/charter?word=maslikhat&day=2010-01-01',
    'law/timeline',
    'law/timeline?act=law-2001',
    'law/bills',
    'law/bills/proposed-model',
    'law/bills/draft-kenes',
    'law/repair?day=2010-01-01',
    'law/repair?day=1990-01-01',
    'law/discrepancies',
    'law/territory',
    'law/allocation',
];

/* An invented text, and why a finding is known. */
const textOf = days => 'Дереккөз: мысал\n39-3-бап. Жиналыс\n' +
    `1. Жиналыс ${days} күн бұрын шақырылады.\n`;
const REASON = '2009 жылдан белгілі';

const pages = new Pages();
let village;
let browser;
let page;
const community = {};

async function goTo(language, place) {
    await page.goto(`/${language}/${place}`);
}

async function mainText() {
    return page.locator('main').innerText();
}

/* Opens all that is folded, as a reader would. */
async function unfold() {
    for (const summary of await page.locator('main summary').all()) {
        await summary.click();
    }
}

function testWalk(language) {
    for (const place of PAGES) {
        tap.test(`${language}: ${place}`, async () =>
            pages.add(`${language}/${place}`, await look(
                page, `${village.server.url}/${language}/${place}`, {
                    language, community: community[language], numbers: [],
                    axe: language === 'kk', wide: language === 'kk'})));
    }
}

function testPlaces() {
    tap.test('every place of the law is read', () => {
        const paths = PAGES.map(place => `/kk/${place.replace(/\?.*/, '')}`);
        assert.deepEqual(places(true).filter(({regex}) =>
            !paths.some(one => regex.test(one))), []);
    });
}

function testFacts(language) {
    const say = messagesOf(language);
    const word = wordsOf(language);
    const says = async text => {
        const found = await mainText();
        assert.ok(typeof text === 'string'
            ? found.includes(text) : text.test(found), `${text}\n\n${found}`);
    };

    tap.test(`${language}: the hub leads to every question`, async () => {
        for (const key of ['powers.title', 'flaws.title', 'lawhub.charter',
            'timeline.title', 'bills.title', 'repairs.title',
            'disputes.title', 'tiers.territory', 'tiers.allocation']) {
            await goTo(language, 'law');
            await page.getByRole('main')
                .getByRole('link', {name: say(key), exact: true}).click();
            assert.equal(await page.locator('h1').count(), 1);
            assert.equal(await page.locator('nav.places [aria-current]')
                .innerText(), say('nav.law'));
        }
    });

    tap.test(`${language}: the akim holds two statuses on 1 January 2010`,
        async () => {
            await goTo(language, 'law/findings?day=2010-01-01');
            await page.getByRole('main').getByRole('link',
                {name: say('flaw.status'), exact: true}).first().click();
            await unfold();
            const akim = page.locator('.findings > li', {
                has: page.getByRole('heading',
                    {name: new RegExp(`^${capital(word('akim'))}[: ]`)})});
            await akim.first().waitFor();
            const links = await akim.first().locator('a')
                .evaluateAll(all => all.map(one => one.getAttribute('href')));
            for (const place of [
                'const-1995?article=33&day=2010-01-01#p1',
                'law-2001?article=2-1&day=2010-01-01#p2']) {
                assert.ok(links.includes(`/${language}/law/acts/${place}`),
                    `${place}\n${links.join('\n')}`);
            }
            await says(say('role.measure'));
            await says(say('canon.superior-loses'));
            assert.match(await akim.first().innerText(), new RegExp(
                `${say('flaws.acknowledged')} Ғалым, .*${REASON}`, 's'));
        });

    tap.test(`${language}: a provision of a finding leads to its line`,
        async () => {
            await page.locator('a[href*="article=2-1"]').first().click();
            await page.locator('dt:target').waitFor();
        });

    tap.test(`${language}: the assembly agrees the local budget in 2019`,
        async () => {
            await goTo(language, 'law/powers?day=2019-01-01');
            let next = page.locator('a[rel="next"]').last();
            const name = capital(word('local-budget'));
            const link = page.getByRole('main')
                .getByRole('link', {name, exact: true});
            while (await link.count() === 0) {
                await next.click();
                next = page.locator('a[rel="next"]').last();
            }
            await link.click();
            const lead = await page.locator('.lead').innerText();
            assert.ok(lead.includes(
                `${word('assembly')} (${word('agrees')})`), lead);
            assert.equal(await page.locator('svg.picture').count(), 1);
        });

    tap.test(`${language}: what 2018 added to article 39-3`, async () => {
        await goTo(language,
            'law/acts/law-2001/editions?article=39-3&day=2018-01-01');
        const row = page.locator('.pairs tbody tr', {
            has: page.getByRole('rowheader', {name: '3.1-1', exact: true})});
        assert.ok((await row.innerText()).includes(say('editions.added')));
        assert.ok((await row.locator('ins').first().innerText())
            .toLowerCase().includes(word('local-budget')));
    });

    tap.test(`${language}: which words of it are new`, async () => {
        const text = page.locator('.wordings');
        await text.getByRole('heading', {name: say('wordings.title')})
            .waitFor();
        assert.equal(await text.locator('[lang="kk"] p').last().innerText(),
            '1. Жиналыс он бес күн бұрын шақырылады.');
        assert.equal((await text.locator('ins').innerText()).trim(), 'бес');
        assert.equal(await text.locator('del').count(), 0);
    });

    tap.test(`${language}: the proposed model ends the double status`,
        async () => {
            await goTo(language, 'law/bills');
            await page.locator('a[href$="/law/bills/proposed-model"]').click();
            await says(say('bills.conflicts', {before: 18, after: 12}));
            const gone = page.locator('section[aria-labelledby="vanished"]');
            for (const organ of ['akim', 'akimat', 'maslikhat']) {
                assert.ok(await gone.locator('li', {hasText: new RegExp(
                    `^${capital(word(organ))}[: ].*`)})
                    .filter({hasText: say('flaw.status')}).count() > 0, organ);
            }
            const come = page.locator('section[aria-labelledby="appeared"]');
            assert.equal(await come.locator('li', {
                hasText: say('flaw.status')}).count(), 0);
        });

    tap.test(`${language}: the Charter in words`, async () => {
        await goTo(language, 'law/charter?word=maslikhat&day=2010-01-01');
        await says(say('charter.rest', {partly: 1, not: 1, silent: 34}));
        assert.equal(await page.locator('.pairs tbody tr').count(), 47);
        assert.equal(await page.locator('.pairs tbody tr .tag')
            .filter({hasText: say('charter.silent')}).count(), 34);
    });

    tap.test(`${language}: without the Constitution no repair`, async () => {
        await goTo(language, 'law/repair?day=2010-01-01');
        await says(say('repairs.core'));
        await says(say('repairs.price', {price: 10, conflicts: 65}));
    });

    tap.test(`${language}: another day by the form`, async () => {
        await goTo(language, 'law/findings');
        await page.getByText(say('lawpage.other'), {exact: true}).click();
        await page.getByLabel(say('lawpage.day'), {exact: true})
            .fill('2010-01-01');
        await page.getByRole('button', {name: say('lawpage.show')}).click();
        await page.waitForURL(/day=2010-01-01/);
        await page.getByText(say('lawpage.other'), {exact: true}).click();
        assert.equal(await page.getByLabel(say('lawpage.day'), {exact: true})
            .inputValue(), '2010-01-01');
    });
}

async function start() {
    village = new Village('2026-11-25T10:00:00+05:00', {});
    village.importText('law-2001', '2017-12-01', textOf('он'));
    village.importText('law-2001', '2018-02-01', textOf('он бес'));
    village.acknowledge('status:akim', '2010-01-01', 'Ғалым', REASON);
    await village.serve();
    browser = await launch();
    page = await visitor(browser, village.server.url);
    for (const language of LANGUAGES) {
        await page.goto(`/${language}/`);
        community[language] =
            await page.locator('.brand-community').innerText();
        testWalk(language);
    }
    testPlaces();
    tap.test('the Nu HTML checker finds nothing', () => pages.nu());
    tap.test('html-validate finds nothing', () => pages.htmlValidate());
    for (const language of LANGUAGES) {
        testFacts(language);
    }
    tap.onFailure(() => describe(page));
}

async function stop() {
    if (browser) {
        await browser.close();
    }
    pages.close();
    if (village) {
        await village.close();
    }
}

tap.run({start, stop});
