import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageAt } from '../platform/pageLocation.ts';
import type { PageReference } from '../platform/pageLocation.ts';
import { tabRows } from './tabRows.ts';

const EDNA = { Id: '003000000000001AAA', Name: 'Edna Frank' };
const page = (address: string): PageReference => pageAt(address)!;
const OPEN = {
    focusedId: 'b',
    tabs: [
        { id: 'a', parentId: null, page: page(`/lightning/r/Contact/${EDNA.Id}/view`) },
        { id: 'b', parentId: 'a', page: page('/lightning/r/Task/00T000000000001AAA/view') },
        { id: 'c', parentId: null, page: page('/lightning/o/Account/list') },
        { id: 'd', parentId: null, page: page('/lightning/n/Switchboard_Setup') }
    ]
};
const KNOWN = new Map([[EDNA.Id, EDNA]]);

test('an agent reads the name of a record, a list or a page on its tab', () => {
    assert.deepEqual(
        tabRows(OPEN, null, KNOWN).map(({ label }) => label),
        ['Edna Frank', 'Accounts', 'Switchboard Setup']
    );
});

test('an agent sees the subtab in front and the tab around it', () => {
    const [edna] = tabRows(OPEN, null, KNOWN);
    const [task] = tabRows(OPEN, 'a', KNOWN);
    assert.deepEqual([edna?.itemClass, edna?.current], ['tab tab_focused', null]);
    assert.deepEqual([task?.label, task?.current], ['Task', 'page']);
});

test('an agent is told which tab a button closes', () => {
    assert.equal(tabRows(OPEN, null, KNOWN)[0]?.closeText, 'Close Edna Frank');
});
