/** npm run docs: writes the code in the pages anew from the files it stands in, and the flows of data as table and picture. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PAGE, PICTURE, withFlows } from './dataFlow/page.ts';
import { picture } from './dataFlow/picture.ts';
import { readPages } from './docs/pages.ts';
import { withSources } from './docs/sources.ts';

const root = path.resolve(import.meta.dirname, '..');

const security = path.join(root, PAGE);
writeFileSync(security, await withFlows(readFileSync(security, 'utf8'), security));
writeFileSync(path.join(root, PICTURE), picture());

for (const page of readPages(root)) {
    if (!page.text.includes('<!-- from: ')) continue;
    const text = await withSources(root, page);
    if (text === page.text) continue;
    writeFileSync(path.join(root, page.file), text);
    console.log(`Written: ${page.file}`);
}
