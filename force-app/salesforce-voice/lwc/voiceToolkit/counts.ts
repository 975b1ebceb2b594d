import type { RefusalCode, TelephonyEventName } from 'c/voiceToolkitEvents';
import type { ToolkitMethod } from './methods.ts';
import type { ToolkitDiagnostics } from './types.ts';

const REASONS_KEPT = 20;

const WORDS: Readonly<Record<RefusalCode, string>> = {
    NOT_AN_EVENT: 'is no event',
    UNKNOWN_TYPE: 'has a name that is not documented',
    MISSING_CALL_ID: 'names no call',
    BAD_CONTENT: 'is a message without text',
    UNREADABLE: 'cannot be read'
};

export interface Counts {
    readonly told: (name: TelephonyEventName) => void;
    readonly otherCall: () => void;
    readonly refused: (code: RefusalCode, name: TelephonyEventName | '') => void;
    readonly listenerFailed: () => void;
    readonly methodFailed: (method: ToolkitMethod) => void;
    readonly read: () => Omit<ToolkitDiagnostics, 'attached'>;
}

/** Counts what comes and goes; keeps no payload. */
export function createCounts(): Counts {
    const counts = { received: 0, unknown: 0, otherCalls: 0, listenerErrors: 0, methodErrors: 0 };
    const told: Partial<Record<TelephonyEventName, number>> = {};
    const refused: Partial<Record<RefusalCode, number>> = {};
    let reasons: readonly string[] = [];

    function reason(text: string): void {
        reasons = [...reasons.filter((known) => known !== text), text].slice(-REASONS_KEPT);
    }

    return {
        told: (name): void => {
            counts.received += 1;
            told[name] = (told[name] ?? 0) + 1;
        },
        otherCall: (): void => {
            counts.received += 1;
            counts.otherCalls += 1;
        },
        refused: (code, name): void => {
            counts.received += 1;
            counts.unknown += 1;
            refused[code] = (refused[code] ?? 0) + 1;
            reason(`${name === '' ? 'An event' : name} ${WORDS[code]}`);
        },
        listenerFailed: (): void => {
            counts.listenerErrors += 1;
        },
        methodFailed: (method): void => {
            counts.methodErrors += 1;
            reason(`${method} failed in the toolkit`);
        },
        read: () => ({ ...counts, told: { ...told }, refused: { ...refused }, reasons })
    };
}
