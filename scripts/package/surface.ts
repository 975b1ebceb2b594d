/** The public surface of a bundle as one declaration: its exports, and what these are made of, with their docstrings. */
import path from 'node:path';
import ts from 'typescript';

/** TypeScript's own declarations by source file, `…/name.d.ts`, of everything that the entry files reach. */
export type Emitted = ReadonlyMap<string, ts.SourceFile>;

export function emitDeclarations(root: string, entries: readonly string[]): Emitted {
    const config = path.join(root, 'tsconfig.json');
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, root);
    const types = ts.sys.readDirectory(path.join(root, 'types'), ['.d.ts']);
    const program = ts.createProgram([...entries, ...types], {
        ...options,
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true
    });
    const emitted = new Map<string, ts.SourceFile>();
    program.emit(undefined, (file, text) => {
        emitted.set(path.resolve(file), ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true));
    });
    return emitted;
}

interface Place {
    readonly file: string;
    readonly name: string;
}

const isElsewhere = (specifier: string): boolean => !specifier.startsWith('.');

/** @param entry the declaration file of the bundle's entry, a key of `emitted` */
export function surfaceOf(emitted: Emitted, entry: string): string {
    const imports = new Map<string, Set<string>>();
    const taken = new Map<string, { file: string; text: string }>();
    const lines: string[] = [];

    const sourceOf = (file: string): ts.SourceFile => {
        const source = emitted.get(file);
        if (source) return source;
        throw new Error(`${path.basename(file)} was not emitted; the surface of ${path.basename(entry)} needs it`);
    };
    const next = (file: string, specifier: string): string =>
        path.resolve(path.dirname(file), specifier.replace(/\.(ts|js)$/, '') + '.d.ts');

    /** Where a name that a file uses or exports is declared; undefined: it is of another module, or of the language. */
    function declaredAt({ file, name }: Place): Place | undefined {
        const source = sourceOf(file);
        if (source.statements.some((statement) => namesOf(statement).includes(name))) return { file, name };
        for (const statement of source.statements) {
            const specifier = specifierOf(statement);
            const original = specifier === undefined ? undefined : originalName(statement, name);
            if (specifier === undefined || original === undefined) continue;
            if (!isElsewhere(specifier)) return declaredAt({ file: next(file, specifier), name: original });
            if (original !== name) throw new Error(`${name} is imported under another name; the surface cannot say so`);
            imports.set(specifier, (imports.get(specifier) ?? new Set<string>()).add(name));
        }
        return undefined;
    }

    function take(place: Place, exported: boolean): void {
        const before = taken.get(place.name);
        if (before) {
            if (before.file === place.file) return;
            throw new Error(`${place.name} is declared twice: in ${before.file} and in ${place.file}`);
        }
        const statements = sourceOf(place.file).statements.filter((one) => namesOf(one).includes(place.name));
        const text = statements.map((one) => declaration(one, exported)).join('\n');
        taken.set(place.name, { file: place.file, text });
        lines.push(text);
        for (const name of statements.flatMap(referencesIn)) {
            const used = name === place.name ? undefined : declaredAt({ file: place.file, name });
            if (used) take(used, publicNames.has(used.name));
        }
    }

    const statements = sourceOf(entry).statements;
    const publicNames = new Set(statements.flatMap(exportsOf));
    for (const statement of statements) {
        const specifier = specifierOf(statement);
        if (specifier !== undefined && isElsewhere(specifier) && ts.isExportDeclaration(statement)) {
            lines.push(statement.getText());
            continue;
        }
        for (const name of exportsOf(statement)) {
            const place = declaredAt({ file: entry, name });
            if (!place) throw new Error(`${name} is exported and declared nowhere`);
            take(place, true);
        }
    }
    const imported = [...imports].map(
        ([specifier, names]) => `import type { ${[...names].sort().join(', ')} } from '${specifier}';`
    );
    return [...imported, ...lines, 'export {};'].join('\n');
}

/** The names that a statement declares. */
function namesOf(statement: ts.Statement): readonly string[] {
    if (ts.isVariableStatement(statement))
        return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    const isNamed =
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isFunctionDeclaration(statement) ||
        ts.isClassDeclaration(statement);
    return isNamed && statement.name ? [statement.name.text] : [];
}

/** The names that an entry file's statement makes public. */
function exportsOf(statement: ts.Statement): readonly string[] {
    if (ts.isExportDeclaration(statement)) {
        if (!statement.exportClause || !ts.isNamedExports(statement.exportClause))
            return statement.moduleSpecifier
                ? unsupported(`export * from ${statement.moduleSpecifier.getText()}; export by name`)
                : [];
        return statement.exportClause.elements.map(({ name }) => name.text);
    }
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport);
    return isExported ? namesOf(statement) : [];
}

function specifierOf(statement: ts.Statement): string | undefined {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
    const { moduleSpecifier } = statement;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
}

/** What an import or re-export of `name` is called where it comes from. */
function originalName(statement: ts.Statement, name: string): string | undefined {
    const clause = ts.isImportDeclaration(statement)
        ? statement.importClause?.namedBindings
        : ts.isExportDeclaration(statement)
          ? statement.exportClause
          : undefined;
    if (!clause || !(ts.isNamedImports(clause) || ts.isNamedExports(clause))) return undefined;
    const element = [...clause.elements].find((one) => one.name.text === name);
    return element && (element.propertyName ?? element.name).text;
}

function referencesIn(statement: ts.Statement): readonly string[] {
    const names = new Set<string>();
    const visit = (node: ts.Node): void => {
        if (ts.isImportTypeNode(node)) unsupported(`${node.getText()}; give the declaration a type by name`);
        if (ts.isTypeReferenceNode(node)) names.add(node.typeName.getText());
        if (ts.isExpressionWithTypeArguments(node)) names.add(node.expression.getText());
        if (ts.isTypeQueryNode(node)) names.add(node.exprName.getText());
        ts.forEachChild(node, visit);
    };
    visit(statement);
    return [...names];
}

/** The statement as it may stand in `declare module`, with its docstring. */
function declaration(statement: ts.Statement, exported: boolean): string {
    const docs = statement
        .getFullText()
        .slice(0, statement.getStart() - statement.getFullStart())
        .trim();
    // A file's own heading is no docstring of its first declaration.
    const doc = docs.slice(docs.lastIndexOf('/**')).trim();
    const text = statement.getText().replace(/^(?:export |declare |default )+/, '');
    return `\n${doc ? `${doc}\n` : ''}${exported ? 'export ' : ''}${text}`;
}

const isExport = ({ kind }: ts.Modifier): boolean => kind === ts.SyntaxKind.ExportKeyword;

function unsupported(what: string): never {
    throw new Error(`The surface cannot hold ${what}`);
}
