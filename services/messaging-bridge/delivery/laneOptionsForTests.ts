import type { Database } from '../store/database.ts';
import { createBreaker } from './breaker.ts';
import type { FarSide } from './farSideForTests.ts';
import type { LaneOptions } from './laneRunner.ts';

/** How messages, and nothing else, are delivered to that far side, with waits that a test can wait for. */
export const laneOptions = (
    database: Database,
    side: FarSide,
    breaker = createBreaker(20)
): Omit<LaneOptions, 'assertAlive' | 'pause'> => ({
    database,
    senderOf: (kind) => (kind === 'message' ? side.sender : undefined),
    breakerOf: () => breaker,
    maxAgeMs: 3_600_000,
    settleMs: 5,
    firstWaitMs: 2,
    onSettled: () => undefined
});
