import { fileTypeFromFile } from 'file-type';
import { FileTypeRefused } from '../files.errors';
import { KNOWN_TYPES, OLD_OFFICE, PROGRAM_ENDINGS } from './known-types';
import { endingOf, safeName } from './safe-name';
import { textType } from './text-type';

const CONTAINERS = ['application/x-cfb', 'application/xml', 'text/xml'];
const SAME: Record<string, string> = {
  'audio/x-wav': 'audio/wav',
  'audio/mp4': 'audio/x-m4a',
  'text/rtf': 'application/rtf',
};

/** What a file is, by its content; the name gets an ending that fits. */
export interface DecidedType {
  type: string;
  name: string;
}

/**
 * Decides the type of a file by its content. What the sender declared counts only where content cannot tell: whether
 * text is CSV.
 * @throws FileTypeRefused for programs, web pages, drawings with scripts and everything unknown.
 */
export async function decideType(path: string, name: string, declared: string): Promise<DecidedType> {
  const ending = endingOf(name);
  if (PROGRAM_ENDINGS.includes(ending)) throw new FileTypeRefused(`A program (.${ending})`);
  const found = (await fileTypeFromFile(path))?.mime;
  const type =
    found && !CONTAINERS.includes(found) ? (SAME[found] ?? found) : await withoutSignature(path, name, declared, found);
  const endings = Object.hasOwn(KNOWN_TYPES, type) ? KNOWN_TYPES[type] : undefined;
  if (!endings) throw new FileTypeRefused(`A file of the kind ${type}`);
  return { type, name: safeName(name, endings) };
}

async function withoutSignature(path: string, name: string, declared: string, found?: string): Promise<string> {
  if (found === 'application/x-cfb') {
    const type = OLD_OFFICE[endingOf(name)];
    if (!type) throw new FileTypeRefused('An installer or an unknown office file');
    return type;
  }
  return textType(path, name, declared);
}
