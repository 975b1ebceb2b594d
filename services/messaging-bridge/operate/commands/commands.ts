import * as z from 'zod';
import { bridgeStatus } from '../status/bridgeStatus.ts';
import { findingsOf } from '../status/findings.ts';
import { statusText } from '../status/statusText.ts';
import { command, CommandRefused } from './command.ts';
import type { Command, Desk, Report } from './command.ts';
import { replay } from './replay.ts';
import { discard, list, retry } from './deadLetters.ts';

const status = command(z.strictObject({}), async ({ database, topic }) => {
    const told = await bridgeStatus(database, topic);
    return { data: { ...told, findings: findingsOf(told) }, text: statusText(told) };
});

/** What can be asked of the database of a bridge, whether it runs or not. */
export const COMMANDS = {
    status,
    replay,
    'dead-letters list': list,
    'dead-letters retry': retry,
    'dead-letters discard': discard
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;

/** Throws CommandRefused, DatabaseFault. */
export async function runCommand(desk: Desk, name: string, input: unknown): Promise<Report> {
    const asked = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as CommandName] : undefined;
    if (asked === undefined)
        throw new CommandRefused(`This bridge knows no command ${name}. Known: ${Object.keys(COMMANDS).join(', ')}.`);
    return asked(desk, input);
}
