import { rm } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@platform/context';
import { readForm, Unreadable } from '@platform/http';
import { UploadIncomplete } from './files.errors';
import type { Files, Received } from './files.service';
import type { StoredFile } from './stored-file.entity';

/**
 * Reads a form with a field `purpose` and a part `file`, in either order, and takes the file in.
 * @throws Unreadable when it is no such form; FileTooLarge and the other refusals of `Files.store`
 */
export async function readUpload(request: FastifyRequest, files: Files, actor: Actor): Promise<StoredFile> {
  if (!request.isMultipart()) throw new Unreadable('Send the file as multipart/form-data, in a part called "file".');
  files.refuseTooLarge(Number(request.headers['content-length'] ?? 0));
  const upload: { purpose: string; received?: Received } = { purpose: '' };
  try {
    await readForm(() => readParts(request, files, upload));
    const { purpose, received } = upload;
    if (!received) throw new UploadIncomplete('file', 'Send the file in a part called "file".');
    return await files.keep(actor, purpose, received);
  } finally {
    if (upload.received) await rm(upload.received.content.path, { force: true });
  }
}

async function readParts(
  request: FastifyRequest,
  files: Files,
  upload: { purpose: string; received?: Received },
): Promise<void> {
  // the limit is ours: the parser's own would cut the file before it is refused
  for await (const part of request.parts({ limits: { fileSize: Infinity } }))
    if (part.type === 'field') {
      if (part.fieldname === 'purpose') upload.purpose = String(part.value as string);
    } else {
      const content = await files.receive(part.file);
      if (upload.received) await rm(content.path, { force: true });
      upload.received ??= { content, name: part.filename ?? '', declaredType: part.mimetype };
    }
}
