/** The developer guide with the tables of the contract as the code has them now. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { ACTIONS } from '../../force-app/client-events/lwc/clientEventCatalogue/actions.ts';
import { EVENTS } from '../../force-app/client-events/lwc/clientEventCatalogue/events.ts';
import { actionTable, eventTable, withTable } from './tables.ts';

export const PAGE = path.resolve(import.meta.dirname, '../../docs/developers.md');

export function readPage(): string {
    return readFileSync(PAGE, 'utf8').replaceAll('\r\n', '\n');
}

/** Formatted as the project's pages are. */
export async function pageWithTables(page: string): Promise<string> {
    const filled = withTable(withTable(page, 'events', eventTable(EVENTS)), 'actions', actionTable(ACTIONS));
    const config = await prettier.resolveConfig(PAGE);
    return prettier.format(filled, { ...config, plugins: [], parser: 'markdown' });
}
