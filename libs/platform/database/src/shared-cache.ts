import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Client } from 'pg';
import { Config } from '@platform/config';

const CHANNEL = 'braidway_cache';
const ENTRIES_AT_MOST = 10_000;
const RECONNECT_MS = 1_000;

interface Runner {
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
}

/**
 * Remembers what many requests ask for, in this process, and forgets it in every process when it changes: whoever
 * changes it announces so in the same commit (NOTIFY). While the announcements cannot be heard, nothing is remembered.
 */
@Injectable()
export class SharedCache implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(SharedCache.name);
  private readonly entries = new Map<string, Map<string, unknown>>();
  /** Counts what was forgotten, so that a value read before a change is not kept after it. */
  private forgotten = 0;
  private client?: Client;
  private hearing = false;
  private closed = false;

  constructor(private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    await this.connect();
  }

  /** Stops listening. */
  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  /** The value under `group` and `key`, loaded when it is not known. Everything of a group is forgotten together. */
  async get<V>(group: string, key: string, load: () => Promise<V>): Promise<V> {
    const known = this.entries.get(group)?.get(key);
    if (known !== undefined) return known as V;
    const before = this.forgotten;
    const value = await load();
    if (this.hearing && before === this.forgotten && value !== null) this.keep(group, key, value);
    return value;
  }

  /** Forgets a group in this process at once and, when the transaction commits, in every other. */
  async forget(tx: Runner, group: string): Promise<void> {
    this.forgetHere(group);
    await tx.query('select pg_notify($1, $2)', [CHANNEL, group]);
  }

  /** Forgets a group in this process only; call it after the commit too, when the change is visible. */
  forgetHere(group: string): void {
    this.forgotten += 1;
    this.entries.delete(group);
  }

  private keep(group: string, key: string, value: unknown): void {
    if (this.entries.size >= ENTRIES_AT_MOST) this.entries.clear();
    const entries = this.entries.get(group) ?? new Map<string, unknown>();
    if (entries.size >= ENTRIES_AT_MOST) entries.clear();
    this.entries.set(group, entries.set(key, value));
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.config.databaseDirectUrl, keepAlive: true });
    const lost = () => this.lost(client);
    client.on('error', lost).on('end', lost);
    client.on('notification', ({ payload }) => this.forgetHere(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
      this.forgotten += 1;
      this.hearing = true;
    } catch {
      lost();
    }
  }

  private lost(client: Client): void {
    if (this.client === client || !this.client) this.hearing = false;
    this.forgotten += 1;
    this.entries.clear();
    if (this.closed || client.listenerCount('end') === 0) return;
    client.removeAllListeners('end');
    this.logger.warn('announcements of changes are not heard: nothing is remembered until they are');
    setTimeout(() => void (this.closed || this.connect()), RECONNECT_MS).unref();
  }
}
