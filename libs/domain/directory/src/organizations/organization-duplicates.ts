import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { type ExternalId, type ExternalIdScheme, isIdentifyingScheme } from '../external-id';
import { nameSimilarity, normalizeName, similarNameThreshold } from '../similar-name';

/** An organization that may be the same as a new one. */
export interface DuplicateCandidate {
  id: string;
  name: string;
  kind: string;
  city: string | null;
  state: string | null;
  status: string;
  /** `same-id` cannot be accepted, the others can. */
  reason: 'same-id' | 'shared-id' | 'similar-name';
  /** 0 to 1; 1 for an equal id. */
  similarity: number;
  /** Field of the request that it collides with. */
  path: string;
}

/** A new organization, as far as duplicates are told by it. */
export interface NewcomerDescription {
  name: string;
  city: string | null;
  state: string | null;
  externalIds: ExternalId[];
}

type Known = Omit<DuplicateCandidate, 'reason' | 'similarity' | 'path'>;

const COLUMNS = 'o.id, o.name, o.kind, o.city, o.state, o.status';
const CANDIDATES_AT_MOST = 10;
const LOOKED_AT = 2000;

/** All employers of an industry and all campuses of a system have the same. */
const SAYS_NOTHING: ExternalIdScheme[] = ['naics', 'ipeds_system'];

const withId = `select ${COLUMNS}, e.scheme, e.value from unnest($2::text[], $3::text[]) as wanted (scheme, value)
  join organization_external_id e on e.tenant_id = $1 and e.scheme = wanted.scheme and e.value = wanted.value
  join organization o on o.tenant_id = $1 and o.id = e.organization_id`;

const inCity = `select ${COLUMNS} from organization o where o.tenant_id = $1 and o.state = $2 and o.city = any($3)
  union all select ${COLUMNS} from organization o where o.tenant_id = $1 and o.state = $2 and o.city is null
  limit ${LOOKED_AT}`;

// without a city the whole state, or all states, have to be looked through: only names with the same rare letters come back
const inState = `select ${COLUMNS} from organization o
  where o.tenant_id = $1 and ($2::text is null or o.state = $2 or o.state is null) and o.name ilike $3 limit ${LOOKED_AT}`;

const sameCity = (left: string | null, right: string | null): boolean =>
  !left || !right || left.toLowerCase() === right.toLowerCase();

/** Spellings that lists use: as typed, in capitals, with capital first letters. */
const spellings = (city: string): string[] => [
  ...new Set([
    city,
    city.toUpperCase(),
    city.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase()),
  ]),
];

/** The first letters of the longest word that says which organization it is. */
const rarestLetters = (name: string): string => {
  const words = normalizeName(name).core.split(' ');
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest)).slice(0, 5);
};

/** Finds organizations that a new one may be the same as: an equal id, or a similar name in the same city and state. */
@Injectable()
export class OrganizationDuplicates {
  /** Candidates, equal ids first, then by similarity. `except`: the organization itself when it is changed. */
  async find(tx: Tx, newcomer: NewcomerDescription, except?: string): Promise<DuplicateCandidate[]> {
    const found = new Map<string, DuplicateCandidate>();
    for (const candidate of [
      ...(await this.withSameId(tx, newcomer.externalIds)),
      ...(await this.withSimilarName(tx, newcomer)),
    ])
      if (candidate.id !== except && !found.has(candidate.id)) found.set(candidate.id, candidate);
    return [...found.values()].slice(0, CANDIDATES_AT_MOST);
  }

  /** Organizations that have one of these ids. */
  async withSameId(tx: Tx, ids: ExternalId[]): Promise<DuplicateCandidate[]> {
    const telling = ids.filter((id) => !SAYS_NOTHING.includes(id.scheme));
    if (telling.length === 0) return [];
    const [schemes, values] = [telling.map((id) => id.scheme), telling.map((id) => id.value)];
    const rows = await tx.query<Known & { scheme: ExternalIdScheme; value: string }>(withId, [
      tx.tenantId,
      schemes,
      values,
    ]);
    return rows
      .map(({ scheme, value, ...known }): DuplicateCandidate => {
        const index = ids.findIndex((id) => id.scheme === scheme && id.value === value);
        const reason = isIdentifyingScheme(scheme) ? 'same-id' : 'shared-id';
        return { ...known, reason, similarity: 1, path: `externalIds[${index}].value` };
      })
      .sort((a, b) => a.reason.localeCompare(b.reason));
  }

  private async withSimilarName(tx: Tx, { name, city, state }: NewcomerDescription): Promise<DuplicateCandidate[]> {
    const rows =
      city && state
        ? await tx.query<Known>(inCity, [tx.tenantId, state, spellings(city)])
        : await tx.query<Known>(inState, [tx.tenantId, state, `%${rarestLetters(name)}%`]);
    return rows
      .filter((row) => sameCity(row.city, city))
      .map((row): DuplicateCandidate => ({
        ...row,
        reason: 'similar-name',
        similarity: Math.round(nameSimilarity(row.name, name) * 100) / 100,
        path: 'name',
      }))
      .filter((candidate) => candidate.similarity >= similarNameThreshold)
      .sort((a, b) => b.similarity - a.similarity);
  }
}
