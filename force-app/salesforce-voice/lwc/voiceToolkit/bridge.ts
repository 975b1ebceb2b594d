import { decodeVoiceEvent, TELEPHONY_EVENTS } from 'c/voiceToolkitEvents';
import type { VoiceEvent } from 'c/voiceToolkitEvents';
import { createCounts } from './counts.ts';
import { createListeners } from './listeners.ts';
import type { ToolkitMethod } from './methods.ts';
import { ToolkitCallError } from './toolkitCallError.ts';
import type { BridgeOptions, ToolkitBridge, ToolkitDiagnostics } from './types.ts';
import { tellWatches } from './watches.ts';

/** The one way to the toolkit's element, of which a component has one in its template. */
export function createToolkitBridge({ callId, onError = toWindow }: BridgeOptions = {}): ToolkitBridge {
    const counts = createCounts();
    const events = createListeners<VoiceEvent>(failed);
    const refusals = createListeners<undefined>(failed);
    const only = callId?.trim();
    let attached: VoiceToolkitElement | undefined;

    function failed(error: unknown): void {
        counts.listenerFailed();
        try {
            onError(error);
        } catch {
            // Whoever listens for errors must not become one.
        }
    }

    /** One reference for all names, by which the element knows it again (G2). */
    function hear(event: Event): void {
        const element = attached;
        if (element !== undefined) tellWatches((watch) => watch.heard(event, element));
        const decoded = decodeVoiceEvent(event);
        if (!decoded.ok) {
            counts.refused(decoded.code, decoded.type);
            refusals.tell(undefined);
        } else if (only !== undefined && decoded.event.callId !== only) {
            counts.otherCall();
        } else {
            counts.told(decoded.event.type);
            events.tell(decoded.event);
        }
    }

    function methodFailed(method: ToolkitMethod): void {
        counts.methodFailed(method);
        refusals.tell(undefined);
    }

    function detach(): void {
        const element = attached;
        if (element === undefined) return;
        for (const name of TELEPHONY_EVENTS) element.removeEventListener(name, hear);
        attached = undefined;
        tellWatches((watch) => watch.detached(element));
    }

    return {
        attach(element): void {
            if (element === attached) return;
            detach();
            if (!element) return;
            attached = element;
            for (const name of TELEPHONY_EVENTS) element.addEventListener(name, hear);
            tellWatches((watch) => watch.attached(element));
        },
        detach,
        onEvent: events.add,
        onRefused: refusals.add,
        call(method, ...args): void {
            if (attached === undefined) throw new ToolkitCallError(method, 'NO_TOOLKIT');
            const element: Partial<Record<ToolkitMethod, unknown>> = attached;
            const run = element[method];
            if (typeof run !== 'function') throw new ToolkitCallError(method, 'NO_METHOD');
            tellWatches((watch) => watch.calling(method));
            try {
                const answer: unknown = Reflect.apply(run, element, args);
                tellWatches((watch) => watch.called(method, answer));
                if (isThenable(answer)) answer.then(undefined, () => methodFailed(method));
            } catch (error) {
                methodFailed(method);
                throw new ToolkitCallError(method, 'FAILED', error);
            }
        },
        diagnostics: (): ToolkitDiagnostics => ({ attached: attached !== undefined, ...counts.read() })
    };
}

/** A promise of another sandbox is no `Promise` of this one. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
    return typeof (value as Partial<PromiseLike<unknown>> | null | undefined)?.then === 'function';
}

/** As the browser does with a listener that throws, and in nobody's way. */
function toWindow(error: unknown): void {
    setTimeout(() => {
        throw error;
    });
}
