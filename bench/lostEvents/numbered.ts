import type { Listened } from './schedule.ts';

/** A message of a type that carries its number. */
export function messageOf(type: Listened, number: number): object {
    const id = String(number);
    switch (type) {
        case 'Interaction':
            return { type, category: 'add', data: { id, state: 'ALERTING' } };
        case 'UserAction':
            return { type, category: 'status', data: { id, status: 'AVAILABLE' } };
        case 'Notification':
            return { type, category: 'interactionSelection', data: { interactionId: id } };
    }
}

/** The number of such a message once it is decoded. */
export function numberOf(event: unknown): number {
    const { id, interactionId } = event as { readonly id?: unknown; readonly interactionId?: unknown };
    const number = Number(id ?? interactionId);
    if (!Number.isInteger(number)) throw new Error('An event came that was never published.');
    return number;
}

/** What of the numbers sent was not heard, and what came twice or too early. */
export function compared(
    sent: readonly number[],
    heard: readonly number[]
): { readonly lost: number; readonly disturbed: number } {
    const arrived = new Set(heard);
    return {
        lost: sent.filter((number) => !arrived.has(number)).length,
        disturbed: heard.filter((number, at) => at > 0 && number <= (heard[at - 1] ?? 0)).length
    };
}
