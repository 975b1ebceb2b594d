import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { changesForHere, changesForThere, compareRecords, deploymentZip, readExport, recordsCsv } from 'c/mappingFiles';
import { XMLParser } from 'fast-xml-parser';
import { writeCsv } from '../csv.ts';
import { cellsOf } from '../records.ts';
import { recordXml } from '../recordXml.ts';
import type { MappingRecord, ReadRecords } from '../types.ts';
import { anyRecord, anyRecords } from '../../../../../test/samples/mappingRecords.ts';

const seed = Date.now() & 0xffffff;
const runs = (numRuns = 200): { seed: number; numRuns: number } => ({ seed, numRuns });
const utf8 = new TextEncoder();
const inflate = (bytes: Uint8Array, limit: number): Promise<Uint8Array> =>
    Promise.resolve(new Uint8Array(inflateRawSync(bytes, { maxOutputLength: limit })));

const sorted = <T extends { developerName: string }>(records: readonly T[]): T[] =>
    [...records].sort((a, b) => (a.developerName < b.developerName ? -1 : 1));

/** A file of which nothing is lost. */
const whole = (records: readonly MappingRecord[]): ReadRecords => ({ records, problems: [] });

/** All but the name, which stands in the archive's list and has no check sum. */
const facts = (record: MappingRecord): string => JSON.stringify({ ...cellsOf(record), DeveloperName: '' });

describe(`whatever an admin wrote (seed ${seed})`, () => {
    it('a CSV file brings back the records that went into it', async () => {
        await fc.assert(
            fc.asyncProperty(anyRecords, async (records) => {
                fc.pre(records.length > 0);
                const read = await readExport(utf8.encode(recordsCsv(records)));
                expect(read).toEqual({ records, problems: [] });
            }),
            runs()
        );
    });

    it('a zip brings back the records that went into it', async () => {
        await fc.assert(
            fc.asyncProperty(anyRecords, async (records) => {
                fc.pre(records.length > 0);
                const read = await readExport(deploymentZip(records), undefined);
                expect(read).toEqual({ records: sorted(records), problems: [] });
            }),
            runs()
        );
    });

    it('another reader of CSV sees the same cells, and none that a spreadsheet would run', () => {
        fc.assert(
            fc.property(
                fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
                (rows) => {
                    const read = parse(writeCsv(rows), {
                        bom: true,
                        relax_column_count: true,
                        skip_empty_lines: false
                    }) as string[][];
                    const plain = (cell: string): string =>
                        /^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
                    expect(read.map((row) => row.map(plain))).toEqual(rows);
                    expect(read.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
                }
            ),
            runs()
        );
    });

    it('another reader of XML sees the same label, attribute and field', () => {
        const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true });
        fc.assert(
            fc.property(anyRecord, (record) => {
                const read = parser.parse(recordXml(record)) as {
                    CustomMetadata: { label: string; values: { value: string }[] };
                };
                const { label, values } = read.CustomMetadata;
                expect([label, values[0]?.value, values[1]?.value]).toEqual([
                    record.label,
                    record.attribute,
                    record.field
                ]);
            }),
            runs()
        );
    });

    it('deploying the differences makes the other org have what this one has, and the reverse', () => {
        fc.assert(
            fc.property(anyRecords, anyRecords, (here, there) => {
                const merged = (old: typeof here, changes: typeof here): typeof here => {
                    const names = new Set(changes.map(({ developerName }) => developerName.toLowerCase()));
                    return [...old.filter(({ developerName }) => !names.has(developerName.toLowerCase())), ...changes];
                };
                const comparison = compareRecords(here, whole(there));
                const after = compareRecords(here, whole(merged(there, changesForThere(comparison))));
                expect([after.onlyHere, after.different]).toEqual([[], []]);
                const back = compareRecords(merged(here, changesForHere(comparison)), whole(there));
                expect([back.onlyThere, back.different]).toEqual([[], []]);
            }),
            runs()
        );
    });

    it('a file of any bytes is read or refused, and never breaks the page', async () => {
        await fc.assert(
            fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, zip) => {
                const head = zip ? [0x50, 0x4b, 3, 4] : [];
                const read = await readExport(Uint8Array.from([...head, ...bytes]), inflate);
                expect(read.records.length + read.problems.length).toBeGreaterThan(0);
            }),
            runs(500)
        );
    });

    it('a zip that was damaged on the way gives no record that was not in it', async () => {
        await fc.assert(
            fc.asyncProperty(anyRecords, fc.nat(), fc.integer({ min: 1, max: 255 }), async (records, place, by) => {
                fc.pre(records.length > 0);
                const bytes = deploymentZip(records);
                const at = place % bytes.length;
                bytes[at] = (bytes[at] ?? 0) ^ by;
                const read = await readExport(bytes, inflate);
                const known = new Set(records.map(facts));
                const strange = read.records.filter((one) => !known.has(facts(one)));
                expect(strange).toEqual([]);
            }),
            runs()
        );
    });
});
