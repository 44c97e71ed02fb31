import type { FastifyRequest } from 'fastify';
import { Invalid } from '@platform/context';
import { readForm, Unreadable } from '@platform/http';
import { usStates } from '../us-states';
import type { ImportChoices } from './import-preview';

type Fields = Record<string, unknown>;

function text(fields: Fields, name: string): string | undefined {
  const value = (fields[name] as { value?: unknown } | undefined)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The uploaded list and the choices beside it. @throws Unreadable, Invalid; 413 above the size limit */
export async function readListUpload(request: FastifyRequest): Promise<{ bytes: Buffer; choices: ImportChoices }> {
  if (!request.isMultipart()) throw new Unreadable('Send the list as multipart/form-data in the field "file".', 'file');
  const { file, bytes } = await readForm(async () => {
    const part = await request.file();
    return { file: part, bytes: await part?.toBuffer() };
  });
  if (!file || !bytes) throw Invalid.field('file', 'required', 'Choose a list to import.');
  const fields = file.fields as Fields;
  const state = text(fields, 'state')?.toUpperCase() ?? null;
  if (state && !usStates.some((known) => known.code === state))
    throw Invalid.field('state', 'state', 'The state must be a postal code of two letters, such as MI.');
  const fileName = file.filename.slice(0, 255) || 'list';
  return { bytes, choices: { fileName, createClosed: text(fields, 'createClosed') === 'true', state } };
}
