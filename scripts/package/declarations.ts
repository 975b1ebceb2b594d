/** What TypeScript needs of a packed service: the declarations of its module, and of those that this one's are made of. */
import path from 'node:path';
import ts from 'typescript';

/** By the path of the emitted file, relative to the folder of the entry, with slashes: `clock.d.ts`. */
export type Declarations = ReadonlyMap<string, string>;

/**
 * Reads all that the entries reach once, which takes some seconds.
 * @param entries absolute paths of modules
 * @returns the declarations of one of the entries; throws where a type cannot be told
 */
export function createDeclarations(root: string, entries: readonly string[]): (entry: string) => Declarations {
    const { config } = ts.readConfigFile(path.join(root, 'tsconfig.node.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const wanted = {
        lib: ['lib.es2024.d.ts'],
        allowJs: false,
        noCheck: true,
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        newLine: ts.NewLineKind.LineFeed
    };
    const program = ts.createProgram(entries, { ...options, ...wanted });

    function textOf(file: string): string {
        const source = program.getSourceFile(file);
        if (source === undefined) throw new Error(`${path.relative(root, file)} is read by no program that is packed.`);
        let text = '';
        const { diagnostics } = program.emit(source, (_name, written) => (text = written));
        const [wrong] = diagnostics;
        if (wrong === undefined) return text;
        const why = ts.flattenDiagnosticMessageText(wrong.messageText, '\n');
        throw new Error(`${path.relative(root, file)} has no declarations. ${why}`);
    }

    return (entry) => {
        const home = path.dirname(entry);
        const found = new Map<string, string>();
        const visit = (file: string): void => {
            const name = path.relative(home, file).replaceAll(path.sep, '/').replace(/\.ts$/, '.d.ts');
            if (found.has(name)) return;
            const text = textOf(file);
            const own = ts.preProcessFile(text).importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
            found.set(name, withJavaScriptNames(text, own));
            for (const { fileName } of own) visit(path.resolve(path.dirname(file), fileName));
        };
        visit(entry);
        return found;
    };
}

/** Modules by the names that they have in the package. */
const withJavaScriptNames = (text: string, imported: readonly ts.FileReference[]): string =>
    imported.reduceRight(
        (before, { pos, end }) =>
            `${before.slice(0, pos)}${before.slice(pos, end + 1).replace(/\.ts\b/, '.js')}${before.slice(end + 1)}`,
        text
    );
