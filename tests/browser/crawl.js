/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * All pages that can be reached by following links, and which places of the
 * site they are: the patterns of src/web/url.c that src/web/routes.c answers.
 */
'use strict';

const fs = require('fs');
const path = require('path');

const web = path.join(__dirname, '../../src/web');

/* Pages of one place differ by what they show; so many of each are looked at. */
const INSTANCES = 4;

/* Places that answer with a file or a stream, which no browser test can look at. */
const FILES = ['URL_SITTING_PDF', 'URL_SITTING_AKN', 'URL_SITTING_EVENTS'];

/* The law's pages behind its first one, which 56_law reads. */
const isOfLaw = name => name.startsWith('URL_LAW_');

/* [{name, pattern, regex}] of the places that can be gone to, of the law or
   of the rest. */
function places(ofLaw) {
    const patterns = [...fs.readFileSync(path.join(web, 'url.c'), 'utf8')
        .matchAll(/\[(URL_[A-Z_]+)\] = "([^"]*)"/g)];
    const routes = fs.readFileSync(path.join(web, 'routes.c'), 'utf8');
    return patterns
        .filter(([, name]) => isOfLaw(name) === ofLaw &&
            !FILES.includes(name) && new RegExp(`REQUEST_GET,\\s*${name},`).test(routes))
        .map(([, name, pattern]) => ({
            name,
            pattern,
            regex: new RegExp(`^/(kk|ru|en)${pattern
                .replace(/#/g, '\\d+').replace(/@/g, '[a-z0-9-]+')}$`),
        }));
}

function placeOf(all, address) {
    return all.find(place => place.regex.test(new URL(address).pathname));
}

function linksOf(html, address) {
    return [...html.matchAll(/<a\b[^>]*\bhref="([^"#]+)[^"]*"/g)]
        .map(([, href]) => new URL(href.replace(/&amp;/g, '&'), address).href);
}

/* Pages of one kind: the place with its word, and which fields are asked. */
function kindOf(place, address) {
    const url = new URL(address);
    const word = place.pattern.includes('@')
        ? url.pathname.slice(url.pathname.lastIndexOf('/')) : '';
    return `${place.name}${word}?${[...url.searchParams.keys()].join('&')}`;
}

/*
 * Addresses of pages in `language`, from its home on, asked for with the
 * headers `headers`: a map of address to its place, with the page's `html`.
 */
async function crawl(home, headers) {
    const all = places(false);
    const found = new Map();
    const counts = new Map();
    const queue = [home];
    const prefix = new URL(home).pathname;
    for (let address = queue.shift(); address; address = queue.shift()) {
        const place = placeOf(all, address);
        if (found.has(address) || !place ||
            !new URL(address).pathname.startsWith(prefix)) {
            continue;
        }
        const kind = kindOf(place, address);
        const count = counts.get(kind) || 0;
        if (count >= INSTANCES) {
            continue;
        }
        counts.set(kind, count + 1);
        const html = await (await fetch(address, {headers})).text();
        found.set(address, {...place, html});
        queue.push(...linksOf(html, address));
    }
    return found;
}

module.exports = {places, crawl, kindOf};
