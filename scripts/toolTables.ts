/** npm run tool-tables: writes the tables of docs/mcp.md anew from the tools of services/digital-mcp. */
import { writeFileSync } from 'node:fs';
import { PAGE, pageWithTables, readPage } from './toolTables/page.ts';

const before = readPage();
const after = await pageWithTables(before);
if (after !== before) writeFileSync(PAGE, after);
console.log(after === before ? 'The tables are as the code is.' : 'Written: docs/mcp.md');
