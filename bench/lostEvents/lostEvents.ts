import {
    createMessageContext,
    publish,
    releaseMessageContext
} from '../../local/lightning/platform/lightning/messageService.ts';
import type { Connection } from '../dispatch/clientEvents.ts';
import { compared, messageOf, numberOf } from './numbered.ts';
import { LISTENED, scheduleOf } from './schedule.ts';
import type { Listened } from './schedule.ts';

export interface LostEvents {
    readonly schedules: number;
    /** Published after the connection was made. */
    readonly published: number;
    /** Of those, published before the first handler was there. */
    readonly early: number;
    readonly lost: number;
    /** Delivered twice, or out of order within their type. */
    readonly disturbed: number;
}

export type Connect = (messageContext: unknown, channel: unknown) => Connection;

const CHANNEL = 'the phone';

/** Plays schedules over the page's message service, which copies and delivers later, and counts what arrives. */
export async function countLost(connect: Connect, schedules = 1_000): Promise<LostEvents> {
    const total = { schedules, published: 0, early: 0, lost: 0, disturbed: 0 };
    for (let seed = 1; seed <= schedules; seed += 1) {
        const { published, early, lost, disturbed } = await play(seed, connect);
        total.published += published;
        total.early += early;
        total.lost += lost;
        total.disturbed += disturbed;
    }
    return total;
}

async function play(seed: number, connect: Connect): Promise<Omit<LostEvents, 'schedules'>> {
    const page = createMessageContext();
    const others = createMessageContext();
    const sent: Record<Listened, number[]> = { Interaction: [], UserAction: [], Notification: [] };
    const heard: Record<Listened, number[]> = { Interaction: [], UserAction: [], Notification: [] };
    let connection: Connection | undefined;
    let listening = false;
    let number = 0;
    let early = 0;
    for (const { kind, steps } of scheduleOf(seed).turns) {
        await (kind === 'microtask' ? Promise.resolve() : nextTask());
        for (const step of steps) {
            if (step.do === 'connect') {
                connection = connect(page, CHANNEL);
            } else if (step.do === 'listen') {
                listening = true;
                for (const type of LISTENED) connection?.on(type, (event) => heard[type].push(numberOf(event)));
            } else {
                number += 1;
                publish(others, CHANNEL, messageOf(step.type, number));
                if (connection) sent[step.type].push(number);
                if (connection && !listening) early += 1;
            }
        }
    }
    await nextTask();
    await nextTask();
    connection?.close();
    releaseMessageContext(page);
    releaseMessageContext(others);
    const counts = LISTENED.map((type) => compared(sent[type], heard[type]));
    const sum = (name: 'lost' | 'disturbed'): number => counts.reduce((all, one) => all + one[name], 0);
    return {
        published: LISTENED.reduce((all, type) => all + sent[type].length, 0),
        early,
        lost: sum('lost'),
        disturbed: sum('disturbed')
    };
}

function nextTask(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
