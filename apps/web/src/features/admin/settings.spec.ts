import { byGroup, changedKeys, toSend, valuesOf, type Setting } from './settings';

const setting = (key: string, value: unknown, over: Partial<Setting> = {}): Setting => ({
  key,
  group: 'general',
  type: 'integer',
  label: { en: key, es: key },
  help: { en: '', es: '' },
  source: 'x',
  value,
  default: value,
  changed: false,
  ...over,
});

describe('the settings form', () => {
  const settings = [
    setting('limit', 12, { default: 10, changed: true }),
    setting('years', 3),
    setting('agenda', ['a', 'b'], { group: 'meetings', type: 'lines' }),
  ];

  it('sends nothing when nothing differs', () => {
    expect(toSend(settings, { ...valuesOf(settings), agenda: ['a', 'b'] })).toEqual({});
  });

  it('sends only what differs, and null where a default comes back', () => {
    const values = { ...valuesOf(settings), limit: 10, agenda: ['b', 'a'] };
    expect(toSend(settings, values)).toEqual({ limit: null, agenda: ['b', 'a'] });
    expect(changedKeys(settings, values)).toEqual(['limit', 'agenda']);
  });

  it('has its groups in the order of the server', () => {
    expect(byGroup(settings).map(([group, members]) => [group, members.length])).toEqual([
      ['general', 2],
      ['meetings', 1],
    ]);
  });
});
