import { announcePhone } from 'c/phoneOnPage';
import type { Vendor } from 'c/phoneOnPage';
import { asking, GOOD, refusal, rows } from './answeringOrg.ts';
import { VENDOR_QUESTION } from '../vendorQuestion.ts';
import type { Finding } from '../findings.ts';

const leaving: (() => void)[] = [];

function phones(...vendors: readonly Vendor[]): void {
    leaving.push(
        ...vendors.map((vendor) =>
            announcePhone({
                vendor,
                news: () => ({ received: {}, unknown: 0 }),
                lastInteraction: () => undefined,
                readTrace: () => ({ interactions: [] })
            })
        )
    );
}

function ask(chosen: string | null, org: object = {}): Promise<Finding> {
    const row = { DeveloperName: { value: 'Default' }, Writing_Vendor__c: { value: chosen } };
    return VENDOR_QUESTION.ask(asking({ ...GOOD, SwitchboardSettings: rows('Switchboard_Setting__mdt', row), ...org }));
}

afterEach(() => leaving.splice(0).forEach((leave) => leave()));

it('an admin with one phone has nothing to choose', async () => {
    phones('salesforceVoice');
    expect(await ask(null)).toEqual({
        outcome: 'works',
        meaning: 'No setting names a phone, and there are not two of them in this app: the one that is there saves.'
    });
});

it('an admin with both phones and no choice is told who saves until then, and where to choose', async () => {
    phones('salesforceVoice', 'genesysCloud');
    const { meaning, outcome, setting } = await ask(null);
    expect(outcome).toBe('limited');
    expect(meaning).toContain('Until you choose, Genesys Cloud does');
    expect(setting).toContain('Phone That Saves');
});

it('an admin who chose reads who saves', async () => {
    phones('genesysCloud', 'salesforceVoice');
    expect(await ask('salesforceVoice')).toEqual({
        outcome: 'works',
        meaning: 'Salesforce Voice saves, as the setting says.'
    });
});

it('an admin whose choice is not in the app is told that nothing is saved', async () => {
    phones('genesysCloud');
    const { meaning, outcome, setting } = await ask('salesforceVoice');
    expect(outcome).toBe('refused');
    expect(meaning).toContain('Nothing of a call is saved here');
    expect(setting).toContain('Add Switchboard for Salesforce Voice');
});

it('an admin who may not read the settings is not told that all is well', async () => {
    expect((await ask(null, { SwitchboardSettings: refusal('is undefined') })).outcome).toBe('unclear');
    expect((await ask(null, { SwitchboardSettings: new TypeError('Failed to fetch') })).outcome).toBe('unclear');
});
