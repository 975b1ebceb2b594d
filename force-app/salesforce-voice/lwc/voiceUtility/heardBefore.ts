import type { ToolkitBridge } from 'c/voiceToolkit';
import type { VoiceEvent } from 'c/voiceToolkitEvents';

/**
 * Which call a record is about takes a moment to read, and the toolkit tells nothing twice. So all is heard from the
 * beginning, and what was of that call is told to the first who listens.
 */
export function withHeardBefore(bridge: ToolkitBridge, heard: readonly VoiceEvent[], callId: string): ToolkitBridge {
    let untold = heard.filter((event) => event.callId === callId);
    return {
        ...bridge,
        onEvent(listener): () => void {
            const first = untold;
            untold = [];
            first.forEach(listener);
            return bridge.onEvent(listener);
        }
    };
}
