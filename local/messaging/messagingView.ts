/** What the page about messaging shows, as one picture. */
import type { CustomerConversation } from './customerView.ts';
import type { Condition } from './genesysServer.ts';
import type { BridgeState } from './ownBridge.ts';
import type { RepConversation } from './repView.ts';

export interface MessagingView {
    readonly bridge: { readonly state: BridgeState; readonly why?: string };
    readonly genesys: Condition;
    /** Reps to whom a conversation can be handed. */
    readonly reps: readonly { readonly id: string; readonly label: string }[];
    readonly conversations: readonly RepConversation[];
    readonly customers: readonly CustomerConversation[];
}
