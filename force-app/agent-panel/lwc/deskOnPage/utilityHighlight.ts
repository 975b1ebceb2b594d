import type { DeskInteraction } from 'c/agentDesk';
import { callerName } from 'c/callerName';
import { fill } from 'c/labelText';
import { getInfo, updateUtility } from 'lightning/platformUtilityBarApi';
import { LABELS } from './labels.ts';

/** Makes the utility bar say who is ringing, and gives it its own label back afterwards. */
export interface UtilityHighlight {
    show(interactions: readonly DeskInteraction[]): void;
    /** Gives the bar its own label back. */
    end(): void;
}

function ringingWords(interactions: readonly DeskInteraction[]): string | undefined {
    const ringing = interactions.filter(
        ({ interaction }) => interaction.state === 'alerting' && !interaction.disconnected
    );
    const [first] = ringing;
    if (!first) return undefined;
    if (ringing.length > 1) return fill(LABELS.ringingMany, ringing.length);
    return fill(LABELS.ringing, callerName(first, LABELS.unknownCaller));
}

export function createUtilityHighlight(utilityId: string): UtilityHighlight {
    let said: string | undefined;
    let own: Promise<string> | undefined;
    // One change after the other, so that the last one wins.
    let last: Promise<unknown> = Promise.resolve();

    function change(words: string | undefined): void {
        if (words === said) return;
        said = words;
        last = last.then(() => apply(words)).catch(() => undefined);
    }

    /** The bar refuses where Lightning Web Security is off; the panel works all the same. */
    async function apply(words: string | undefined): Promise<void> {
        own ??= getInfo(utilityId).then(({ utilityLabel }) => utilityLabel);
        const label = words ?? (await own);
        if (words) await own;
        await updateUtility(utilityId, { label, highlighted: Boolean(words) });
    }

    return {
        show: (interactions) => change(ringingWords(interactions)),
        end: () => change(undefined)
    };
}
