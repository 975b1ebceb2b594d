import type { PhoneObservation } from 'c/phoneOnPage';
import type { ToolkitWatch } from 'c/voiceToolkit';
import { decodeVoiceEvent, isTelephonyEvent, own } from 'c/voiceToolkitEvents';
import { callIds } from './callIds.ts';
import { callTypes } from './callTypes.ts';
import { conferences } from './conferences.ts';
import { customers } from './customers.ts';
import { delivery } from './delivery.ts';
import { elements } from './elements.ts';
import { entities } from './entities.ts';
import type { Gatherer, Heard } from './gatherer.ts';
import { methods } from './methods.ts';
import { parties } from './parties.ts';
import { shapes } from './shapes.ts';
import { stats } from './stats.ts';
import { swaps } from './swaps.ts';
import { toldAgain } from './toldAgain.ts';
import { wrapUps } from './wrapUps.ts';

export interface VoiceObservations extends ToolkitWatch {
    /** In the order of U1 to U11; what was heard at all comes last. */
    observations(): readonly PhoneObservation[];
}

/** Watches toolkit elements for what no document settles. Keeps no value of an event but ids and parties of the last calls, which never leave it. */
export function createVoiceObservations(): VoiceObservations {
    const gatherers: readonly Gatherer[] = [
        stats(),
        delivery(),
        customers(),
        toldAgain(),
        parties(),
        conferences(),
        swaps(),
        callIds(),
        wrapUps(),
        elements(),
        methods(),
        callTypes(),
        entities(),
        shapes()
    ];
    return {
        attached: (element) => gatherers.forEach((one) => one.attached?.(element)),
        detached: (element) => gatherers.forEach((one) => one.detached?.(element)),
        calling: (method) => gatherers.forEach((one) => one.calling?.(method)),
        called: (method, returned) => gatherers.forEach((one) => one.called?.(method, returned)),
        heard(event, element): void {
            const heard = heardOf(event, element);
            if (heard !== undefined) gatherers.forEach((one) => one.heard?.(heard));
        },
        observations: () => gatherers.map((one) => one.observation())
    };
}

function heardOf(event: unknown, element: object): Heard | undefined {
    const { detail, type } = event as { readonly detail?: unknown; readonly type?: unknown };
    if (!isTelephonyEvent(type)) return undefined;
    const decoded = decodeVoiceEvent(event);
    const callId = own(detail, 'callId');
    return {
        type,
        event: event as object,
        detail,
        callId: typeof callId === 'string' && callId.trim() !== '' ? callId.trim() : undefined,
        told: decoded.ok ? decoded.event : undefined,
        element
    };
}
