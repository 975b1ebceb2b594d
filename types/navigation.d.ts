/** `lightning/navigation`, `lightning/platformWorkspaceApi`, `lightning/platformUtilityBarApi`. */
declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';
    const navigate: unique symbol;
    const generateUrl: unique symbol;
    export interface PageReference {
        readonly type: string;
        readonly attributes?: Readonly<Record<string, unknown>>;
        readonly state?: Readonly<Record<string, string | undefined>>;
    }
    export interface Navigating {
        [navigate](page: PageReference, replace?: boolean): void;
        [generateUrl](page: PageReference): Promise<string>;
    }
    // TypeScript knows a mixin by exactly this signature.
    type NavigatingConstructor = new (...args: any[]) => Navigating;
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference | null | undefined>;
    export const NavigationMixin: {
        (base: typeof LightningElement): typeof LightningElement & NavigatingConstructor;
        readonly Navigate: typeof navigate;
        readonly GenerateUrl: typeof generateUrl;
    };
}

declare module 'lightning/platformWorkspaceApi' {
    import type { WireAdapterConstructor } from 'lwc';
    import type { PageReference } from 'lightning/navigation';
    export interface TabInfo {
        readonly tabId: string;
        readonly isSubtab: boolean;
        readonly focused: boolean;
        readonly parentTabId?: string | null;
        readonly recordId?: string | null;
        readonly objectApiName?: string | null;
        readonly url?: string;
        readonly pageReference?: PageReference;
        readonly subtabs?: readonly TabInfo[];
    }
    export const EnclosingTabId: WireAdapterConstructor<Record<string, never>, string | null | undefined>;
    export const IsConsoleNavigation: WireAdapterConstructor<Record<string, never>, boolean | undefined>;
    export function getFocusedTabInfo(): Promise<TabInfo>;
    export function getTabInfo(tabId: string): Promise<TabInfo>;
    export function getAllTabInfo(): Promise<readonly TabInfo[]>;
    export function focusTab(tabId: string): Promise<boolean>;
    export function openTab(input: {
        readonly recordId?: string;
        readonly url?: string;
        readonly pageReference?: PageReference;
        readonly focus?: boolean;
    }): Promise<string>;
}

declare module 'lightning/platformUtilityBarApi' {
    import type { WireAdapterConstructor } from 'lwc';
    export interface UtilityInfo {
        readonly id: string;
        readonly utilityLabel: string;
        readonly utilityIcon: string;
        readonly utilityHighlighted: boolean;
        readonly utilityVisible: boolean;
        readonly utilityPoppedOut: boolean;
        readonly panelLabel: string;
        readonly panelIcon: string;
        readonly panelWidth: number;
        readonly panelHeight: number;
        readonly isLoaded: boolean;
    }
    export interface UtilityUpdate {
        readonly label?: string;
        readonly icon?: string;
        readonly highlighted?: boolean;
    }
    export interface PanelUpdate {
        readonly label?: string;
        readonly icon?: string;
        readonly width?: number;
        readonly height?: number;
    }
    /** Undefined outside a utility bar. */
    export const EnclosingUtilityId: WireAdapterConstructor<Record<string, never>, string | undefined>;
    export function open(utilityId: string, options?: { readonly autoFocus?: boolean }): Promise<boolean>;
    export function minimize(utilityId: string): Promise<boolean>;
    export function getInfo(utilityId: string): Promise<UtilityInfo>;
    export function getAllUtilityInfo(): Promise<readonly UtilityInfo[]>;
    export function updateUtility(utilityId: string, update: UtilityUpdate): Promise<boolean>;
    export function updatePanel(utilityId: string, update: PanelUpdate): Promise<boolean>;
    export function onUtilityClick(
        utilityId: string,
        handler: (state: { readonly panelVisible: boolean }) => void
    ): Promise<boolean>;
    export function enableModal(utilityId: string, enabled: boolean): Promise<boolean>;
    export function enablePopout(
        utilityId: string,
        enabled: boolean,
        options?: { readonly disabledText?: string }
    ): Promise<boolean>;
}
