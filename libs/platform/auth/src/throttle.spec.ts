import { waitSeconds } from './throttle';

const limit = { key: 'k', free: 5, forgiveSeconds: 600, longestSeconds: 900 };

it('lets the free failures pass and then doubles the wait up to its longest', () => {
  const waits = [1, 4, 5, 6, 7, 13, 14, 2000].map((failures) => waitSeconds(failures, limit));
  expect(waits).toEqual([0, 0, 2, 4, 8, 512, 900, 900]);
});
