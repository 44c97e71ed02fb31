import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@platform/config';
import type { ImportProblem, ImportRule } from './import-problem';

const FILE = join(PROJECT_ROOT, 'libs/domain/directory/data/import-messages.json');
const SENTENCES = JSON.parse(readFileSync(FILE, 'utf8')) as Record<ImportRule, { en: string; es: string }>;

/** The sentence for a problem with a row, in English unless Spanish (`es`) is asked for. */
export function importMessage(locale: string, { rule, params }: ImportProblem): string {
  const sentence = SENTENCES[rule][locale === 'es' ? 'es' : 'en'];
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '');
}
