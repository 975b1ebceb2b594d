import type { ClientEvent } from 'c/clientEvents';

export interface ListedMessage {
    readonly key: string;
    /** The phone, this tool, or somebody else on the page. */
    readonly from: 'phone' | 'here' | 'page';
    readonly message: unknown;
    readonly event: ClientEvent;
    /** The message as JSON in lower case, to be searched. */
    readonly text: string;
}
