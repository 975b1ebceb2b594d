import { fill } from 'c/labelText';
import { phoneOnPage } from 'c/phoneOnPage';
import type { PhoneNews } from 'c/phoneOnPage';
import { getAllUtilityInfo } from 'lightning/platformUtilityBarApi';
import type { UtilityInfo } from 'lightning/platformUtilityBarApi';
import { type Finding, findingOfError } from './findings.ts';
import { inTime } from './inTime.ts';
import { PHONE } from './phoneLabels.ts';
import type { Question } from './question.ts';

const LONGEST_MS = 5000;
/** The event that tells of calls. */
const INTERACTION = 'Interaction';

/** Outside a utility bar the platform throws instead of rejecting. */
async function utilityItems(): Promise<readonly UtilityInfo[]> {
    const items: unknown = await inTime(
        Promise.resolve().then(() => getAllUtilityInfo()),
        LONGEST_MS
    );
    return Array.isArray(items) ? (items as readonly UtilityInfo[]) : [];
}

async function askUtilityBar(): Promise<Finding> {
    const profile = { 'utility-bar-functions': 'works' };
    try {
        const items = await utilityItems();
        return items.length > 0
            ? { outcome: 'works', meaning: fill(PHONE.utilityWorks, items.length), profile }
            : { outcome: 'limited', meaning: PHONE.utilityNone, setting: PHONE.itemMissingSet, profile };
    } catch (error) {
        const refusal = { outcome: 'limited', meaning: PHONE.utilityNo, setting: PHONE.utilitySet } as const;
        const { said } = findingOfError(error, refusal);
        return { ...refusal, ...(said ? { said } : {}), profile: { 'utility-bar-functions': 'missing' } };
    }
}

async function askItem(): Promise<Finding> {
    if (phoneOnPage()) return { outcome: 'works', meaning: PHONE.itemWorks };
    const items = await utilityItems().catch(() => []);
    const waiting = items.some(({ utilityLabel, isLoaded }) => /switchboard/i.test(utilityLabel) && !isLoaded);
    return waiting
        ? { outcome: 'refused', meaning: PHONE.itemNotStarted, setting: PHONE.itemStartSet }
        : { outcome: 'refused', meaning: PHONE.itemMissing, setting: PHONE.itemMissingSet };
}

function heard({ signedIn, received, unknown }: PhoneNews): Finding {
    const interactions = received[INTERACTION] ?? 0;
    const total = Object.values(received).reduce((sum, count) => sum + count, 0);
    if (interactions > 0) {
        const profile = { 'phone-messages': 'all' };
        return unknown > 0
            ? {
                  outcome: 'limited',
                  meaning: fill(PHONE.channelUnknown, unknown),
                  setting: PHONE.channelUnknownSet,
                  profile
              }
            : { outcome: 'works', meaning: fill(PHONE.channelWorks, interactions), profile };
    }
    // Nothing of this goes into the profile: silence may be a quiet morning.
    if (signedIn === true || (signedIn === undefined && total > 0)) {
        return { outcome: 'limited', meaning: PHONE.channelNoInteractions, setting: PHONE.channelTypesSet };
    }
    return { outcome: 'unclear', meaning: PHONE.channelNothing, setting: PHONE.channelNothingSet };
}

function askChannel(): Promise<Finding> {
    const phone = phoneOnPage();
    return Promise.resolve<Finding>(
        phone
            ? heard(phone.news())
            : { outcome: 'unclear', meaning: PHONE.channelNoItem, setting: PHONE.itemMissingSet }
    );
}

/** Is Switchboard in this app, and does the phone reach it? */
export const PHONE_QUESTIONS: readonly Question[] = [
    { id: 'utility', group: 'phone', title: PHONE.utilityTitle, tried: PHONE.utilityTried, ask: askUtilityBar },
    { id: 'item', group: 'phone', title: PHONE.itemTitle, tried: PHONE.itemTried, ask: askItem },
    { id: 'channel', group: 'phone', title: PHONE.channelTitle, tried: PHONE.channelTried, ask: askChannel }
];
