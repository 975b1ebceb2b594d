import type { Access } from './access.ts';
import type { RecordSaver } from './data/recordSaver.ts';
import type { LocalOrg } from './localOrg.ts';
import type { RecordValues } from './orgTypes.ts';

export interface RecordsOfPeople {
    /** Throws OrgError for a user that there is not. */
    readonly accessOf: (userName: string) => Access;
    /** Another one after each switch of the profile. */
    readonly saver: () => RecordSaver;
    readonly transaction: <T>(run: () => T) => T;
}

/** People, and systems on the org's side, who change records without the page's API. */
export function peopleAtRecords({
    accessOf,
    saver,
    transaction
}: RecordsOfPeople): Pick<LocalOrg, 'saveAs' | 'deleteAs' | 'restoreAs'> {
    return {
        saveAs(userName, object, fields, id, via = 'phone') {
            const saving = { access: accessOf(userName), via };
            const values = fields as RecordValues;
            return transaction(() => {
                if (id === undefined) {
                    return saver().insert(saving, object, values);
                }
                saver().update(saving, object, id, values);
                return id;
            });
        },
        deleteAs(userName, object, id) {
            const saving = { access: accessOf(userName), via: 'page' } as const;
            transaction(() => saver().remove(saving, object, id));
        },
        restoreAs(userName, object, id) {
            const saving = { access: accessOf(userName), via: 'page' } as const;
            transaction(() => saver().restore(saving, object, id));
        }
    };
}
