/** npm commands in the pages that the project does not have. */
import { chosenSteps } from '../test/choice.ts';
import type { Fault, Page } from './pages.ts';

/** Commands of npm itself that the pages may name. */
const NPMS_OWN = new Set(['ci', 'install', 'rebuild']);
const COMMAND = /\bnpm (run (?:--\w+ )*)?(?!run\b)([a-z][\w:-]*)(?: -- ([^\n`]*))?/g;

/** Commands stand in code; prose may say "through npm as ...". */
const CODE = /```[\s\S]*?```|`[^`\n]+`/g;

/** `scripts` are the names in package.json. */
export function unknownCommands(scripts: ReadonlySet<string>, pages: readonly Page[]): Fault[] {
    return pages.flatMap((page) => {
        const code = [...page.text.matchAll(CODE)].map(([found]) => found).join('\n');
        return [...code.matchAll(COMMAND)].flatMap(([, run, name = '', args]) => {
            if (!scripts.has(name) && (run !== undefined || !NPMS_OWN.has(name)))
                return [{ file: page.file, what: `npm ${run ?? ''}${name} is no command of package.json` }];
            if (name !== 'test' || !args?.startsWith('--only')) return [];
            const chosen = chosenSteps(args.replace(/#.*$/, '').trim().split(/\s+/));
            // `--only …` stands for any name.
            return typeof chosen === 'string' && !args.includes('…') ? [{ file: page.file, what: chosen }] : [];
        });
    });
}
