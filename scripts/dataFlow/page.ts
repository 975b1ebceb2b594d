import prettier from 'prettier';
import { FLOWS } from './flows.ts';

export const PAGE = 'docs/security.md';
export const PICTURE = 'docs/pictures/data-flow.svg';
const BEGIN = '<!-- data-flow -->';
const END = '<!-- /data-flow -->';

function table(): string {
    const rows = FLOWS.map(
        ({ between, crosses, how, what }, at) => `| ${at + 1} | ${between} | ${what} | ${how} | ${crosses} |`
    );
    return ['| | between | what | how | trust boundary |', '| - | - | - | - | - |', ...rows].join('\n');
}

/** The page with its table of flows written anew, as Prettier writes it. `file`: where its settings are looked for. */
export async function withFlows(text: string, file: string): Promise<string> {
    const from = text.indexOf(BEGIN);
    const to = text.indexOf(END);
    if (from < 0 || to < from) throw new Error(`${PAGE} has no ${BEGIN} before ${END}`);
    const filled = `${text.slice(0, from)}${BEGIN}\n\n${table()}\n\n${text.slice(to)}`;
    const config = await prettier.resolveConfig(file);
    return prettier.format(filled, { ...config, plugins: [], parser: 'markdown' });
}
