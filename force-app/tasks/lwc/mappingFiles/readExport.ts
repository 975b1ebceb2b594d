import { browserInflate } from './browserInflate.ts';
import { readRecordsCsv } from './csvRecords.ts';
import { readDeploymentZip } from './deployment.ts';
import { isZip } from './readZip.ts';
import type { Inflate } from './readZip.ts';
import type { FileProblem, MappingRecord, ReadRecords } from './types.ts';

const LARGEST = 16 * 1024 * 1024;

/** Reads the records of an export, a zip or a CSV file, whatever its name. Never throws. */
export async function readExport(
    bytes: Uint8Array,
    inflate: Inflate | undefined = browserInflate()
): Promise<ReadRecords> {
    if (bytes.length > LARGEST) return { records: [], problems: [{ code: 'tooLarge' }] };
    const read = isZip(bytes) ? await readDeploymentZip(bytes, inflate) : readText(bytes);
    const single = once(read.records);
    const problems = [...read.problems, ...single.problems];
    return single.records.length === 0 && problems.length === 0
        ? { records: [], problems: [{ code: 'noRecords' }] }
        : { records: single.records, problems };
}

function readText(bytes: Uint8Array): ReadRecords {
    try {
        return readRecordsCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
        return { records: [], problems: [{ code: 'notUtf8' }] };
    }
}

/** The first of two records of one name counts. */
function once(records: readonly MappingRecord[]): ReadRecords {
    const seen = new Set<string>();
    const problems: FileProblem[] = [];
    const kept = records.filter(({ developerName }) => {
        const name = developerName.toLowerCase();
        if (seen.has(name)) problems.push({ code: 'doubleName', given: developerName });
        return !seen.has(name) && seen.add(name);
    });
    return { records: kept, problems };
}
