import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PROJECT_ROOT } from '@platform/config';
import { Invalid, newId, NotFound } from '@platform/context';
import { Database, type SystemTx, type Tx } from '@platform/database';
import { indicatorsOf, type InstrumentDefinition } from '../rules/instrument-definition';
import { parseInstrument } from '../rules/instrument-parser';
import { latestVersions } from './latest-versions';

/** One version of an instrument; it never changes. */
export interface InstrumentVersion {
  id: string;
  key: string;
  version: string;
  title: string;
  /** `former` once a later version was shipped; assessments keep theirs. */
  status: 'current' | 'former';
  definition: InstrumentDefinition;
}

interface VersionRow extends Omit<InstrumentVersion, 'definition'> {
  definition: unknown;
}

const FOLDER = join(PROJECT_ROOT, 'libs/domain/assessments/data');
const COLUMNS = 'id, key, version, title, status, definition';

/** Reads with a transaction that is open already, or with one of its own. */
type Reader = Pick<Tx | SystemTx, 'query'>;

/** The instruments of this installation: shipped as files, kept as rows, read once per process. */
@Injectable()
export class Instruments implements OnModuleInit {
  private readonly known = new Map<string, InstrumentVersion>();

  constructor(private readonly database: Database) {}

  /** Ships what the program brings, so that every process finds its instruments. */
  async onModuleInit(): Promise<void> {
    await this.ship();
    await this.list();
  }

  /**
   * Adds the instrument files of the program as versions; a version that is there stays as it is. Safe to repeat.
   * @throws InstrumentFileInvalid; Error when a shipped version was changed without a new number
   */
  async ship(): Promise<void> {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    const contents = files.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown);
    await this.database.system('instruments', async (tx) => {
      for (const content of contents) await this.shipOne(tx, content);
      const rows = await tx.query<VersionRow>('select id, key, version, title, status from instrument_version');
      const latest = latestVersions(rows);
      for (const row of rows) await this.mark(tx, row, latest.has(row.id) ? 'current' : 'former');
    });
  }

  /** All versions, current ones first, by title. */
  async list(): Promise<InstrumentVersion[]> {
    const rows = await this.database.system('instruments', (tx) =>
      tx.query<VersionRow>(`select ${COLUMNS} from instrument_version order by status, title, version desc`),
    );
    return rows.map((row) => this.remember(row));
  }

  /** One version, for a screen. @throws NotFound */
  async byId(id: string): Promise<InstrumentVersion> {
    const found = this.known.get(id) ?? (await this.database.system('instruments', (tx) => this.load(tx, id)));
    if (!found) throw new NotFound('instrument');
    return found;
  }

  /** The version that a row names, inside the transaction that read the row. */
  async of(tx: Tx, id: string): Promise<InstrumentVersion> {
    const found = this.known.get(id) ?? (await this.load(tx, id));
    if (!found) throw Invalid.field('instrumentId', 'exists', 'There is no such instrument: choose one of the list.');
    return found;
  }

  /** The words of an indicator of any version that this process knows; the key itself of one that it does not. */
  statementOf(indicatorKey: string): string {
    for (const { definition } of this.known.values()) {
      const found = indicatorsOf(definition).find(({ key }) => key === indicatorKey);
      if (found) return `${found.code} ${found.statement}`;
    }
    return indicatorKey;
  }

  /** Keys of all indicators of all versions. */
  async indicatorKeys(tx: Tx): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>('select id from instrument_version');
    const versions = await Promise.all(rows.map(({ id }) => this.of(tx, id)));
    return new Set(versions.flatMap(({ definition }) => indicatorsOf(definition).map(({ key }) => key)));
  }

  private async load(reader: Reader, id: string): Promise<InstrumentVersion | undefined> {
    const [row] = await reader.query<VersionRow>(`select ${COLUMNS} from instrument_version where id = $1`, [id]);
    return row && this.remember(row);
  }

  private remember(row: VersionRow): InstrumentVersion {
    const known = this.known.get(row.id);
    if (known?.status === row.status) return known;
    const version = { ...row, definition: known?.definition ?? parseInstrument(row.definition) };
    this.known.set(row.id, version);
    return version;
  }

  private async shipOne(tx: SystemTx, content: unknown): Promise<void> {
    const { key, version, title } = parseInstrument(content);
    const text = JSON.stringify(content);
    const hash = createHash('sha256').update(text).digest('hex');
    await tx.query(
      `insert into instrument_version (id, key, version, title, status, definition, content_hash, shipped_at)
       values ($1, $2, $3, $4, 'current', $5, $6, $7) on conflict (key, version) do nothing`,
      [newId(), key, version, title, text, hash, tx.now],
    );
    const [kept] = await tx.query<{ content_hash: string }>(
      'select content_hash from instrument_version where key = $1 and version = $2',
      [key, version],
    );
    if (kept.content_hash !== hash)
      throw new Error(`The instrument ${key} ${version} was changed after it was shipped: give it a new version.`);
  }

  private async mark(tx: SystemTx, row: VersionRow, status: InstrumentVersion['status']): Promise<void> {
    if (row.status === status) return;
    await tx.query('update instrument_version set status = $2 where id = $1', [row.id, status]);
  }
}
