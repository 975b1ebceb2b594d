/** The utility bar as components change it. Each call resolves false for an id that is no item of the bar. */
import { changeUtility, onClick, showPanel, utilityItems } from '../utilityBar.ts';
import type { UtilityItem } from '../utilityBar.ts';

/** Wire adapter: the id of the utility item around this component; nothing outside a utility bar. */
export class EnclosingUtilityId {
    static readonly contextSchema = { utilityId: 'optional' } as const;
    private readonly emit: (id: string | undefined) => void;

    constructor(emit: (id: string | undefined) => void) {
        this.emit = emit;
    }
    connect(): void {
        // The engine calls update() at once, with the enclosing item.
    }
    update(_config?: object, enclosing?: { readonly utilityId?: string }): void {
        this.emit(missing() ? undefined : enclosing?.utilityId);
    }
    disconnect(): void {
        // Nothing is held.
    }
}

/** An org without Lightning Web Security has no such functions: each call is rejected. */
function missing(): boolean {
    return globalThis.localPage?.answers['utility-bar-functions'] === 'missing';
}

async function whereItWorks<T>(run: () => T): Promise<T> {
    if (missing()) throw new TypeError('lightning/platformUtilityBarApi is not available in this org.');
    return run();
}

export function open(utilityId: string, _options?: { readonly autoFocus?: boolean }): Promise<boolean> {
    return whereItWorks(() => showPanel(utilityId, true));
}

export function minimize(utilityId: string): Promise<boolean> {
    return whereItWorks(() => showPanel(utilityId, false));
}

export function updateUtility(
    utilityId: string,
    update: { readonly label?: string; readonly icon?: string; readonly highlighted?: boolean }
): Promise<boolean> {
    return whereItWorks(() => changeUtility(utilityId, given({ ...update })));
}

export function updatePanel(
    utilityId: string,
    update: { readonly label?: string; readonly icon?: string; readonly width?: number; readonly height?: number }
): Promise<boolean> {
    const { label, icon, width, height } = update;
    return whereItWorks(() => changeUtility(utilityId, given({ panelLabel: label, panelIcon: icon, width, height })));
}

export function onUtilityClick(
    utilityId: string,
    handler: (state: { readonly panelVisible: boolean }) => void
): Promise<boolean> {
    return whereItWorks(() => onClick(utilityId, handler));
}

/** Rejects for an id that is no item of the bar. */
export function getInfo(utilityId: string): Promise<Record<string, unknown>> {
    return whereItWorks(() => {
        const item = utilityItems.get().find((one) => one.id === utilityId);
        if (!item) {
            const given = JSON.stringify(utilityId);
            throw new RangeError(`utilityId is ${given}. Give the id that EnclosingUtilityId delivers.`);
        }
        return infoOf(item);
    });
}

export function getAllUtilityInfo(): Promise<Record<string, unknown>[]> {
    return whereItWorks(() => utilityItems.get().map(infoOf));
}

/** A modal panel is not drawn by this page. */
export function enableModal(utilityId: string, _enabled: boolean): Promise<boolean> {
    return getInfo(utilityId).then(() => true);
}

/** Whether the agent may pop the panel out. This page draws no hover text for a disabled button: it draws none. */
export function enablePopout(
    utilityId: string,
    enabled: boolean,
    _options?: { readonly disabledText?: string }
): Promise<boolean> {
    return getInfo(utilityId).then(() => changeUtility(utilityId, { canPopOut: enabled }));
}

function infoOf(item: UtilityItem): Record<string, unknown> {
    return {
        id: item.id,
        utilityLabel: item.label,
        utilityIcon: item.icon,
        utilityHighlighted: item.highlighted,
        utilityVisible: item.open || item.poppedOut,
        utilityPoppedOut: item.poppedOut,
        panelLabel: item.panelLabel,
        panelIcon: item.panelIcon,
        panelWidth: item.width,
        panelHeight: item.height,
        isLoaded: item.loaded
    };
}

function given(change: Readonly<Record<string, unknown>>): Partial<UtilityItem> {
    return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
