import { createGenesysTransport } from 'c/genesysTransport';
import type { PanelCommand } from 'c/agentDesk';
import type { Interaction, InteractionState, InteractionType } from 'c/interactions';
import { fakeConnection } from './fakeConnection.ts';

const VOICE: readonly InteractionType[] = ['call', 'callback', 'outboundDialing'];
/** A voicemail is a recording: nobody is on the line. */
const NO_VOICE: readonly InteractionType[] = ['voicemail', 'chat', 'email', 'message'];
const ALL = [...VOICE, ...NO_VOICE];
const LIVE: readonly InteractionState[] = ['alerting', 'dialing', 'connected', 'held'];
const STATES: readonly InteractionState[] = [...LIVE, 'disconnected'];
const ANSWERED: readonly InteractionState[] = ['connected', 'held'];

interface Row {
    readonly command: PanelCommand;
    readonly media: readonly InteractionType[];
    readonly states: readonly InteractionState[];
    readonly because: string;
    readonly onlyConsulting?: true;
}

const TABLE: readonly Row[] = [
    { command: 'pickup', media: ALL, states: ['alerting'], because: 'only what rings can be answered' },
    { command: 'hold', media: VOICE, states: ANSWERED, because: 'a voice can be made to wait, and be retrieved' },
    { command: 'mute', media: VOICE, states: ANSWERED, because: 'the agent has a microphone only then' },
    { command: 'securePause', media: VOICE, states: ANSWERED, because: 'only voices are recorded' },
    { command: 'secureSession', media: VOICE, states: ANSWERED, because: 'a secure flow asks a caller for digits' },
    { command: 'blindTransfer', media: ALL, states: ANSWERED, because: 'the agent passes on what the agent has' },
    {
        command: 'consultTransfer',
        media: VOICE,
        states: ANSWERED,
        because: 'a colleague is asked while a caller waits'
    },
    {
        command: 'concludeTransfer',
        media: VOICE,
        states: ANSWERED,
        because: 'there is something to complete only while a colleague is consulted',
        onlyConsulting: true
    },
    { command: 'conference', media: [], states: [], because: 'the phone has no such action' },
    { command: 'swap', media: [], states: [], because: 'the phone has no such action' },
    { command: 'disconnect', media: ALL, states: LIVE, because: 'what is not over can be ended' }
];

const { can, lacks } = createGenesysTransport(fakeConnection());
const grid = ALL.flatMap((type) => STATES.map((state) => ({ type, state })));
const possible = (command: PanelCommand, consulting: boolean): string[] =>
    grid
        .filter(({ type, state }) =>
            can(command, {
                type,
                state,
                disconnected: state === 'disconnected',
                ...(consulting ? { consulting } : {})
            } as Interaction)
        )
        .map(({ type, state }) => `${type} ${state}`);
const listed = ({ media, states }: Row): string[] => media.flatMap((type) => states.map((state) => `${type} ${state}`));

describe('the agent may', () => {
    it.each(TABLE)('$command exactly where it makes sense: $because', (row) => {
        expect(possible(row.command, true).sort()).toEqual(listed(row).sort());
    });

    it.each(TABLE)('$command without a consult', (row) => {
        expect(possible(row.command, false).sort()).toEqual(row.onlyConsulting ? [] : listed(row).sort());
    });

    it('read of no action that the phone never does', () => {
        const never = TABLE.filter(({ media }) => media.length === 0).map(({ command }) => command);
        expect(lacks).toEqual(never);
    });

    it('do nothing that nobody explained', () => {
        const commands = Object.keys(createGenesysTransport(fakeConnection()).commands);
        expect(TABLE.map(({ command }) => command).sort()).toEqual(commands.sort());
        expect(can('dance' as PanelCommand, { type: 'call', state: 'connected' } as Interaction)).toBe(false);
    });
});
