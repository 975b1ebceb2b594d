import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
    changesForHere,
    changesForThere,
    compareRecords,
    deploymentZip,
    readExport,
    recordOf,
    recordsCsv,
    ruleOf
} from 'c/mappingFiles';
import { crc32 } from '../crc32.ts';
import { recordXml } from '../recordXml.ts';
import { writeZip } from '../writeZip.ts';
import { record } from '../../../../../test/samples/mappingRecords.ts';

const utf8 = new TextEncoder();
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const inflate = (bytes: Uint8Array): Promise<Uint8Array> => Promise.resolve(new Uint8Array(inflateRawSync(bytes)));
const HEAD =
    'DeveloperName,MasterLabel,Attribute__c,Task_Field__c,Active__c,Interaction_Types__c,Order__c,Overwrite__c';
const csv = (...lines: string[]): Uint8Array => utf8.encode([HEAD, ...lines].join('\r\n'));

/** An archive of one file as other tools make it: deflated. */
function packed(name: string, body: string): Uint8Array {
    const [zip, small, plain] = [writeZip([{ name, text: '' }], new Date(0)), deflateRawSync(body), utf8.encode(body)];
    const head = 30 + name.length;
    const whole = new Uint8Array([...zip.subarray(0, head), ...small, ...zip.subarray(head)]);
    const view = new DataView(whole.buffer);
    for (const at of [0, head + small.length + 2]) {
        view.setUint16(at + 8, 8, true);
        view.setUint32(at + 14, crc32(plain), true);
        view.setUint32(at + 18, small.length, true);
        view.setUint32(at + 22, plain.length, true);
    }
    view.setUint16(8, 8, true);
    view.setUint16(head + small.length + 10, 8, true);
    view.setUint16(head + small.length + 8, 0x0800, true);
    view.setUint32(whole.length - 6, head + small.length, true);
    return whole;
}

describe('a zip to deploy', () => {
    it('holds package.xml and one file for each record, and nothing else', () => {
        const zip = deploymentZip([record('B'), record('A')]);
        const [, ...entries] = Buffer.from(zip).toString('latin1').split('PK\u0001\u0002');
        const names = entries.map((entry) => /package\.xml|[\w/]+\.[A-Z]\.md/.exec(entry)?.[0]);
        expect(new DataView(zip.buffer).getUint16(zip.length - 12, true)).toBe(3);
        expect(names).toEqual([
            'package.xml',
            'customMetadata/Switchboard_Attribute_Mapping.A.md',
            'customMetadata/Switchboard_Attribute_Mapping.B.md'
        ]);
    });

    it('names each record in package.xml', () => {
        const zip = text(deploymentZip([record('Queue')]));
        expect(zip).toContain('<members>Switchboard_Attribute_Mapping.Queue</members>');
        expect(zip).toContain('<name>CustomMetadata</name>');
    });

    it('never takes the record that proves access out of its org', () => {
        expect(text(deploymentZip([record('Switchboard_Sentinel'), record('Queue')]))).not.toContain('Sentinel');
    });

    it('is the same for the same records, so that a version control sees no change', () => {
        expect(deploymentZip([record('A'), record('B')])).toEqual(deploymentZip([record('B'), record('A')]));
    });

    it('has the check sums that every reader of zips asks for', () => {
        expect(crc32(utf8.encode('123456789'))).toBe(0xcbf43926);
    });
});

