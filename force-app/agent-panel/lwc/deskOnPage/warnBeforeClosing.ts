/**
 * The browser asks before the page is closed or loaded anew while something is not saved. The words are the browser's
 * own. Returns how to stop.
 */
export function warnBeforeClosing(isUnsaved: () => boolean): () => void {
    const warn = (event: BeforeUnloadEvent): void => {
        if (!isUnsaved()) return;
        event.preventDefault();
        // Older browsers ask only so.
        event.returnValue = true;
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
}
