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

export function createCounts(): Counts {
    let counts: ClientDiagnostics = {
        received: 0,
        unknown: 0,
        echoes: 0,
        inferred: 0,
        handlerErrors: 0,
        sent: 0,
        reasons: []
    };
    const add = (name: Exclude<keyof ClientDiagnostics, 'reasons'>): void => {
        counts = { ...counts, [name]: counts[name] + 1 };
    };
    const reason = (text: string): void => {
        counts = { ...counts, reasons: [...counts.reasons, text].slice(-REASONS_KEPT) };
    };
    return {
        received: (event): void => {
            add('received');
            if (event.type === 'ActionEcho') add('echoes');
            if (event.type === 'Interaction' && event.inferred) add('inferred');
            if (event.type === 'Interaction' && event.oddFields) {
                reason(`Interaction ${event.category}: not understood: ${event.oddFields.join(', ')}`);
            }
            if (event.type === 'Unknown') {
                add('unknown');
                reason(event.reason);
            }
        },
        sent: () => add('sent'),
        handlerFailed: () => add('handlerErrors'),
        reason,
        read: () => counts
    };
}
