import { AutosaveQueue, PENDING_PREFIX, type SaveStatus } from './autosave-queue';
import { ApiProblem, ApiUnreachable } from './problem';

const NOW = new Date('2026-11-21T14:04:00Z');

function memory() {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

function queue(save: (id: string, value: string) => Promise<void>, store = memory()) {
  const statuses: SaveStatus[] = [];
  const refused: string[] = [];
  const made = new AutosaveQueue<string>({
    name: 'test',
    store,
    save,
    now: () => NOW,
    onStatus: (status) => statuses.push(status),
    onRefused: (id, _value, problem) => refused.push(`${id} ${problem.status}`),
    delay: 100_000,
    retryAfter: 100_000,
  });
  return { made, statuses, refused, store };
}

describe('autosave', () => {
  it('sends only the newest value of each entry and tells the time', async () => {
    const sent: string[] = [];
    const { made, statuses } = queue(async (id, value) => void sent.push(`${id}=${value}`));
    made.put('a', '1');
    made.put('a', '2');
    made.put('b', '3');
    await made.flush();
    made.stop();
    expect(sent).toEqual(['a=2', 'b=3']);
    expect(statuses.at(-1)).toEqual({ kind: 'saved', at: NOW });
  });

  it('waits for what is being sent already, and for the rest', async () => {
    const sent: string[] = [];
    let answer = () => {};
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const { made } = queue((id) => slow.then(() => void sent.push(id)));
    made.put('a', '1');
    void made.flush();
    made.put('b', '2');
    setTimeout(answer, 20);
    await made.flush();
    made.stop();
    expect(sent).toEqual(['a', 'b']);
  });

  it('keeps what could not be sent on this device and sends it when the page is opened again', async () => {
    const store = memory();
    const offline = queue(() => Promise.reject(new ApiUnreachable()), store);
    offline.made.put('a', '1');
    await offline.made.flush();
    offline.made.stop();
    expect(offline.statuses.at(-1)).toEqual({ kind: 'offline', count: 1 });

    const sent: string[] = [];
    const again = queue(async (id, value) => void sent.push(`${id}=${value}`), store);
    await again.made.flush();
    expect(sent).toEqual(['a=1']);
    expect(store.map.has(`${PENDING_PREFIX}test`)).toBe(false);
  });

  it('never sends a value over someone else’s newer one, and goes on with the rest', async () => {
    const sent: string[] = [];
    const { made, refused, statuses } = queue(async (id) => {
      if (id === 'a') throw new ApiProblem({ title: 'Stale', status: 412, code: 'stale-version' });
      sent.push(id);
    });
    made.put('a', '1');
    made.put('b', '2');
    await made.flush();
    expect(refused).toEqual(['a 412']);
    expect(sent).toEqual(['b']);
    expect(statuses).toContainEqual({ kind: 'conflict' });
    expect(made.pending.size).toBe(0);
  });

  it('sends a value again that changed while it was being sent', async () => {
    const sent: string[] = [];
    const { made } = queue(async (id, value) => {
      if (value === '1') made.put(id, '2');
      sent.push(value);
    });
    made.put('a', '1');
    await made.flush();
    made.stop();
    expect(sent).toEqual(['1', '2']);
  });
});
