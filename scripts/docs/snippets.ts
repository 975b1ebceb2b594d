/** TypeScript in the pages that imports what no component exports. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { codeBlocks } from './pages.ts';
import type { Fault, Page } from './pages.ts';

/** The names that a bundle's entry file exports. */
export function exportedNames(source: string): Set<string> {
    const names = new Set<string>();
    for (const statement of ts.createSourceFile('entry.ts', source, ts.ScriptTarget.ESNext).statements) {
        if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
            for (const { name } of statement.exportClause.elements) names.add(name.text);
        const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
        if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
        if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) names.add('default');
        else if (ts.isVariableStatement(statement))
            for (const { name } of statement.declarationList.declarations) {
                if (ts.isIdentifier(name)) names.add(name.text);
            }
        else if ('name' in statement && statement.name) names.add((statement.name as ts.Identifier).text);
    }
    return names;
}

/** The entry file of `c/<bundle>`, or undefined. */
export function entryOf(root: string, bundle: string): string | undefined {
    const app = path.join(root, 'force-app');
    const file = readdirSync(app)
        .map((owner) => path.join(app, owner, 'lwc', bundle, `${bundle}.ts`))
        .find((candidate) => existsSync(candidate));
    return file && readFileSync(file, 'utf8');
}

interface Imported {
    readonly bundle: string;
    readonly names: readonly string[];
}

function componentImports(code: string): Imported[] {
    const { statements } = ts.createSourceFile('snippet.ts', code, ts.ScriptTarget.ESNext);
    return statements.filter(ts.isImportDeclaration).flatMap(({ moduleSpecifier, importClause }) => {
        const specifier = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
        if (!specifier.startsWith('c/')) return [];
        const bindings = importClause?.namedBindings;
        const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
        return [
            {
                bundle: specifier.slice(2),
                names: [
                    ...(importClause?.name ? ['default'] : []),
                    ...named.map(({ name, propertyName }) => (propertyName ?? name).text)
                ]
            }
        ];
    });
}

export function wrongImports(pages: readonly Page[], entry: (bundle: string) => string | undefined): Fault[] {
    return pages.flatMap((page) =>
        codeBlocks(page)
            .filter(({ language }) => language === 'ts')
            .flatMap(({ code }) => componentImports(code))
            .flatMap(({ bundle, names }) => {
                const source = entry(bundle);
                if (source === undefined) return [{ file: page.file, what: `there is no component c/${bundle}` }];
                const exported = exportedNames(source);
                return names
                    .filter((name) => !exported.has(name))
                    .map((name) => ({ file: page.file, what: `c/${bundle} does not export ${name}` }));
            })
    );
}
