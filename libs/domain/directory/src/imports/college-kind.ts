import type { ConcludedKind } from './agency-kind';

/** What IPEDS says about the kind of an institution, as text of the codes. */
export interface CollegeTraits {
  name: string;
  /** SECTOR: 0 administrative unit, 1-3 four-year, 4-6 two-year, 7-9 less than two years (public, nonprofit, for profit), 99 unknown. */
  sector: string | null;
  /** INSTCAT: 3 degree-granting but not mainly bachelor's, 4 associate's and certificates, 6 no degrees. */
  category: string | null;
}

const known = (kind: string): ConcludedKind => ({ kind, guessed: false });
const guess = (kind: string): ConcludedKind => ({ kind, guessed: true });

const adultWords = /\badult\b|continuing|community ed/i;

/** Public institutions without degrees: schools for adults, or career centers of districts and counties. */
function publicWithoutDegrees(name: string): ConcludedKind {
  if (/community college/i.test(name)) return guess('community_college');
  return guess(adultWords.test(name) ? 'adult_education_provider' : 'area_cte_center');
}

/** Branch campuses and institutions without a sector: only the name is left. */
function fromName(name: string): ConcludedKind {
  if (/university/i.test(name)) return guess('four_year_institution');
  if (/community college/i.test(name)) return guess('community_college');
  return guess(adultWords.test(name) ? 'adult_education_provider' : 'career_college');
}

/**
 * The kind of an IPEDS institution. Community colleges that grant some bachelor's degrees stand in sector 1 with category 3
 * beside regional campuses of universities; the word "university" tells those apart. Source: IPEDS HD data dictionary.
 */
export function collegeKind({ name, sector, category }: CollegeTraits): ConcludedKind {
  switch (sector) {
    case '0':
      return known('college_system');
    case '1':
      if (category !== '3' && category !== '4') return known('four_year_institution');
      return /university/i.test(name) ? guess('four_year_institution') : known('community_college');
    case '2':
    case '3':
      return known('four_year_institution');
    case '4':
      return category === null || category === '3' || category === '4'
        ? known('community_college')
        : publicWithoutDegrees(name);
    case '5':
    case '6':
    case '8':
    case '9':
      return known('career_college');
    case '7':
      return publicWithoutDegrees(name);
    default:
      return fromName(name);
  }
}
