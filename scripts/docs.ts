/** npm run docs: writes the code in the pages anew from the files it stands in. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPages } from './docs/pages.ts';
import { withSources } from './docs/sources.ts';

const root = path.resolve(import.meta.dirname, '..');

for (const page of readPages(root)) {
    if (!page.text.includes('<!-- from: ')) continue;
    const text = await withSources(root, page);
    if (text === page.text) continue;
    writeFileSync(path.join(root, page.file), text);
    console.log(`Written: ${page.file}`);
}
