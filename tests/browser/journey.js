/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * A journey through the pages of one village, in combinations of language, width
 * and script.  They take turns in acting, and all of them look at what came of
 * it: `everyone` goes a way that changes nothing in each of them.
 */
'use strict';

const assert = require('assert/strict');
const {Village, submitTo} = require('./village');
const {launch, visitor, signIn, describe} = require('./browser');
const {Hands} = require('./hands');
const {accessible} = require('./look');
const {keysOfMessages} = require('./messages');
const tap = require('./tap');

const LANGUAGES = ['kk', 'ru', 'en'];
const WIDTHS = [320, 1280];
/* Six combinations, which have every two of a language, a width and script on
   or off together; all twelve with KENES_COMBINATIONS=all. */
const isWhole = process.env.KENES_COMBINATIONS === 'all';
const LANES = 4; /* pages that are looked at side by side */

/* The clerk, the akims, and residents with an account of their own. */
const OFFICES = {
    clerk: ['clerk'],
    akim: ['rural-akim'],
    audan: ['district-akim'],
};

const keys = new Set(keysOfMessages());

class Combination {
    constructor(language, width, hasScript) {
        this.language = language;
        this.width = width;
        this.hasScript = hasScript;
        this.name = `${language}, ${width}, script ${hasScript ? 'on' : 'off'}`;
        this.faults = [];
        this.account = null;
    }

    async open(browser, url) {
        this.page = await visitor(browser, url, {
            javaScriptEnabled: this.hasScript,
            viewport: {width: this.width, height: 800}});
        this.hands = new Hands(this.page, this.language);
        this.page.on('pageerror', error => this.faults.push(error.message));
        this.page.on('console', message => {
            if (['error', 'warning'].includes(message.type())) {
                this.faults.push(message.text());
            }
        });
    }

    say(key, values) {
        return this.hands.say(key, values);
    }

    main() {
        return this.page.getByRole('main');
    }

    async goto(path) {
        const response = await this.page.goto(`/${this.language}${path}`);
        assert.equal(response.status(), 200, path);
    }

    async follow(name, scope = this.main()) {
        await scope.getByRole('link', {name}).first().click();
    }

    /* That a text stands in the main part. */
    shows(text) {
        return this.main().getByText(text).locator('visible=true').first()
            .waitFor();
    }

    reads(key, values) {
        return this.shows(this.say(key, values));
    }

