import { deploymentZip, readExport } from 'c/mappingFiles';
import { crc32 } from '../crc32.ts';
import { isZip, readZip } from '../readZip.ts';
import { recordXml } from '../recordXml.ts';
import { writeZip } from '../writeZip.ts';
import { record } from '../../../../../test/samples/mappingRecords.ts';

const utf8 = new TextEncoder();
const FILE = 'customMetadata/Switchboard_Attribute_Mapping.Queue.md';
const zipOf = (text: string, name = FILE): Uint8Array => writeZip([{ name, text }], new Date(0));
const view = (zip: Uint8Array): DataView => new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
/** Where the list of files begins. */
const listOf = (zip: Uint8Array): number => view(zip).getUint32(zip.length - 6, true);
const problemOf = async (zip: Uint8Array): Promise<unknown> => (await readExport(zip)).problems[0]?.code;

const little = (value: number, bytes: number): number[] =>
    Array.from({ length: bytes }, (_, at) => Math.floor(value / 2 ** (8 * at)) % 256);
const letters = (word: string): number[] => [...utf8.encode(word)];

it('an archive is byte for byte as the zip format has it (PKWARE APPNOTE 4.3)', () => {
    const [version, flags, stored] = [little(20, 2), little(0x0800, 2), little(0, 2)];
    // 13:25:36 of 21 November 2026: hours, minutes and half seconds; years since 1980, months and days.
    const time = [...little(13 * 2048 + 25 * 32 + 18, 2), ...little(46 * 512 + 11 * 32 + 21, 2)];
    const facts = [...little(crc32(utf8.encode('hello')), 4), ...little(5, 4), ...little(5, 4), ...little(6, 2)];
    const common = [...version, ...flags, ...stored, ...time, ...facts, ...little(0, 2)];
    const file = [0x50, 0x4b, 3, 4, ...common, ...letters('ä.txt'), ...letters('hello')];
    const list = [0x50, 0x4b, 1, 2, ...version, ...common, ...little(0, 14), ...letters('ä.txt')];
    const counts = [...little(1, 2), ...little(1, 2), ...little(list.length, 4), ...little(file.length, 4)];
    const end = [0x50, 0x4b, 5, 6, ...little(0, 4), ...counts, ...little(0, 2)];
    const made = writeZip([{ name: 'ä.txt', text: 'hello' }], new Date('2026-11-21T13:25:36.000Z'));
    expect([...made]).toEqual([...file, ...list, ...end]);
});

it('the files of a deployment carry a time that every tool takes', () => {
    const zip = deploymentZip([record('Queue')]);
    expect([10, 12].map((at) => view(zip).getUint16(at, true))).toEqual([0, 46 * 512 + 1 * 32 + 1]);
});

it('only what begins as a zip does is read as one', () => {
    const begins = (...bytes: number[]): boolean => isZip(Uint8Array.from([...bytes, 0, 0]));
    expect([begins(0x50, 0x4b, 3, 4), begins(0x50, 0x4b, 5, 6)]).toEqual([true, true]);
    expect([begins(0x50, 0x4b, 1, 2), begins(0x50, 0x20, 3), begins(0x20, 0x4b, 3), begins()]).toEqual([
        false,
        false,
        false,
        false
    ]);
});

describe('a zip that an admin got from elsewhere', () => {
    const good = (): Uint8Array => zipOf(recordXml(record('Queue')));

    it('is read where it lies in a larger piece of memory', async () => {
        const zip = good();
        const memory = new Uint8Array(zip.length + 7);
        memory.set(zip, 7);
        expect((await readExport(memory.subarray(7))).records).toEqual([record('Queue')]);
    });

    it('is read with a comment at its end, and with more said of each file', async () => {
        const zip = good();
        const commented = Uint8Array.from([...zip, ...letters('from the sandbox')]);
        view(commented).setUint16(zip.length - 2, 16, true);
        expect((await readExport(commented)).records).toEqual([record('Queue')]);

        const list = listOf(zip);
        const [before, entry, end] = [zip.subarray(0, list), zip.subarray(list, -22), zip.subarray(-22)];
        const said = Uint8Array.from([...before, ...entry, 1, 2, 3, 4, ...letters('a note'), ...end]);
        view(said).setUint16(list + 30, 4, true);
        view(said).setUint16(list + 32, 6, true);
        view(said).setUint32(said.length - 10, entry.length + 10, true);
        expect((await readExport(said)).records).toEqual([record('Queue')]);
    });

    it.each([
        ['is encrypted', 8, 0x0801, 'notReadable'],
        ['is packed in a way that no browser unpacks', 10, 12, 'packedTight']
    ])('is refused with the reason when it %s', async (_what, place, value, code) => {
        const zip = good();
        view(zip).setUint16(listOf(zip) + place, value, true);
        expect(await problemOf(zip)).toBe(code);
    });

    it('is refused when a file in it is shorter than it says, longer, or not where it says', async () => {
        for (const [place, by] of [
            [20, 1],
            [20, -1],
            [20, 100_000],
            [24, 1],
            [42, 1]
        ] as const) {
            const zip = good();
            const at = listOf(zip) + place;
            view(zip).setUint32(at, view(zip).getUint32(at, true) + by, true);
            expect(await problemOf(zip)).toBe('notReadable');
        }
    });

    it('is refused when it has more files than any mapping', async () => {
        const zip = good();
        view(zip).setUint16(zip.length - 12, 20_001, true);
        expect(await problemOf(zip)).toBe('tooLarge');
        view(zip).setUint16(zip.length - 12, 20_000, true);
        expect(await problemOf(zip)).toBe('notReadable');
    });

    it('is refused when its text is not in UTF-8', async () => {
        const zip = zipOf('');
        const wrong = Uint8Array.from([...zip.subarray(0, 30 + FILE.length), 0xff, ...zip.subarray(30 + FILE.length)]);
        const list = 31 + FILE.length;
        for (const at of [14, list + 16]) view(wrong).setUint32(at, crc32(Uint8Array.of(0xff)), true);
        for (const at of [18, 22, list + 20, list + 24]) view(wrong).setUint32(at, 1, true);
        view(wrong).setUint32(wrong.length - 6, list, true);
        expect((await readExport(wrong)).problems).toEqual([{ code: 'notReadable' }]);
    });

    it('costs nothing of what is not asked for, damaged or not', async () => {
        const zip = writeZip(
            [
                { name: 'a.txt', text: 'damaged' },
                { name: 'b.txt', text: 'whole' }
            ],
            new Date(0)
        );
        zip[30 + 'a.txt'.length] = 0;
        await expect(readZip(zip, (name) => name === 'b.txt', undefined)).resolves.toEqual([
            { name: 'b.txt', text: 'whole' }
        ]);
        await expect(readZip(zip, () => true, undefined)).rejects.toMatchObject({ code: 'notReadable' });
    });
});

