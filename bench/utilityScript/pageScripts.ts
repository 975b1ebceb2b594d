import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundlePage } from '../../local/lightning/bundle/bundle.ts';
import { projectFolders } from '../../local/lightning/bundle/projectFolders.ts';

/** The page as it is; with the utility's modules loaded and nothing of it created; without it. */
export const PAGES = ['utility', 'modules only', 'no utility'] as const;
export type PageName = (typeof PAGES)[number];

const CHANGES: Readonly<Record<PageName, (product: string) => void>> = {
    utility: () => undefined,
    'modules only': (product) => {
        emptyBar(product);
        addTab(product);
    },
    'no utility': emptyBar
};

/** The page's script for each, from a copy of force-app in which the app is changed. */
export async function pageScripts(): Promise<Readonly<Record<PageName, string>>> {
    const scripts = {} as Record<PageName, string>;
    for (const name of PAGES) scripts[name] = await bundled(CHANGES[name]);
    return scripts;
}

async function bundled(change: (product: string) => void): Promise<string> {
    const folders = projectFolders();
    const copy = mkdtempSync(path.join(folders.project, 'node_modules/.cache/switchboard/bench-page-'));
    try {
        const product = path.join(copy, 'force-app');
        cpSync(folders.product, product, { recursive: true, filter: (file) => !file.endsWith('__tests__') });
        change(product);
        const { files } = await bundlePage({ ...folders, product });
        return files.get('/page.js')?.contents ?? '';
    } finally {
        rmSync(copy, { recursive: true, force: true });
    }
}

function emptyBar(product: string): void {
    edited(product, '*/flexipages/*.flexipage-meta.xml', (bar) =>
        bar.replaceAll(/\s*<itemInstances>[^]*?<\/itemInstances>/g, '')
    );
}

/** A tab that nobody opens has its component loaded and not created. */
function addTab(product: string): void {
    edited(product, '*/applications/*.app-meta.xml', (app) => app.replace('</tabs>', '</tabs><tabs>Bench</tabs>'));
    const tab = '<CustomTab><label>Bench</label><lwcComponent>genesysUtility</lwcComponent></CustomTab>';
    const folder = path.dirname(globSync('*/tabs/*.tab-meta.xml', { cwd: product })[0] ?? 'demo/tabs/none');
    writeFileSync(path.join(product, folder, 'Bench.tab-meta.xml'), tab);
}

function edited(product: string, pattern: string, edit: (content: string) => string): void {
    let changed = 0;
    for (const name of globSync(pattern, { cwd: product })) {
        const file = path.join(product, name);
        const content = readFileSync(file, 'utf8');
        const after = edit(content);
        if (after !== content) changed += 1;
        writeFileSync(file, after);
    }
    if (changed === 0) throw new Error(`No ${pattern} of force-app has what the bench takes away or adds to.`);
}
