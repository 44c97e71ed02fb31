import { isIdentifyingScheme, type ExternalId, type ExternalIdScheme } from './external-id';
import type { DuplicateCandidate } from './import-plan';
import type { DraftAddress } from './organization-draft';
import { nameSimilarity, normalizeName, similarNameThreshold } from './similar-name';
import { SimilarNameIndex } from './similar-name-index';

/** What is compared of an organization of the directory or of a row of the file. */
export interface Comparable {
  /** Null for a row of the file. */
  organizationId: string | null;
  /** Null for an organization of the directory. */
  sourceLine: number | null;
  name: string;
  kind: string;
  externalIds: ExternalId[];
  address: DraftAddress;
}

/** In another city of the same state only names this alike are worth asking about. */
const similarNameElsewhere = 0.92;

// Ids that several organizations may share but that make it likely that two entries are one. An industry or a system is not such.
const tellingSchemes: ReadonlySet<ExternalIdScheme> = new Set([
  'opeid',
  'ein',
  'uei',
  'duns',
  'state_lea',
  'state_school',
]);

const keyOf = ({ scheme, value }: ExternalId): string => `${scheme}:${value}`;
const cityOf = (one: Comparable): string => normalizeName(one.address.city ?? '').text;

const nameKey = (one: Comparable): string =>
  [one.kind, normalizeName(one.name).text, one.address.state ?? '', cityOf(one)].join('|');

const identifyingSchemes = (one: Comparable): Set<ExternalIdScheme> =>
  new Set(one.externalIds.map((id) => id.scheme).filter(isIdentifyingScheme));

/** Both stand in the same register under different numbers (the same number was looked for before): certainly two organizations. */
function certainlyDifferent(left: Comparable, right: Comparable): boolean {
  const schemes = identifyingSchemes(right);
  return [...identifyingSchemes(left)].some((scheme) => schemes.has(scheme));
}

/** Whether an organization has an id by which a register knows it and nobody else. */
export const hasIdentity = (one: Comparable): boolean => identifyingSchemes(one).size > 0;

/** Everything an import compares a row with; grows by the rows that will be created. */
export class DirectoryIndex {
  private readonly byId = new Map<string, Comparable[]>();
  private readonly byName = new Map<string, Comparable[]>();
  private readonly byState = new Map<string, SimilarNameIndex<Comparable>>();

  /** Adds an organization or a row. */
  add(one: Comparable): void {
    for (const id of one.externalIds) push(this.byId, keyOf(id), one);
    push(this.byName, nameKey(one), one);
    const state = one.address.state ?? '';
    const names = this.byState.get(state) ?? new SimilarNameIndex<Comparable>();
    this.byState.set(state, names);
    names.add(one.name, one);
  }

  /** All that carry this id. */
  withId(id: ExternalId): Comparable[] {
    return this.byId.get(keyOf(id)) ?? [];
  }

  /** All that share an identifying id with this one, each once. */
  sameIdentity(one: Comparable): Comparable[] {
    return [
      ...new Set(one.externalIds.filter((id) => isIdentifyingScheme(id.scheme)).flatMap((id) => this.withId(id))),
    ];
  }

  /** All of the same kind with the same normalized name in the same city. */
  sameName(one: Comparable): Comparable[] {
    return (this.byName.get(nameKey(one)) ?? []).filter((other) => !certainlyDifferent(one, other));
  }

  /** What may be the same without being certain: a shared id, or a similar name in the same state; most alike first. */
  candidates(one: Comparable): DuplicateCandidate[] {
    const found = new Map<Comparable, DuplicateCandidate>();
    for (const other of this.similarlyNamed(one))
      found.set(other.value, candidate(other.value, 'similar_name', other.similarity));
    for (const id of one.externalIds.filter(({ scheme }) => tellingSchemes.has(scheme))) {
      for (const other of this.withId(id))
        found.set(other, candidate(other, 'shared_id', nameSimilarity(one.name, other.name)));
    }
    return [...found]
      .flatMap(([other, match]) => (certainlyDifferent(one, other) ? [] : [match]))
      .sort((a, b) => b.similarity - a.similarity);
  }

  private similarlyNamed(one: Comparable): { value: Comparable; similarity: number }[] {
    const { state } = one.address;
    const indexes = state === null ? [...this.byState.values()] : [this.byState.get(state), this.byState.get('')];
    const city = cityOf(one);
    return indexes
      .flatMap((index) => index?.find(one.name, similarNameThreshold) ?? [])
      .filter(({ value, similarity }) => {
        const other = cityOf(value);
        return similarity >= similarNameElsewhere || city === '' || other === '' || city === other;
      });
  }
}

function push(map: Map<string, Comparable[]>, key: string, one: Comparable): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

const candidate = (one: Comparable, reason: DuplicateCandidate['reason'], similarity: number): DuplicateCandidate => ({
  organizationId: one.organizationId,
  sourceLine: one.sourceLine,
  name: one.name,
  reason,
  similarity: Math.round(similarity * 100) / 100,
});
