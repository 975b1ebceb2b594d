import type { MessageBody } from '../delivery/messageEntry.ts';
import type { Rep } from './channels.ts';
import type { OpenSender } from './openMessages.ts';

const LONGEST_NAME = 100;

/**
 * Who writes where Genesys Cloud is the far side: each conversation of Salesforce is somebody of its own there, under the
 * name of the rep who writes: that of the configuration, or the one that Salesforce shows.
 */
export const repWrites =
    (reps: readonly Rep[]) =>
    ({ conversation, sender: { name: shown, subject = '' } }: MessageBody): OpenSender => {
        // Salesforce writes an id with 15 characters or with 18.
        const rep = reps.find(({ salesforceUserId }) => salesforceUserId.slice(0, 15) === subject.slice(0, 15));
        const nickname = (rep?.name ?? shown ?? '').trim().slice(0, LONGEST_NAME) || 'Salesforce';
        return { id: conversation, idType: 'Opaque', nickname };
    };
