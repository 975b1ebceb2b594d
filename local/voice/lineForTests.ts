import { afterMove } from './moves.ts';
import type { Move } from './moves.ts';
import { toldAgain } from './toldAgain.ts';
import type { MethodName } from './toolkitMethods.ts';
import type { ToolkitEvent } from './toolkitEvent.ts';
import type { VoiceCall } from './voiceCall.ts';
import { DEFAULT_SETTINGS } from './voiceSettings.ts';
import type { VoiceSettings } from './voiceSettings.ts';

export const NUMBER = '+61491570006';
export const OTHER_NUMBER = '+61491570157';
export const QUEUE_ID = '00G000000000002AAA';

/** One agent's line, with ids that count and a clock that a test sets. */
export interface TestLine {
    now: number;
    settings: VoiceSettings;
    readonly calls: readonly VoiceCall[];
    /** All that was told so far. */
    readonly told: readonly ToolkitEvent[];
    /** Answers what was told of it. Throws Refusal. */
    move(move: Move): readonly ToolkitEvent[];
    does(method: MethodName, ...args: readonly unknown[]): readonly ToolkitEvent[];
    reload(): readonly ToolkitEvent[];
}

export function testLine(settings: Partial<VoiceSettings> = {}): TestLine {
    let ids = 0;
    let calls: readonly VoiceCall[] = [];
    const told: ToolkitEvent[] = [];
    const heard = (events: readonly ToolkitEvent[]): readonly ToolkitEvent[] => {
        told.push(...events);
        return events;
    };
    const line: TestLine = {
        now: Date.parse('2026-03-02T09:00:00.000Z'),
        settings: { ...DEFAULT_SETTINGS, ...settings },
        get calls() {
            return calls;
        },
        told,
        move(move) {
            const moved = afterMove(calls, move, {
                now: line.now,
                newId: () => `id-${(ids += 1)}`,
                settings: line.settings,
                nameOf: (id) => (id === QUEUE_ID ? 'Tier 2 Support' : undefined)
            });
            calls = moved.calls;
            return heard(moved.told);
        },
        does: (method, ...args) => line.move({ move: 'method', method, args }),
        reload: () => heard(toldAgain(calls, line.settings))
    };
    return line;
}

/** A line on which a call is connected. */
export function connectedLine(settings: Partial<VoiceSettings> = {}): TestLine {
    const line = testLine(settings);
    line.move({ move: 'ring', number: NUMBER });
    line.does('acceptCall');
    return line;
}

/** A line with three on it, the customer on hold. */
export function consultingLine(settings: Partial<VoiceSettings> = {}): TestLine {
    const line = connectedLine(settings);
    line.does('addParticipant', 'AgentOrQueueId', QUEUE_ID, false);
    line.move({ move: 'addedAnswers' });
    return line;
}

export function typesOf(events: readonly ToolkitEvent[]): readonly string[] {
    return events.map(({ type }) => type);
}
