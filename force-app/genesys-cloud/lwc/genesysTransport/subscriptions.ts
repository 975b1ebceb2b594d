import { INTERACTION_CATEGORIES, subscribeTo } from 'c/clientEvents';
import type { ClientAction } from 'c/clientEvents';

/** What the panel asks the phone for: what it shows, so no text of chats and messages. An org gets only what its Client Event Settings offer. */
export const PANEL_SUBSCRIPTIONS: readonly ClientAction[] = [
    subscribeTo('Interaction', INTERACTION_CATEGORIES),
    subscribeTo('UserAction', ['status', 'routingStatus', 'station', 'login', 'logout']),
    subscribeTo('Notification', ['conversationTranscription', 'interactionSelection'])
];
