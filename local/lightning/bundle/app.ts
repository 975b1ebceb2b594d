import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** The Lightning app that the page shows, as its metadata describes it. */
export interface LightningApp {
    readonly label: string;
    readonly isConsole: boolean;
    readonly tabs: readonly AppTab[];
    readonly utilityItems: readonly AppUtilityItem[];
}
export interface AppTab {
    readonly label: string;
    /** Address in Lightning's form. */
    readonly address: string;
    /** Name of the bundle, of a custom tab. */
    readonly component?: string;
}
export type PropertyValue = string | number | boolean;
export interface AppUtilityItem {
    readonly component: string;
    readonly label: string;
    /** `utility:call` or similar. */
    readonly icon: string;
    readonly height: number;
    readonly width: number;
    readonly eager: boolean;
    /** Properties of the component set in the utility bar, in the types that its metadata gives them. */
    readonly properties: Readonly<Record<string, PropertyValue>>;
}

type Element = Readonly<Record<string, unknown>>;
const EMPTY: LightningApp = { label: 'Switchboard', isConsole: true, tabs: [], utilityItems: [] };

/**
 * Reads the first custom application of force-app, its utility bar and its custom tabs. Throws an Error that names the
 * file when one refers to metadata that is not there.
 */
export function readApp(product: string): LightningApp {
    const file = globSync('*/applications/*.app-meta.xml', { cwd: product }).sort()[0];
    if (!file) return EMPTY;
    const app = rootOf(product, file, 'CustomApplication');
    const bar = text(app, 'utilityBar');
    return {
        label: text(app, 'label') ?? path.basename(file).split('.')[0] ?? EMPTY.label,
        isConsole: text(app, 'navType') === 'Console',
        tabs: list(app, 'tabs').map((tab) => readTab(product, file, String(tab))),
        utilityItems: bar === undefined ? [] : readUtilityBar(product, file, bar)
    };
}

function readTab(product: string, app: string, name: string): AppTab {
    const standard = /^standard-(\w+)$/.exec(name)?.[1];
    if (standard) return { label: `${standard}s`, address: `/lightning/o/${standard}/list` };
    const tab = rootOf(product, find(product, app, `*/tabs/${name}.tab-meta.xml`), 'CustomTab');
    const component = text(tab, 'lwcComponent');
    return { label: text(tab, 'label') ?? name, address: `/lightning/n/${name}`, ...(component ? { component } : {}) };
}

function readUtilityBar(product: string, app: string, name: string): AppUtilityItem[] {
    const page = rootOf(product, find(product, app, `*/flexipages/${name}.flexipage-meta.xml`), 'FlexiPage');
    return list(page, 'flexiPageRegions')
        .flatMap((region) => list(region, 'itemInstances'))
        .flatMap((item) => list(item, 'componentInstance'))
        .map((instance) => utilityItem(product, instance));
}

function utilityItem(product: string, instance: unknown): AppUtilityItem {
    const component = (text(instance, 'componentName') ?? '').replace(/^c:/, '');
    const all = list(instance, 'componentInstanceProperties').map((one) => ({
        name: text(one, 'name') ?? '',
        value: text(one, 'value') ?? '',
        decorator: text(one, 'type') === 'decorator'
    }));
    const decorator = (name: string): string | undefined =>
        all.find((one) => one.decorator && one.name === name)?.value;
    return {
        component,
        label: decorator('label') ?? component,
        icon: iconName(decorator('icon') ?? 'utility:apps'),
        height: Number(decorator('height') ?? 480),
        width: Number(decorator('width') ?? 340),
        eager: decorator('eager') === 'true',
        properties: typedProperties(
            product,
            component,
            all.filter((one) => !one.decorator)
        )
    };
}

/**
 * A flexipage holds text; the platform gives the component what its metadata declares. Throws an Error that names the
 * component and the property for one that it does not declare, as a deployment would.
 */
function typedProperties(
    product: string,
    component: string,
    given: readonly { name: string; value: string }[]
): Record<string, PropertyValue> {
    if (given.length === 0) return {};
    const file = find(product, 'The utility bar', `*/lwc/${component}/${component}.js-meta.xml`);
    const declared = new Map(
        list(rootOf(product, file, 'LightningComponentBundle'), 'targetConfigs')
            .flatMap((configs) => list(configs, 'targetConfig'))
            .flatMap((config) => list(config, 'property'))
            .map((property) => [text(property, '@name') ?? '', text(property, '@type') ?? 'String'])
    );
    return Object.fromEntries(
        given.map(({ name, value }) => {
            const type = declared.get(name);
            if (type === undefined)
                throw new Error(`${file} declares no property ${name}, which the utility bar sets.`);
            return [name, typed(value, type)];
        })
    );
}

function typed(value: string, type: string): PropertyValue {
    if (type === 'Boolean') return value === 'true';
    return type === 'Integer' ? Number(value) : value;
}

function iconName(icon: string): string {
    return icon.includes(':') ? icon : `utility:${icon}`;
}

function find(product: string, from: string, pattern: string): string {
    const found = globSync(pattern, { cwd: product })[0];
    if (!found) throw new Error(`${from} names ${path.basename(pattern)}, which no package holds.`);
    return found;
}

function rootOf(product: string, file: string, root: string): Element {
    const content = readFileSync(path.join(product, file), 'utf8');
    const valid = XMLValidator.validate(content);
    if (valid !== true) throw new Error(`${file}:${valid.err.line}: ${valid.err.msg}`);
    const parsed = new XMLParser({ parseTagValue: false, ignoreAttributes: false, attributeNamePrefix: '@' }).parse(
        content
    ) as Record<string, unknown>;
    const element = parsed[root];
    if (typeof element !== 'object' || element === null) throw new Error(`${file} holds no ${root} element.`);
    return element as Element;
}

function text(element: unknown, name: string): string | undefined {
    const value: unknown = typeof element === 'object' && element !== null ? (element as Element)[name] : undefined;
    return typeof value === 'string' ? value : undefined;
}

function list(element: unknown, name: string): unknown[] {
    const value: unknown = typeof element === 'object' && element !== null ? (element as Element)[name] : undefined;
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
}
