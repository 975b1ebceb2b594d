import { createElement } from 'lwc';
import { decodeVoiceEvent } from 'c/voiceToolkitEvents';
import VoiceUtility from 'c/voiceUtility';
import { tellToolkits } from '../platform/voiceToolkit.ts';
import type { HeadlessPhone } from './headlessPhone.ts';

/** Speaks through the toolkit's element, which is the utility's. */
export function createVoicePhone(): HeadlessPhone {
    const unsaid = new Set<string>();
    return {
        utility: createElement('c-voice-utility', { is: VoiceUtility }) as HeadlessPhone['utility'],
        publish(message) {
            const decoded = decodeVoiceEvent(message);
            // The element has no event of another name, and whoever listened for one would hear nothing.
            const isNone = !decoded.ok && (decoded.code === 'NOT_AN_EVENT' || decoded.code === 'UNKNOWN_TYPE');
            if (isNone) unsaid.add(decoded.code);
            else tellToolkits(message as Parameters<typeof tellToolkits>[0]);
        },
        unsaid: () => [...unsaid].map((reason) => ({ about: 'message', code: 'notUnderstood', reason })),
        // No phone of Salesforce Voice writes Tasks.
        handedOver: () => 0,
        close: () => undefined
    };
}
