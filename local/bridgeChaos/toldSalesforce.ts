/** What Salesforce was told of the other side, and how that is judged. */
import { setTimeout as wait } from 'node:timers/promises';
import type { BridgeProcess } from './bridgeProcess.ts';
import { judged } from './judged.ts';
import type { Happened, Judged } from './judged.ts';
import { until } from './play.ts';
import type { World } from './world.ts';

export interface ToldReport extends Judged {
    /** Told to Salesforce once more under the same id: nobody knew whether it had arrived. */
    readonly toldAgain: number;
    readonly failed: readonly string[];
}

/** Each text that Salesforce was told of, and by which id, in the order in which it came. */
function tellings({ salesforce }: World): (Happened & { readonly id: string })[] {
    return salesforce.service.accepted.flatMap(({ at, body, call }) => {
        const said = JSON.stringify(body);
        const what = /"text":"(text \d+ in [^"]+)"/.exec(said)?.[1];
        const id = /"payload":\{"id":"([^"]+)"/.exec(said)?.[1];
        return call === 'POST /interactions' && what !== undefined ? [{ at, what, id: id ?? '' }] : [];
    });
}

export const endedTexts = (world: World): Set<string> => new Set(tellings(world).map(({ what }) => what));

/** Waits until all that was written has been told, stops the processes as an operator does, and judges. */
export async function judgeTold(world: World, bridges: readonly BridgeProcess[], written: number): Promise<ToldReport> {
    const ended = (): number => endedTexts(world).size;
    for (let before = -1; ended() < written && ended() !== before;) {
        before = ended();
        await until(() => ended() > before, 'the next text', 120_000).catch(() => undefined);
    }
    // What comes later would be a double, or out of order.
    await wait(3_000);
    const failed = bridges.filter(({ hasFailed }) => hasFailed).map(({ said }) => said.slice(-500));
    await Promise.all(bridges.map((bridge) => bridge.stop()));
    const all = tellings(world);
    // Under the same id it is the same for whoever reads it; before anything else of the conversation, it is in order.
    const last = new Map<string, string>();
    const once = all.filter(({ id, what }) => {
        const [, conversation = ''] = what.split(' in ');
        const isAgain = id !== '' && last.get(conversation) === id;
        last.set(conversation, id);
        return !isAgain;
    });
    return { ...judged(written, once, []), toldAgain: all.length - once.length, failed };
}
