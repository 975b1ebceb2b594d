/** npm run contract-tables: writes the tables of docs/developers.md anew from c/clientEventCatalogue. */
import { writeFileSync } from 'node:fs';
import { PAGE, pageWithTables, readPage } from './contractTables/page.ts';

const before = readPage();
const after = await pageWithTables(before);
if (after !== before) writeFileSync(PAGE, after);
console.log(after === before ? 'The tables are as the code is.' : 'Written: docs/developers.md');
