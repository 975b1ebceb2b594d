/** Whose a Task is, as its own values say: never read from the product. */
import { spelled } from './defaultsOfTask.ts';
import type { Evidence } from './evidence.ts';
import { keyOf } from './truth.ts';
import type { Handling } from './truth.ts';

/** Values say whose they are: `Q|<handling>|<number>`. */
const OWNER = /^[QTWN]\|(.+)\|\d+$/;

export function ownersIn(values: Readonly<Record<string, unknown>>): string[] {
    return Object.values(values).flatMap((value) => OWNER.exec(typeof value === 'string' ? value : '')?.[1] ?? []);
}

interface Signs {
    readonly handling: Handling;
    readonly key: string;
    /** The connection, as a date-time field and as a Subject say it. */
    readonly second: string;
    readonly subject: string;
}

function signsOf(handling: Handling): Signs[] {
    if (handling.connectedTime === undefined) return [];
    const second = new Date(Math.floor(handling.connectedTime / 1_000) * 1_000);
    return [{ handling, key: keyOf(handling), second: second.toISOString(), subject: spelled(handling.connectedTime) }];
}

/** A conversation that rang and was missed has one Task, however often it rang. */
export function ownerOf(handling: Handling): string {
    return handling.connectedTime === undefined ? `${handling.user} ${handling.conversation} missed` : handling.name;
}

const found = new WeakMap<Evidence, ReadonlyMap<string, ReadonlySet<string>>>();

/** By the Task's id: which handlings the pages' commits speak of. */
export function ownersOf(evidence: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
    const known = found.get(evidence);
    if (known !== undefined) return known;
    const owners = new Map<string, Set<string>>();
    const names = new Map(evidence.handlings.map((one) => [one.name, ownerOf(one)]));
    const signs = evidence.handlings.flatMap(signsOf);
    for (const { by, user, given, id } of evidence.log) {
        if (by !== 'page') continue;
        const mine = owners.get(id) ?? new Set<string>();
        owners.set(id, mine);
        for (const owner of ownersIn(given)) mine.add(names.get(owner) ?? owner);
        const conversation = given['CallObject'];
        for (const { handling, key, second, subject } of signs) {
            const same =
                given['Connected__c'] === second || given['Subject'] === subject || given['SwitchboardKey__c'] === key;
            if (same && handling.user === user && (conversation ?? handling.conversation) === handling.conversation) {
                mine.add(handling.name);
            }
        }
        if (typeof conversation === 'string' && String(given['Subject']).startsWith('Missed: ')) {
            mine.add(`${user} ${conversation} missed`);
        }
    }
    found.set(evidence, owners);
    return owners;
}
