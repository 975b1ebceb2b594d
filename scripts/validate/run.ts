/** npm run validate: what the platform would refuse, found on this machine. */
import path from 'node:path';
import { buildIfStale } from '../run/built.mjs';
import { validate } from './validate.ts';

const root = path.resolve(import.meta.dirname, '../..');
if (!buildIfStale(root, { quiet: false })) process.exit(1);

const { problems, bundles, components } = await validate(root);
for (const { check, file, message } of problems) console.error(`${file}: ${check}. ${message}`);
if (problems.length) console.error(`${problems.length} problems.`);
else console.log(`${bundles} bundles compiled by the platform's compiler, ${components} components in build/mdapi.`);
process.exitCode = problems.length ? 1 : 0;
