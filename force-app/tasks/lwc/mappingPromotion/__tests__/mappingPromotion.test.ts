import MappingPromotion from 'c/mappingPromotion';
import { deploymentZip, recordsCsv } from 'c/mappingFiles';
import type { MappingRecord } from 'c/mappingFiles';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import { field, picture, pictureOfRows } from '../../../../../test/samples/mappingPicture.ts';
import { record } from '../../../../../test/samples/mappingRecords.ts';

type Promotion = HTMLElement & Partial<MappingPromotion>;
const HERE = [record('Same'), record('Mine', { order: 20 }), record('Other', { order: 5 })];
const createObjectURL = jest.fn<string, [Blob]>();

async function show(records: readonly MappingRecord[] = HERE): Promise<Promotion> {
    const element = createElement('c-mapping-promotion', { is: MappingPromotion }) as unknown as Promotion;
    Object.assign(element, { picture: picture([], field('Queue__c', 'String', { length: 255 })), records });
    document.body.appendChild(element);
    await settled();
    return element;
}
const part = (element: Promotion, selector: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(selector);
const text = (element: Promotion, id: string): string => part(element, `[data-id="${id}"]`)?.textContent?.trim() ?? '';

async function choose(element: Promotion, arrayBuffer: () => Promise<ArrayBuffer>): Promise<void> {
    part(element, '[data-id="file"]')?.dispatchEvent(
        new CustomEvent('change', { detail: { files: [{ arrayBuffer }] } })
    );
    await settled(40);
}
const file = (content: string | Uint8Array) => (): Promise<ArrayBuffer> =>
    Promise.resolve((typeof content === 'string' ? new TextEncoder().encode(content) : content).buffer as ArrayBuffer);

beforeEach(() => {
    let count = 0;
    createObjectURL.mockImplementation(() => `blob:${(count += 1)}`);
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
});
afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('an admin who takes the rules to another org', () => {
    it('gets a zip and a CSV file, accessibly', async () => {
        const element = await show();
        expect(part(element, '[data-id="zip"]')?.getAttribute('download')).toBe('switchboard-mapping.zip');
        expect(part(element, '[data-id="csv"]')?.getAttribute('download')).toBe('switchboard-mapping.csv');
        expect(createObjectURL.mock.calls.map(([blob]) => blob.type)).toEqual(['application/zip', 'text/csv']);
        await expect(element).toBeAccessible();
    });

    it('reads which records are part of no file because they cannot be used', async () => {
        const row = {
            Attribute__c: 'Call.Ani',
            Task_Field__c: 'Queue__c',
            Active__c: true,
            Interaction_Types__c: 'fax'
        };
        const element = await show();
        element.picture = pictureOfRows({ ...row, DeveloperName: 'Fax' }, { ...row, DeveloperName: 'Telex' });
        await settled();
        expect(text(element, 'left-out')).toContain('Fax, Telex');
    });

    it('reads that there is nothing to take, accessibly', async () => {
        const element = await show([]);
        expect(text(element, 'no-rules')).toContain('no rule');
        expect(part(element, '[data-id="zip"]')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('reads that the page may make no file', async () => {
        createObjectURL.mockImplementation(() => {
            throw new Error('blocked');
        });
        expect(text(await show(), 'no-download')).toContain('did not let the page make a file');
    });
});

describe('an admin who compares with another org', () => {
    const THERE = [record('Same'), record('Theirs'), record('Other', { order: 6 })];

    it.each([
        ['its zip', deploymentZip(THERE)],
        ['its CSV file', recordsCsv(THERE)]
    ])('reads from %s what differs, and gets a zip for either side', async (_, content) => {
        const element = await show();
        await choose(element, file(content));
        expect(text(element, 'status')).toBe('1 are the same, 1 differ, 1 are only here, 1 only in the file.');
        const what = (name: string): string => part(element, `[data-record="${name}"]`)?.textContent ?? '';
        expect(what('Other')).toContain('Order__c: here 5, in the file 6');
        expect(what('Mine')).toContain('Only here');
        expect(what('Theirs')).toContain('Only in the file');
        expect(text(element, 'zip-here')).toContain('(2)');
        expect(text(element, 'zip-there')).toContain('(2)');
        await expect(element).toBeAccessible();
    });

    it('reads which records of the file would not work here', async () => {
        const element = await show();
        await choose(element, file(recordsCsv([record('Bad', { field: 'Nowhere__c' })])));
        expect(text(element, 'checked')).toContain('Bad: You cannot see a field of this name');
    });

    it('reads which lines could not be read, accessibly', async () => {
        const element = await show();
        await choose(element, file('DeveloperName,Attribute__c,Task_Field__c,Active__c\nA,Call.Ani,A__c,maybe'));
        expect(text(element, 'problems')).toContain('Line 2: Active is “maybe”');
        expect(part(element, '[data-id="zip-here"]')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it.each([
        ['no CSV', 'hello'],
        ['nothing', ''],
        ['a quote that is not closed', recordsCsv(THERE).replace('Theirs', '"Theirs')],
        ['no line that can be read', recordsCsv(THERE).replaceAll('true', 'WAHR')]
    ])('reads and hears that nothing was compared where the file holds %s', async (_, content) => {
        const element = await show();
        await choose(element, file(content));
        expect(text(element, 'status')).toBe('Nothing was compared: no record of the file could be read.');
        expect(text(element, 'problems')).not.toBe('');
        expect(part(element, '[data-record]')).toBeNull();
        expect(part(element, '[data-id="zip-there"]')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('does not overwrite a record of the other org that could not be read', async () => {
        const element = await show();
        await choose(element, file(recordsCsv([record('Same'), record('Mine', { order: 1 })]).replace(',1,', ',one,')));
        expect(text(element, 'status')).toBe(
            '1 are the same, 0 differ, 1 are only here, 0 only in the file. Not read: 1.'
        );
        expect(part(element, '[data-record="Mine"]')?.textContent).toContain('In the file, but not read');
        expect(text(element, 'zip-there')).toContain('(1)');
    });

    it('reads of a record that is here too and cannot be used that it is in both, accessibly', async () => {
        const element = await show();
        element.picture = pictureOfRows({
            DeveloperName: 'theirs',
            Attribute__c: 'Call.Ani',
            Task_Field__c: 'Queue__c',
            Active__c: true,
            Interaction_Types__c: 'fax'
        });
        await choose(element, file(recordsCsv(THERE)));
        expect(text(element, 'status')).toBe(
            '1 are the same, 1 differ, 1 are only here, 0 only in the file. In both, but unusable here: 1.'
        );
        expect(part(element, '[data-record="Theirs"]')?.textContent).toContain('In both, but unusable here');
        expect(text(element, 'zip-here')).toContain('(2)');
        expect(text(element, 'zip-there')).toContain('(2)');
        await expect(element).toBeAccessible();
    });

    it('is offered no zip when nothing differs', async () => {
        const element = await show();
        await choose(element, file(recordsCsv(HERE)));
        expect(text(element, 'status')).toContain('3 are the same');
        expect(part(element, '[data-id="zip-here"]')).toBeNull();
        expect(part(element, '[data-id="zip-there"]')).toBeNull();
    });

    it('sees the answer about the file chosen last, though an earlier one is slower', async () => {
        let late: (bytes: ArrayBuffer) => void = () => undefined;
        const element = await show();
        await choose(element, () => new Promise((resolve) => (late = resolve)));
        expect(text(element, 'status')).toBe('Reading the file…');
        await choose(element, file(recordsCsv(HERE)));
        late(new ArrayBuffer(0));
        await settled(40);
        expect(text(element, 'status')).toContain('3 are the same');
    });

    it('is told of a file that cannot be read', async () => {
        const element = await show();
        await choose(element, () => Promise.reject(new Error('gone')));
        expect(text(element, 'problems')).not.toBe('');
    });
});
