/** Evidence of a schedule in which nothing happened but what is given: for tests of the oracle. */
import type { Evidence } from './evidence.ts';
import { USUAL_PROFILE } from './org/profile.ts';

const NOTHING = {
    profile: USUAL_PROFILE,
    shown: new Map(),
    errors: [],
    leaks: [],
    unheeded: [],
    undrawn: [],
    merges: [],
    lookUps: [],
    handedOver: [],
    asks: [],
    openTabs: [],
    refused: new Set(),
    unknown: new Set(),
    forgotten: new Set(),
    causes: new Set(),
    grantedAt: 0,
    restAt: 0,
    pages: 2
};

/** Tests give as much of tabs, flights and look-ups as the rule in question reads. */
export function evidenceWith(given: object): Evidence {
    return { ...NOTHING, ...given } as unknown as Evidence;
}
