import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { TRACE_SCRIPTS, traceText } from './traceScripts.ts';

// `node local/voice/writeTraces.ts` after a script was changed.
for (const [name, script] of Object.entries(TRACE_SCRIPTS)) {
    writeFileSync(path.join(import.meta.dirname, 'traces', `${name}.json`), traceText(script));
}
