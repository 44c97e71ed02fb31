import { useWorkplace } from '../../app/workplace';

/** What the role of this workplace may begin; the server decides about every record. Source: domain roles, section 3. */
export interface May {
  addOrganizations: boolean;
  /** Kinds that may be added; all when undefined. */
  kinds: readonly string[] | undefined;
  import: boolean;
  addRegions: boolean;
  invite: boolean;
  manageAccess: boolean;
  addPartnerships: boolean;
}

const INVITERS = ['state_admin', 'district_coordinator', 'college_liaison', 'board_staff', 'employer'];
/** Who places students keeps the records of those who employ them. */
const EMPLOYER_KINDS = ['employer', 'employer_association', 'apprenticeship_sponsor'];
const ADDERS = ['state_admin', 'lead', 'district_coordinator', 'board_staff'];

/** Which buttons this person finds on pages without a record. */
export function useMay(): May {
  const { role } = useWorkplace().grant;
  const admin = role === 'state_admin';
  return {
    addOrganizations: ADDERS.includes(role),
    kinds: admin ? undefined : EMPLOYER_KINDS,
    import: admin,
    addRegions: admin,
    invite: INVITERS.includes(role),
    manageAccess: admin,
    addPartnerships: admin,
  };
}
