import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@platform/config';
import { isExternalIdScheme, type ExternalIdScheme } from './external-id';

/** The parts a state team is made of; `other` never counts toward a complete team. Source: technical assistance model, section 1. */
export const partnerSystems = [
  'k12_cte',
  'community_college',
  'four_year',
  'adult_education',
  'workforce_development',
  'economic_development',
  'employer',
  'human_services',
  'local_partner',
  'other',
] as const;

/** Key of one system of the career pathways work, for instance `k12_cte`. */
export type PartnerSystem = (typeof partnerSystems)[number];

/** A text in both languages of the product. */
export interface BilingualLabel {
  en: string;
  es: string;
}

/** A system with its label; `partOfCompleteTeam` tells whether a team without it has a gap. */
export interface PartnerSystemInfo {
  key: PartnerSystem;
  label: BilingualLabel;
  partOfCompleteTeam: boolean;
}

/** One kind of organization and what it may act as. */
export interface OrganizationKind {
  key: string;
  label: BilingualLabel;
  /** The system it stands for in a partnership. */
  system: PartnerSystem;
  /** Party types of the agreement templates that an organization of this kind may fill. */
  mouPartyTypes: string[];
  /** Recipient kinds of the funding sources that an organization of this kind counts as. */
  recipientKinds: string[];
  /** Kinds an organization of this kind may have as parent in the tree. */
  parentKinds: string[];
  /** External ids that fit. */
  externalIdSchemes: ExternalIdScheme[];
}

interface KindData {
  systems: { key: string; label: BilingualLabel; partOfCompleteTeam: boolean }[];
  kinds: (Omit<OrganizationKind, 'system' | 'externalIdSchemes'> & { system: string; externalIdSchemes: string[] })[];
}

const kindFile = join(PROJECT_ROOT, 'libs/domain/directory/data/organization-kinds.json');
const kindData: KindData = JSON.parse(readFileSync(kindFile, 'utf8'));

/** @throws Error when the shipped data names a system this code does not know. */
const toSystem = (key: string): PartnerSystem => {
  const system = partnerSystems.find((known) => known === key);
  if (!system) throw new Error(`organization-kinds.json: unknown system "${key}"`);
  return system;
};

/** Every system, in the order of the technical assistance model. */
export const partnerSystemList: readonly PartnerSystemInfo[] = kindData.systems.map((system) => ({
  ...system,
  key: toSystem(system.key),
}));

/** Every kind of organization, in the order lists offer them. Shipped as data in `data/organization-kinds.json`. */
export const organizationKinds: readonly OrganizationKind[] = kindData.kinds.map((kind) => ({
  ...kind,
  system: toSystem(kind.system),
  externalIdSchemes: kind.externalIdSchemes.filter(isExternalIdScheme),
}));

const kindsByKey = new Map(organizationKinds.map((kind) => [kind.key, kind]));

const spoken = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const kindsBySpokenName = new Map(
  organizationKinds.flatMap((kind) => [kind.key, kind.label.en, kind.label.es].map((name) => [spoken(name), kind])),
);

/** The kind with this key, or undefined. */
export const findOrganizationKind = (key: string): OrganizationKind | undefined => kindsByKey.get(key);

/** Whether the text is the key of a kind. */
export const isOrganizationKind = (key: string): boolean => kindsByKey.has(key);

/** The kind whose key, English or Spanish label this is, whatever its case, accents and punctuation; or undefined. */
export const recognizeOrganizationKind = (text: string): OrganizationKind | undefined =>
  kindsBySpokenName.get(spoken(text));

/** Whether an organization of kind `parent` may stand above one of kind `child` in the tree. Unknown kinds: never. */
export const mayBeParentKind = (parent: string, child: string): boolean =>
  kindsByKey.get(child)?.parentKinds.includes(parent) ?? false;

/** Kinds that may fill a party type of an agreement template, for instance `district`. */
export const kindsForPartyType = (partyType: string): OrganizationKind[] =>
  organizationKinds.filter((kind) => kind.mouPartyTypes.includes(partyType));

/** Kinds that count as a recipient kind of a funding source, for instance `charter_lea`. */
export const kindsForRecipient = (recipientKind: string): OrganizationKind[] =>
  organizationKinds.filter((kind) => kind.recipientKinds.includes(recipientKind));

/** Systems that a team made of organizations of these kinds still lacks; unknown kinds count for nothing. */
export const missingSystems = (kinds: Iterable<string>): PartnerSystemInfo[] => {
  const present = new Set([...kinds].map((kind) => kindsByKey.get(kind)?.system));
  return partnerSystemList.filter((system) => system.partOfCompleteTeam && !present.has(system.key));
};
