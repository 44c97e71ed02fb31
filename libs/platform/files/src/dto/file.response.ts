import { ApiProperty } from '@nestjs/swagger';
import type { StoredFile } from '../stored-file.entity';

/** A file without its bytes; those are at `/files/{id}/content`. */
export class FileResponse {
  id: string;
  version: number;
  name: string;
  /** Media type, decided by the content. */
  type: string;
  /** Bytes. */
  size: number;
  /** Of the content, as hex. */
  sha256: string;
  purpose: string;
  /** Whether a record uses it; a file that none uses is removed after a day. */
  attached: boolean;
  /** ISO instant. */
  createdAt: string;
  @ApiProperty({ type: [String], enum: ['delete'], isArray: true }) allowed: string[];

  static from(file: StoredFile, allowed: string[]): FileResponse {
    const { id, version, name, type, size, sha256, purpose } = file;
    const attached = file.attachedAt !== null;
    return Object.assign(new FileResponse(), {
      ...{ id, version, name, type, size, sha256, purpose, attached },
      createdAt: file.createdAt.toISOString(),
      allowed: attached ? [] : allowed,
    });
  }
}

/** Files of a person. */
export class FilePageResponse {
  @ApiProperty({ type: [FileResponse] }) items: FileResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}
