import { createContext, useContext } from 'react';
import type { Workplace } from './places';

/** The workplace of the pages below `/t/:tenant`. */
export const WorkplaceContext = createContext<Workplace | undefined>(undefined);

/** Tenant and role in which the person works on this page. */
export function useWorkplace(): Workplace {
  const place = useContext(WorkplaceContext);
  if (!place) throw new Error('useWorkplace is for pages below /t/:tenant');
  return place;
}

const stored = (tenant: string) => `braidway.workplace.${tenant}`;

/** Keeps the chosen role of a tenant on this device. */
export const keepWorkplace = ({ id, tenant }: Workplace): void => localStorage.setItem(stored(tenant.slug), id);

/** The workplace in a tenant: the one chosen last on this device, else the first; undefined without a role there. */
export function workplaceIn(workplaces: Workplace[], tenant: string): Workplace | undefined {
  const here = workplaces.filter((place) => place.tenant.slug === tenant);
  return here.find((place) => place.id === localStorage.getItem(stored(tenant))) ?? here[0];
}
