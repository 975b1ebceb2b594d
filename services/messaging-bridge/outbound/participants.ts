import type { Participant } from './participant.ts';
import type { Members } from './members.ts';
import { kept } from './members.ts';

/** Undefined where there is no participant. */
export function participantOf(members: Members): Participant | undefined {
    if (members.whole === undefined) return undefined;
    return kept({ subject: members.id('subject'), role: members.id('role'), appType: members.id('appType') });
}
