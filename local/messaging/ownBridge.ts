/** The bridge's own program, in a process of its own, which may be killed and started again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBridge } from '../bridgeChaos/bridgeProcess.ts';
import type { BridgeProcess } from '../bridgeChaos/bridgeProcess.ts';

export type BridgeState = 'starting' | 'running' | 'stopped' | 'failed';

export interface OwnBridge {
    readonly state: BridgeState;
    /** What it said when it could not be started, or ended by itself. */
    readonly why?: string;
    /** Nothing where it runs. */
    start(): void;
    /** With SIGKILL: it ends nothing that it began. */
    kill(): Promise<void>;
    /** Asks it to end, and kills it where it has not started yet. */
    close(): Promise<void>;
}

export interface OwnBridgeOptions {
    readonly configuration: object;
    /** By name, beside the configuration, which names them. */
    readonly secrets: Readonly<Record<string, string>>;
    /** Whether it hears what both sides tell. */
    readonly isFollowing: () => boolean;
    /** Fills the folder before the first start, so that it need not make its database. */
    readonly fill?: Fill | undefined;
}

export type Fill = (folder: string) => Promise<unknown>;

const CONFIGURATION = 'bridge.json';

/** Its configuration and its embedded database stand in a folder of their own, which goes with it. */
export function createOwnBridge({ configuration, fill, isFollowing, secrets }: OwnBridgeOptions): OwnBridge {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-messaging-'));
    for (const [name, secret] of Object.entries(secrets))
        writeFileSync(path.join(folder, name), secret, { mode: 0o600 });
    const file = path.join(folder, CONFIGURATION);
    writeFileSync(file, JSON.stringify(configuration, undefined, 4));

    let child: BridgeProcess | undefined;
    let starting: Promise<void> | undefined;
    let filling: Promise<unknown> | undefined;
    let ending = new AbortController();
    let hasFollowed = false;
    let why: string | undefined;

    async function launch({ signal }: AbortController): Promise<void> {
        try {
            hasFollowed = false;
            why = undefined;
            await (filling ??= fill?.(folder));
            child = await startBridge(file, { signal });
        } catch (error) {
            if (!signal.aborted) why = (error as Error).message;
        } finally {
            starting = undefined;
        }
    }

    /** What is starting starts no more. */
    async function endStarting(): Promise<void> {
        ending.abort();
        ending = new AbortController();
        await starting;
    }

    return {
        get state(): BridgeState {
            if (starting !== undefined) return 'starting';
            if (why !== undefined || child?.hasFailed === true) return 'failed';
            if (child === undefined) return 'stopped';
            // Once it has heard of both, it waits for whichever is away.
            hasFollowed ||= isFollowing();
            return hasFollowed ? 'running' : 'starting';
        },
        get why() {
            return why ?? (child?.hasFailed === true ? child.said : undefined);
        },
        start(): void {
            if (child === undefined || child.hasFailed) starting ??= launch(ending);
        },
        async kill(): Promise<void> {
            await endStarting();
            const gone = child;
            child = undefined;
            await gone?.kill();
        },
        async close(): Promise<void> {
            await endStarting();
            await child?.stop();
            child = undefined;
            rmSync(folder, { recursive: true, force: true });
        }
    };
}
