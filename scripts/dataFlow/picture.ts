import { ALSO, FLOWS, PARTS, ZONES } from './flows.ts';
import type { Box } from './flows.ts';

const WIDTH = 1150;
const HEIGHT = 610;
const LINE = 17;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const points = (way: readonly (readonly [number, number])[]): string => way.map((one) => one.join(',')).join(' ');

function zone({ at: [x, y, width, height], foot, lines }: Box): string {
    return `<rect class="zone" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>
<text class="border" x="${x + 12}" y="${foot ? y + height - 12 : y + 22}">${escaped(lines.join(' '))}</text>`;
}

function part({ at: [x, y, width, height], lines }: Box): string {
    const first = y + height / 2 + 5 - ((lines.length - 1) * LINE) / 2;
    const words = lines.map(
        (line, at) => `<text class="part" x="${x + width / 2}" y="${first + at * LINE}">${escaped(line)}</text>`
    );
    return [`<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`, ...words].join('\n');
}

/** What a person hears who does not see the picture; docs/security.md has the whole of it as a table. */
export function description(): string {
    const borders = ZONES.map(({ lines }) => lines.join(' ')).join('; ');
    const flows = FLOWS.map(({ between, what }, at) => `${at + 1}: ${between}, ${what}`).join('. ');
    return `Trust boundaries: ${borders}. Flows: ${flows}.`;
}

/** An SVG that is readable in light and dark, whatever it stands in. */
export function picture(): string {
    const lines = FLOWS.map(
        ({ way, direction }) =>
            `<polyline class="flow" points="${points(way)}"${direction === 'both' ? ' marker-start="url(#tip)"' : ''} marker-end="url(#tip)"/>`
    );
    const also = ALSO.map((way) => `<polyline class="flow" points="${points(way)}" marker-end="url(#tip)"/>`);
    const numbers = FLOWS.flatMap(({ number }, at) =>
        number.map(
            ([x, y]) =>
                `<circle class="disc" cx="${x}" cy="${y}" r="11"/><text class="number" x="${x}" y="${y + 4}">${at + 1}</text>`
        )
    );
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="name about">
<title id="name">How data flow through Switchboard, and across which trust boundaries</title>
<desc id="about">${escaped(description())}</desc>
<style>
:root { --paper: #ffffff; --ink: #1a1a1a; --quiet: #4a4a4a; --border: #a3380c; --box: #eef4ff; --line: #0b5cab; }
@media (prefers-color-scheme: dark) {
:root { --paper: #14181d; --ink: #f1f3f5; --quiet: #c3c9d0; --border: #ffb59a; --box: #22303f; --line: #8cc4ff; }
}
text { font: 14px system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; fill: var(--ink); }
.paper { fill: var(--paper); }
.zone { fill: none; stroke: var(--border); stroke-width: 1.5; stroke-dasharray: 7 5; }
.border { font-weight: 600; fill: var(--border); }
.box { fill: var(--box); stroke: var(--quiet); }
.part, .number { text-anchor: middle; }
.flow { fill: none; stroke: var(--line); stroke-width: 1.8; }
.tip { fill: var(--line); }
.disc { fill: var(--paper); stroke: var(--line); stroke-width: 1.5; }
.number { font-size: 12px; font-weight: 600; }
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>
<rect class="paper" width="${WIDTH}" height="${HEIGHT}"/>
<text x="20" y="24">Dashed lines are trust boundaries; the numbers are those of the table.</text>
${[...ZONES.map(zone), ...PARTS.map(part), ...lines, ...also, ...numbers].join('\n')}
</svg>
`;
}
