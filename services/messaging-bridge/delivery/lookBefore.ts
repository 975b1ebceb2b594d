import type { Looking, Sender } from './sender.ts';

export interface LookBefore {
    readonly sender: Pick<Sender, 'find'>;
    readonly sending: Looking;
    /** For how long this process has had its database without a break. Milliseconds. */
    readonly knownForMs: number;
    /** Nobody has answered for a while. */
    readonly isDown: boolean;
    readonly claimed: () => Promise<ReadonlySet<string>>;
}

/** Salesforce's clock says when something was written, the database's how long ago that is. */
const CLOCKS_MS = 5_000;

/**
 * Before a send leaves that was never started, as far as the database knows. What was written before this process knew
 * its database may have been sent by an earlier one, if the database is a backup that was restored: then it is looked for
 * first. And where nobody has answered for a while, a question finds out whether somebody does now: it puts no message in
 * doubt.
 */
export async function lookBefore(look: LookBefore): Promise<{ readonly remoteId: string } | 'absent' | 'unreachable'> {
    const { claimed, isDown, knownForMs, sender, sending } = look;
    const mayBeThere = sending.entry.ageMs + CLOCKS_MS >= knownForMs;
    if (!mayBeThere && !isDown) return 'absent';
    const found = await sender.find(sending, mayBeThere ? sending.entry.ageMs : 0, await claimed());
    if (found === 'unreachable') return found;
    return mayBeThere && found !== 'repeat' ? found : 'absent';
}
