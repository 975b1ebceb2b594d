import { SENTINEL } from 'c/attributeMapping';
import { escaped, readRecordXml, recordXml } from './recordXml.ts';
import type { FileProblem, MappingRecord, ReadRecords } from './types.ts';
import { readZip, ZipError } from './readZip.ts';
import type { Inflate } from './readZip.ts';
import { writeZip } from './writeZip.ts';

const TYPE = 'Switchboard_Attribute_Mapping';
const API_VERSION = '66.0';
/** Equal records give equal files: the time says nothing. */
const ALWAYS = new Date(Date.UTC(2026, 0, 1));

/**
 * A zip that `sf project deploy start --metadata-dir` and every tool of the Metadata API takes: package.xml and one file
 * for each record. The shipped proof row never leaves its org.
 */
export function deploymentZip(records: readonly MappingRecord[]): Uint8Array {
    const sent = withoutSentinel(records).sort((a, b) => (a.developerName < b.developerName ? -1 : 1));
    const files = sent.map((record) => ({
        name: `customMetadata/${TYPE}.${record.developerName}.md`,
        text: recordXml(record)
    }));
    return writeZip([{ name: 'package.xml', text: packageXml(sent) }, ...files], ALWAYS);
}

function packageXml(records: readonly MappingRecord[]): string {
    const members = records.map(
        ({ developerName }) => `        <members>${escaped(`${TYPE}.${developerName}`)}</members>`
    );
    return `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
    <types>
${members.join('\n')}
        <name>CustomMetadata</name>
    </types>
    <version>${API_VERSION}</version>
</Package>
`;
}

export function withoutSentinel(records: readonly MappingRecord[]): MappingRecord[] {
    return records.filter(({ developerName }) => developerName !== SENTINEL);
}

/** In the format of the Metadata API (`.md`) or of a project (`.md-meta.xml`), in whatever folder. */
const RECORD_FILE = new RegExp(`(?:^|/)${TYPE}\\.(\\w+)\\.md(?:-meta\\.xml)?$`);

/** The records of this type in a zip that a deployment, a retrieval or this page made. */
export async function readDeploymentZip(bytes: Uint8Array, inflate: Inflate | undefined): Promise<ReadRecords> {
    const records: MappingRecord[] = [];
    const problems: FileProblem[] = [];
    try {
        for (const { name, text } of await readZip(bytes, (file) => RECORD_FILE.test(file), inflate)) {
            const result = readRecordXml(text, RECORD_FILE.exec(name)?.[1] ?? '', name);
            if ('code' in result) problems.push(result);
            else records.push(result);
        }
    } catch (error) {
        if (!(error instanceof ZipError)) throw error;
        return { records: [], problems: [{ code: error.code }] };
    }
    return { records: withoutSentinel(records), problems };
}
