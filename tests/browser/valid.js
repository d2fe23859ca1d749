/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * What two programs that know HTML find in pages: the Nu HTML checker, which is
 * slow to start and so reads all of them at once, and html-validate.
 */
'use strict';

const assert = require('assert/strict');
const {spawnSync} = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const {HtmlValidate} = require('html-validate');
const vnu = require('vnu-jar');

const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
        /* A title names the page and the community in full; no search engine
           cuts it short for those who come here. */
        'long-title': 'off',
        /* Boxes of one question have one name, as the standard wants it. */
        'form-dup-name': ['error',
            {shared: ['radio', 'checkbox', 'button', 'submit']}],
    },
});

/* Half the processor time for a run of seconds, and a stack for long pages. */
const java = ['-Xss4m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/* Findings of one sort are told with so many of their pages. */
const TOLD = 3;

class Pages {
    constructor() {
        this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kenes-valid-'));
        this.addresses = [];
    }

    get count() {
        return this.addresses.length;
    }

    /* What was answered to `address`. */
    add(address, html) {
        fs.writeFileSync(
            path.join(this.folder, `${this.addresses.length}.html`), html);
        this.addresses.push(address);
    }

    /* Errors, warnings and hints alike. */
    nu() {
        const done = spawnSync('java', [...java, '-jar', vnu, '--format',
            'json', '--stdout', '--exit-zero-always', this.folder],
        {encoding: 'utf8', maxBuffer: 1 << 28});
        assert.equal(done.status, 0, done.stderr || String(done.error));
        tell(JSON.parse(done.stdout).messages.map(one => ({
            what: one.message,
            where: `${this.nameOf(one.url)}: ${one.extract}`})));
    }

    htmlValidate() {
        const found = [];
        for (const [i, address] of this.addresses.entries()) {
            const report = validator.validateFileSync(
                path.join(this.folder, `${i}.html`));
            for (const {messages} of report.results) {
                found.push(...messages.map(one => ({
                    what: `${one.ruleId}: ${one.message}`,
                    where: `${address}:${one.line}:${one.column}`})));
            }
        }
        tell(found);
    }

    nameOf(file) {
        return this.addresses[Number(path.basename(file, '.html'))];
    }

    close() {
        fs.rmSync(this.folder, {recursive: true, force: true});
    }
}

/* Fails where anything was found: each sort once, with some of its pages. */
function tell(found) {
    const sorts = new Map();
    for (const {what, where} of found) {
        sorts.set(what, [...sorts.get(what) || [], where]);
    }
    assert.deepEqual([...sorts].map(([what, places]) =>
        `${what} (${places.length})\n${places.slice(0, TOLD).join('\n')}`), []);
}

module.exports = {Pages};
