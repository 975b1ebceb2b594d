import type { RefusalCode, TelephonyEventName, VoiceEvent } from 'c/voiceToolkitEvents';
import type { ToolkitMethod } from './methods.ts';

export interface BridgeOptions {
    /**
     * Only events of this call are told: `VoiceCall.VendorCallKey` where the component sits on a VoiceCall page, because
     * every toolkit on the page hears every call (G5). Without it all are.
     */
    readonly callId?: string | undefined;
    /**
     * A listener threw. The others run all the same. Without it the error goes where the browser puts that of any
     * listener: the console and the window's `error` event.
     */
    readonly onError?: (error: unknown) => void;
}

/** Counts since the bridge was made. Holds nothing of what the events said (V14), and grows with no event. */
export interface ToolkitDiagnostics {
    readonly attached: boolean;
    /** All that came, refused ones and those of other calls with them. */
    readonly received: number;
    /** Refused ones. */
    readonly unknown: number;
    readonly otherCalls: number;
    readonly listenerErrors: number;
    /** Methods that threw, or whose promise was rejected. */
    readonly methodErrors: number;
    /** What was told, by name. */
    readonly told: Readonly<Partial<Record<TelephonyEventName, number>>>;
    readonly refused: Readonly<Partial<Record<RefusalCode, number>>>;
    /** Why events were refused and methods failed: newest last, each once, at most 20. */
    readonly reasons: readonly string[];
}

/** Closures, so that it can be handed on through a membrane. */
export interface ToolkitBridge {
    /**
     * For each `renderedCallback`, with what `this.template.querySelector` finds: the element is there only then (G1), and
     * the callback runs at every drawing (G2). The same element again changes nothing; another one takes its place; none
     * lets go of the one before.
     */
    attach(element: VoiceToolkitElement | null | undefined): void;
    /** For `disconnectedCallback`. A component that is inserted again attaches again (G3). */
    detach(): void;
    /**
     * Calls the listener with every event that was understood, in order, repeats with them (G7).
     * @returns how to stop listening
     */
    onEvent(listener: (event: VoiceEvent) => void): () => void;
    /** Calls the listener after each event that was refused and each method that failed; `diagnostics` says why. */
    onRefused(listener: () => void): () => void;
    /**
     * Calls a method of the element at once. What it answers is documented nowhere: only the answering event shows that
     * something was done.
     * @throws {ToolkitCallError} when there is no element or no such method, or it threw
     */
    call(method: ToolkitMethod, ...args: readonly unknown[]): void;
    diagnostics(): ToolkitDiagnostics;
}
