import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ICON = /\b(utility|standard|action|custom|doctype):([a-z]\w*)/g;
const LIBRARY = /^lightning\/iconSvgTemplates(Utility|Standard|Action|Custom|Doctype)(Rtl)?$/;

/** Icons that the sources name, as `utility:call`. A name put together at run time is not found. */
export function iconsNamedIn(folder: string, pattern = '**/*.{js,ts,html,xml}'): Set<string> {
    const names = new Set<string>();
    if (!existsSync(folder)) return names;
    const skip = (entry: string): boolean =>
        /^(iconSvgTemplates|__examples__|__tests__|node_modules)/.test(path.basename(entry));
    for (const file of globSync(pattern, { cwd: folder, exclude: skip })) {
        if (file.endsWith('.d.ts')) continue;
        for (const found of readFileSync(path.join(folder, file), 'utf8').matchAll(ICON)) names.add(found[0]);
    }
    return names;
}

export function isIconLibrary(id: string): boolean {
    return LIBRARY.test(id);
}

/**
 * The platform loads icon drawings from libraries of all of them. This is the source of such a library with the used
 * icons only; undefined when `id` names no library.
 */
export function iconLibrary(id: string, baseFolder: string, used: ReadonlySet<string>): string | undefined {
    const [, library, rightToLeft] = LIBRARY.exec(id) ?? [];
    if (!library) return undefined;
    if (rightToLeft) return 'export default {};';
    const category = library.toLowerCase();
    const icons = [...used]
        .filter((icon) => icon.startsWith(`${category}:`))
        .map((icon) => icon.slice(category.length + 1))
        .sort()
        .map((name) => ({
            name,
            file: path.join(baseFolder, `iconSvgTemplates${library}/buildTemplates/${category}/${name}.html`)
        }))
        .filter(({ file }) => existsSync(file));
    const imports = icons.map(({ file }, i) => `import icon${i} from ${JSON.stringify(file)};`);
    const entries = icons.map(({ name }, i) => `${category}_${name}: icon${i}`);
    return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };\n`;
}
