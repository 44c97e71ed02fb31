import { Injectable } from '@nestjs/common';
import { getMetadataArgsStorage } from 'typeorm';
import { isConcealed, type TenantRow, type Tx } from '@platform/database';

/** Of these records, those whose changes may be shown by now. */
export type Reveal = (tx: Tx, recordIds: string[]) => Promise<string[]>;

/** Knows when the changes of `@Concealed()` entities may be shown. What nobody reveals stays hidden. */
@Injectable()
export class AuditConcealment {
  private readonly reveals = new Map<string, Reveal>();

  /** Says which records of a concealed entity may be shown: the modules register at their start. */
  register(entity: new () => TenantRow, reveal: Reveal): void {
    if (!isConcealed(entity)) throw new Error(`${entity.name} is not marked @Concealed().`);
    this.reveals.set(tableOf(entity), reveal);
  }

  /** The records (`<kind> <id>`) whose changes must not be shown. */
  async hidden(tx: Tx, records: { recordKind: string; recordId: string }[]): Promise<Set<string>> {
    const hidden = new Set<string>();
    for (const kind of new Set(records.map(({ recordKind }) => recordKind))) {
      if (!concealedKinds().has(kind)) continue;
      const ids = records.filter(({ recordKind }) => recordKind === kind).map(({ recordId }) => recordId);
      const shown = new Set((await this.reveals.get(kind)?.(tx, [...new Set(ids)])) ?? []);
      ids.filter((id) => !shown.has(id)).forEach((id) => hidden.add(`${kind} ${id}`));
    }
    return hidden;
  }
}

function concealedKinds(): Set<string> {
  const tables = getMetadataArgsStorage().tables.filter(({ target }) => isConcealed(target as object));
  return new Set(tables.map(({ name }) => name!));
}

function tableOf(entity: new () => TenantRow): string {
  return getMetadataArgsStorage().tables.find(({ target }) => target === entity)!.name!;
}
