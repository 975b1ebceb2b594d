import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createBadDays } from '../badDays.ts';
import type { BadDays } from '../badDays.ts';
import type { World } from '../world.ts';
import { createRoutings } from './askedRoutings.ts';
import type { Routings } from './askedRoutings.ts';
import { startGate } from './gate.ts';
import type { Gate } from './gate.ts';

/** What routing takes beside the world of texts: Salesforce that asks, and each process with a gate of its own. */
export interface RoutingWorld extends Pick<Routings, 'ask' | 'askForEach' | 'judge'> {
    /** Of each process. */
    readonly configurationFiles: readonly string[];
    /** How long each call about routing takes; undefined: some milliseconds. */
    callTakesMs: number | undefined;
    /** Whether the process of that place waits for an answer about a conversation. */
    isWorkingOn(place: number, conversation: string): boolean;
    /** What goes wrong with calls about routing: nothing at first. */
    readonly badDays: BadDays;
    /** Waits until each routing has come to an end, and what came to nothing is undone; not for ever. */
    end(): Promise<void>;
    close(): Promise<void>;
}

const LONGEST_MS = 20;
/** Longer than Salesforce waits for an answer, and another process for the lease of one that is stopped. */
const END_MS = 90_000;

export async function createRoutingWorld(
    world: World,
    { processes, random }: { readonly processes: number; readonly random: () => number }
): Promise<RoutingWorld> {
    const { service } = world.salesforce;
    const badDays = createBadDays(random);
    const takesMs = (): number => routing.callTakesMs ?? random() * LONGEST_MS;
    const gates: Gate[] = [];
    const configurationFiles: string[] = [];
    for (let at = 0; at < processes; at += 1) {
        const gate = await startGate({ service, badDays, random, takesMs });
        const file = world.configurationFile.replace('.json', `-${at}.json`);
        const text = readFileSync(world.configurationFile, 'utf8');
        const { salesforce, ...rest } = JSON.parse(text) as { readonly salesforce: object };
        writeFileSync(file, JSON.stringify({ ...rest, salesforce: { ...salesforce, interactions: gate.url } }));
        gates.push(gate);
        configurationFiles.push(file);
    }
    const routings = createRoutings({ service, random, publish: (event) => world.publishes(event) });

    const routing: RoutingWorld = {
        ask: routings.ask,
        askForEach: routings.askForEach,
        judge: routings.judge,
        configurationFiles,
        badDays,
        callTakesMs: undefined,
        isWorkingOn: (place, conversation) => gates[place]?.isWorkingOn(conversation) === true,
        async end(): Promise<void> {
            const until = performance.now() + END_MS;
            const isOver = (): boolean => {
                const { leftStanding, unended } = routings.judge().broken;
                return unended.length + leftStanding.length === 0;
            };
            while (!isOver() && performance.now() < until) await wait(500);
        },
        async close(): Promise<void> {
            routings.close();
            for (const gate of gates) await gate.close();
        }
    };
    return routing;
}
