import type { Clock } from '@switchboard/genesys-api';
import type { Configuration } from '../connections/configuration.ts';
import { postgresStore } from './postgresStore.ts';
import { readSecret } from '@switchboard/genesys-api';
import { memoryStore } from './stateStore.ts';
import type { StateStore } from './stateStore.ts';

/** The store that the configuration names; without one the memory of this process. Throws where it cannot be used. */
export async function storeOf(
    { store }: Configuration,
    { env, folder, clock }: { readonly env: NodeJS.ProcessEnv; readonly folder: string; readonly clock: Clock }
): Promise<StateStore> {
    return store === undefined ? memoryStore(clock) : postgresStore(readSecret(store.postgres, env, folder));
}
