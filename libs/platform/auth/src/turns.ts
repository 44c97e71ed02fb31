import { TooManyAttempts } from './throttle';

const WAITING_AT_MOST = 100;

/** Lets work for the same key go one after another: many attempts at once then see one another's failures. */
export class Turns {
  private readonly tails = new Map<string, { last: Promise<unknown>; waiting: number }>();

  /** @throws TooManyAttempts when too many wait already */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.tails.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    if (line.waiting >= WAITING_AT_MOST) throw new TooManyAttempts(5);
    line.waiting += 1;
    const turn = line.last.then(work, work);
    line.last = turn.catch(() => undefined);
    this.tails.set(key, line);
    try {
      return await turn;
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) this.tails.delete(key);
    }
  }
}