describe('the largest file that is read', () => {
    const MOST = 16 * 1024 * 1024;

    it('has sixteen megabytes', async () => {
        expect(await problemOf(new Uint8Array(MOST + 1))).toBe('tooLarge');
        expect(await problemOf(new Uint8Array(MOST).fill(0xff))).toBe('notUtf8');
    });
});

describe('a record that another tool wrote', () => {
    const read = async (from: string, to: string): Promise<unknown> => {
        const { records, problems } = await readExport(zipOf(recordXml(record('Queue')).replace(from, to)));
        return records[0] ?? problems[0];
    };

    it.each([
        ['&#x47;r&#252;n &lt;&amp;&gt; &quot;&apos;', 'Grün <&> "\''],
        ['&#x1F600;', '😀'],
        ['&#x10FFFF;', '\u{10FFFF}'],
        ['&#x110000; &unknown; &#;', '&#x110000; &unknown; &#;']
    ])('has its label read as %s says', async (written, label) => {
        expect(await read('<label>Queue</label>', `<label>${written}</label>`)).toMatchObject({ label });
    });

    it.each([
        ['10.0', 10],
        ['10.00', 10],
        ['-5', -5],
        ['99999', 99_999]
    ])('has the order %s read as %p', async (written, order) => {
        expect(await read('>10<', `>${written}<`)).toMatchObject({ order });
    });

    it.each(['10.5', '100000', '-100000', 'ten'])('with the order %s is refused', async (given) => {
        expect(await read('>10<', `>${given}<`)).toMatchObject({ code: 'notANumber', given });
    });

    it('is read without what stands in its comments', async () => {
        const comment = '<!-- <values><field>Task_Field__c</field><value>Evil__c</value></values> --></CustomMetadata>';
        expect(await read('</CustomMetadata>', comment)).toEqual(record('Queue'));
    });

    it('that is some other file is not read', async () => {
        const { problems } = await readExport(zipOf('<CustomMetadataTwo/>'));
        expect(problems).toEqual([{ code: 'notReadable', at: FILE, name: 'Queue' }]);
    });
});

describe('a CSV file that another tool wrote', () => {
    const HEAD = 'DeveloperName,Attribute__c,Task_Field__c,Active__c';
    const read = async (text: string): Promise<unknown[]> =>
        (await readExport(utf8.encode(text))).records.map(({ developerName, active }) => [developerName, active]);

    it.each(['\n', '\r\n', '\r'])(
        'is read with lines that end in %j, the last one or not, and empty ones',
        async (end) => {
            const lines = [HEAD, 'A,Call.Ani,A__c,1', '', 'B,Call.Ani,B__c,0'];
            const both = [
                ['A', true],
                ['B', false]
            ];
            expect(await read(lines.join(end))).toEqual(both);
            expect(await read(`${lines.join(end)}${end}`)).toEqual(both);
        }
    );

    it('is read with tabs between its cells', async () => {
        const tabs = `${HEAD}\nA,Call.Ani,A__c,TRUE`.replaceAll(',', '\t');
        expect(await read(tabs)).toEqual([['A', true]]);
    });

    it('keeps quotes that stand inside a cell, and ends no line in a quoted one', async () => {
        const text = `${HEAD},MasterLabel\nA,Call.Ani,A__c,true,5" pipe\nB,Call.Ani,B__c,true,"say ""hi"",\nthen go"`;
        const { records } = await readExport(utf8.encode(text));
        expect(records.map(({ label }) => label)).toEqual(['5" pipe', 'say "hi",\nthen go']);
    });

    it('takes a record that says nothing of being active for switched off', async () => {
        expect(await read(`${HEAD}\nA,Call.Ani,A__c,`)).toEqual([['A', false]]);
    });
});
