import type { GraphQLSchema } from 'graphql';
import { accessOf } from './access.ts';
import { ChangeStream } from './changeStream.ts';
import { atomically, emptyDatabase, indexField, openDatabase } from './data/database.ts';
import { storedMoment } from './data/moments.ts';
import { alignPersonAccounts } from './data/personAccounts.ts';
import { RecordSaver } from './data/recordSaver.ts';
import { RecordStore } from './data/recordStore.ts';
import { plantRecords, readOrgConfig, userRecord } from './data/seed.ts';
import { SetupRecords } from './data/setupRecords.ts';
import { FaultBoard } from './faults.ts';
import { userSchema } from './graphql/userSchema.ts';
import type { LocalOrg, LocalOrgOptions } from './localOrg.ts';
import type { OrgMetadata } from './metadata/orgMetadata.ts';
import { readOrgMetadata } from './metadata/orgMetadata.ts';
import { OrgError } from './orgError.ts';
import type { Commit, OrgUser, RecordValues } from './orgTypes.ts';
import { peopleAtRecords } from './peopleAtRecords.ts';
import { readProfile, readProfileFile } from './profile.ts';
import { json } from './rest/answer.ts';
import type { LocalRoutes } from './rest/localRoutes.ts';
import { answerLocalRoute } from './rest/localRoutes.ts';
import type { PlatformApi } from './rest/platformApi.ts';
import { answerPlatformApi, isPlatformApi } from './rest/platformApi.ts';
import type { UiApi } from './rest/uiApi.ts';
import { signedIn } from './sessions.ts';

export type { LocalOrg, LocalOrgOptions } from './localOrg.ts';
export type { Commit, OrgUser, RecordValues } from './orgTypes.ts';
export { ConnectionLost, MetadataMistake, OrgError } from './orgError.ts';

