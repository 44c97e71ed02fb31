import { findOrganizationKind, type PartnerSystem, partnerSystemList } from '@domain/directory';

/** One system of a complete team and who stands for it. */
export interface SystemCoverage {
  system: PartnerSystem;
  /** Names of the member organizations of this system. */
  organizations: string[];
}

/** What is needed of a member to see which system it stands for. */
export interface MemberKind {
  name: string;
  kind: string;
}

/**
 * Which systems of a complete team have a member and which still lack one. A gap is shown; it blocks nothing.
 * Source: technical assistance model, section 1.
 * @param level a local partnership does not need a local partner of its own.
 */
export function systemCoverage(level: 'state' | 'local', members: MemberKind[]): SystemCoverage[] {
  return partnerSystemList
    .filter((info) => info.partOfCompleteTeam && !(level === 'local' && info.key === 'local_partner'))
    .map((info) => ({
      system: info.key,
      organizations: members
        .filter((member) => findOrganizationKind(member.kind)?.system === info.key)
        .map((member) => member.name),
    }));
}