describe('a zip of another tool', () => {
    const name = 'unpackaged/customMetadata/Switchboard_Attribute_Mapping.Queue.md';

    it('is read though it is compressed', async () => {
        const read = await readExport(packed(name, recordXml(record('Queue'))), inflate);
        expect(read).toEqual({ records: [record('Queue')], problems: [] });
    });

    it('is refused with the reason where the browser cannot unpack it', async () => {
        const { problems } = await readExport(packed(name, recordXml(record('Queue'))), undefined);
        expect(problems).toEqual([{ code: 'packedTight' }]);
    });

    it('is refused when a file in it says that it is larger than any mapping', async () => {
        const zip = packed(name, recordXml(record('Queue')));
        const view = new DataView(zip.buffer);
        const directory = view.getUint32(zip.length - 6, true);
        view.setUint32(directory + 24, 0x7fffffff, true);
        expect((await readExport(zip, inflate)).problems).toEqual([{ code: 'tooLarge' }]);
    });

    it('is refused when its content was damaged', async () => {
        const zip = deploymentZip([record('Queue')]);
        const at = text(zip).indexOf('Call.QueueName');
        zip[at] = 0x42;
        expect((await readExport(zip)).problems).toEqual([{ code: 'notReadable' }]);
    });

    it('is refused when its list of files was damaged, instead of read without a record', async () => {
        const whole = deploymentZip([record('Queue'), record('Ani')]);
        const inList = text(whole).lastIndexOf('Switchboard_Attribute_Mapping.Queue');
        const renamed = whole.slice();
        renamed[inList] = 0x42;
        const shortened = whole.slice();
        new DataView(shortened.buffer).setUint16(shortened.length - 12, 2, true);
        for (const damaged of [renamed, shortened]) {
            expect((await readExport(damaged)).problems).toEqual([{ code: 'notReadable' }]);
        }
    });

    it('is read in the format of a project too, whatever else is in it', async () => {
        const files = [
            {
                name: 'force-app/customMetadata/Switchboard_Attribute_Mapping.Queue.md-meta.xml',
                text: recordXml(record('Queue'))
            },
            { name: 'force-app/customMetadata/Switchboard_Setting.Default.md-meta.xml', text: '<CustomMetadata/>' },
            { name: 'README.md', text: 'hello' }
        ];
        expect((await readExport(writeZip(files, new Date(0)))).records).toEqual([record('Queue')]);
    });

    it('without a record of the mapping is said to hold none', async () => {
        expect((await readExport(writeZip([], new Date(0)))).problems).toEqual([{ code: 'noRecords' }]);
        const other = writeZip([{ name: 'a.txt', text: 'a' }], new Date(0));
        expect((await readExport(other)).problems).toEqual([{ code: 'noRecords' }]);
    });

    it.each(['<values>', '<!--'])('that begins %s again and again does not hold the page up', async (begin) => {
        const body = `<CustomMetadata><label>A</label>${begin.repeat(400_000)}</CustomMetadata>`;
        const file = 'customMetadata/Switchboard_Attribute_Mapping.Queue.md';
        const { records, problems } = await readExport(writeZip([{ name: file, text: body }], new Date(0)));
        expect([records, problems]).toEqual([[], [{ code: 'noAttribute', at: file, given: '', name: 'Queue' }]]);
    });

    it('with a document type or an entity of its own is not read', async () => {
        const evil = recordXml(record('Queue')).replace(
            '<CustomMetadata',
            '<!DOCTYPE a [<!ENTITY b "c">]><CustomMetadata'
        );
        const file = 'customMetadata/Switchboard_Attribute_Mapping.Queue.md';
        const { records, problems } = await readExport(writeZip([{ name: file, text: evil }], new Date(0)));
        expect([records, problems]).toEqual([[], [{ code: 'notReadable', at: file, name: 'Queue' }]]);
    });
});

