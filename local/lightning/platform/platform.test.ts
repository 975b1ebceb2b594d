import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { getFieldValue, getRecord, resetRecords, updateRecord } from './lightning/uiRecordApi.ts';
import {
    EnclosingUtilityId,
    enablePopout,
    getInfo,
    minimize,
    onUtilityClick,
    updateUtility
} from './lightning/platformUtilityBarApi.ts';
import { addressOf, pageAt } from './pageLocation.ts';
import { clickUtility, popOut, showPanel, utilityItems } from './utilityBar.ts';
import type { UtilityItem } from './utilityBar.ts';

const item: UtilityItem = {
    id: 'utility0',
    component: 'genesysUtility',
    label: 'Switchboard',
    icon: 'utility:call',
    panelLabel: 'Switchboard',
    panelIcon: 'utility:call',
    width: 380,
    height: 520,
    highlighted: false,
    open: false,
    loaded: false,
    canPopOut: true,
    poppedOut: false
};

describe('the address of a Lightning page', () => {
    it('leads the agent to a record and back to the same page reference', () => {
        const page = pageAt('/lightning/r/Contact/003000000000001AAA/view');
        assert.deepEqual(page?.attributes, {
            objectApiName: 'Contact',
            recordId: '003000000000001AAA',
            actionName: 'view'
        });
        assert.equal(page && addressOf(page), '/lightning/r/Contact/003000000000001AAA/view');
    });

    it('names the object by the record id when the developer left it out', () => {
        assert.equal(
            addressOf({ type: 'standard__recordPage', attributes: { recordId: '00T000000000001AAA' } }),
            '/lightning/r/Task/00T000000000001AAA/view'
        );
    });

    it('leads the admin to a custom tab with its state', () => {
        const page = pageAt('/lightning/n/Switchboard_Setup?c__from=setup');
        assert.equal(page?.type, 'standard__navItemPage');
        assert.deepEqual(page?.state, { c__from: 'setup' });
        assert.equal(page && addressOf(page), '/lightning/n/Switchboard_Setup?c__from=setup');
    });

    it('is none for an address outside Lightning', () => {
        assert.equal(pageAt('/setup/home'), undefined);
    });

    it('tells the developer which kinds of page there are', () => {
        assert.throws(() => addressOf({ type: 'standard__app' }), /standard__recordPage/);
    });
});

describe('the utility bar', () => {
    beforeEach(() => utilityItems.set([item, { ...item, id: 'utility1' }]));

    it('shows the agent one panel at a time', () => {
        showPanel('utility0', true);
        showPanel('utility1', true);
        assert.deepEqual(
            utilityItems.get().map(({ open }) => open),
            [false, true]
        );
    });

    it('keeps a component that was opened once when the agent closes its panel', async () => {
        clickUtility('utility0');
        await minimize('utility0');
        assert.deepEqual([utilityItems.get()[0]?.open, utilityItems.get()[0]?.loaded], [false, true]);
    });

    it('tells a component that the agent clicked its item', async () => {
        const clicks: boolean[] = [];
        await onUtilityClick('utility0', ({ panelVisible }) => clicks.push(panelVisible));
        clickUtility('utility0');
        clickUtility('utility0');
        assert.deepEqual(clicks, [true, false]);
    });

    it('takes a label from a component and leaves the rest', async () => {
        assert.equal(await updateUtility('utility0', { label: 'Ringing', highlighted: true }), true);
        const info = await getInfo('utility0');
        assert.equal(info['utilityLabel'], 'Ringing');
        assert.equal(info['utilityHighlighted'], true);
        assert.equal(info['panelLabel'], 'Switchboard');
    });

    it('takes a popped-out panel out of the bar and tells that it is popped out', async () => {
        clickUtility('utility0');
        assert.equal(popOut('utility0', true), true);
        assert.equal(utilityItems.get()[0]?.open, false);
        const { utilityPoppedOut, utilityVisible } = await getInfo('utility0');
        assert.deepEqual([utilityPoppedOut, utilityVisible], [true, true]);
        clickUtility('utility0');
        assert.equal(utilityItems.get()[0]?.open, false);
        popOut('utility0', false);
        assert.equal(utilityItems.get()[0]?.open, true);
    });

    it('keeps a panel in the bar that a component does not let out', async () => {
        await enablePopout('utility0', false);
        assert.equal(popOut('utility0', true), false);
        assert.equal((await getInfo('utility0'))['utilityPoppedOut'], false);
    });

    it('rejects every call in an org that has no such functions', async () => {
        const page = globalThis as { localPage?: unknown };
        page.localPage = { answers: { 'utility-bar-functions': 'missing' } };
        try {
            await assert.rejects(getInfo('utility0'), TypeError);
            await assert.rejects(updateUtility('utility0', { label: 'x' }), /not available in this org/);
            await assert.rejects(minimize('utility0'), TypeError);
        } finally {
            delete page.localPage;
        }
        assert.equal((await getInfo('utility0'))['utilityLabel'], 'Switchboard');
    });

    it('answers false for an id that is no item', async () => {
        assert.equal(await updateUtility('nothing', { label: 'x' }), false);
    });

    it('gives a component outside the bar no id', () => {
        const ids: unknown[] = [];
        new EnclosingUtilityId((id) => ids.push(id)).update();
        assert.deepEqual(ids, [undefined]);
    });
});

