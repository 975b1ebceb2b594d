/** In which order an org lets go of components: first what nothing names, then what only that named, and so on. */
import { names } from './components.ts';
import type { Component } from './components.ts';

/** What people have put in, and what screens say: last of all, so that one can stop before. */
const KEPT_LONGEST = new Set(['CustomMetadata', 'CustomLabel', 'CustomField', 'CustomObject']);

/**
 * Each stage is one deployment. Whether Salesforce deletes in one deployment what names each other is not documented, so
 * nothing in a stage names anything else of it. Throws where components name each other in a circle.
 */
export function stagesOf(components: readonly Component[]): Component[][] {
    const kept = ({ type }: Component): boolean => KEPT_LONGEST.has(type);
    return [...letGo(components.filter((one) => !kept(one))), ...letGo(components.filter(kept))];
}

function letGo(components: readonly Component[]): Component[][] {
    const stages: Component[][] = [];
    let left = [...components];
    while (left.length > 0) {
        const free = left.filter((one) => !left.some((other) => names(other, one)));
        if (free.length === 0)
            throw new Error(`${left.map(({ name }) => name).join(', ')}: each is named by another, none can go first`);
        stages.push(free);
        left = left.filter((one) => !free.includes(one));
    }
    return stages;
}
