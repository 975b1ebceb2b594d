import { installClock } from '../../local/replay/virtualClock.ts';

/** The page's own time, which jumps to what is due next. This module comes before every other of the page. */

const BEGINS = 'begins';
const nextTurn = turnsOf(new MessageChannel());
const clock = installClock(window, new Date(Number(new URL(location.href).searchParams.get(BEGINS))));
const send = window.fetch.bind(window);
const underWay = new Set<Promise<Response>>();

window.fetch = (input, init) => {
    const answer = ask(input, init);
    underWay.add(answer);
    const isThere = (): boolean => underWay.delete(answer);
    answer.then(isThere, isThere);
    return answer;
};
// The server tells this page nothing by itself: the messages come from the day's list.
Reflect.deleteProperty(window, 'EventSource');

/** Lets the page's time pass until a moment, in epoch milliseconds. It stands still while an answer is awaited. */
export async function passUntil(moment: number): Promise<void> {
    // A timer of our own, so that something is due then.
    setTimeout(() => undefined, Math.max(0, moment - Date.now()));
    for (let goesOn = true; goesOn && Date.now() < moment;) {
        goesOn = clock.next(moment);
        await nextTurn();
        for (let calm = 0; calm < 2; calm = underWay.size === 0 ? calm + 1 : 0) {
            // Not turn after turn: the org needs the processor to answer.
            await Promise.allSettled(underWay);
            await nextTurn();
        }
    }
}

async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const headers = { ...(init?.headers as Record<string, string> | undefined), 'x-now': String(Date.now()) };
    const answer = await send(input, { ...init, headers });
    // Read here, so that a body still on its way counts as under way.
    return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
}

/** A turn of the browser's real event loop. */
function turnsOf({ port1, port2 }: MessageChannel): () => Promise<void> {
    const waiting: (() => void)[] = [];
    port1.onmessage = () => waiting.shift()?.();
    return () =>
        new Promise((resolve) => {
            waiting.push(resolve);
            port2.postMessage(0);
        });
}
