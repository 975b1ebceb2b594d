import type { ClientEvent } from 'c/clientEventCodec';
import type { ClientDiagnostics } from './types.ts';

const REASONS_KEPT = 20;

export interface Counts {
    readonly received: (event: ClientEvent) => void;
    readonly sent: () => void;
    readonly handlerFailed: () => void;
    readonly reason: (text: string) => void;
    readonly read: () => ClientDiagnostics;
}

/** Counts what comes and goes; keeps no payload. */
export function createCounts(): Counts {
    const counts = { received: 0, unknown: 0, echoes: 0, inferred: 0, handlerErrors: 0, sent: 0 };
    let reasons: readonly string[] = [];
    const reason = (text: string): void => {
        reasons = [...reasons, text].slice(-REASONS_KEPT);
    };
    return {
        received: (event): void => {
            counts.received += 1;
            if (event.type === 'ActionEcho') counts.echoes += 1;
            if (event.type === 'Unknown') {
                counts.unknown += 1;
                reason(event.reason);
            }
            if (event.type !== 'Interaction') return;
            if (event.inferred) counts.inferred += 1;
            if (event.oddFields) {
                reason(`Interaction ${event.category}: not understood: ${event.oddFields.join(', ')}`);
            }
        },
        sent: (): void => {
            counts.sent += 1;
        },
        handlerFailed: (): void => {
            counts.handlerErrors += 1;
        },
        reason,
        read: () => ({ ...counts, reasons })
    };
}
