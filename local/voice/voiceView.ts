import type { LogLine } from '../genesys/phoneLog.ts';
import type { Move } from './moves.ts';
import type { VoiceCall } from './voiceCall.ts';
import type { VoiceSettings } from './voiceSettings.ts';

/** Everything that one agent's Voice phone shows. None of it reaches the toolkit. */
export interface VoiceView {
    /** The one that goes on, and those that are wrapped up. */
    readonly calls: readonly VoiceCall[];
    readonly settings: VoiceSettings;
    /** Newest first. */
    readonly log: readonly LogLine[];
}

/** What happened, in the words of the phone's log. */
export const MOVE_WORDS: Readonly<Record<Exclude<Move['move'], 'method'>, string>> = {
    ring: 'A call rings',
    dial: 'A call is dialled',
    answer: 'The far end answers',
    hangUp: 'The customer hangs up',
    addedAnswers: 'The one who was added answers',
    addedLeaves: 'The one who was added leaves',
    finishWrapUp: 'Wrap-up is finished',
    say: 'Somebody says something',
    note: 'Somebody writes a note',
    raiseFlag: 'A flag is raised',
    lowerFlag: 'The flag is lowered',
    report: 'The line is reported on'
};
