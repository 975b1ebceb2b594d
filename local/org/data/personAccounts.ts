import type { RecordValues } from '../orgTypes.ts';
import type { OrgObjects } from '../schema/objectTypes.ts';
import type { RecordStore } from './recordStore.ts';

/** An account that is a person, as config/local-org.json lists it. */
export interface PersonAccount {
    readonly FirstName: string;
    readonly LastName: string;
    readonly Phone?: string;
    readonly PersonMobilePhone?: string;
    readonly PersonEmail?: string;
}

interface Place {
    readonly store: RecordStore;
    readonly objects: OrgObjects;
    readonly owner: string | null;
    readonly at: string;
}

/**
 * Keeps exactly these persons: each is an Account with a Contact of its own behind it, whose id is PersonContactId.
 * A person that is no longer listed goes to the recycle bin.
 */
export function alignPersonAccounts(persons: readonly PersonAccount[], place: Place): void {
    const { store } = place;
    const present = store.select('Account').filter((account) => account['IsPersonAccount'] === true);
    const nameOf = ({ FirstName, LastName }: PersonAccount): string => `${FirstName} ${LastName}`;
    for (const account of present.filter(({ Name }) => !persons.some((person) => nameOf(person) === Name))) {
        store.markDeleted(account.Id);
        store.markDeleted(String(account['PersonContactId']));
    }
    for (const person of persons.filter((one) => !present.some(({ Name }) => Name === nameOf(one)))) {
        plant(person, nameOf(person), place);
    }
}

function plant(person: PersonAccount, name: string, { store, objects, owner, at }: Place): void {
    const [account, contact] = [objects.get('Account'), objects.get('Contact')];
    if (account === undefined || contact === undefined) {
        return;
    }
    const [accountId, contactId] = [store.newId(account), store.newId(contact)];
    const kept: RecordValues = {
        Name: name,
        IsPersonAccount: true,
        OwnerId: owner,
        CreatedById: owner,
        CreatedDate: at,
        LastModifiedById: owner,
        LastModifiedDate: at,
        SystemModstamp: at
    };
    store.put('Account', { ...person, ...kept, Id: accountId, PersonContactId: contactId });
    const { FirstName, LastName, Phone = null, PersonMobilePhone = null, PersonEmail = null } = person;
    store.put('Contact', {
        ...kept,
        Id: contactId,
        AccountId: accountId,
        FirstName,
        LastName,
        Phone,
        MobilePhone: PersonMobilePhone,
        Email: PersonEmail
    });
}