describe('a developer who reads records through UI API', () => {
    const realFetch = globalThis.fetch;
    let asked: string[] = [];
    let name = 'Edna Frank';
    const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

    beforeEach(() => {
        resetRecords();
        asked = [];
        name = 'Edna Frank';
        globalThis.fetch = (url, init) => {
            asked.push(`${init?.method ?? 'GET'} ${String(url)}`);
            return Promise.resolve(
                Response.json({
                    id: '003000000000001AAA',
                    apiName: 'Contact',
                    fields: {
                        Name: { value: name, displayValue: null },
                        Account: {
                            value: { fields: { Name: { value: 'Example', displayValue: null } } },
                            displayValue: null
                        }
                    }
                })
            );
        };
    });
    afterEach(() => {
        globalThis.fetch = realFetch;
    });

    function record(): { data?: unknown; error?: unknown }[] {
        const results: { data?: unknown; error?: unknown }[] = [];
        const wire = new getRecord((result) => results.push(result));
        wire.connect();
        wire.update({ recordId: '003000000000001AAA', fields: ['Contact.Name', 'Contact.Account.Name'] });
        return results;
    }

    it('gets the fields that were asked for, also across a relationship', async () => {
        const results = record();
        await settled();
        const { data } = results.at(-1) ?? {};
        assert.equal(getFieldValue(data, 'Contact.Name'), 'Edna Frank');
        assert.equal(getFieldValue(data, { objectApiName: 'Contact', fieldApiName: 'Account.Name' }), 'Example');
    });

    it('shares one request between two components', async () => {
        record();
        const second = record();
        await settled();
        assert.equal(asked.length, 1);
        assert.ok(second.at(-1)?.data);
    });

    it('sees the new value after a write on the same page', async () => {
        const results = record();
        await settled();
        name = 'Edna Frank-Ito';
        await updateRecord({ fields: { Id: '003000000000001AAA', LastName: 'Frank-Ito' } });
        assert.equal(getFieldValue(results.at(-1)?.data, 'Contact.Name'), 'Edna Frank-Ito');
    });

    it('gets status and body of a refusal as the error', async () => {
        globalThis.fetch = () =>
            Promise.resolve(
                Response.json([{ errorCode: 'INVALID_TYPE', message: 'Object Task is not supported in UI API' }], {
                    status: 400
                })
            );
        const results = record();
        await settled();
        assert.deepEqual((results.at(-1)?.error as { body: unknown }).body, [
            { errorCode: 'INVALID_TYPE', message: 'Object Task is not supported in UI API' }
        ]);
    });

    it('asks nothing while the record id is undefined', async () => {
        const wire = new getRecord(() => undefined);
        wire.connect();
        wire.update({ recordId: undefined, fields: ['Contact.Name'] });
        await settled();
        assert.equal(asked.length, 0);
    });
});
