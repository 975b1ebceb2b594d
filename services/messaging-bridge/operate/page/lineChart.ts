import { html } from './html.ts';
import type { Markup } from './html.ts';

export interface Point {
    readonly agoMs: number;
    readonly value: number;
}

export interface LineChart {
    readonly title: string;
    /** What a value is, in words: `3 entries`. */
    readonly words: (value: number) => string;
    readonly points: readonly Point[];
    readonly forMs: number;
}

const [WIDTH, HEIGHT, TOP] = [400, 90, 6];
/** Samples further apart are no line: nobody looked in between. */
const GAP_MS = 60_000;

/** A line over time; its name says what can be seen in it. */
export function lineChart({ forMs, points, title, words }: LineChart): Markup {
    const last = points.at(-1);
    if (last === undefined)
        return html`<figure>
            <figcaption>${title}</figcaption>
            <p>Nothing was recorded yet.</p>
        </figure>`;
    const most = Math.max(...points.map(({ value }) => value));
    const told = `now ${words(last.value)}, at most ${words(most)}`;
    const lines = runsOf(points).map((run) => {
        const places = run.map(
            ({ agoMs, value }) => `${round(WIDTH - (agoMs / forMs) * WIDTH)},${round(heightOf(value, most))}`
        );
        const [first] = run;
        const [from, to] = [first, run.at(-1)].map((one) => round(WIDTH - ((one?.agoMs ?? 0) / forMs) * WIDTH));
        return html`<polygon
                class="area"
                points="${from ?? 0},${HEIGHT} ${places.join(' ')} ${to ?? 0},${HEIGHT}"
            /><polyline class="line" points="${places.join(' ')}" />`;
    });
    return html`<figure>
        <figcaption>${title}<strong>${words(last.value)}</strong></figcaption>
        <svg
            viewBox="0 0 ${WIDTH} ${HEIGHT}"
            preserveAspectRatio="none"
            role="img"
            aria-label="${title} in the last hour: ${told}"
        >
            <line class="ground" x1="0" y1="${HEIGHT}" x2="${WIDTH}" y2="${HEIGHT}" />
            ${lines}
        </svg>
        <p class="scale"><span>an hour ago</span><span>at most ${words(most)}</span><span>now</span></p>
    </figure>`;
}

function runsOf(points: readonly Point[]): Point[][] {
    const runs: Point[][] = [];
    for (const point of points) {
        const run = runs.at(-1);
        const before = run?.at(-1);
        if (run !== undefined && before !== undefined && before.agoMs - point.agoMs <= GAP_MS) run.push(point);
        else runs.push([point]);
    }
    return runs;
}

const heightOf = (value: number, most: number): number =>
    most === 0 ? HEIGHT : HEIGHT - (value / most) * (HEIGHT - TOP);
const round = (value: number): number => Math.round(value * 10) / 10;
