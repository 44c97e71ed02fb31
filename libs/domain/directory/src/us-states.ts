/** A state, territory or federal school system as NCES and the Census Bureau number them. */
export interface UsState {
  /** Two-letter postal code, for instance `MI`. */
  code: string;
  /** Two-digit FIPS code, for instance `26`; NCES uses 58, 59 and 63 for school systems of federal agencies. */
  fips: string;
  name: string;
}

const table = `AL01Alabama|AK02Alaska|AZ04Arizona|AR05Arkansas|CA06California|CO08Colorado|CT09Connecticut|DE10Delaware
DC11District of Columbia|FL12Florida|GA13Georgia|HI15Hawaii|ID16Idaho|IL17Illinois|IN18Indiana|IA19Iowa|KS20Kansas
KY21Kentucky|LA22Louisiana|ME23Maine|MD24Maryland|MA25Massachusetts|MI26Michigan|MN27Minnesota|MS28Mississippi
MO29Missouri|MT30Montana|NE31Nebraska|NV32Nevada|NH33New Hampshire|NJ34New Jersey|NM35New Mexico|NY36New York
NC37North Carolina|ND38North Dakota|OH39Ohio|OK40Oklahoma|OR41Oregon|PA42Pennsylvania|RI44Rhode Island
SC45South Carolina|SD46South Dakota|TN47Tennessee|TX48Texas|UT49Utah|VT50Vermont|VA51Virginia|WA53Washington
WV54West Virginia|WI55Wisconsin|WY56Wyoming|AS60American Samoa|FM64Federated States of Micronesia|GU66Guam
MH68Marshall Islands|MP69Northern Mariana Islands|PW70Palau|PR72Puerto Rico|VI78U.S. Virgin Islands`;

/** States, the District of Columbia and territories. Source: FIPS 5-2 / ANSI INCITS 38. */
export const usStates: readonly UsState[] = table.split(/[|\n]/).map((entry) => ({
  code: entry.slice(0, 2),
  fips: entry.slice(2, 4),
  name: entry.slice(4),
}));

const byText = new Map(
  usStates.flatMap((state) => [state.code, state.name.toUpperCase()].map((text) => [text, state])),
);
const fipsCodes = new Set(usStates.map((state) => state.fips));

/** The state whose postal code or name this is, whatever its case; or undefined. */
export const findUsState = (text: string): UsState | undefined => byText.get(text.trim().toUpperCase());

const federalSystems = new Set(['58', '59', '63']);

/** Whether NCES ids may begin with these two digits: a state, a territory, or the schools of the Departments of Defense and Interior. */
export const isNcesStateCode = (fips: string): boolean => fipsCodes.has(fips) || federalSystems.has(fips);
