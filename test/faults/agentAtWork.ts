/** What the agent types and picks in the pages, and what thereby becomes true. */
import type { DeskInteraction, PageRecord, RelationChoice, TaskRelation } from 'c/agentDesk';
import type { Ask } from './evidence.ts';
import type { Value } from './org/taskTable.ts';
import type { Page } from './page.ts';
import type { PICKS } from './steps.ts';
import { tell, untell } from './truth.ts';
import type { Handling } from './truth.ts';
import type { Phone } from './world/phone.ts';
import type { Browser } from './world/tabs.ts';
import type { VirtualTime } from './world/virtualTime.ts';

export interface Agent {
    /** What the agent did in a page that shows something else. */
    readonly unheeded: readonly string[];
    /** Where the agent typed and picked last. */
    agentOf(handling: Handling): Page | undefined;
    types(handling: Handling, page: Page | undefined): Promise<void>;
    picks(handling: Handling, page: Page | undefined, pick: (typeof PICKS)[number]): Promise<void>;
}

interface World {
    readonly time: VirtualTime;
    readonly browser: Browser;
    readonly phone: Phone;
    /** Filled with what makes a page write. */
    readonly asks: Ask[];
}

/** So long nobody has typed on notes that another tab brings to their Task, in milliseconds. */
const NOTES_LEFT_MS = 59_000;

/** So often a page looks for such notes, in milliseconds. */
const NOTES_LOOK_MS = 61_000;

/** So long it takes to pick, in milliseconds. */
const PICK_MS = 50;

/** So long after the last key a page takes it that the agent pauses, in milliseconds. */
const NOTES_PAUSE_MS = 2_000;

const RECORDS: Readonly<Record<'contact' | 'lead' | 'account', PageRecord>> = {
    contact: { id: '003000000000001AAA', objectApiName: 'Contact' },
    lead: { id: '00Q000000000001AAA', objectApiName: 'Lead' },
    account: { id: '001000000000001AAA', objectApiName: 'Account' }
};

interface Picked {
    name?: Value;
    relatedTo?: Value;
}

export function createAgent({ time, browser, phone, asks }: World): Agent {
    const agentIsIn = new Map<Handling, Page>();
    const picked = new Map<Handling, Picked>();
    const unheeded: string[] = [];

    function shown(page: Page, handling: Handling): DeskInteraction | undefined {
        return page.desk
            .view()
            .interactions.find(
                ({ interaction }) =>
                    interaction.id === handling.conversation && interaction.segment === handling.segment
            );
    }

    /** An agent works where that call was worked on before; elsewhere only once that tab is gone. */
    function whereAgentIs(handling: Handling, page: Page | undefined): Page | undefined {
        const before = agentIsIn.get(handling);
        const now = before !== undefined && before.tab.state !== 'gone' ? before : page;
        if (now === undefined || now.tab.state !== 'open' || !now.knows.has(handling)) return undefined;
        if (shown(now, handling)?.interaction.handled !== true) return undefined;
        agentIsIn.set(handling, now);
        return now;
    }

    async function types(handling: Handling, where: Page | undefined): Promise<void> {
        const page = whereAgentIs(handling, where);
        if (page === undefined) return;
        const notes = `N|${handling.name}|${phone.next()}`;
        tell(handling, 'Description', notes, false);
        pauses(page, handling);
        await browser.runIn(
            page.tab,
            () => page.desk.note(handling.conversation, notes),
            () => tell(handling, 'Description', notes, true)
        );
    }

    /** Notes are written once the agent pauses, or with the next step; by another tab soon or a while after this one went. */
    function pauses({ tab }: Page, handling: Handling): void {
        const typed: Ask = { at: time.now(), tab, how: 'atOnce', handling };
        let isAsked = false;
        const asked = (): void => {
            isAsked = true;
            asks.push({ at: time.now(), tab, how: 'atOnce', handling });
        };
        const left = (): void => {
            asks.push({ at: time.now(), until: time.now() + NOTES_LOOK_MS, tab, how: 'atOnce', handling });
        };
        time.after(NOTES_PAUSE_MS, () => {
            if (tab.state !== 'gone') return browser.runIn(tab, asked);
            asks.push(typed);
            return undefined;
        });
        time.after(NOTES_LEFT_MS, () => (isAsked ? undefined : left()));
    }

    async function picks(handling: Handling, where: Page | undefined, pick: (typeof PICKS)[number]): Promise<void> {
        const page = whereAgentIs(handling, where);
        if (page === undefined) return;
        const relation: TaskRelation = pick === 'account' || pick === 'nothing' ? 'relatedTo' : 'name';
        const record = pick === 'nobody' || pick === 'nothing' ? undefined : RECORDS[pick];
        let taken = false;
        const at = time.now();
        asks.push({ at, tab: page.tab, how: 'atOnce' });
        await browser.runIn(
            page.tab,
            () => {
                if (record !== undefined) page.desk.page(record, Object.values(RECORDS));
                const offered = shown(page, handling)?.relations?.[relation];
                taken = isOffered(offered, record);
                // What is chosen already cannot be picked again.
                if (offered?.by === 'agent' && offered.chosen === record?.id) taken = false;
                else page.desk.relate(handling.conversation, relation, record?.id);
                const now = shown(page, handling)?.relations?.[relation];
                if (!taken) return;
                isPicked(handling, { [relation]: record?.id ?? null }, false, at);
                if (now?.by !== 'agent' || now.chosen !== record?.id) {
                    unheeded.push(`${handling.name}: the agent picked ${pick}, and the page shows something else`);
                }
            },
            () => taken && isPicked(handling, { [relation]: record?.id ?? null }, true, at)
        );
        // Nobody picks twice in one moment.
        await time.pass(PICK_MS);
    }

    /** A lead has no Related To. */
    function isPicked(handling: Handling, pick: Picked, sure: boolean, at: number): void {
        const before = picked.get(handling);
        // A page that offers Related To knows nothing of the lead that another one was told.
        const isForgotten = pick.relatedTo !== undefined && before?.name === RECORDS.lead.id;
        const now = isForgotten ? pick : { ...before, ...pick };
        picked.set(handling, now);
        if (pick.name !== undefined) tell(handling, 'WhoId', pick.name, sure, true, at);
        const related = now.name === RECORDS.lead.id ? null : now.relatedTo;
        if (related === undefined) untell(handling, 'WhatId');
        else tell(handling, 'WhatId', related, sure && (pick.relatedTo !== undefined || related === null), true, at);
    }

    return { unheeded, agentOf: (handling) => agentIsIn.get(handling), types, picks };
}

function isOffered(choice: RelationChoice | undefined, record: PageRecord | undefined): boolean {
    return (
        choice !== undefined &&
        choice.closed === undefined &&
        (record === undefined || choice.choices.some(({ id }) => id === record.id))
    );
}
