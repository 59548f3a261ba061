/**
 * The types of `@planbok/customer-custody/mock` in one file, without imports: a project that installs the repository as a
 * folder is checked with its own compiler options, which the mock's sources need not bear.
 */
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const entry = join(root, 'mock/start-mock.ts');
const head = '// The types of mock/start-mock.ts, made by scripts/mock-declarations.ts. `npm run generate` makes them again.\n';

/** What `mock/start-mock.ts` exports, and every declaration of the project that it needs. Throws where it needs a package. */
export function mockDeclarations(): string {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
  const program = ts.createProgram([entry], { ...config.options, noEmit: false, declaration: true, emitDeclarationOnly: true });
  const modules = new Map<string, Module>();
  const moduleOf = (file: string): Module => {
    const found = modules.get(file) ?? readModule(program, file);
    modules.set(file, found);
    return found;
  };
  const taken = new Map<string, { file: string; text: string }>();
  const take = (file: string, name: string): void => {
    const { statements, imports } = moduleOf(file);
    const from = imports.get(name);
    if (from !== undefined) {
      if (!from.startsWith('.')) throw new Error(`The types of the mock need ${name} of ${from}. Name a type of our own in ${file}.`);
      return take(resolve(dirname(file), from), name);
    }
    const statement = statements.get(name);
    if (statement === undefined) return;
    const before = taken.get(name);
    if (before !== undefined) {
      if (before.file !== file) throw new Error(`The types of the mock need two ${name}, of ${before.file} and of ${file}. Rename one.`);
      return;
    }
    taken.set(name, { file, text: statement.getFullText().trim() });
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) take(file, node.text);
      ts.forEachChild(node, visit);
    };
    visit(statement);
  };
  const exported = [...moduleOf(entry).statements].filter(([, statement]) => isExported(statement)).map(([name]) => name);
  for (const name of exported) take(entry, name);
  const texts = [...taken].map(([name, { text }]) => (exported.includes(name) ? text : text.replace(/^export /m, '').replace(/^(const|class|function) /m, 'declare $1 ')));
  // Without it, a file of declarations exports all that it has.
  return `${[head, ...texts, 'export {};'].join('\n')}\n`;
}

interface Module {
  statements: Map<string, ts.Statement>;
  /** Which module each imported name comes from. */
  imports: Map<string, string>;
}

function readModule(program: ts.Program, file: string): Module {
  let text = '';
  program.emit(program.getSourceFile(file), (_name, written) => (text = written), undefined, true);
  const statements = new Map<string, ts.Statement>();
  const imports = new Map<string, string>();
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
      for (const { name } of bindings.elements) imports.set(name.text, (statement.moduleSpecifier as ts.StringLiteral).text);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) statements.set(name.getText(), statement);
    } else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      if (statement.name !== undefined) statements.set(statement.name.text, statement);
    }
  }
  return { statements, imports };
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
}
