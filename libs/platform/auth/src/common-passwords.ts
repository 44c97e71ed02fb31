/**
 * What people choose when they must have 12 characters: stems that stay the same password with digits or signs around
 * them (`password` stands for `Password2026!`). Lower case, letters only at both ends.
 */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
  `
  password passwordpassword passw0rd p@ssword p@ssw0rd mypassword newpassword thepassword passphrase changeme
  changemenow changeit letmein letmeinnow letmeinplease welcome welcomehome welcomeback administrator admin
  adminadmin administration root rootroot qwerty qwertyuiop qwertyqwerty qwertyuiopasdfghjkl qwertyuiopasdf
  asdfghjkl zxcvbnm asdfghjklzxcvbnm qazwsxedc qazwsxedcrfv q1w2e3r4t5y6 qwer asdf asdfasdfasdf abc abcd abcdef
  abcdefgh abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz iloveyou iloveyousomuch
  iloveyouforever iloveme ihateyou sunshine princess football baseball basketball superman batman spiderman
  starwars pokemon minecraft dragon monkey shadow master trustno trustnoone whatever michael jennifer charlie
  jordan summer winter spring autumn january february march april june july august september october november
  december monday tuesday wednesday thursday friday computer internet secret secretsecret topsecret test testtest
  testtesttest testing temporary default guest user login student teacher school college university education
  pathways careerpathways braidway michigan kansas america unitedstates correcthorsebatterystaple nothing
  nopassword enterpassword yourpassword thisismypassword
  `
    .trim()
    .split(/\s+/),
);