    /* The page as it stands: its language, its width, all it says. */
    async see() {
        const {language, width, title, heading, text} =
            await this.page.evaluate(`({
                language: document.documentElement.lang,
                width: document.documentElement.scrollWidth,
                title: document.title,
                heading: document.querySelector('h1').textContent,
                text: document.body.innerText,
            })`);
        const where = this.page.url();
        assert.equal(language, this.language, where);
        assert.ok(width <= this.width, `${where}: ${width} pixels wide`);
        assert.ok(title.startsWith(heading) && title.endsWith('Kenes'), title);
        assert.deepEqual(text.split(/[\s,;:()«»"]+/)
            .map(word => word.replace(/[.…]+$/, ''))
            .filter(word => keys.has(word)), [], where);
        assert.deepEqual(this.faults, [], where);
    }
}

class Journey {
    constructor() {
        this.all = [];
        for (const [i, language] of LANGUAGES.entries()) {
            for (const [j, width] of WIDTHS.entries()) {
                for (const script of [0, 1]) {
                    if (isWhole || script === (i + j) % 2) {
                        this.all.push(
                            new Combination(language, width, script === 1));
                    }
                }
            }
        }
        this.turn = 0;
        this.sessions = new Map();
    }

    async start({now, accounts, offices, budget}) {
        this.village = new Village(now, {...OFFICES, ...accounts});
        this.clock = now;
        for (const office of offices || []) {
            this.village.submit({act: 'record-office', actor: 'keeper',
                from: '2018-06-01', basis: 'Сайлау хаттамасы', ...office},
            'keeper');
        }
        if (budget) {
            this.village.importBudget(budget.csv);
        }
        this.browser = await launch();
        const url = await this.village.serve();
        for (const one of this.all) {
            await one.open(this.browser, url);
        }
        this.last = this.all[0];
    }

    async stop() {
        if (this.browser) {
            await this.browser.close();
        }
        if (this.village) {
            await this.village.close();
        }
    }

    setClock(now) {
        this.clock = now;
        this.village.setClock(now);
    }

    /* ---- by the command line ------------------------------------------------- */

    /* Steps as ./path has them; those of one hour and account go together. */
    submit(steps) {
        let together = [];
        for (const [i, {at, as, act}] of steps.entries()) {
            const next = steps[i + 1];
            together.push(act);
            if (!next || next.at !== at || next.as !== as) {
                this.setClock(at);
                submitTo(this.village.dir, as, together, '--now',
                    `@${this.village.clockFile}`);
                together = [];
            }
        }
    }

    /* ---- in the browser ------------------------------------------------------ */

    /* Signs in where nobody has on this day, and else brings that session. */
    async become(one, account) {
        const key = `${account} ${this.clock.slice(0, 10)}`;
        if (one.account === key) {
            return;
        }
        const context = one.page.context();
        await context.clearCookies();
        if (account !== null && !this.sessions.has(key)) {
            await signIn(one.page, key => one.say(key), one.language, account,
                this.village.passwords[account]);
            this.sessions.set(key, await context.cookies());
        } else if (account !== null) {
            await context.addCookies(this.sessions.get(key));
        }
        one.account = key;
    }

    /* The combination whose turn it is. */
    next() {
        this.last = this.all[this.turn % this.all.length];
        /* Five has no common divisor with six or twelve: all have their turn. */
        this.turn += 5;
        return this.last;
    }

    /* One of them enters the act, from where it is offered now: what stands on
       its page since its last turn others have gone beyond. */
    async enter({at, as, act}) {
        this.setClock(at);
        const one = this.next();
        await one.page.goto('about:blank');
        await this.become(one, as);
        await one.hands.enter(act);
        await one.see();
    }

    async enterAll(steps) {
        for (const step of steps) {
            await this.enter(step);
        }
    }

    /*
     * Every combination, as `account` (null: nobody), goes the way `go(one)`,
     * which changes nothing; with `axe` one of each language looks closer.
     */
    async everyone(account, go, {axe = false} = {}) {
        await this.become(this.all[0], account);
        for (let i = 0; i < this.all.length; i += LANES) {
            await Promise.all(this.all.slice(i, i + LANES).map(async one => {
                await this.become(one, account);
                await this.naming(one, async () => {
                    await go(one);
                    await one.see();
                    if (axe && one.hasScript) {
                        await accessible(one.page);
                    }
                });
            }));
        }
    }

    async naming(one, body) {
        try {
            await body();
        } catch (error) {
            this.last = one;
            error.message = `${one.name}: ${error.message}`;
            throw error;
        }
    }

    /* All look at a place, which says `texts` (keys or [key, values]). */
    look(account, path, texts = [], options = {}) {
        return this.everyone(account, async one => {
            await one.goto(path);
            for (const text of texts) {
                await one.reads(...[text].flat());
            }
        }, options);
    }

    /* A form is filled in by all, and none presses the last button. */
    consider({at, as, act}) {
        this.setClock(at);
        return this.everyone(as, one => one.hands.consider(act));
    }
}

/* Runs a journey: `wanted` of start(), `tell(journey)` adds its tests. */
function run(wanted, tell) {
    const journey = new Journey();
    tell(journey);
    tap.test('the record is whole, and built anew the same',
        () => {
            journey.village.run('record', 'verify', journey.village.dir);
            journey.village.run('rebuild', journey.village.dir, '--check');
        });
    tap.onFailure(() => describe(journey.last.page));
    tap.run({
        start: () => journey.start(wanted),
        stop: () => journey.stop(),
    });
}

module.exports = {run};