describe('a CSV file', () => {
    it('keeps a formula from running in a spreadsheet', () => {
        const out = recordsCsv([record('Evil', { label: '=HYPERLINK("https://example.com")' })]);
        expect(out).toContain(`"'=HYPERLINK(""https://example.com"")"`);
    });

    it('never takes the record that proves access out of its org', () => {
        expect(recordsCsv([record('Switchboard_Sentinel')])).not.toContain('Sentinel');
    });

    it('is read with semicolons, as spreadsheets of some countries write it', async () => {
        const body = `${HEAD.replaceAll(',', ';')}\nQueue;Queue;Call.QueueName;Queue__c;TRUE;"call; chat";10;Always`;
        const { records } = await readExport(utf8.encode(body));
        expect(records).toEqual([record('Queue', { interactionTypes: 'call; chat' })]);
    });

    it('is read with its columns in any order and others between them', async () => {
        const body = 'Task_Field__c,Remark,Active__c,Attribute__c,DeveloperName\nQueue__c,hi,true,Call.QueueName,Queue';
        const { records } = await readExport(utf8.encode(body));
        expect(records).toMatchObject([{ developerName: 'Queue', field: 'Queue__c', overwrite: 'Always' }]);
    });

    it('that lacks a column is refused with the name of the column', async () => {
        const { problems } = await readExport(utf8.encode('DeveloperName,Attribute__c,Active__c\nA,Call.Ani,true'));
        expect(problems).toEqual([{ code: 'noColumn', given: 'Task_Field__c' }]);
    });

    it.each([
        ['badName', '1Queue,L,Call.Ani,A__c,true,,10,Always', '1Queue'],
        ['badName', 'Two__lines,L,Call.Ani,A__c,true,,10,Always', 'Two__lines'],
        ['badLabel', `A,${'x'.repeat(41)},Call.Ani,A__c,true,,10,Always`, 'x'.repeat(41)],
        ['noAttribute', 'A,L,,A__c,true,,10,Always', ''],
        ['noField', 'A,L,Call.Ani,,true,,10,Always', ''],
        ['notTrueOrFalse', 'A,L,Call.Ani,A__c,maybe,,10,Always', 'maybe'],
        ['notANumber', 'A,L,Call.Ani,A__c,true,,ten,Always', 'ten'],
        ['notANumber', 'A,L,Call.Ani,A__c,true,,100000,Always', '100000'],
        ['unknownObject', 'A,L,Call.Ani,Account.A__c,true,,10,Always', 'Account.A__c'],
        ['noField', 'A,L,Call.Ani,VoiceCall.,true,,10,Always', 'VoiceCall.'],
        ['unknownType', 'A,L,Call.Ani,A__c,true,call; fax,10,Always', 'call; fax'],
        ['badOverwrite', 'A,L,Call.Ani,A__c,true,,10,Sometimes', 'Sometimes'],
        ['tooLong', `A,L,Call.Ani,${'f'.repeat(81)},true,,10,Always`, 'f'.repeat(81)]
    ])('names the line that has %s', async (code, line, given) => {
        const { records, problems } = await readExport(csv('Good,Good,Call.QueueName,Queue__c,true,,10,Always', line));
        expect(problems).toEqual([{ code, at: '3', given, ...(code === 'badName' ? {} : { name: 'A' }) }]);
        expect(records).toEqual([record('Good')]);
    });

    it('with two records of one name is read with the first, and says so', async () => {
        const { records, problems } = await readExport(
            csv('Queue,Queue,Call.QueueName,Queue__c,true,,10,Always', 'QUEUE,Other,Call.Ani,Queue__c,true,,10,Always')
        );
        expect([records, problems]).toEqual([[record('Queue')], [{ code: 'doubleName', given: 'QUEUE' }]]);
    });

    it('tells lines apart though a cell holds a line end', async () => {
        const { problems } = await readExport(
            csv('A,"two\nlines",Call.Ani,A__c,true,,10,Always', 'B,L,,A__c,true,,10,Always')
        );
        expect(problems).toEqual([{ code: 'noAttribute', at: '4', given: '', name: 'B' }]);
    });

    it.each([
        ['is not closed', '"A,L,Call.Ani,A__c,true,,10,Always'],
        ['is not doubled', 'A,"the "best" one",Call.Ani,A__c,true,,10,Always']
    ])('in which a quote %s is not read in part, as if the lines behind it were not there', async (_, line) => {
        const good = 'Good,Good,Call.QueueName,Queue__c,true,,10,Always';
        const { records, problems } = await readExport(csv(good, line, 'B,L,Call.Ani,B__c,true,,10,Always'));
        expect([records, problems]).toEqual([[], [{ code: 'openQuote', at: '3' }]]);
    });

    it.each(['B', 'B,L,Call.Ani', 'B,L,Call.Ani,B__c'])(
        'that ends in the middle of a line (%s) names it',
        async (cut) => {
            const { records, problems } = await readExport(
                csv('Good,Good,Call.QueueName,Queue__c,true,,10,Always', cut)
            );
            expect(problems).toMatchObject([{ code: 'cutOff', at: '3', name: 'B' }]);
            expect(records).toEqual([record('Good')]);
        }
    );

    it('whose lines leave out the empty cells at their end is read', async () => {
        const { records } = await readExport(
            csv('Queue,Queue,Call.QueueName,Queue__c,true,,10', 'A,L,Call.Ani,A__c,true')
        );
        expect(records).toMatchObject([record('Queue'), { developerName: 'A', overwrite: 'Always' }]);
    });

    it('that is not in UTF-8 is refused with that reason', async () => {
        expect((await readExport(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).problems).toEqual([{ code: 'notUtf8' }]);
        const cp1252 = Uint8Array.from(
            [...csv('A,Gr\u00fcn,Call.Ani,A__c,true,,10,Always')].filter((byte) => byte !== 0xc3)
        );
        expect((await readExport(cp1252)).problems).toEqual([{ code: 'notUtf8' }]);
    });
});

describe('an admin who compares two orgs', () => {
    it('sees which records are only here, only there, and which columns differ', () => {
        const here = [record('Same'), record('Mine'), record('Other', { order: 5, interactionTypes: 'call; chat' })];
        const there = [
            record('same', { label: 'Same' }),
            record('Theirs'),
            record('Other', { interactionTypes: 'Chat;call' })
        ];
        const comparison = compareRecords(here, { records: there, problems: [] });
        expect(comparison).toMatchObject({
            same: 1,
            onlyHere: [{ developerName: 'Mine' }],
            onlyThere: [{ developerName: 'Theirs' }],
            different: [{ columns: ['Order__c'] }]
        });
    });

    it('sees that a rule is for one object alone here and for both there, and nothing of how the object is written', () => {
        const here = [record('Case', { field: 'VoiceCall.A__c' }), record('Only', { field: 'VoiceCall.A__c' })];
        const there = [record('Case', { field: 'voicecall.A__c' }), record('Only', { field: 'A__c' })];
        const comparison = compareRecords(here, { records: there, problems: [] });
        expect(comparison).toMatchObject({
            same: 1,
            different: [{ here: { developerName: 'Only' }, columns: ['Task_Field__c'] }]
        });
        expect(changesForThere(comparison)).toEqual([here[1]]);
    });

    it('is not told that a record is only in the file which is here too, and which cannot be used here', () => {
        const there = { records: [record('FAX'), record('Theirs')], problems: [] };
        const comparison = compareRecords([record('Mine')], there, ['Fax', 'Telex']);
        expect(comparison).toMatchObject({
            unusableHere: [{ developerName: 'FAX' }],
            onlyThere: [{ developerName: 'Theirs' }],
            onlyHere: [{ developerName: 'Mine' }]
        });
        expect(changesForHere(comparison).map(({ developerName }) => developerName)).toEqual(['Theirs', 'FAX']);
        expect(changesForThere(comparison).map(({ developerName }) => developerName)).toEqual(['Mine']);
    });

    it('is not told that a record is only here which the file has too, and which could not be read', async () => {
        const file = await readExport(
            csv('MINE,Mine,Call.Ani,A__c,maybe,,10,Always', 'B,B,Call.Ani,B__c,true,,10,Always')
        );
        const comparison = compareRecords([record('Mine'), record('Alone')], file);
        expect(comparison).toMatchObject({
            notRead: [{ developerName: 'Mine' }],
            onlyHere: [{ developerName: 'Alone' }]
        });
        expect(changesForThere(comparison).map(({ developerName }) => developerName)).toEqual(['Alone']);
    });
});

describe('a rule and its record', () => {
    it('say the same in both directions', () => {
        const rule = ruleOf(
            record('Queue', { interactionTypes: 'outbound dialing; call', overwrite: 'Only when empty' })
        );
        expect(rule).toMatchObject({
            interactionTypes: ['outboundDialing', 'call'],
            overwrite: 'onlyWhenEmpty',
            order: 10
        });
        expect(rule && recordOf(rule, 'Queue')).toEqual(
            record('Queue', { interactionTypes: 'outbound dialing; call', overwrite: 'Only when empty' })
        );
    });

    it.each(['Task.Queue__c', 'VoiceCall.Queue__c', 'Queue__c'])(
        'keep the object of %s in every file',
        async (field) => {
            const rule = ruleOf(record('Queue', { field }));
            const again = rule ? [recordOf(rule, 'Queue')] : [];
            expect(again).toEqual([record('Queue', { field })]);
            expect((await readExport(utf8.encode(recordsCsv(again)))).records).toEqual(again);
            expect((await readExport(deploymentZip(again))).records).toEqual(again);
        }
    );

    it('without an order stay without one', () => {
        const { order, ...rest } = record('Queue');
        expect(order).toBe(10);
        const rule = ruleOf(rest);
        expect(rule && recordOf(rule, 'Queue')).toEqual(rest);
    });
});
