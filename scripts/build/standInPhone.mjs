// The stand-in phone of an org without the vendor's package is the phone that other teams test with. A bundle imports
// nothing from outside itself, so what that phone is made of is copied into the bundle. Plain JavaScript for old Nodes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FROM = 'packages/client-events/testing';
const TO = 'force-app/stand-in/lwc/standInPhone';
/** Named in .gitignore too. */
const PARTS = ['calls.ts', 'checks.ts', 'conversation.ts', 'reactions.ts'];

const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Copies that are missing or differ: `{ file, text }`. */
function different(root) {
    return PARTS.map((part) => ({ file: path.join(root, TO, part), text: textOf(path.join(root, FROM, part)) })).filter(
        ({ file, text }) => text !== undefined && text !== textOf(file)
    );
}

export const phoneIsStale = (root) => existsSync(path.join(root, TO)) && different(root).length > 0;

export function copyPhone(root) {
    for (const { file, text } of different(root)) writeFileSync(file, text);
}
