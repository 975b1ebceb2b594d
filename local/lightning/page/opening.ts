import { bringToFront } from '../platform/pageAreas.ts';
import { currentPage, pageAt } from '../platform/pageLocation.ts';

/** The one console tab's area of message scope. */
export const PAGE_AREA = 'page';

/** Shows what the address bar says, now and when the user goes back or forward. */
export function openAtAddress(): void {
    const show = (): void => currentPage.set(pageAt(location.pathname + location.search));
    bringToFront(PAGE_AREA);
    show();
    addEventListener('popstate', show);
}
