import type { ToolkitBridge } from 'c/voiceToolkit';
import type { VoiceEvent } from 'c/voiceToolkitEvents';

/**
 * Which call a record is about takes a moment to read, and the toolkit tells nothing twice. So all is heard from the
 * beginning, and what was of that call is told to whoever listens, first.
 */
export function withHeardBefore(bridge: ToolkitBridge, heard: readonly VoiceEvent[], callId: string): ToolkitBridge {
    const ofCall = heard.filter((event) => event.callId === callId);
    return {
        ...bridge,
        onEvent(listener): () => void {
            ofCall.forEach(listener);
            return bridge.onEvent(listener);
        }
    };
}
