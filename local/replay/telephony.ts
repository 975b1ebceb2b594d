import type { LocalOrg } from '../org/org.ts';

/** Makes Salesforce's own record of each call of a trace, when its first event begins it or tells that it is connected. */
export function createTelephony(
    org: Pick<LocalOrg, 'saveAs'>,
    userName: string,
    now: () => Date
): { hear(message: unknown): void } {
    const made = new Set<string>();
    return {
        hear(message): void {
            const { detail, type } = message as {
                readonly detail?: Readonly<Record<string, unknown>>;
                readonly type?: unknown;
            };
            const callId = detail?.['callId'];
            const begins = type === 'callstarted' || type === 'callconnected';
            if (!begins || typeof callId !== 'string' || made.has(callId)) return;
            made.add(callId);
            const values = { VendorCallKey: callId, CallStartDateTime: now().toISOString() };
            org.saveAs(userName, 'VoiceCall', values, undefined, 'telephony');
        }
    };
}
