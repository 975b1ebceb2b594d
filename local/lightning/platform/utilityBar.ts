/** The utility bar's items and what components did to them. The shell draws it; `lightning/platformUtilityBarApi` changes it. */
import { createPageValue } from './valueWire.ts';

export interface UtilityItem {
    readonly id: string;
    /** `genesysUtility`, as the flexipage names it. */
    readonly component: string;
    readonly label: string;
    readonly icon: string;
    readonly panelLabel: string;
    readonly panelIcon: string;
    readonly width: number;
    readonly height: number;
    readonly highlighted: boolean;
    readonly open: boolean;
    /** Created on the page: when it is eager, or once it was opened. */
    readonly loaded: boolean;
    /** Whether the agent is offered to pop it out. */
    readonly canPopOut: boolean;
    /** In a window of its own, with a component of its own. */
    readonly poppedOut: boolean;
}
type ClickHandler = (state: { readonly panelVisible: boolean }) => void;

export const utilityItems = createPageValue<readonly UtilityItem[]>([]);
const clickHandlers = new Map<string, Set<ClickHandler>>();

/** False when there is no such item. */
export function changeUtility(id: string, change: Partial<UtilityItem>): boolean {
    const items = utilityItems.get();
    if (!items.some((item) => item.id === id)) return false;
    utilityItems.set(items.map((item) => (item.id === id ? { ...item, ...change } : item)));
    return true;
}

/** One panel is open at a time. */
export function showPanel(id: string, open: boolean): boolean {
    const items = utilityItems.get();
    if (!items.some((item) => item.id === id)) return false;
    utilityItems.set(
        items.map((item) => {
            if (item.id === id) return { ...item, open, loaded: item.loaded || open };
            return open ? { ...item, open: false } : item;
        })
    );
    return true;
}

/**
 * Takes the panel out of the bar, or back in. Either way the component is destroyed and, a turn later, another one made
 * elsewhere: what is published between is heard by neither. False when there is no such item, or it may not leave.
 */
export function popOut(id: string, poppedOut: boolean): boolean {
    const item = utilityItems.get().find((one) => one.id === id);
    if (!item || (poppedOut && !item.canPopOut)) return false;
    setTimeout(() => changeUtility(id, { loaded: true }));
    return changeUtility(id, { poppedOut, open: !poppedOut, loaded: false });
}

export function onClick(id: string, handler: ClickHandler): boolean {
    if (!utilityItems.get().some((item) => item.id === id)) return false;
    const handlers = clickHandlers.get(id) ?? new Set();
    handlers.add(handler);
    clickHandlers.set(id, handlers);
    return true;
}

/** The agent clicked the item in the bar. */
export function clickUtility(id: string): void {
    const item = utilityItems.get().find((one) => one.id === id);
    if (!item || item.poppedOut) return;
    showPanel(id, !item.open);
    for (const handler of clickHandlers.get(id) ?? []) handler({ panelVisible: !item.open });
}
