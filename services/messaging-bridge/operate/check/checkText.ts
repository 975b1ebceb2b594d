import type { Checked } from './finding.ts';

const WORDS: Readonly<Record<Checked['outcome'], string>> = {
    ok: 'ok',
    differs: 'DIFFERS',
    unknown: 'unknown',
    failed: 'FAILED'
};

export function checkText(found: readonly Checked[]): string {
    const width = Math.max(...found.map(({ what }) => what.length));
    const lines = found.map(({ outcome, text, what }) => `${WORDS[outcome].padEnd(9)}${what.padEnd(width)}  ${text}`);
    return `${lines.join('\n')}\n`;
}

/** Whether somebody has to do something. */
export const isWell = (found: readonly Checked[]): boolean =>
    found.every(({ outcome }) => outcome === 'ok' || outcome === 'unknown');
