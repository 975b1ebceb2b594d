import { fill } from 'c/labelText';
import { onPhoneOnPage, phoneOnPage } from 'c/phoneOnPage';
import type { PhoneNews } from 'c/phoneOnPage';
import { getAllUtilityInfo, getInfo, updateUtility } from 'lightning/platformUtilityBarApi';
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

/** Its label says who is ringing meanwhile. */
function isSwitchboard({ panelLabel, utilityLabel }: UtilityInfo): boolean {
    return /switchboard/i.test(`${utilityLabel} ${panelLabel}`);
}

/** The item is given what it has: nobody sees a difference. One that is lit was changed through the same function. */
async function itemChanges(utilityId: string): Promise<boolean> {
    const { utilityHighlighted, utilityLabel } = await getInfo(utilityId);
    return utilityHighlighted || updateUtility(utilityId, { label: utilityLabel, highlighted: false });
}

/** Claims no more than was seen: that the bar tells its items says nothing of changing one. */
async function askUtilityBar(): Promise<Finding> {
    let items: readonly UtilityInfo[];
    try {
        items = await utilityItems();
    } catch (error) {
        return notAnswered(error, PHONE.utilityNo, { 'utility-bar-functions': 'missing' });
    }
    const item = items.find(isSwitchboard);
    if (!item) {
        const meaning = items.length > 0 ? fill(PHONE.utilityUntried, items.length) : PHONE.utilityNone;
        return { outcome: 'limited', meaning, setting: PHONE.itemMissingSet };
    }
    try {
        return (await inTime(itemChanges(item.id), LONGEST_MS))
            ? {
                  outcome: 'works',
                  meaning: fill(PHONE.utilityWorks, items.length),
                  profile: { 'utility-bar-functions': 'works' }
              }
            : { outcome: 'limited', meaning: PHONE.utilityDark, setting: PHONE.utilitySet };
    } catch (error) {
        return notAnswered(error, PHONE.utilityDark);
    }
}

function notAnswered(error: unknown, meaning: string, profile?: Finding['profile']): Finding {
    const refusal = { outcome: 'limited', meaning, setting: PHONE.utilitySet } as const;
    const { said } = findingOfError(error, refusal);
    return { ...refusal, ...(said ? { said } : {}), ...(profile ? { profile } : {}) };
}

async function switchboardItem(): Promise<UtilityInfo | undefined> {
    return (await utilityItems().catch(() => [])).find(isSwitchboard);
}

/** The item may still be loading when this page asks. */
async function phoneComes(): Promise<boolean> {
    let stop: (() => void) | undefined;
    const came = new Promise<boolean>((resolve) => {
        stop = onPhoneOnPage(() => resolve(phoneOnPage() !== undefined));
    });
    try {
        return await inTime(came, LONGEST_MS);
    } catch {
        return false;
    } finally {
        stop?.();
    }
}

/** Why nothing is heard on a page without a phone. */
async function whyNoPhone(): Promise<Finding & { readonly setting: string }> {
    const item = await switchboardItem();
    if (!item) return { outcome: 'refused', meaning: PHONE.itemMissing, setting: PHONE.itemMissingSet };
    return item.isLoaded
        ? { outcome: 'refused', meaning: PHONE.itemSilent, setting: PHONE.itemSilentSet }
        : { outcome: 'refused', meaning: PHONE.itemNotStarted, setting: PHONE.itemStartSet };
}

async function askItem(): Promise<Finding> {
    const isThere = phoneOnPage() !== undefined || ((await switchboardItem()) !== undefined && (await phoneComes()));
    return isThere ? { outcome: 'works', meaning: PHONE.itemWorks } : whyNoPhone();
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

async function askChannel(): Promise<Finding> {
    const phone = phoneOnPage();
    if (phone) return heard(phone.news());
    const { setting } = await whyNoPhone();
    return { outcome: 'unclear', meaning: PHONE.channelNoItem, setting };
}

/** Is Switchboard in this app, and does the phone reach it? */
export const PHONE_QUESTIONS: readonly Question[] = [
    { id: 'utility', group: 'phone', title: PHONE.utilityTitle, tried: PHONE.utilityTried, ask: askUtilityBar },
    { id: 'item', group: 'phone', title: PHONE.itemTitle, tried: PHONE.itemTried, ask: askItem },
    { id: 'channel', group: 'phone', title: PHONE.channelTitle, tried: PHONE.channelTried, ask: askChannel }
];