/** A Salesforce org on this machine, made from the project's metadata. Throws MetadataMistake naming the file. */
export function createLocalOrg(options: LocalOrgOptions): LocalOrg {
    const { projectDir, databaseFile, now = () => new Date() } = options;
    const config = readOrgConfig(projectDir);
    const profile =
        options.profileFile === undefined
            ? readProfile(projectDir, options.profile ?? 'documented')
            : readProfileFile(projectDir, options.profileFile);
    const database = openDatabase(databaseFile);
    const store = new RecordStore(database);
    const setup = new SetupRecords(database, store);
    const faults = new FaultBoard();
    const changes = new ChangeStream();
    const uncommitted: Commit[] = [];
    const schemas = new Map<string, GraphQLSchema>();
    let metadata: OrgMetadata;
    let saver: RecordSaver;

    function transaction<T>(run: () => T): T {
        uncommitted.length = 0;
        const result = atomically(database, run);
        uncommitted.splice(0).forEach((commit) => changes.tell(commit));
        return result;
    }

    function userNamed(name: string): OrgUser {
        const user = config.users.find((candidate) => candidate.name === name);
        if (user === undefined) {
            throw new OrgError('INVALID_SESSION_ID', `there is no user ${name}`);
        }
        return user;
    }

    function build(): void {
        metadata = readOrgMetadata(projectDir, {
            uniqueActivityFields: profile.answer('unique-key'),
            unsavedField: profile.answer('unsaved-field') === 'there',
            unchecked: {
                length: profile.answer('too-long-text') === 'taken',
                values: profile.answer('restricted-picklist') === 'taken',
                required: profile.answer('required-field') === 'taken'
            },
            longTextOnActivity: profile.answer('long-text-on-activity') === 'accepted',
            typeHoldsChannels: profile.answer('type-picklist') === 'complete',
            personAccounts: profile.answer('person-accounts') === 'on'
        });
        for (const user of config.users) {
            const unknown = user.permissionSets.find((name) => !metadata.permissionSets.has(name));
            if (unknown !== undefined) {
                throw new Error(
                    `config/local-org.json: ${user.name} has the permission set ${unknown}, not in force-app`
                );
            }
        }
        schemas.clear();
        saver = new RecordSaver({
            database,
            store,
            objects: metadata.objects,
            now,
            faults,
            leadTakesRelatedTo: () => profile.answer('lead-with-related-to') === 'accepted',
            taskRights: () => profile.answer('task-rights'),
            flowChangesTask: () => profile.answer('read-after-write') === 'changed',
            committed: (commit) => uncommitted.push(commit)
        });
        const at = storedMoment(now());
        atomically(database, () => {
            setup.load(metadata.objects, metadata.records, at);
            config.users.forEach((user) => store.put('User', userRecord(user, at)));
        });
        for (const field of metadata.objects.get('Task')?.fields.values() ?? []) {
            if (field.unique === true) {
                indexField(database, field.name, field.caseSensitive === true);
            }
        }
    }

    function plant(): void {
        const planter = config.users.find((user) => user.profile === 'System Administrator') ?? config.users[0];
        if (planter === undefined || store.nextNumber('planted') > 1) {
            return;
        }
        const saving = { access: accessOf(planter, metadata), via: 'setup' } as const;
        atomically(database, () => {
            plantRecords(config.records, metadata.objects, (object, values) => saver.insert(saving, object, values));
            database.exec('delete from commits');
        });
    }

    /** Person accounts exist while the org has them. */
    function alignPersons(): void {
        const persons = profile.answer('person-accounts') === 'on' ? config.personAccounts : [];
        const owner = config.users.find((user) => user.profile === 'System Administrator') ?? config.users[0];
        atomically(database, () =>
            alignPersonAccounts(persons, {
                store,
                objects: metadata.objects,
                owner: owner?.id ?? null,
                at: storedMoment(now())
            })
        );
    }

    function saveMetadata(type: string, developerName: string, values: RecordValues | null, add: boolean): string {
        const object = metadata.objects.get(type);
        if (object?.kind !== 'customMetadata') {
            throw new OrgError('INVALID_TYPE', `there is no custom metadata type ${type}`);
        }
        const known = setup.has(object, developerName);
        if (values !== null && known === add) {
            const problem = add ? 'is there already' : 'does not exist; add it with POST';
            throw new OrgError('INVALID_FIELD', `${type} ${developerName} ${problem}`, ['DeveloperName']);
        }
        return transaction(() => {
            const at = storedMoment(now());
            const id =
                values === null ? setup.remove(object, developerName) : setup.save(object, developerName, values, at);
            const change = values === null ? 'delete' : add ? 'insert' : 'update';
            const user = config.users.find(({ profile: held }) => held === 'System Administrator')?.name ?? 'setup';
            uncommitted.push(
                store.log({
                    at: now().toISOString(),
                    user,
                    object: type,
                    id,
                    change,
                    values: values ?? {},
                    changed: Object.keys(values ?? {}),
                    via: 'setup'
                })
            );
            return id;
        });
    }

    const { saveAs, deleteAs, restoreAs } = peopleAtRecords({
        accessOf: (userName) => accessOf(userNamed(userName), metadata),
        saver: () => saver,
        transaction
    });

    function reset(): void {
        faults.clear();
        emptyDatabase(database);
        profile.restore();
        plant();
        alignPersons();
    }

    function records(object: string): Record<string, unknown>[] {
        if (!metadata.objects.has(object)) {
            throw new OrgError('INVALID_TYPE', `sObject type '${object}' is not supported.`);
        }
        return store.select(object);
    }

    const uiApiFor = (user: OrgUser): UiApi => ({
        access: accessOf(user, metadata),
        objects: metadata.objects,
        store,
        saver,
        profile,
        transaction
    });
    const platform: PlatformApi = {
        faults,
        signedIn: (request) => signedIn(config.users, request),
        uiApiFor,
        schemaFor: (user) => {
            const known = schemas.get(user.name);
            const schema = known ?? userSchema(uiApiFor(user));
            schemas.set(user.name, schema);
            return schema;
        }
    };
    const routes: LocalRoutes = {
        users: config.users,
        faults,
        profile,
        signedIn: platform.signedIn,
        commits: (after) => store.commits(after),
        records,
        changes: () => changes.response(),
        reset,
        saveMetadata,
        saveAs,
        deleteAs,
        restoreAs
    };

    build();
    plant();
    alignPersons();
    profile.onSwitch(() => {
        build();
        alignPersons();
    });

    return {
        fetch: async (request) => {
            const { pathname } = new URL(request.url);
            if (isPlatformApi(pathname)) {
                return answerPlatformApi(platform, request);
            }
            return pathname.startsWith('/local/')
                ? answerLocalRoute(routes, request)
                : json({ message: 'there is no such address' }, 404);
        },
        records,
        commits: (after = 0) => store.commits(after),
        onCommit: (listener) => changes.listen(listener),
        saveAs,
        deleteAs,
        restoreAs,
        users: () => [...config.users],
        conversationChannels: () => [...metadata.conversationChannels.values()],
        userOf: (request) => signedIn(config.users, request) ?? userNamed('of this session'),
        switchFaults: (given) => faults.switch(given),
        switchProfile: (answers) => profile.switch(answers),
        answers: () => Object.fromEntries(profile.list().map(({ id, answer }) => [id, answer])),
        reset,
        close: () => {
            changes.close();
            database.close();
        }
    };
}
