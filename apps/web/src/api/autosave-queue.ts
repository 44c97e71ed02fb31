import { ApiProblem, ApiUnreachable } from './problem';

/** What the page says about saving. `count` is how many entries wait on this device. */
export type SaveStatus =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'offline'; count: number }
  | { kind: 'conflict' }
  | { kind: 'failed' };

/** Where waiting entries are kept; the browser's `localStorage` fits. */
export interface PendingStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface QueueOptions<T> {
  /** Name in the store; holds person and record, so that nobody sends another person's entries. */
  name: string;
  store: PendingStore;
  /** Saves one entry. @throws ApiProblem, ApiUnreachable */
  save: (id: string, value: T) => Promise<void>;
  onStatus: (status: SaveStatus) => void;
  /** The server refused an entry: 412 is a conflict, everything else cannot be saved as it is. */
  onRefused: (id: string, value: T, problem: ApiProblem) => void;
  now: () => Date;
  /** Milliseconds to wait for more typing before an entry is sent. */
  delay?: number;
  retryAfter?: number;
}

/** Prefix of everything kept on this device until it is sent. */
export const PENDING_PREFIX = 'braidway.pending.';

/**
 * Saves entries one after the other while somebody works. The newest value of an entry wins; what could not be sent
 * stays on this device and is sent when the connection is back or the page is opened again.
 */
export class AutosaveQueue<T> {
  private readonly waiting: Map<string, T>;
  private timer?: ReturnType<typeof setTimeout>;
  private running?: Promise<void>;

  constructor(private readonly options: QueueOptions<T>) {
    this.waiting = new Map(Object.entries(this.kept()));
    if (this.waiting.size > 0) this.schedule(0);
  }

  /** Entries that are not on the server yet, by id. */
  get pending(): ReadonlyMap<string, T> {
    return this.waiting;
  }

  /** Takes a new value of an entry and sends it after a short rest. */
  put(id: string, value: T): void {
    this.waiting.set(id, value);
    this.keep();
    this.options.onStatus({ kind: 'saving' });
    this.schedule(this.options.delay ?? 600);
  }

  /** Forgets an entry, after the person chose the other version. */
  drop(id: string): void {
    this.waiting.delete(id);
    this.keep();
  }

  /** Sends everything that waits, now, also what a run under way still has to send. Resolves when nothing more can be sent. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.sendAll().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Stops the timers; what waits stays kept. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private async sendAll(): Promise<void> {
    let sent = false;
    for (let next = this.first(); next; next = this.first()) {
      const [id, value] = next;
      try {
        await this.options.save(id, value);
      } catch (error) {
        if (!this.refuse(id, value, error)) return;
        continue;
      }
      sent = true;
      if (this.waiting.get(id) === value) this.drop(id);
    }
    if (sent) this.options.onStatus({ kind: 'saved', at: this.options.now() });
  }

  /** @returns whether the next entry may be tried: a lost connection stops everything, a refusal only this entry */
  private refuse(id: string, value: T, error: unknown): boolean {
    const temporary = !(error instanceof ApiProblem) || error.status >= 500 || error.status === 429;
    if (temporary) {
      const count = this.waiting.size;
      this.options.onStatus(error instanceof ApiUnreachable ? { kind: 'offline', count } : { kind: 'failed' });
      this.schedule(this.options.retryAfter ?? 10_000);
      return false;
    }
    const newest = this.waiting.get(id) ?? value;
    this.drop(id);
    this.options.onRefused(id, newest, error);
    this.options.onStatus({ kind: error.isStale ? 'conflict' : 'failed' });
    return error.status !== 401;
  }

  private first(): [string, T] | undefined {
    return this.waiting.entries().next().value;
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), delay);
  }

  private keep(): void {
    const key = PENDING_PREFIX + this.options.name;
    if (this.waiting.size === 0) this.options.store.removeItem(key);
    else this.options.store.setItem(key, JSON.stringify(Object.fromEntries(this.waiting)));
  }

  private kept(): Record<string, T> {
    const text = this.options.store.getItem(PENDING_PREFIX + this.options.name);
    return text ? (JSON.parse(text) as Record<string, T>) : {};
  }
}
