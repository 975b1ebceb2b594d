import type { Sent } from '../delivery/sender.ts';
import { Members } from '../outbound/members.ts';
import type { Database } from '../store/database.ts';
import { bytesOf, fileOf, setLeaving, setUploaded } from '../store/files.ts';
import type { GenesysChannelLink } from '../store/links.ts';
import { callOnce } from './callOnce.ts';
import { fileNameFor } from './fileName.ts';
import { createMediaUpload } from './mediaUpload.ts';
import type { UploadTimes } from './mediaUpload.ts';
import type { FilePart } from './messageParts.ts';
import { findMessage } from './readBack.ts';
import type { ShownMessage } from './readBack.ts';
import type { Genesys, OneSend, Way } from './topologies.ts';

type One = OneSend<GenesysChannelLink, FilePart>;

const nameOf = ({ entry, part }: Pick<One, 'entry' | 'part'>) => ({ message: entry.key, number: part.file.number });

/**
 * Genesys Cloud owns the channel: the bytes are uploaded for the agent's communication, then a message goes with them.
 * What was uploaded is noted, so that a message that has to go later is not uploaded again; that it may have left is
 * noted before it does, so that one whose upload was interrupted goes again and nobody is asked.
 */
export function channelFiles(
    genesys: Genesys,
    database: Database,
    times: Partial<UploadTimes> = {}
): Way<GenesysChannelLink, FilePart> {
    const { client, clock } = genesys;
    const upload = createMediaUpload(genesys, times);

    /** What Genesys Cloud calls the file, from now or before; else what has become of it. */
    async function uploaded(one: One, communicationId: string): Promise<string | Sent> {
        const name = nameOf(one);
        const kept = await fileOf(database, name);
        if (kept?.uploaded?.communicationId === communicationId) return kept.uploaded.mediaId;
        const bytes = await bytesOf(database, name);
        if (bytes === undefined) return { kind: 'refused', reason: 'it is not here any more' };
        const { link, part, signal } = one;
        const file = { ...part.file, conversationId: link.conversationId, communicationId, bytes, signal };
        const done = await upload(file);
        if ('kind' in done) return done;
        await setUploaded(database, name, { mediaId: done.mediaId, communicationId });
        return done.mediaId;
    }

    return {
        async send(one) {
            const { communicationId, conversationId } = one.link;
            if (communicationId === undefined)
                return { kind: 'refused', reason: 'no agent is connected to the conversation in Genesys Cloud' };
            const mediaId = await uploaded(one, communicationId);
            if (typeof mediaId !== 'string') return mediaId;
            await setLeaving(database, nameOf(one), true);
            // The API wants a textBody, and takes either a text or a file.
            const given = { conversationId, communicationId, textBody: '', mediaIds: [mediaId] };
            const sent = await callOnce(client, 'post_message_communication_messages', given, one, ({ data }) =>
                new Members(data, '', []).id('id')
            );
            if (sent.kind === 'notNow') await setLeaving(database, nameOf(one), false);
            return sent;
        },
        async find({ link: { conversationId }, entry, part, signal }, startedAgoMs, claimed) {
            const kept = await fileOf(database, nameOf({ entry, part }));
            const { mediaType, name } = part.file;
            const names = [name, fileNameFor(name, mediaType)];
            const mediaId = kept?.uploaded?.mediaId;
            const isOurs = ({ id, name: called }: ShownMessage['files'][number]): boolean =>
                (id !== undefined && id === mediaId) || (called !== undefined && names.includes(called));
            const found = await findMessage(
                { client, clock, conversationId, isOutbound: true, startedAgoMs, claimed, signal },
                ({ direction, files }) => direction === 'outbound' && files.some(isOurs)
            );
            return found === 'absent' && kept?.isLeaving === false ? 'repeat' : found;
        }
    };
}
