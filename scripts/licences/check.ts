import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isAllowed, NAMED } from './allowed.ts';
import type { Use } from './allowed.ts';
import { comesWith, foreign, nameAt } from './lock.ts';
import type { Lock } from './lock.ts';

/** The licence that a package.json tells; undefined where the package is not installed. */
export type ReadLicence = (place: string) => string | undefined;

export function readLock(root: string): Lock {
    return JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as Lock;
}

/** What each package's own package.json says, as it is installed below `root`. */
export function licencesBelow(root: string): ReadLicence {
    return (place) => {
        let text: string;
        try {
            text = readFileSync(path.join(root, place, 'package.json'), 'utf8');
        } catch {
            return undefined;
        }
        const { license, licenses } = JSON.parse(text) as { license?: unknown; licenses?: unknown };
        const told = license ?? licenses ?? 'none';
        return typeof told === 'string' ? told : JSON.stringify(told);
    };
}

/**
 * A sentence for each package whose licence is not allowed, with what to do. `packed`: the packages of ours that somebody
 * gets, by their place in the lock; all that does not come along with one of them is a tool.
 */
export function licenceFaults(lock: Lock, packed: readonly string[], read: ReadLicence): string[] {
    const users = new Map<string, string[]>();
    for (const ours of packed)
        for (const place of comesWith(lock, ours)) users.set(place, [...(users.get(place) ?? []), ours]);

    const faults = foreign(lock).flatMap((place) => {
        const name = nameAt(place);
        const use: Use = users.has(place) ? 'packed' : 'tool';
        const licence = read(place) ?? lock.packages[place]?.license ?? 'none';
        if (isAllowed(licence, use) || (use === 'tool' && name in NAMED)) return [];
        const whose = use === 'packed' ? `comes along with ${users.get(place)?.join(' and ')}` : 'is a tool';
        const instead =
            use === 'packed'
                ? 'Take another package, or see whether its users could do without it.'
                : 'Take another package; or read its terms, and name it in scripts/licences/allowed.ts with the reason.';
        return [`${name} (${place}) ${whose} and has the licence ${licence}, which is not allowed there. ${instead}`];
    });
    const there = new Set(foreign(lock).map(nameAt));
    const idle = Object.keys(NAMED).filter((name) => !there.has(name));
    return [
        ...faults,
        ...idle.map((name) => `scripts/licences/allowed.ts names ${name}, which is not installed any more.`)
    ];
}
