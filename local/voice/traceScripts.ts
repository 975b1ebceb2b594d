import type { TraceEntry } from '../genesys/trace.ts';
import { afterMove } from './moves.ts';
import type { Move } from './moves.ts';
import { toldAgain } from './toldAgain.ts';
import type { MethodName } from './toolkitMethods.ts';
import type { VoiceCall } from './voiceCall.ts';
import { DEFAULT_SETTINGS, ODD_SHAPES } from './voiceSettings.ts';
import type { VoiceSettings } from './voiceSettings.ts';

/** How a trace of this folder came about. */
interface TraceScript {
    readonly settings?: Partial<VoiceSettings>;
    /** Of the first call. */
    readonly callId: string;
    /** In order of time, in milliseconds; `reload`: the page is loaded anew. */
    readonly moves: readonly (readonly [atMs: number, move: Move | 'reload'])[];
}

/** When a trace begins: only its messages carry a time. */
const BEGIN = Date.parse('2026-03-02T09:00:00.000Z');

// Numbers are of the ranges that Ofcom and ACMA keep free for drama.
const EDNA = '+61491570006';
const WAREHOUSE = '+61491570157';
const TIER_2 = '00G000000000002AAA';

const does = (method: MethodName, ...args: readonly unknown[]): Move => ({ move: 'method', method, args });
const rings = (number = EDNA): Move => ({ move: 'ring', number });
const HANGS_UP: Move = { move: 'hangUp' };

