import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import kindData from '../data/organization-kinds.json';
import lists from '../test-data/organization-kind-lists.json';
import { externalIdSchemes } from './external-id';
import {
  findOrganizationKind,
  kindsForPartyType,
  kindsForRecipient,
  mayBeParentKind,
  missingSystems,
  organizationKinds,
  partnerSystemList,
  partnerSystems,
  recognizeOrganizationKind,
} from './organization-kind';

const mapped = (field: 'mouPartyTypes' | 'recipientKinds'): string[] => [
  ...new Set([...organizationKinds.flatMap((kind) => kind[field]), ...Object.keys(kindData.notOrganizations[field])]),
];

describe('the one list of organization kinds', () => {
  it('fills every party type of the agreement templates, or says that it is not an organization', () => {
    expect(mapped('mouPartyTypes').sort()).toEqual([...lists.agreementPartyTypes].sort());
  });

  it('covers every recipient kind of the funding sources, or says that it is not an organization', () => {
    expect(mapped('recipientKinds').sort()).toEqual([...lists.fundingRecipientKinds].sort());
  });

  it('has a kind for every organization type of the roles', () => {
    const keysByType: Record<string, string[]> = {
      'state agency': ['state_agency'],
      'school district or charter': ['school_district', 'charter'],
      'area CTE center': ['area_cte_center'],
      college: ['community_college', 'four_year_institution'],
      'adult education provider': ['adult_education_provider'],
      'workforce board': ['workforce_board'],
      employer: ['employer'],
      'employer association': ['employer_association'],
      'community organization': ['community_organization'],
      'human services agency': ['human_services_agency'],
      'labor organization': ['labor_organization'],
      funder: ['funder'],
      'research partner': ['research_partner'],
      'tribal organization': ['tribal_organization'],
    };
    const missing = lists.rolesOrganizationTypes.filter((type) => !keysByType[type]?.every(findOrganizationKind));
    expect(missing).toEqual([]);
  });

  it('names only known kinds, systems and id schemes, each key once, both languages filled', () => {
    const keys = organizationKinds.map((kind) => kind.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const kind of kindData.kinds) {
      expect(keys).toEqual(expect.arrayContaining(kind.parentKinds));
      expect(externalIdSchemes).toEqual(expect.arrayContaining(kind.externalIdSchemes));
      expect(kind.label.en.length * kind.label.es.length).toBeGreaterThan(0);
    }
    expect(partnerSystemList.map((system) => system.key)).toEqual([...partnerSystems]);
  });

  it('has at least one kind for every system of a complete team', () => {
    expect(missingSystems(organizationKinds.map((kind) => kind.key))).toEqual([]);
  });

  it('lists the systems a team still lacks, in the order of the technical assistance model', () => {
    const missing = missingSystems(['school_district', 'community_college', 'employer', 'workforce_board', 'funder']);
    expect(missing.map((system) => system.key)).toEqual([
      'four_year',
      'adult_education',
      'economic_development',
      'human_services',
      'local_partner',
    ]);
  });

  it('answers which kinds may sign as a party or receive money', () => {
    expect(kindsForPartyType('charter').map((kind) => kind.key)).toEqual(['charter']);
    expect(kindsForRecipient('charter_lea').map((kind) => kind.key)).toEqual(['charter']);
    expect(kindsForPartyType('student')).toEqual([]);
  });

  it('puts a school under a district and never a district under a school', () => {
    expect(mayBeParentKind('school_district', 'school')).toBe(true);
    expect(mayBeParentKind('school', 'school_district')).toBe(false);
  });

  it('recognizes a kind by key or by label in both languages', () => {
    expect(recognizeOrganizationKind('School District')?.key).toBe('school_district');
    expect(recognizeOrganizationKind('colegio COMUNITARIO')?.key).toBe('community_college');
    expect(recognizeOrganizationKind('workforce_board')?.key).toBe('workforce_board');
    expect(recognizeOrganizationKind('spaceship')).toBeUndefined();
  });
});

const shared = join(__dirname, '../../../../../shared/domain');
const describeWithReference = existsSync(shared) ? describe : describe.skip;

describeWithReference('the excerpt of the three lists (skipped without the reference folder ../shared/domain)', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(shared, file), 'utf8'));

  it('still holds every party type of the agreement templates', () => {
    const templates: { partyTypes: string[]; requiredPartyTypes: string[] }[] = read('mou-templates.json').templates;
    const types = templates.flatMap((one) => [
      ...one.partyTypes,
      ...one.requiredPartyTypes.flatMap((t) => t.split('|')),
    ]);
    expect([...new Set(types)].sort()).toEqual([...lists.agreementPartyTypes].sort());
  });

  it('still holds every recipient kind of the funding sources', () => {
    expect(read('funding-sources.json').taxonomies.recipients).toEqual(lists.fundingRecipientKinds);
  });
});
