import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import * as ts from 'typescript';
import { PROJECT_ROOT } from '@platform/config';
import type { Source } from './sources';

type Exports = Record<string, unknown>;

/** Fields of a class that a validator looks at; `@IsOptional` alone is none. */
function checkedFields(target: unknown): Set<string> {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(target as never, '', false, false);
  return new Set(metadata.filter((rule) => rule.type !== 'conditionalValidation').map((rule) => rule.propertyName));
}

/** The class of the same file that extends a class which is not exported itself. */
function heirOf(name: string, file: ts.SourceFile): string {
  const heir = file.statements
    .filter(ts.isClassDeclaration)
    .find((declared) =>
      declared.heritageClauses?.some((clause) => clause.types.some((type) => type.getText() === name)),
    );
  return heir?.name?.text ?? '';
}

const load = (path: string) => require(join(PROJECT_ROOT, path)) as Exports;

/** Fields of request classes that nothing checks: they would be refused as unknown, or taken as they come. */
export function requestViolations(sources: Source[], exportsOf: (path: string) => Exports = load): string[] {
  return sources
    .filter(({ path }) => path.endsWith('.request.ts'))
    .flatMap(({ path, text }) => {
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      const loaded = exportsOf(path);
      return file.statements.filter(ts.isClassDeclaration).flatMap((declared) => {
        const name = declared.name?.text ?? '';
        const target = loaded[name] ?? loaded[heirOf(name, file)];
        if (!target) return [`${path}: ${name} is not exported, so its fields cannot be looked at`];
        const checked = checkedFields(target);
        return declared.members
          .filter(ts.isPropertyDeclaration)
          .map((member) => member.name.getText())
          .filter((field) => !checked.has(field))
          .map((field) => `${path}: ${name}.${field} has no validator`);
      });
    });
}
