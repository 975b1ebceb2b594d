import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import ToastContainer from 'lightning/toastContainer';
import { app } from 'page/app';
import { provideArea } from '../contexts.ts';
import type { Phones } from '../localPage.ts';
import { PAGE_AREA } from '../opening.ts';
import { consoleNavigation } from '../../platform/lightning/platformWorkspaceApi.ts';
import { visitInConsole } from '../../platform/consoleTabs.ts';
import { addressOf, currentPage, openPage, pageAt } from '../../platform/pageLocation.ts';
import type { PageReference } from '../../platform/pageLocation.ts';
import { utilityItems } from '../../platform/utilityBar.ts';
import type { UtilityItem } from '../../platform/utilityBar.ts';

const PHONE_HEADINGS: Readonly<Record<Phones, string>> = {
    genesys: 'Genesys Cloud phone',
    voice: 'Salesforce Voice phone',
    both: 'Phones'
};

interface ToastDetail {
    readonly title?: string;
    readonly message?: string;
    readonly variant?: string;
    readonly mode?: string;
}

/** The Lightning page: header, the page in front, the utility bar with its panels, the phone. */
export default class Shell extends LightningElement {
    page: PageReference | undefined;
    items: readonly UtilityItem[] = [];
    phoneOpen = true;
    drawerOpen = false;
    readonly phones = globalThis.localPage.phones;
    readonly isConsole = globalThis.localPage.navigation === 'console';
    private readonly stops: (() => void)[] = [];

    connectedCallback(): void {
        provideArea(this.hostElement, PAGE_AREA);
        consoleNavigation.set(this.isConsole);
        this.stops.push(
            currentPage.follow((page) => {
                this.page = page;
                if (page && this.isConsole) visitInConsole(page);
                document.title = `${this.heading} | ${app.label}`;
            }),
            utilityItems.follow((items) => {
                this.items = items;
            })
        );
        this.page = currentPage.get();
        if (this.page && this.isConsole) visitInConsole(this.page);
        utilityItems.set(app.utilityItems.map(itemOf));
        document.addEventListener('click', this.goInPage);
        document.addEventListener('lightning__showtoast', this.showToast);
        ToastContainer.instance();
    }

    disconnectedCallback(): void {
        this.stops.splice(0).forEach((stop) => stop());
        document.removeEventListener('click', this.goInPage);
        document.removeEventListener('lightning__showtoast', this.showToast);
    }

    get heading(): string {
        return this.page?.attributes['objectApiName'] ?? this.page?.attributes['apiName'] ?? 'Page not found';
    }
    /** One entry, keyed by its address, so that another record's page is a new component. */
    get pages(): {
        key: string;
        isRecord: boolean;
        isList: boolean;
        isTab: boolean;
        attributes: PageReference['attributes'];
    }[] {
        const { page } = this;
        if (!page) return [];
        return [
            {
                key: addressOf(page),
                isRecord: page.type === 'standard__recordPage',
                isList: page.type === 'standard__objectPage',
                isTab: page.type === 'standard__navItemPage',
                attributes: page.attributes
            }
        ];
    }
    get notFound(): boolean {
        return !this.page;
    }
    get mainClass(): string {
        const besidePanel = this.items.some((item) => item.open) ? ' beside-panel' : '';
        return `main${besidePanel}${this.phoneOpen ? ' beside-phone' : ''}`;
    }
    get hasGenesys(): boolean {
        return this.phones !== 'voice';
    }
    get hasVoice(): boolean {
        return this.phones !== 'genesys';
    }
    get phoneHeading(): string {
        return PHONE_HEADINGS[this.phones];
    }
    get phoneClass(): string {
        return `phone slds-docked-composer slds-grid slds-grid_vertical${this.phoneOpen ? '' : ' slds-hide'}`;
    }

    skip(): void {
        this.template?.querySelector<HTMLElement>('main')?.focus();
    }
    togglePhone(): void {
        this.phoneOpen = !this.phoneOpen;
    }
    toggleDrawer(): void {
        this.drawerOpen = !this.drawerOpen;
    }

    /** A link to another Lightning page does not load the document again. */
    private readonly goInPage = (event: MouseEvent): void => {
        if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
        if (!link || link.target === '_blank') return;
        const address = link.getAttribute('href') ?? '';
        const page = address.startsWith('/lightning/') ? pageAt(address) : undefined;
        if (!page) return;
        event.preventDefault();
        openPage(page, address);
    };

    private readonly showToast = (event: Event): void => {
        const { title, message, variant, mode } = (event as CustomEvent<ToastDetail>).detail;
        void Toast.show(
            { label: title, message, variant, mode } as Parameters<typeof Toast.show>[0],
            this.hostElement as HTMLElement
        );
    };
}

/** Eager items exist from the start; the first panel is open, so that a newcomer sees it. */
function itemOf(item: (typeof app.utilityItems)[number], index: number): UtilityItem {
    const { component, label, icon, width, height, eager } = item;
    return {
        id: `utility${index}`,
        component,
        label,
        icon,
        panelLabel: label,
        panelIcon: icon,
        width,
        height,
        highlighted: false,
        open: index === 0,
        loaded: eager || index === 0,
        canPopOut: true,
        poppedOut: false
    };
}
