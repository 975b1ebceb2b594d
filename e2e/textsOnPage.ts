import type { Locator } from 'playwright-core';

/** Marks of the pseudo-language, which the page's own labels have about them. */
const LABELLED = /⟦[^⟦⟧]*⟧/;

interface ShownText {
    /** Component and element: `c-interaction-card p`. */
    readonly at: string;
    readonly text: string;
}

/** Each text that can be seen or heard in an element, shadow roots included, one for each run of inline text. */
async function textsIn(shown: Locator): Promise<ShownText[]> {
    return shown.evaluate((root) => {
        const found: { at: string; text: string }[] = [];
        const isInline = (node: Node): boolean =>
            node instanceof Element && /^inline$|^contents$/.test(getComputedStyle(node).display);
        let run = '';
        const end = (at: string): void => {
            const text = run.replaceAll(/\s+/g, ' ').trim();
            if (text !== '') found.push({ at, text });
            run = '';
        };
        const walk = (node: Node, component: string): void => {
            if (node instanceof Text) {
                run += node.data;
                return;
            }
            if (!(node instanceof Element) || /^(style|script|svg|template)$/.test(node.localName)) return;
            if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return;
            const owner = node.shadowRoot ? node.localName : component;
            const at = `${owner} ${node.localName}`;
            if (!isInline(node)) end(at);
            for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description']) {
                const text = node.getAttribute(name)?.trim();
                if (text) found.push({ at: `${at}[${name}]`, text });
            }
            (node.shadowRoot ?? node).childNodes.forEach((child) => walk(child, owner));
            if (node instanceof HTMLSlotElement) node.assignedNodes().forEach((child) => walk(child, component));
            if (!isInline(node)) end(at);
        };
        walk(root, root.localName);
        end(root.localName);
        return found;
    });
}

/** Words on a page in the pseudo-language that no label says. `data` are what the page shows of people and records. */
export async function unlabelled(shown: Locator, data: readonly (string | RegExp)[]): Promise<string[]> {
    const faults = (await textsIn(shown)).flatMap(({ at, text }) => {
        let rest = text;
        while (LABELLED.test(rest)) rest = rest.replace(LABELLED, ' ');
        for (const known of data) rest = rest.replaceAll(known, ' ');
        return /\p{L}{2}/u.test(rest) ? [`${at}: ${rest.trim()} (in ${text})`] : [];
    });
    return [...new Set(faults)];
}

/** Texts that are cut off at a side, stand out of their button, lie upon another text, or are broken in mid-word. */
export async function unreadable(shown: Locator): Promise<string[]> {
    return shown.evaluate((root) => {
        const TOLERANCE = 2;
        const up = (element: Element): Element | null =>
            element.assignedSlot ??
            element.parentElement ??
            (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);
        interface Line {
            readonly text: string;
            readonly owner: Element;
            readonly box: DOMRect;
        }
        const lines: Line[] = [];
        const faults: string[] = [];
        /** What can be seen of a part that scrolls, above and below. */
        const windowOf = (element: Element): { top: number; bottom: number } => {
            let [top, bottom] = [-Infinity, Infinity];
            for (let at: Element | null = element; at && at !== root; at = up(at)) {
                if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
                const box = at.getBoundingClientRect();
                [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
            }
            return { top, bottom };
        };
        const walk = (node: Node, owner: Element): void => {
            if (node instanceof Text) {
                const text = node.data.trim();
                if (text === '') return;
                const range = document.createRange();
                range.selectNodeContents(node);
                const window = windowOf(owner);
                for (const box of range.getClientRects()) {
                    const isSeen = box.bottom <= window.bottom && box.top >= window.top;
                    if (box.width > 0 && box.height > 0 && isSeen) lines.push({ text, owner, box });
                }
                for (const { index, 0: word } of node.data.matchAll(/\p{L}{2,18}/gu)) {
                    range.setStart(node, index);
                    range.setEnd(node, index + word.length);
                    const rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
                    if (rows.size > 1) faults.push(`${owner.localName} "${word}" is broken into ${rows.size} lines`);
                }
                return;
            }
            if (!(node instanceof Element) || /^(style|script|svg|template)$/.test(node.localName)) return;
            if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return;
            // For screen readers only.
            if (getComputedStyle(node).overflowX === 'hidden' && node.clientWidth <= 1) return;
            (node.shadowRoot ?? node).childNodes.forEach((child) => walk(child, node));
        };
        walk(root, root);
        const name = ({ text, owner }: Line): string => `${owner.localName} "${text.slice(0, 60)}"`;
        const whole = root.getBoundingClientRect();
        for (const line of lines) {
            const { box } = line;
            if (box.right > whole.right + TOLERANCE || box.left < whole.left - TOLERANCE)
                faults.push(`${name(line)} stands ${Math.round(box.right - whole.right)} pixels out of the part`);
            for (let at: Element | null = line.owner; at && at !== root; at = up(at)) {
                const { overflowX, overflowY, display } = getComputedStyle(at);
                const around = at.getBoundingClientRect();
                const isButton = at.matches('button, .slds-badge');
                if (display === 'inline' || display === 'contents') continue;
                // Who scrolls may reach what is further on.
                if (/auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY)) break;
                const clipsX = overflowX !== 'visible' || isButton;
                const clipsY = overflowY !== 'visible' || isButton;
                const out = Math.max(
                    clipsX ? box.right - around.right : 0,
                    clipsX ? around.left - box.left : 0,
                    clipsY ? box.bottom - around.bottom : 0,
                    clipsY ? around.top - box.top : 0
                );
                if (out > TOLERANCE) {
                    faults.push(`${name(line)} is cut off by ${Math.round(out)} pixels at ${at.localName}`);
                    break;
                }
            }
        }
        for (const [index, one] of lines.entries())
            for (const other of lines.slice(index + 1)) {
                if (one.owner === other.owner) continue;
                const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
                const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
                // Line boxes of neighbouring lines touch; letters do not.
                if (wide > TOLERANCE && high > Math.min(one.box.height, other.box.height) / 3)
                    faults.push(`${name(one)} lies upon ${name(other)}`);
            }
        return [...new Set(faults)];
    });
}
