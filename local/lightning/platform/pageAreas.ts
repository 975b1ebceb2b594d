/**
 * Areas of the page as message scope knows them: the utility bar is always active, of the console tabs only the one in
 * front. A component in a background tab hears only what it asked for with APPLICATION_SCOPE.
 */
export const ALWAYS_ACTIVE = 'utilityBar';
let inFront: string | undefined;

export function bringToFront(area: string | undefined): void {
    inFront = area;
}

export function isActiveArea(area: string): boolean {
    return area === ALWAYS_ACTIVE || area === inFront;
}
