/*
 * SPDX-License-Identifier: AGPL-3.0-or-later
 * SPDX-FileCopyrightText: Kenes contributors
 *
 * Counts that follow a sitting.  Without this script the page says of which
 * hour its counts are, and how to see them anew.
 */
'use strict';

for (const part of document.querySelectorAll('[data-events]')) {
    const source = new EventSource(part.getAttribute('data-events'));
    const follow = isLive => {
        part.querySelector('[data-live-on]').hidden = !isLive;
        part.querySelector('[data-live-off]').hidden = isLive;
    };
    source.addEventListener('open', () => follow(true));
    source.addEventListener('error', () => follow(false));
    source.addEventListener('message', event => {
        for (const [name, text] of Object.entries(JSON.parse(event.data))) {
            const place = part.querySelector(`[data-live="${name}"]`);
            if (place && place.textContent !== text) {
                place.textContent = text;
            }
        }
    });
}
