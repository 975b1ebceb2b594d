import { createHash } from 'node:crypto';

export interface Queue {
    readonly id: string;
    readonly name: string;
    /** The number that callers dial for this queue, E.164. */
    readonly dialledNumber: string;
}

export interface Status {
    readonly id: string;
    readonly name: string;
    /** As client events spell it. */
    readonly constant: string;
    /** Free text below the constant, of a status that an org made for itself. */
    readonly subStatus?: string;
}

/** A phone device. */
export interface Station {
    readonly id: string;
    readonly name: string;
}

/** An Architect flow. `secure`: one in which the customer types what nobody may hear; it takes secure sessions only. */
export interface Flow {
    readonly id: string;
    readonly name: string;
    readonly kind: 'call' | 'secure';
}

// Numbers are of the ranges that Ofcom and ACMA keep free for drama.
export const QUEUES: readonly Queue[] = [
    { id: '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c01', name: 'Customer Care', dialledNumber: '+61370101234' },
    { id: '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c02', name: 'Claims', dialledNumber: '+442079460123' },
    { id: '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c03', name: 'Renewals', dialledNumber: '+442079460456' }
];

export const FLOWS: readonly Flow[] = [
    { id: '8f4e2d6a-1c3b-4e5f-9a7d-000000000001', name: 'After hours', kind: 'call' },
    { id: '8f4e2d6a-1c3b-4e5f-9a7d-000000000002', name: 'Survey', kind: 'call' },
    { id: '8f4e2d6a-1c3b-4e5f-9a7d-000000000003', name: 'Take a payment', kind: 'secure' }
];

export const WRAP_UP_CODES: readonly string[] = [
    'Default Wrap-up Code',
    'Question answered',
    'Call back needed',
    'Complaint',
    'Wrong number'
];

export const STATUSES: readonly Status[] = [
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000001', name: 'On Queue', constant: 'ON_QUEUE' },
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000002', name: 'Available', constant: 'AVAILABLE' },
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000003', name: 'Busy', constant: 'BUSY' },
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000004', name: 'Away', constant: 'AWAY' },
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000005', name: 'Break', constant: 'BREAK' },
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000006', name: 'Meal', constant: 'MEAL' },
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000007', name: 'Meeting', constant: 'MEETING' },
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000008', name: 'Training', constant: 'TRAINING' },
    { id: '5c2d8e10-0d3f-4a51-8a57-000000000009', name: 'Back office', constant: 'BUSY', subStatus: 'Back office' }
];

export const STATIONS: readonly Station[] = [
    { id: 'e7a1c0de-0b5f-4c3e-9d21-000000000001', name: 'Browser phone' },
    { id: 'e7a1c0de-0b5f-4c3e-9d21-000000000002', name: 'Desk phone' }
];

/** A status by id, name or constant: all three are seen in `User.updateStatus` (T5). */
export function statusFor(idOrName: string): Status | undefined {
    const wanted = idOrName.toLowerCase();
    return STATUSES.find(({ id, name, constant }) =>
        [id, name, constant].some((known) => known.toLowerCase() === wanted)
    );
}

/** A flow by id or by name, as `sip:` addresses name it. */
export function flowFor(idOrName: string): Flow | undefined {
    const wanted = idOrName.toLowerCase();
    return FLOWS.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
}

export function queueFor(idOrName: string): Queue | undefined {
    return QUEUES.find(({ id, name }) => id === idOrName || name === idOrName);
}

/** The Genesys Cloud user id of a local user: another id than the Salesforce one, the same on every machine. */
export function genesysUserId(userName: string): string {
    const hex = createHash('sha256').update(`genesys-user:${userName}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
