import { Markup } from './html.ts';

export const STYLE = new Markup(`<style>
:root { color-scheme: light dark; --paper: #f4f6f9; --card: #fff; --ink: #16202c; --soft: #4a5868; --edge: #ccd4de; --line: #0b5cab; --area: #d5e6f8; --wrong: #a61b12; --note: #7a4b00; --well: #1b6a3b; }
@media (prefers-color-scheme: dark) {
:root { --paper: #10161d; --card: #1a232d; --ink: #e8edf3; --soft: #b0bdca; --edge: #3a4755; --line: #78b7f5; --area: #24415e; --wrong: #ff9d94; --note: #f2c063; --well: #7fd6a0; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.1rem; margin: 0 0 0.5rem; }
section { background: var(--card); border: 1px solid var(--edge); border-radius: 0.5rem; padding: 1rem; margin: 0 0 1rem; }
p { margin: 0.5rem 0 0; color: var(--soft); }
ul { margin: 0; padding: 0; list-style: none; }
.findings li { border-inline-start: 0.25rem solid; padding: 0.1rem 0 0.1rem 0.75rem; margin: 0.25rem 0; }
.findings .wrong { border-color: var(--wrong); } .wrong strong { color: var(--wrong); }
.findings .note { border-color: var(--note); } .note strong { color: var(--note); }
.findings .well { border-color: var(--well); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.5rem; }
figure { margin: 0; min-width: 0; }
figcaption { display: flex; justify-content: space-between; gap: 1rem; }
figure svg { display: block; width: 100%; height: 5.5rem; }
.line { fill: none; stroke: var(--line); stroke-width: 2; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
.area { fill: var(--area); } .ground { stroke: var(--edge); vector-effect: non-scaling-stroke; }
.scale { display: flex; justify-content: space-between; font-size: 0.85rem; margin: 0.25rem 0 0; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: 0.75rem; margin: 0; }
dt { color: var(--soft); font-size: 0.9rem; } dd { margin: 0; font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: 0.35rem 1rem 0.35rem 0; font-weight: 400; border-top: 1px solid var(--edge); } thead th { border: 0; color: var(--soft); font-size: 0.9rem; }
.number { white-space: nowrap; } .bar { width: 5rem; height: 0.6rem; margin-inline-end: 0.5rem; } .bar rect { fill: var(--line); }
td:last-child { white-space: nowrap; }
@media (max-width: 30rem) { .bar { display: none; } th, td { padding-inline-end: 0.5rem; } }
</style>`);
