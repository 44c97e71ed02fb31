import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';
import { PROJECT_ROOT } from '@platform/config';
import { SYSTEM_PATHS } from '@platform/database';

/** A file of the program; `path` from the root of the checkout, with slashes. */
export interface Source {
  path: string;
  text: string;
}

/** The server's own code, without tests. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(spec|d)\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('node_modules'))
      .map((file) => ({
        path: relative(PROJECT_ROOT, file).replaceAll('\\', '/'),
        text: readFileSync(file, 'utf8'),
      })),
  );
}

/** Code that must not stand in some places. */
export interface ForbiddenCode {
  what: string;
  code: RegExp;
  /** Where the rule holds. */
  in: RegExp;
  /** Where it does not. */
  but: RegExp;
}

/** The rules of `design/style.md` that a look at the code can decide. */
export const FORBIDDEN_CODE: ForbiddenCode[] = [
  {
    what: 'reads the environment; only platform/config does',
    code: /\bprocess\s*\.\s*env\b/,
    in: /^(apps|libs)\//,
    but: /^(libs\/platform\/config|apps\/cli|apps\/web)\//,
  },
  {
    what: 'asks the machine for the time; the clock is injected',
    code: /\bDate\s*\.\s*now\s*\(|\bnew\s+Date\s*(\(\s*\)|(?![\w(\s]))/,
    in: /^libs\/(domain|platform)\//,
    but: /^libs\/platform\/clock\//,
  },
  {
    what: 'reaches around the transaction; only platform/database holds connections and makes queries',
    code: /\bDataSource\b|@InjectRepository\b|\bgetRepository\s*\(|\bcreateQueryBuilder\s*\(|\bcreateQueryRunner\s*\(/,
    in: /^(apps|libs)\//,
    but: /^(libs\/platform\/database|apps\/web)\//,
  },
];

const printer = ts.createPrinter({ removeComments: true });
const parse = (text: string) => ts.createSourceFile('code.tsx', text, ts.ScriptTarget.Latest, true);

/** The code without its comments, so that a rule is not broken by being spoken of. */
export function withoutComments(text: string): string {
  return printer.printFile(parse(text));
}

/** Where forbidden code stands. */
export function codeViolations(sources: Source[], rules = FORBIDDEN_CODE): string[] {
  return sources.flatMap(({ path, text }) => {
    const held = rules.filter((rule) => rule.in.test(path) && !rule.but.test(path));
    if (!held.some((rule) => rule.code.test(text))) return [];
    const code = withoutComments(text);
    return held.filter((rule) => rule.code.test(code)).map((rule) => `${path}: ${rule.what}`);
  });
}

/** Privileged paths that are used elsewhere than listed, listed but not used, or not written out. */
export function systemPathViolations(sources: Source[], paths: Record<string, string> = SYSTEM_PATHS): string[] {
  const used = new Set<string>();
  const wrong = sources
    .filter(({ path, text }) => text.includes('.system') && !/^(libs\/platform\/database|apps\/web)\//.test(path))
    .flatMap(({ path, text }) =>
      systemCalls(parse(text)).flatMap((name) => {
        if (name === undefined) return [`${path}: the privileged path is not written out`];
        used.add(name);
        return path.startsWith(`${paths[name]}/`) ? [] : [`${path}: may not use the privileged path "${name}"`];
      }),
    );
  const idle = Object.keys(paths).filter((name) => !used.has(name));
  return [...wrong, ...idle.map((name) => `the privileged path "${name}" is listed but not used`)];
}

/** The first argument of each `x.system(...)`; `Actor.system` makes an actor and is no way around the tenant. */
function systemCalls(node: ts.Node): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const [first] = node.arguments;
    if (name.text === 'system' && expression.getText() !== 'Actor')
      found.push(first && ts.isStringLiteralLike(first) ? first.text : undefined);
  }
  ts.forEachChild(node, (child) => void found.push(...systemCalls(child)));
  return found;
}