/** The traces by file name, without `.json`. Some call ids are those of the same calls in ../genesys/traces. */
export const TRACE_SCRIPTS: Readonly<Record<string, TraceScript>> = {
    'inbound-call': {
        callId: 'e4e03b73-784b-435e-a30a-a527e20801c8',
        moves: [
            [0, rings()],
            [2332, does('acceptCall')],
            [6263, does('hold', 'Initial_Caller')],
            [8013, does('resume', 'Initial_Caller')],
            [14708, HANGS_UP],
            [17468, { move: 'finishWrapUp', callId: 'e4e03b73-784b-435e-a30a-a527e20801c8' }]
        ]
    },
    'outbound-call': {
        callId: '22312ca4-80eb-4557-a61c-02c40e98a86d',
        settings: { wrapUp: false },
        moves: [
            [0, does('startPreviewCall', '+61491570156')],
            [5000, { move: 'answer' }],
            [11000, does('endCall', 'Agent')]
        ]
    },
    'missed-call': {
        callId: '75a7453b-d66a-4363-bde4-2037d8c0aba0',
        moves: [
            [0, rings('+442079460018')],
            [9000, HANGS_UP]
        ]
    },
    'declined-call': {
        callId: '3d0f5c53-59d0-4a50-8f1c-5f6b0b1e2a01',
        moves: [
            [0, rings()],
            [3000, does('declineCall')]
        ]
    },
    'consult-then-conference': {
        callId: '9c6d0e52-4c1f-4a0e-9f35-2f9c8f0d1b02',
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [20000, does('addParticipant', 'AgentOrQueueId', TIER_2, false)],
            [24000, { move: 'addedAnswers' }],
            [30000, does('swap')],
            [34000, does('swap')],
            [40000, does('merge')],
            [70000, { move: 'addedLeaves' }],
            [80000, HANGS_UP],
            [86000, { move: 'finishWrapUp', callId: '9c6d0e52-4c1f-4a0e-9f35-2f9c8f0d1b02' }]
        ]
    },
    'customer-leaves-conference': {
        callId: '5f1a7e88-06b2-4c0b-b7c4-7d2f3a9e4c03',
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [15000, does('addParticipant', 'PhoneNumber', WAREHOUSE, false)],
            [19000, { move: 'addedAnswers' }],
            [25000, does('merge')],
            [40000, HANGS_UP],
            [52000, { move: 'addedLeaves' }],
            [58000, { move: 'finishWrapUp', callId: '5f1a7e88-06b2-4c0b-b7c4-7d2f3a9e4c03' }]
        ]
    },
    'transferred-blindly': {
        callId: 'b2c9d4f1-7a35-4e21-8d60-1c5e9f7a3d04',
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [18000, does('addParticipant', 'PhoneNumber', WAREHOUSE, true)],
            [23000, { move: 'finishWrapUp', callId: 'b2c9d4f1-7a35-4e21-8d60-1c5e9f7a3d04' }]
        ]
    },
    'ended-while-held': {
        callId: '7e5b2a90-3c84-4f16-a1d9-6b0c8d2e5f05',
        moves: [
            [0, rings()],
            [3000, does('acceptCall')],
            [10000, does('hold', 'Initial_Caller')],
            [25000, HANGS_UP],
            [29000, { move: 'finishWrapUp', callId: '7e5b2a90-3c84-4f16-a1d9-6b0c8d2e5f05' }]
        ]
    },
    'muted-and-paused': {
        callId: 'd84c1f07-92be-4b3a-8e57-0a6f4c9b7e06',
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [6000, does('mute')],
            [9000, does('unmute')],
            [12000, does('pauseRecording')],
            [26000, does('resumeRecording')],
            [30000, does('sendDigits', '42#')],
            [38000, does('endCall', 'Agent')],
            [41000, { move: 'finishWrapUp', callId: 'd84c1f07-92be-4b3a-8e57-0a6f4c9b7e06' }]
        ]
    },
    'spoken-and-noted': {
        callId: '1a9e6d3c-5b70-4d82-9c4f-8e2b7f0a6c07',
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [4000, { move: 'say', by: 'agent', text: 'Good morning, how can I help?' }],
            [8000, { move: 'say', by: 'customer', text: 'My parcel didn&#39;t come.' }],
            [12000, { move: 'raiseFlag', by: 'agent', text: 'The customer wants a credit note.' }],
            [20000, { move: 'note', by: 'supervisor', text: 'Offer free delivery.' }],
            [24000, { move: 'lowerFlag', by: 'supervisor' }],
            [31000, { move: 'note', by: 'agent', text: 'Free delivery agreed.' }],
            [40000, HANGS_UP],
            [40500, { move: 'say', by: 'agent', text: 'Goodbye.', callId: '1a9e6d3c-5b70-4d82-9c4f-8e2b7f0a6c07' }],
            [45000, { move: 'finishWrapUp', callId: '1a9e6d3c-5b70-4d82-9c4f-8e2b7f0a6c07' }]
        ]
    },
    'reload-in-mid-call': {
        callId: '4b7d8c1e-6f29-4a53-b0e8-9d1c2f5a8b08',
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [10000, does('hold', 'Initial_Caller')],
            [12000, 'reload'],
            [20000, does('resume', 'Initial_Caller')],
            [32000, HANGS_UP],
            [36000, { move: 'finishWrapUp', callId: '4b7d8c1e-6f29-4a53-b0e8-9d1c2f5a8b08' }]
        ]
    },
    'told-twice': {
        callId: 'c60f3e9a-8d41-4b7c-92a5-3e8f1d6b0c09',
        settings: { doubles: true },
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [9000, does('hold', 'Initial_Caller')],
            [14000, does('resume', 'Initial_Caller')],
            [16000, { move: 'note', by: 'agent', text: 'Asked for a call back.' }],
            [22000, HANGS_UP],
            [25000, { move: 'finishWrapUp', callId: 'c60f3e9a-8d41-4b7c-92a5-3e8f1d6b0c09' }]
        ]
    },
    'native-inbound-call': {
        callId: 'e9a2b5d7-1c68-4f30-8b94-5d7e0a3c6f10',
        settings: { telephony: 'native' },
        moves: [
            [0, rings()],
            [2332, does('acceptCall')],
            [6263, does('hold', 'Initial_Caller')],
            [8013, does('resume', 'Initial_Caller')],
            [14708, HANGS_UP]
        ]
    },
    'line-reports': {
        callId: '2f8c5a71-0e93-4d6b-a7f2-4c9e8b1d3a11',
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [32000, { move: 'report', count: 1 }],
            [62000, { move: 'report', count: 40 }],
            [70000, HANGS_UP],
            [74000, { move: 'finishWrapUp', callId: '2f8c5a71-0e93-4d6b-a7f2-4c9e8b1d3a11' }]
        ]
    },
    'odd-shapes': {
        callId: '6d3e9f82-7b50-4a1c-85e6-0f2d4b8c7a12',
        settings: { odd: ODD_SHAPES.filter((shape) => shape !== 'endNotTold') },
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [9000, does('addParticipant', 'PhoneNumber', WAREHOUSE, false)],
            [11000, { move: 'addedLeaves' }],
            [13000, does('resume', 'Initial_Caller')],
            [32000, { move: 'report', count: 1 }],
            [40000, does('addParticipant', 'PhoneNumber', WAREHOUSE, false)],
            [43000, { move: 'addedAnswers' }],
            [46000, does('merge')],
            [60000, does('endCall', 'Agent')],
            [65000, { move: 'finishWrapUp', callId: '6d3e9f82-7b50-4a1c-85e6-0f2d4b8c7a12' }]
        ]
    },
    'never-ends': {
        callId: 'f05b7c2d-4e86-4931-b8d0-7a1f6e9c3b13',
        settings: { odd: ['endNotTold'], wrapUp: false },
        moves: [
            [0, rings()],
            [2000, does('acceptCall')],
            [20000, HANGS_UP],
            [10800000, rings('+442079460018')],
            [10804000, does('acceptCall')],
            [10860000, HANGS_UP]
        ]
    }
};

/** What the toolkit tells while this happens, as a trace. */
export function traceOf({ callId, moves, settings: some = {} }: TraceScript): readonly TraceEntry[] {
    const settings = { ...DEFAULT_SETTINGS, ...some };
    const later = (nth: number): string => `${callId.slice(0, -12)}${String(nth).padStart(12, '0')}`;
    let calls: readonly VoiceCall[] = [];
    let ids = 0;
    return moves.flatMap(([atMs, move]) => {
        if (move === 'reload') return toldAgain(calls, settings).map((message) => ({ atMs, message }));
        const moved = afterMove(calls, move, {
            now: BEGIN + atMs,
            newId: () => (ids++ === 0 ? callId : later(ids)),
            settings,
            nameOf: (id) => (id === TIER_2 ? 'Tier 2 Support' : undefined)
        });
        calls = moved.calls;
        return moved.told.map((message) => ({ atMs, message }));
    });
}

/** A trace as it stands in its file: one line for each entry. */
export function traceText(script: TraceScript): string {
    return `[\n${traceOf(script)
        .map((entry) => `  ${JSON.stringify(entry)}`)
        .join(',\n')}\n]\n`;
}
