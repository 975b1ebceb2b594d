/** Tabs and pages that show a component: it must exist, be exposed, and be allowed there. */
import { elements, text, texts } from './metadata.ts';
import type { Check, Problem, Project } from './problem.ts';

const TARGET_OF_PAGE: Readonly<Record<string, string>> = {
    UtilityBar: 'lightning__UtilityBar',
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage',
    RecordPage: 'lightning__RecordPage'
};

function placed(project: Project, file: string, component: string, target: string | undefined): Problem[] {
    const bundle = project.bundles.find(({ name }) => name === component);
    if (!bundle)
        return [{ check: 'unknown component', file, message: `There is no bundle ${component} in force-app.` }];
    const metaFile = `${bundle.folder}/${component}.js-meta.xml`;
    if (!bundle.files.includes(`${component}.js-meta.xml`)) return [];
    const [meta] = elements(project.xml(metaFile), 'LightningComponentBundle');
    const targets = elements(meta, 'targets').flatMap((list) => texts(list, 'target'));
    if (text(meta, 'isExposed') === 'true' && (target === undefined || targets.includes(target))) return [];
    return [
        {
            check: 'component not allowed there',
            file,
            message: `${metaFile} must be exposed with the target ${target}.`
        }
    ];
}

/** `name` and `c:name` are ours; `force:…`, `flexipage:…` and the like are the platform's. */
const ourComponent = (name: string): string | undefined => /^(?:c:)?(\w+)$/.exec(name)?.[1];

export const placements: Check = (project) =>
    project.files.flatMap((file) => {
        if (file.endsWith('.tab-meta.xml')) {
            const component = text(elements(project.xml(file), 'CustomTab')[0], 'lwcComponent');
            return component ? placed(project, file, component, 'lightning__Tab') : [];
        }
        if (!file.endsWith('.flexipage-meta.xml')) return [];
        const [page] = elements(project.xml(file), 'FlexiPage');
        const target = TARGET_OF_PAGE[text(page, 'type') ?? ''];
        return elements(page, 'flexiPageRegions')
            .flatMap((region) => elements(region, 'itemInstances'))
            .flatMap((item) => elements(item, 'componentInstance'))
            .flatMap((instance) => texts(instance, 'componentName'))
            .flatMap((name) => {
                const component = ourComponent(name);
                return component ? placed(project, file, component, target) : [];
            });
    });
