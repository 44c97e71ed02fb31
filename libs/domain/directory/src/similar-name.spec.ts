import { nameSimilarity, normalizeName, similarNameThreshold } from './similar-name';
import { SimilarNameIndex } from './similar-name-index';

const alike: [string, string][] = [
  ['Kalamazoo RESA', 'Kalamazoo Regional Educational Service Agency'],
  ['Kalamazoo Pub Schs', 'KALAMAZOO PUBLIC SCHOOLS'],
  ['Kalmazoo Public Schools', 'Kalamazoo Public Schools'],
  ['Kalamazoo Valley CC', 'Kalamazoo Valley Community College'],
  ['C.O.O.R. ISD', 'COOR Intermediate School District'],
  ['Calhoun ISD', 'Calhoun Intermediate School Dist.'],
  ['St. Clair County RESA', 'Saint Clair Co RESA'],
  ['José Martí Academy', 'Jose Marti Acad'],
  ['Regional School District 20', 'Regional School District No. 20'],
  ['Bronson Healthcare Group, Inc.', 'Bronson Healthcare Group'],
];

const different: [string, string][] = [
  ['Barry ISD', 'Berrien ISD'],
  ['Kalamazoo Public Schools', 'Kalamazoo College'],
  ['Kalamazoo Public Schools', 'Kalamazoo RESA'],
  ['Kalamazoo Valley Community College', 'Kalamazoo College'],
  ['Regional School District 20', 'Regional School District 19'],
  ['Western Michigan University', 'Central Michigan University'],
  ['Portage Public Schools', 'Paw Paw Public Schools'],
  ['', 'Kalamazoo College'],
];

describe('similar names', () => {
  it.each(alike)('finds "%s" like "%s"', (left, right) => {
    expect(nameSimilarity(left, right)).toBeGreaterThanOrEqual(similarNameThreshold);
    expect(nameSimilarity(right, left)).toBe(nameSimilarity(left, right));
  });

  it.each(different)('keeps "%s" apart from "%s"', (left, right) => {
    expect(nameSimilarity(left, right)).toBeLessThan(similarNameThreshold);
  });

  it('keeps a name whose every word is generic', () => {
    expect(normalizeName('The Public School District').core).toBe('public school district');
  });
});

const syllables = [
  'kal',
  'ma',
  'zoo',
  'por',
  'tage',
  'ber',
  'rien',
  'van',
  'bu',
  'ren',
  'cal',
  'houn',
  'ot',
  'ta',
  'wa',
  'al',
  'le',
  'gan',
];
const endings = [
  'Public Schools',
  'ISD',
  'Community College',
  'Area Schools',
  'RESA',
  'Academy',
  'University',
  'Career Center',
];

/** A made-up name; the same number gives the same name. */
function inventedName(number: number): string {
  let left = number;
  const take = (list: string[]): string => {
    const word = list[left % list.length];
    left = Math.floor(left / list.length);
    return word;
  };
  const ending = take(endings);
  return `${take(syllables)}${take(syllables)}${take(syllables)} ${take(syllables)}${take(syllables)} ${ending}`;
}

describe('the index of similar names', () => {
  it('finds what comparing each pair finds', () => {
    const names = Array.from({ length: 400 }, (_, at) => inventedName(at * 7919));
    const index = new SimilarNameIndex<string>();
    names.forEach((name) => index.add(name, name));
    const wanted = inventedName(7919).replace(/^./, 'x');
    const expected = names.filter((name) => nameSimilarity(name, wanted) >= 0.5).sort();
    expect(expected.length).toBeGreaterThan(0);
    expect(
      index
        .find(wanted, 0.5)
        .map((found) => found.value)
        .sort(),
    ).toEqual(expected);
  });

  it('puts the most alike first and forgets nothing between two questions', () => {
    const index = new SimilarNameIndex<number>();
    index.add('Portage Public Schools', 1);
    index.add('Portage Schools', 2);
    const first = index.find('Portage Public Schools', 0.5);
    expect(first.map((found) => found.value)).toEqual([1, 2]);
    expect(index.find('Portage Public Schools', 0.5)).toEqual(first);
  });

  it('looks up 10,000 names among 20,000 within seconds', () => {
    const index = new SimilarNameIndex<number>();
    for (let at = 0; at < 20_000; at += 1) index.add(inventedName(at * 613), at);
    const started = performance.now();
    let found = 0;
    for (let at = 0; at < 10_000; at += 1) found += index.find(inventedName(at * 613), similarNameThreshold).length;
    const seconds = (performance.now() - started) / 1000;
    expect(found).toBeGreaterThanOrEqual(10_000);
    expect(seconds).toBeLessThan(10);
  });
});
