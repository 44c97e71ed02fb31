/** How alike two names must be before a person is asked: 0 nothing in common, 1 the same words. */
export const similarNameThreshold = 0.73;

const abbreviations: Record<string, string> = {
  isd: 'intermediate school district',
  resa: 'regional educational service agency',
  resd: 'regional educational service district',
  esa: 'educational service agency',
  esd: 'educational service district',
  boces: 'board of cooperative educational services',
  usd: 'unified school district',
  cusd: 'community unit school district',
  psd: 'public school district',
  sd: 'school district',
  ps: 'public schools',
  cc: 'community college',
  cte: 'career technical education',
  ctc: 'career technical center',
  wib: 'workforce board',
  wdb: 'workforce development board',
  univ: 'university',
  coll: 'college',
  inst: 'institute',
  acad: 'academy',
  pub: 'public',
  sch: 'school',
  schs: 'schools',
  schl: 'school',
  elem: 'elementary',
  hs: 'high school',
  dist: 'district',
  distr: 'district',
  comm: 'community',
  com: 'community',
  cons: 'consolidated',
  consol: 'consolidated',
  reg: 'regional',
  tech: 'technical',
  voc: 'vocational',
  ctr: 'center',
  centre: 'center',
  cntr: 'center',
  co: 'county',
  cty: 'county',
  twp: 'township',
  dept: 'department',
  dev: 'development',
  ed: 'education',
  educ: 'education',
  svc: 'service',
  svcs: 'services',
  assn: 'association',
  assoc: 'association',
  mfg: 'manufacturing',
  hosp: 'hospital',
  intl: 'international',
  natl: 'national',
  st: 'saint',
  ste: 'saint',
  mt: 'mount',
  ft: 'fort',
  no: '',
};

const dropped = new Set(
  'the of and for at in a an de del la las los el y inc incorporated llc ltd corp corporation'.split(' '),
);

// Words that say what an organization is rather than which one; alone they never make two names alike.
const generic = new Set(
  `public school schools district districts intermediate regional educational education service services agency academy
  community college colleges university institute center county area unified consolidated city township career technical
  vocational charter high elementary board department development workforce state local system association company
  authority council`.split(/\s+/),
);

/** A name in the form that is compared. */
export interface NormalizedName {
  /** All words that count, in their order. */
  text: string;
  /** The words that say which organization it is; all words when nothing else is left. */
  core: string;
  /** The numbers in the name: District 5 and District 6 are never alike. */
  numbers: string;
}

/** Lower case without accents; "C.O.O.R." becomes one word, other punctuation a space. */
const plainWords = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');

/** Brings a name into the form that is compared: case, accents, punctuation, abbreviations, filler words. */
export function normalizeName(name: string): NormalizedName {
  const words = plainWords(name)
    .flatMap((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word].split(' ') : [word]))
    .filter((word) => word && !dropped.has(word));
  const core = words.filter((word) => !generic.has(word));
  return {
    text: words.join(' '),
    core: (core.length ? core : words).join(' '),
    numbers: words.filter((word) => /^\d+$/.test(word)).join(' '),
  };
}

/** The set of three-letter pieces of each word, two blanks before and one after, as pg_trgm cuts them. */
export function trigrams(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const word of text ? text.split(' ') : []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) pieces.add(padded.slice(at, at + 3));
  }
  return pieces;
}

const dice = (common: number, left: number, right: number): number =>
  left + right ? (2 * common) / (left + right) : 0;

function overlap(left: Set<string>, right: Set<string>): number {
  let common = 0;
  for (const piece of left) if (right.has(piece)) common += 1;
  return dice(common, left.size, right.size);
}

/**
 * How alike two names are, 0 to 1: Sørensen-Dice over trigrams, the smaller of the value over all words ("Kalamazoo Public
 * Schools" is not "Kalamazoo College") and over the distinguishing words ("Barry ISD" is not "Berrien ISD").
 */
export function nameSimilarity(left: string, right: string): number {
  const [a, b] = [normalizeName(left), normalizeName(right)];
  if (a.numbers !== b.numbers) return 0;
  return Math.min(overlap(trigrams(a.core), trigrams(b.core)), overlap(trigrams(a.text), trigrams(b.text)));
}
