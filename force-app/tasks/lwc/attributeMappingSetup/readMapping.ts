import { isFor } from 'c/attributeMapping';
import type { MappingPicture } from 'c/mappingAdvice';
import { recordOf } from 'c/mappingFiles';
import type { MappingRecord } from 'c/mappingFiles';
import type { KnownRecord } from 'c/mappingWords';
import { ReadError, readTaskSetup } from 'c/orgReader';
import type { OrgReader, TaskSetup } from 'c/orgReader';
import { readKnownRecords } from './knownRecords.ts';

/** The mapping as the org told it, for the page. */
export interface MappingRead {
    readonly picture: MappingPicture;
    readonly settings: TaskSetup['settings'];
    /** Ids and labels by developer name; empty where the org does not tell them. */
    readonly known: ReadonlyMap<string, KnownRecord>;
    readonly records: readonly MappingRecord[];
}

/** Why there is nothing to show. */
export type ReadProblem = 'noAccess' | 'offline' | 'sessionExpired' | 'failed';

/** Reads what decides how Tasks, or Voice Calls, are filled, by the same code as the agents' panel. Never rejects. */
export async function readMapping(reader: OrgReader): Promise<MappingRead | ReadProblem> {
    try {
        const { mapping, settings, fields, target } = await readTaskSetup(reader, (known) =>
            known === 'noAccess' ? 'Task' : known.target
        );
        if (mapping === 'noAccess') return 'noAccess';
        const known = await readKnownRecords(reader);
        return {
            picture: {
                rules: mapping.rules.filter((rule) => isFor(target, rule)),
                others: mapping.rules.filter((rule) => !isFor(target, rule)),
                unusable: mapping.problems,
                target,
                fields,
                ...(settings === 'noAccess' ? {} : { settings })
            },
            settings,
            known,
            records: mapping.rules.map((rule) => recordOf(rule, known.get(rule.id)?.label))
        };
    } catch (error) {
        if (!(error instanceof ReadError)) return 'failed';
        if (error.failure === 'sessionExpired') return 'sessionExpired';
        return error.failure === 'refused' ? 'failed' : 'offline';
    }
}
