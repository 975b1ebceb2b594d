import { createKeptEntries } from 'c/taskSync';
import type { Storage } from 'c/taskSync';
import type { TransferTarget } from './transport.ts';
import type { Directory } from './types.ts';

const KEPT_COUNT = 5;
const NAME = 'targets';

/** Names of records, nothing of a customer: whom the agent passed conversations to. */
export interface RecentTargets {
    /** Does nothing for a target that the admin has not named. */
    use(to: TransferTarget, directory: Directory): void;
    /** Keys of targets, newest first. */
    list(): readonly string[];
}

export function createRecentTargets(storage: Storage, org: string, userId: string): RecentTargets {
    const kept = createKeptEntries(storage, org, userId, 'transfer');
    let last: readonly string[] = [];

    function read(): readonly string[] {
        const value = kept.read(NAME);
        const names = Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : last;
        return names.slice(0, KEPT_COUNT);
    }

    last = read();
    return {
        use(to, directory): void {
            const named = directory.targets.find(({ address, kind }) => kind === to.kind && address === to.address);
            if (named === undefined) {
                return;
            }
            last = [named.key, ...read().filter((key) => key !== named.key)].slice(0, KEPT_COUNT);
            kept.write(NAME, last);
        },
        list: () => last
    };
}
