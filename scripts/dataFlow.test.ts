import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { EXCEPTIONS } from '../config/platformRules.mjs';
import { FLOWS, PARTS, ZONES } from './dataFlow/flows.ts';
import { PAGE, PICTURE, withFlows } from './dataFlow/page.ts';
import { description, picture } from './dataFlow/picture.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n');

test('a reviewer sees on the picture of the data flow what the code says', () => {
    assert.equal(read(PICTURE), picture(), 'run npm run docs');
});

test('a reviewer who cannot see the picture reads each flow as a row', async () => {
    const page = read(PAGE);
    assert.equal(page, await withFlows(page, path.join(root, PAGE)), 'run npm run docs');
    for (const { what } of FLOWS) assert.ok(page.includes(`| ${what}`), what);
});

test('a reviewer who hears the picture hears its boundaries and every flow', () => {
    const heard = description();
    for (const { lines } of ZONES) assert.ok(heard.includes(lines.join(' ')));
    FLOWS.forEach(({ between }, at) => assert.ok(heard.includes(`${at + 1}: ${between}`)));
});

test('each line of the picture begins and ends at a part of it', () => {
    const touches = ([x, y]: readonly [number, number]): boolean =>
        PARTS.some(({ at: [left, top, width, height] }) => {
            const isIn = x >= left && x <= left + width && y >= top && y <= top + height;
            return isIn && (x === left || x === left + width || y === top || y === top + height);
        });
    const loose = FLOWS.filter(({ way }) => ![way[0], way.at(-1)].every((end) => end !== undefined && touches(end)));
    assert.deepEqual(
        loose.map(({ between }) => between),
        []
    );
});

test('a reviewer reads of each rule of the linter that is off', () => {
    const page = read(PAGE);
    assert.deepEqual(
        Object.keys(EXCEPTIONS).filter((rule) => !page.includes(`\`${rule}\``)),
        []
    );
});
