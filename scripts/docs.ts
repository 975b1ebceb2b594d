/** npm run docs: writes what the pages have of other files anew: code, figures of the bench, flows of data. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PAGE, PICTURE, withFlows } from './dataFlow/page.ts';
import { picture } from './dataFlow/picture.ts';
import { readResults } from './docs/measured/results.ts';
import { hasMeasured, withMeasured } from './docs/measured/written.ts';
import { readPages } from './docs/pages.ts';
import { withSources } from './docs/sources.ts';

const root = path.resolve(import.meta.dirname, '..');
const results = readResults(root);

const security = path.join(root, PAGE);
writeFileSync(security, await withFlows(readFileSync(security, 'utf8'), security));
writeFileSync(path.join(root, PICTURE), picture());

for (const page of readPages(root)) {
    let { text } = page;
    if (text.includes('<!-- from: ')) text = await withSources(root, page);
    if (hasMeasured(page)) text = await withMeasured(root, { ...page, text }, results);
    if (text === page.text) continue;
    writeFileSync(path.join(root, page.file), text);
    console.log(`Written: ${page.file}`);
}
