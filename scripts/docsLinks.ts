/**
 * npm run docs:links: the web addresses that the pages link to, each with its pages. Nothing is asked of the network;
 * links within the project are checked by npm test.
 */
import path from 'node:path';
import { webAddresses } from './docs/links.ts';
import { readPages } from './docs/pages.ts';

for (const [address, files] of webAddresses(readPages(path.resolve(import.meta.dirname, '..'))))
    console.log(`${address}  ${files.join(', ')}`);
