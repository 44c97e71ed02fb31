import { filterText, readFilters, withFilter, type FilterDef } from './filters';

const STATUS: FilterDef = {
  key: 'status',
  label: 'Status',
  kind: 'choice',
  options: [
    { value: 'open', label: 'Open' },
    { value: 'locked', label: 'Locked' },
  ],
};

describe('filters in the address', () => {
  it('are read by their keys only', () => {
    expect(readFilters([STATUS], new URLSearchParams('status=open&other=1&cursor=x'))).toEqual({ status: 'open' });
  });

  it('start the list again at its first row when one changes', () => {
    const next = withFilter(new URLSearchParams('status=open&cursor=x&from=26&sort=name'), 'status', 'locked');
    expect(next.toString()).toBe('status=locked&sort=name');
  });

  it('leave the address when they are removed', () => {
    expect(withFilter(new URLSearchParams('status=open'), 'status', undefined).toString()).toBe('');
  });

  it('read as words', () => {
    expect(filterText(STATUS, 'open,locked')).toBe('Open, Locked');
  });
});
