import { argumentHash } from '../arguments/argumentHash.ts';
import type { WithinLimits } from './callLimits.ts';
import type { Recorded } from './recording.ts';
import type { CheckedCall, Outcome } from './toolCall.ts';
import type { UploadMedia } from '../media/uploadMedia.ts';

interface UploadingOptions {
    readonly uploadMedia: UploadMedia;
    readonly withinLimits: WithinLimits;
    readonly recorded: Recorded;
    /** Whether the connection is to a Genesys Cloud on this machine. */
    readonly isHere: (pcid: string) => boolean;
}

/** A file on its way, which no customer sees yet: it is recorded, and nobody is asked. */
export function createUploading(options: UploadingOptions): (checked: CheckedCall) => Promise<Outcome> {
    const { isHere, recorded, uploadMedia, withinLimits } = options;
    return async (checked) => {
        const { call, client, meant, pcid, tool } = checked;
        const { caller, given, onProgress, signal } = call;
        const asked = { client, given, isHere: isHere(pcid) };
        if (given['dryRun'] === true) return { kind: 'result', structured: await uploadMedia.preview(asked) };
        await withinLimits(pcid, caller);
        const hash = argumentHash(pcid, tool.name, meant);
        const structured = await recorded(
            checked,
            hash,
            (onSend) =>
                uploadMedia.upload({
                    ...asked,
                    onSend,
                    ...(signal === undefined ? {} : { signal }),
                    ...(onProgress === undefined ? {} : { onProgress })
                }),
            ({ status }) => ({ outcome: String(status) })
        );
        return { kind: 'result', structured };
    };
}
