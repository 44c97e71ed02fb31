import type { components } from '../../../api/schema';
import type { Organization } from '../use-directory';

type Schemas = components['schemas'];
/** What is sent to make an organization. */
export type NewOrganization = Schemas['CreateOrganizationRequest'];

/** Fields of the form. */
export type OrganizationValues = {
  name: string;
  kind: string | null;
  parentId: string | null;
  regionId: string | null;
  street: string;
  city: string;
  state: string;
  zip: string;
  countyFips: string;
  phone: string;
  website: string;
  externalIds: { scheme: string; value: string }[];
};

const TEXTS = ['street', 'city', 'state', 'zip', 'countyFips', 'phone', 'website'] as const;

/** The form as an organization stands, or empty. */
export function valuesOf(organization?: Organization): OrganizationValues {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, organization?.[name] ?? '']));
  return {
    name: organization?.name ?? '',
    kind: organization?.kind ?? null,
    parentId: organization?.parentId ?? null,
    regionId: organization?.regionId ?? null,
    ...(texts as Record<(typeof TEXTS)[number], string>),
    externalIds: organization?.externalIds.map(({ scheme, value }) => ({ scheme, value })) ?? [],
  };
}

/** What is sent: texts without spaces around them, and null for what is empty. */
export function bodyOf(values: OrganizationValues): NewOrganization {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, values[name].trim() || null]));
  return {
    name: values.name.trim(),
    kind: values.kind ?? '',
    parentId: values.parentId,
    regionId: values.regionId,
    ...texts,
    externalIds: values.externalIds.filter(({ value }) => value.trim()),
  } as NewOrganization;
}
