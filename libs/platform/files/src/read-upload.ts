import { rm } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '@platform/context';
import { Unreadable } from '@platform/http';
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
  let purpose = '';
  let received: Received | undefined;
  try {
    // the limit is ours: the parser's own would cut the file before it is refused
    for await (const part of request.parts({ limits: { fileSize: Infinity } }))
      if (part.type === 'field') purpose = part.fieldname === 'purpose' ? String(part.value as string) : purpose;
      else {
        const content = await files.receive(part.file);
        if (received) await rm(content.path, { force: true });
        received ??= { content, name: part.filename ?? '', declaredType: part.mimetype };
      }
    if (!received) throw new UploadIncomplete('file', 'Send the file in a part called "file".');
    return await files.keep(actor, purpose, received);
  } finally {
    if (received) await rm(received.content.path, { force: true });
  }
}
