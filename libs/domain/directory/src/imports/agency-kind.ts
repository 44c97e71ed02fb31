/** A kind concluded from the words of a list. */
export interface ConcludedKind {
  kind: string;
  /** The list has no exact word for it. */
  guessed: boolean;
}

const serviceAgencyWords =
  /\b(isd|i\.s\.d|resa|resd|esa|esd|aea|boces|iu|escs?|rescs?)\b|intermediate|(education(al)?|cooperative|shared) servic|service (agency|center|cooperative|district|region)|\bco-?op|interlocal|regional educ|\bsp(ec(ial)?)? (ed|se?rv)/i;
const careerWords = /\b(vo-?tech|cte|avts|jvsd?|ctc|rop)\b|vocational|career|technical|technology cent|skill cent/i;

// In these states NCES counts the regional service agencies as "specialized" districts (seen in CCD 2023-24).
const serviceAgencyStates = new Set(['MI', 'CT']);

const byCode: Record<string, string> = {
  '1': 'school_district',
  '2': 'school_district',
  '3': 'educational_service_agency',
  '4': 'educational_service_agency',
  '5': 'state_operated_education_agency',
  '6': 'state_operated_education_agency',
  '7': 'charter',
};

const byWord: [RegExp, string][] = [
  [/charter/i, '7'],
  [/supervisory union administrative|^supervisory union/i, '3'],
  [/service agency|regional education/i, '4'],
  [/^state|federal/i, '5'],
  [/speciali[sz]ed/i, '9'],
  [/^regular|component/i, '1'],
];

const typeCode = (type: string): string =>
  /^\d(\.0)?$/.test(type) ? type[0] : (byWord.find(([words]) => words.test(type))?.[1] ?? '8');

/** Specialized and other agencies: a regional service agency or a career center by name, else a district. */
function concludeFromName(name: string, state: string | null, specialized: boolean): ConcludedKind {
  const career = careerWords.test(name);
  const service = serviceAgencyWords.test(name) || (specialized && !career && serviceAgencyStates.has(state ?? ''));
  if (service) return { kind: 'educational_service_agency', guessed: !specialized };
  return { kind: career ? 'area_cte_center' : 'school_district', guessed: true };
}

/**
 * The kind of a local education agency.
 * @param type LEA_TYPE of the CCD (1 to 9) or the word of the NCES search ("Regular Local", "Charter", "Specialized").
 */
export function agencyKind(type: string | null, name: string, state: string | null): ConcludedKind {
  if (type === null) return { kind: 'school_district', guessed: true };
  const code = typeCode(type);
  return byCode[code] ? { kind: byCode[code], guessed: false } : concludeFromName(name, state, code === '9');
}
