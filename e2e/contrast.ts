import type { Locator } from 'playwright-core';

/**
 * Texts with less contrast than WCAG AA asks for: 4.5 to 1, or 3 to 1 where they are large. axe looks at no text of the
 * panel for it.
 */
export async function faint(shown: Locator): Promise<string[]> {
    return shown.evaluate((root) => {
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        if (!canvas) throw new Error('This browser has no canvas.');
        type Colour = readonly [red: number, green: number, blue: number, alpha: number];
        const known = new Map<string, Colour>();
        const colour = (words: string): Colour => {
            const before = known.get(words);
            if (before) return before;
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = words;
            canvas.fillRect(0, 0, 1, 1);
            const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
            const read: Colour = [red, green, blue, alpha / 255];
            known.set(words, read);
            return read;
        };
        const over = (upper: Colour, lower: Colour): Colour => {
            const mix = (at: 0 | 1 | 2): number => upper[at] * upper[3] + lower[at] * (1 - upper[3]);
            return [mix(0), mix(1), mix(2), 1];
        };
        const up = (element: Element): Element | null => {
            const owner = element.getRootNode();
            return element.assignedSlot ?? element.parentElement ?? (owner instanceof ShadowRoot ? owner.host : null);
        };
        const behind = (element: Element): Colour => {
            const layers: Colour[] = [];
            for (let at: Element | null = element; at; at = up(at)) {
                const layer = colour(getComputedStyle(at).backgroundColor);
                if (layer[3] > 0) layers.push(layer);
                if (layer[3] === 1) break;
            }
            return layers.reduceRight((lower, upper) => over(upper, lower), colour('Canvas'));
        };
        const light = ([red, green, blue]: Colour): number => {
            const linear = [red, green, blue].map((part) => {
                const share = part / 255;
                return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
        };
        const faults: string[] = [];
        const lookAt = (text: string, owner: Element): void => {
            const style = getComputedStyle(owner);
            const ground = behind(owner);
            const lights = [light(over(colour(style.color), ground)), light(ground)];
            const ratio = (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
            const size = parseFloat(style.fontSize);
            const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
            if (ratio < (isLarge ? 3 : 4.5))
                faults.push(`${owner.localName} "${text.slice(0, 60)}" has ${ratio.toFixed(2)} to 1`);
        };
        const walk = (node: Node, owner: Element): void => {
            if (node instanceof Text) {
                if (node.data.trim() !== '') lookAt(node.data.trim(), owner);
                return;
            }
            if (!(node instanceof Element) || /^(style|script|svg|template|option)$/.test(node.localName)) return;
            if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return;
            if (node.matches('[disabled], [aria-disabled="true"]')) return;
            (node.shadowRoot ?? node).childNodes.forEach((child) => walk(child, node));
            if (node instanceof HTMLSlotElement) node.assignedNodes().forEach((child) => walk(child, node));
        };
        walk(root, root);
        return [...new Set(faults)];
    });
}
