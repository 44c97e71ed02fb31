import { DONT_KNOW, NOT_APPLICABLE, type ScaleLevel } from '../scale';
import { ratingOfKey } from './indicator-card';

const scale: ScaleLevel[] = ['exploring', 'planning', 'implementing'].map((key, i) => ({
  key,
  value: i + 1,
  label: key,
}));

describe('single keys on an indicator', () => {
  it('choose the level with that number', () => {
    expect(ratingOfKey(scale, '2')).toBe('planning');
  });

  it('choose not applicable and don’t know', () => {
    expect(ratingOfKey(scale, 'n')).toBe(NOT_APPLICABLE);
    expect(ratingOfKey(scale, 'd')).toBe(DONT_KNOW);
  });

  it('do nothing beyond the scale or with other keys', () => {
    expect(ratingOfKey(scale, '4')).toBeUndefined();
    expect(ratingOfKey(scale, 'x')).toBeUndefined();
  });
});
