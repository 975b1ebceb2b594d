import type { ClientConnection, ClientEvent } from 'c/clientEvents';
import type { PhoneNews } from 'c/phoneOnPage';

/** Counts what the channel tells, and hears whether the agent is signed in to the phone. */
export function createPhoneNews(connection: ClientConnection): () => PhoneNews {
    const received: Record<string, number> = {};
    let signedIn: boolean | undefined;
    let unknown = 0;

    connection.onMessage((_message, event) => {
        // What this page itself asked of the phone.
        if (event.type === 'ActionEcho') return;
        if (event.type === 'Unknown') unknown += 1;
        else received[event.type] = (received[event.type] ?? 0) + 1;
        signedIn = signedInAfter(event) ?? signedIn;
    });

    return () => ({ ...(signedIn === undefined ? {} : { signedIn }), received: { ...received }, unknown });
}

/** Only who is signed in has a status. */
function signedInAfter(event: ClientEvent): boolean | undefined {
    return event.type === 'UserAction' ? event.category !== 'logout' : undefined;
}
