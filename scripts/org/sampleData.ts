/** The records of the local contact centre in the format of `sf data import tree`. */

/** `records` of config/local-org.json: by object; `as` names a record for others, whose fields hold that name. */
export type SampleRecords = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

export interface DataFile {
    readonly name: string;
    readonly text: string;
}

export const PLAN = 'plan.json';

/** The plan and one file for each object. Throws where a record names one that comes later or is not there. */
export function dataFiles(records: SampleRecords): DataFile[] {
    const references = new Map<string, string>();
    const lines = (value: unknown): string => `${JSON.stringify(value, null, 4)}\n`;
    const files = Object.entries(records).map(([type, list]) => {
        const tree = list.map(({ as, ...fields }, index) => {
            // The only form of a reference that the CLI replaces.
            const referenceId = `${type}Ref${index + 1}`;
            if (as !== undefined) references.set(as, referenceId);
            const values = Object.entries(fields).map(([field, value]) => {
                if (!field.endsWith('Id')) return [field, value];
                const named = references.get(value);
                if (named === undefined) throw new Error(`${type} ${index + 1}: ${field} names no record before it`);
                return [field, `@${named}`];
            });
            return { attributes: { type, referenceId }, ...Object.fromEntries(values) };
        });
        return { name: `${type}.json`, text: lines({ records: tree }) };
    });
    const plan = Object.keys(records).map((sobject) => ({ sobject, files: [`${sobject}.json`] }));
    return [{ name: PLAN, text: lines(plan) }, ...files];
}
