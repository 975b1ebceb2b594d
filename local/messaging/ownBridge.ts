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
    close(): Promise<void>;
}

export interface OwnBridgeOptions {
    readonly configuration: object;
    /** By name, beside the configuration, which names them. */
    readonly secrets: Readonly<Record<string, string>>;
    /** Whether it hears what both sides tell. */
    readonly isFollowing: () => boolean;
}

const CONFIGURATION = 'bridge.json';

/** Its configuration and its embedded database stand in a folder of their own, which goes with it. */
export function createOwnBridge({ configuration, isFollowing, secrets }: OwnBridgeOptions): OwnBridge {
    const folder = mkdtempSync(path.join(tmpdir(), 'switchboard-messaging-'));
    for (const [name, secret] of Object.entries(secrets))
        writeFileSync(path.join(folder, name), secret, { mode: 0o600 });
    const file = path.join(folder, CONFIGURATION);
    writeFileSync(file, JSON.stringify(configuration, undefined, 4));

    let child: BridgeProcess | undefined;
    let starting: Promise<void> | undefined;
    let hasFollowed = false;
    let why: string | undefined;

    async function launch(): Promise<void> {
        try {
            hasFollowed = false;
            child = await startBridge(file);
            why = undefined;
        } catch (error) {
            why = (error as Error).message;
        } finally {
            starting = undefined;
        }
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
            if (child === undefined || child.hasFailed) starting ??= launch();
        },
        async kill(): Promise<void> {
            await starting;
            const gone = child;
            child = undefined;
            await gone?.kill();
        },
        async close(): Promise<void> {
            await starting;
            await child?.stop();
            child = undefined;
            rmSync(folder, { recursive: true, force: true });
        }
    };
}
