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

/**
 * Texts that are cut off at a side, stand out of their button, lie upon another text, or are broken in mid-word. Of parts
 * that scroll, what is seen. Names of a page's data may be broken where `breakable` has something of the text.
 */
export async function unreadable(shown: Locator, breakable = /$^/): Promise<string[]> {
    return shown.evaluate((root, pattern) => {
        const TOLERANCE = 2;
        const mayBreak = new RegExp(pattern);
        const up = (element: Element): Element | null => {
            const owner = element.getRootNode();
            return element.assignedSlot ?? element.parentElement ?? (owner instanceof ShadowRoot ? owner.host : null);
        };
        interface Line {
            readonly text: string;
            readonly owner: Element;
            readonly box: DOMRect;
        }
        const lines: Line[] = [];
        const faults: string[] = [];
        const scrolls = (element: Element): boolean => {
            const { overflowX, overflowY } = getComputedStyle(element);
            return /auto|scroll/.test(overflowX) || /auto|scroll/.test(overflowY);
        };
        /** What can be seen of the parts around it that scroll. */
        const isSeen = (element: Element, box: DOMRect): boolean => {
            for (let at: Element | null = element; at && at !== root; at = up(at)) {
                if (!scrolls(at)) continue;
                const { top, bottom, left, right } = at.getBoundingClientRect();
                if (box.top < top || box.bottom > bottom || box.left < left || box.right > right) return false;
            }
            return box.width > 0 && box.height > 0;
        };
        const lookAt = (node: Text, owner: Element): void => {
            const text = node.data.trim();
            if (text === '') return;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) if (isSeen(owner, box)) lines.push({ text, owner, box });
            if (mayBreak.test(text)) return;
            // Japanese is broken between any two characters.
            for (const { index, 0: word } of node.data.matchAll(/\p{Script=Latin}{2,18}/gu)) {
                range.setStart(node, index);
                range.setEnd(node, index + word.length);
                const rows = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
                if (rows.size > 1) faults.push(`${owner.localName} "${word}" is broken into ${rows.size} lines`);
            }
        };
        const walk = (node: Node, owner: Element): void => {
            if (node instanceof Text) return lookAt(node, owner);
            if (!(node instanceof Element) || /^(style|script|svg|template|option)$/.test(node.localName)) return;
            const { display, overflowX } = getComputedStyle(node);
            if (!node.checkVisibility() && display !== 'contents') return;
            // For screen readers only.
            if (overflowX === 'hidden' && display !== 'inline' && node.clientWidth <= 1) return;
            (node.shadowRoot ?? node).childNodes.forEach((child) => walk(child, node));
            if (node instanceof HTMLSlotElement) node.assignedNodes().forEach((child) => walk(child, node));
        };
        walk(root, root);
        const name = ({ text, owner }: Line): string => `${owner.localName} "${text.slice(0, 60)}"`;
        const whole = root.getBoundingClientRect();
        const cut = (line: Line): string | undefined => {
            const { box } = line;
            for (let at: Element | null = line.owner; at && at !== root; at = up(at)) {
                const { overflowX, overflowY, display } = getComputedStyle(at);
                if (scrolls(at)) return undefined;
                if (display === 'inline' || display === 'contents') continue;
                const around = at.getBoundingClientRect();
                const isButton = at.matches('button, .slds-badge');
                const [clipsX, clipsY] = [overflowX !== 'visible' || isButton, overflowY !== 'visible' || isButton];
                const out = Math.max(
                    clipsX ? Math.max(box.right - around.right, around.left - box.left) : 0,
                    clipsY ? Math.max(box.bottom - around.bottom, around.top - box.top) : 0
                );
                if (out > TOLERANCE) return `${name(line)} is cut off by ${Math.round(out)} pixels at ${at.localName}`;
            }
            const over = whole.width > 0 ? Math.max(box.right - whole.right, whole.left - box.left) : 0;
            return over > TOLERANCE ? `${name(line)} stands out of the part by ${Math.round(over)} pixels` : undefined;
        };
        faults.push(...lines.map(cut).filter((fault) => fault !== undefined));
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
    }, breakable.source);
}
