import {
  checkExternalId,
  displayExternalId,
  externalIdSchemes,
  expectedForm,
  isIdentifyingScheme,
} from './external-id';

const accepted: [string, Parameters<typeof checkExternalId>[0], string, string, boolean][] = [
  ['a district id', 'nces_lea', '2619950', '2619950', false],
  ['a district id that lost the zero of its state', 'nces_lea', '900001', '0900001', true],
  ['a district id read as a number', 'nces_lea', '2619950.0', '2619950', false],
  ['a district of the Bureau of Indian Education', 'nces_lea', '5900001', '5900001', false],
  ['a school id that lost its zero', 'nces_school', '10000500870', '010000500870', true],
  ['a college id', 'ipeds_unitid', ' 170620 ', '170620', false],
  ['an OPEID', 'opeid', '00694900', '00694900', false],
  ['an OPEID that lost two zeros', 'opeid', '694900', '00694900', true],
  ['an OPEID that lost one zero', 'opeid', '4259801', '04259801', true],
  ['an OPEID without its branch digits', 'opeid', '006949', '00694900', true],
  ['an EIN with a hyphen', 'ein', '38-6004849', '386004849', false],
  ['an EIN that lost its zero', 'ein', '50926564', '050926564', true],
  ['a UEI in lower case', 'uei', 'jqemuqu9dbx7', 'JQEMUQU9DBX7', false],
  ['a DUNS number with hyphens', 'duns', '82-676-5604', '826765604', false],
  ['a DUNS number that lost a zero', 'duns', '89179196', '089179196', true],
  ['an industry sector', 'naics', '62', '62', false],
  ['an industry range', 'naics', '31–33', '31-33', false],
  ['a national industry', 'naics', '611210', '611210', false],
  ['a state id of a district', 'state_lea', 'mi-39010', 'MI-39010', false],
  ['a college system', 'ipeds_system', '106010', '106010', false],
];

const refused: [string, Parameters<typeof checkExternalId>[0], string, string][] = [
  ['five digits, which may have lost anything', 'nces_lea', '26199', 'id_form'],
  ['a district of a state that does not exist', 'nces_lea', '0319950', 'id_unknown_state'],
  ['letters', 'nces_lea', '26199AB', 'id_form'],
  ['a number a spreadsheet rounded', 'nces_school', '2.61995E+11', 'id_rounded'],
  ['a college id with a leading zero', 'ipeds_unitid', '017062', 'id_form'],
  ['an EIN of seven digits', 'ein', '1234567', 'id_form'],
  ['a UEI with the letter O', 'uei', 'OQEMUQU9DBX7', 'id_form'],
  ['a UEI with nine digits in a row', 'uei', '736165910000', 'id_form'],
  ['a UEI of eleven characters', 'uei', 'JQEMUQU9DBX', 'id_form'],
  ['an industry sector that does not exist', 'naics', '99', 'id_form'],
  ['an industry code of seven digits', 'naics', '6112101', 'id_form'],
  ['an OPEID of five digits', 'opeid', '69490', 'id_form'],
];

describe('external ids', () => {
  it.each(accepted)('accepts %s', (_what, scheme, raw, value, zerosRestored) => {
    expect(checkExternalId(scheme, raw)).toEqual({ ok: true, value, zerosRestored });
  });

  it.each(refused)('refuses %s and says the right form', (_what, scheme, raw, rule) => {
    expect(checkExternalId(scheme, raw)).toEqual({ ok: false, rule, expected: expectedForm(scheme) });
  });

  it('keep their normal form when checked again', () => {
    for (const [, scheme, , value] of accepted) {
      expect(checkExternalId(scheme, value)).toEqual({ ok: true, value, zerosRestored: false });
    }
  });

  it('identify an organization only in registers where no two organizations share one', () => {
    expect(externalIdSchemes.filter(isIdentifyingScheme)).toEqual(['nces_lea', 'nces_school', 'ipeds_unitid']);
  });

  it('are shown as people write them', () => {
    expect(displayExternalId({ scheme: 'ein', value: '386004849' })).toBe('38-6004849');
    expect(displayExternalId({ scheme: 'nces_lea', value: '0900001' })).toBe('0900001');
  });
});
