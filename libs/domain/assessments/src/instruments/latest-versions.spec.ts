import { latestVersions } from './latest-versions';

const row = (id: string, key: string, version: string) => ({ id, key, version });

it('finds the highest version of each instrument by number, not by spelling', () => {
  const rows = [
    row('a', 'six', '1.9.0'),
    row('b', 'six', '1.10.0'),
    row('c', 'six', '1.2'),
    row('d', 'other', '0.1.0'),
  ];
  expect(latestVersions(rows)).toEqual(new Set(['b', 'd']));
});

it('knows a longer number as the later one', () => {
  expect(latestVersions([row('a', 'six', '2.0.1'), row('b', 'six', '2.0')])).toEqual(new Set(['a']));
});
