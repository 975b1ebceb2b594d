import { SENTINEL } from 'c/attributeMapping';
import type { Row } from 'c/orgReader';
import { inOrder, readRow } from './directoryRow.ts';
import type { DirectoryRow } from './directoryRow.ts';
import { addressProblem, LABELS, unknownKind } from './directoryProblems.ts';
import type { Directory, NamedSecureFlow, NamedStatus, NamedTarget } from './types.ts';

type Kind = NamedTarget['kind'] | 'secureFlow';

const KINDS: Readonly<Record<string, Kind>> = {
    user: 'user',
    queue: 'queue',
    phone: 'phone',
    flow: 'flow',
    secureflow: 'secureFlow'
};

/** True when the shipped row is among them: an org answers a user without access with no rows, too. */
export function provesAccess(rows: readonly Row[]): boolean {
    return rows.some(({ DeveloperName }) => DeveloperName === SENTINEL);
}

/** The records that are in use, in the admin's order. */
function inUse(rows: readonly Row[]): readonly DirectoryRow[] {
    return rows
        .filter((row) => row.DeveloperName !== SENTINEL && row.Active__c === true)
        .map(readRow)
        .sort(inOrder);
}

/** Whom a conversation can be passed to. A record that cannot be used is left out and named. */
export function readTargets(rows: readonly Row[]): Pick<Directory, 'targets' | 'secureFlows' | 'problems'> {
    const targets: NamedTarget[] = [];
    const secureFlows: NamedSecureFlow[] = [];
    const problems: Directory['problems'][number][] = [];
    for (const { key, name, pinned, record, text } of inUse(rows)) {
        const given = text('Kind__c');
        const address = text('Address__c');
        const kind = KINDS[given.toLowerCase().replace(/[\s_-]/g, '')];
        const what = kind === undefined ? unknownKind(given) : addressProblem(kind, address);
        if (what !== undefined) {
            problems.push({ record, what });
        } else if (kind === 'secureFlow') {
            secureFlows.push({ key, name, flowId: address });
        } else if (kind !== undefined) {
            targets.push({ key, name, kind, address, pinned });
        }
    }
    return { targets, secureFlows, problems };
}

/** The statuses that the agent may choose. A record without a status is left out and named. */
export function readStatuses(rows: readonly Row[]): Pick<Directory, 'statuses' | 'problems'> {
    const statuses: NamedStatus[] = [];
    const problems: Directory['problems'][number][] = [];
    for (const { key, name, record, text } of inUse(rows)) {
        const status = text('Status__c');
        if (status === '') {
            problems.push({ record, what: LABELS.noStatus });
        } else {
            statuses.push({ key, name, status });
        }
    }
    return { statuses, problems };
}
