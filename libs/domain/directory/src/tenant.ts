/** One career pathways system, usually a state. Made by a platform administrator, who sees none of its records. */
export interface Tenant {
  id: string;
  /** Its name in addresses. */
  slug: string;
  name: string;
  /** IANA name; a day is a day of this zone. */
  timeZone: string;
  status: 'active' | 'suspended';
  demo: boolean;
  version: number;
}
