import { ReadError, recordsQuery, rowsOf } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';

const KEY_QUERY = recordsQuery({
    name: 'SwitchboardVoiceCallKey($id: ID)',
    object: 'VoiceCall',
    which: 'where: { Id: { eq: $id } }, first: 1',
    fields: ['Id', 'VendorCallKey']
});

/**
 * Which call a VoiceCall record is about, by the vendor's id; or why nobody knows: it has no key, this user may not read
 * it, the org did not answer.
 */
export type CallOfRecord = { readonly callId: string } | { readonly without: 'noKey' | 'noAccess' | 'noAnswer' };

export async function callOfRecord(reader: OrgReader, recordId: string): Promise<CallOfRecord> {
    let data: unknown;
    try {
        data = await reader.query(KEY_QUERY, { id: recordId });
    } catch (error) {
        return { without: error instanceof ReadError && error.failure === 'refused' ? 'noAccess' : 'noAnswer' };
    }
    const [row] = rowsOf(data, 'VoiceCall');
    if (row === undefined) return { without: 'noAccess' };
    const { VendorCallKey: key } = row;
    return typeof key === 'string' && key.trim() !== '' ? { callId: key.trim() } : { without: 'noKey' };
}
