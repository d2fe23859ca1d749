/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * The messages of po/, so that a test looks for what a page says and never
 * repeats it.
 */
'use strict';

const fs = require('fs');
const path = require('path');

const folder = path.join(__dirname, '../../po');

function unquote(text) {
    return JSON.parse(text);
}

/* Messages of a PO file by key; of a plural all its forms. */
function poRead(text, messages) {
    let key = null;
    let forms = [];
    let into = '';
    const end = () => {
        if (key) {
            messages.set(key, forms);
        }
        key = null;
        forms = [];
    };
    for (const line of text.split('\n')) {
        const found = /^(msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$/.exec(line);
        if (found && found[1] === 'msgid') {
            end();
            key = unquote(found[2]);
            into = 'key';
        } else if (found && found[1] !== 'msgid_plural') {
            forms.push(unquote(found[2]));
            into = 'form';
        } else if (found) {
            into = 'plural';
        } else if (/^"/.test(line) && into === 'form') {
            forms[forms.length - 1] += unquote(line);
        } else if (/^"/.test(line) && into === 'key') {
            key += unquote(line);
        }
    }
    end();
}

/*
 * All messages of a language: say(key, {name: value}) is the text, and where
 * an argument is not given, a pattern that takes any; of a plural
 * `arguments.count` picks nothing, so it is always a pattern.
 */
function messagesOf(language) {
    const messages = new Map();
    for (const file of fs.readdirSync(folder).sort()) {
        if (file.endsWith(`.${language}.po`)) {
            poRead(fs.readFileSync(path.join(folder, file), 'utf8'), messages);
        }
    }
    return (key, values = {}) => {
        const forms = messages.get(key);
        if (!forms) {
            throw new Error(`no message "${key}" in ${language}`);
        }
        const unique = [...new Set(forms)];
        const whole = unique[0].replace(/\{([a-z-_]+)\}/g,
            (hole, name) => name in values ? values[name] : hole);
        if (unique.length === 1 && !/\{[a-z-_]+\}/.test(whole)) {
            return whole;
        }
        return pattern(unique, values);
    };
}

/* The keys of all messages. */
function keysOfMessages() {
    const messages = new Map();
    for (const file of fs.readdirSync(folder).sort()) {
        if (file.endsWith('.kk.po')) {
            poRead(fs.readFileSync(path.join(folder, file), 'utf8'), messages);
        }
    }
    return [...messages.keys()];
}

function pattern(forms, values) {
    const escape = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const sources = forms.map(form => form.split(/(\{[a-z-_]+\})/).map(part => {
        const hole = /^\{(.*)\}$/.exec(part);
        if (!hole) {
            return escape(part);
        }
        return hole[1] in values ? escape(String(values[hole[1]])) : '.+?';
    }).join(''));
    return new RegExp(`(?:${sources.join('|')})`);
}

/* The words of the law: wordOf(language)('rural-akim') is its first name. */
function wordsOf(language) {
    const law = path.join(__dirname, '../../law');
    const text = fs.readdirSync(law).sort()
        .filter(file => /^words.*\.law$/.test(file))
        .map(file => fs.readFileSync(path.join(law, file), 'utf8'))
        .join('\n');
    return word => {
        const found = new RegExp(
            `^(?:word|verb) ${word};.*\\b${language} «([^»]*)»`, 'm').exec(text);
        if (!found) {
            throw new Error(`no word "${word}" in ${language}`);
        }
        return found[1];
    };
}

function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

module.exports = {messagesOf, keysOfMessages, wordsOf, capital};
