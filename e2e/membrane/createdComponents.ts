import { globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const PROJECT = path.resolve(import.meta.dirname, '../..');

/** Tags of the product's components that draw or own a wire: each bundle with a template. */
export const COMPONENT_TAGS: readonly string[] = globSync('force-app/*/lwc/*/*.html', {
    cwd: PROJECT,
    // The stand-in phone is for trying out in an org, and part of no product.
    exclude: ['force-app/stand-in/**']
})
    .map((file) => `c-${path.basename(file, '.html').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
    .sort();

/** Those that the page made since it was loaded: the engine defines a tag with its first element. */
export function createdOn(page: Page): Promise<string[]> {
    return page.evaluate((tags) => tags.filter((tag) => customElements.get(tag) !== undefined), [...COMPONENT_TAGS]);
}
