import { safeReturn, signInAddress } from './return-address';

describe('the way back after sign-in', () => {
  it('leads to our own pages', () => {
    expect(safeReturn('/t/michigan/gaps?sort=-dueOn')).toBe('/t/michigan/gaps?sort=-dueOn');
    expect(safeReturn('/account')).toBe('/account');
    expect(signInAddress('/t/kansas/home')).toBe('/?return=%2Ft%2Fkansas%2Fhome');
  });

  it.each(['https://evil.example/t/', '//evil.example/t/x', '/t/..//evil.example', '/t\\evil', '/tmp', null, ''])(
    'never leads away: %s',
    (address) => {
      expect(safeReturn(address)).toBeUndefined();
    },
  );
});
