import { cleanCell, isFootnote, isMissing, plainHeading } from './cell';
import { normalizeCounty, normalizePhone, normalizeWebsite, normalizeZip } from './contact-fields';

describe('a cell', () => {
  it.each([
    ['="0100002"', '0100002'],
    ['=0100002', '0100002'],
    ["'0100002", '0100002'],
    ['\u00a0 Kalamazoo\r\n  Public\tSchools ', 'Kalamazoo Public Schools'],
    ['A\u0000B', 'A B'],
    ['Pen\u0303o\u0301n', 'Peñón'],
    ["O'Neill", "O'Neill"],
    ['="a ""b"""', 'a "b"'],
    ['', ''],
  ])('%j is read as %j', (raw, text) => {
    expect(cleanCell(raw)).toBe(text);
  });

  it('says nothing when it holds a mark of NCES or IPEDS', () => {
    expect(
      ['', '†', '‡', '–', '-1', '-2', '-3', 'M', 'N/A', 'Not reported'].filter((mark) => !isMissing(mark)),
    ).toEqual([]);
    expect(['0', 'Mio', '-4', 'Notre Dame'].filter(isMissing)).toEqual([]);
  });

  it('begins a footnote only with a mark or the word for it', () => {
    const notes = [
      '† indicates',
      "A '–' indicates",
      '‡ Reporting',
      '* County',
      'NOTES:',
      'Source: NCES',
      'Data Source: CCD',
      '[1] a',
    ];
    expect(notes.filter((note) => !isFootnote(note))).toEqual([]);
    expect(
      ['Source One Staffing', '2619950', 'A Better School', '#1 Hauling', 'Notes Academy'].filter(isFootnote),
    ).toEqual([]);
  });

  it('is the same heading whatever its case, marks and bracketed year', () => {
    expect(plainHeading(' County Name* † ')).toBe('county name');
    expect(plainHeading('LEA_NAME')).toBe('lea name');
    expect(plainHeading('Agency ID - NCES Assigned [District] Latest available year')).toBe('agency id nces assigned');
    expect(plainHeading('Teléfono')).toBe('telefono');
  });
});

describe('contact data', () => {
  it.each([
    ['(269)337-0113', '269-337-0113'],
    ['2693370113', '269-337-0113'],
    ['+1 269.383.2533 x12', '269-383-2533 ext. 12'],
    ['3234642777109', '323-464-2777 ext. 109'],
    ['73236412200000', '732-364-1220'],
    ['7.65983E+13', null],
    ['555-0100', null],
    ['0693370113', null],
  ])('phone %s becomes %s', (raw, phone) => {
    expect(normalizePhone(raw)).toBe(phone);
  });

  it.each([
    ['49007', '', '49007'],
    ['49007-1234', '', '49007-1234'],
    ['490071234', '', '49007-1234'],
    ['49464', '110', '49464-0110'],
    ['6105', '', '06105'],
    ['48315-0000', '', '48315'],
    ['85281', '-1', '85281'],
    ['K1A 0B1', '', null],
    ['7', '', null],
  ])('ZIP %s %s becomes %s', (raw, plusFour, zip) => {
    expect(normalizeZip(raw, plusFour)).toBe(zip);
  });

  it.each([
    ['www.KVCC.edu/', 'https://www.kvcc.edu'],
    ['http://example.org/a?b=1', 'http://example.org/a?b=1'],
    ['javascript:alert(1)', null],
    ['https://user:secret@example.org', null],
    ['not a site', null],
    ['localhost', null],
  ])('website %s becomes %s', (raw, website) => {
    expect(normalizeWebsite(raw)).toBe(website);
  });

  it('restores the zero of a county', () => {
    expect([normalizeCounty('6075'), normalizeCounty('26077'), normalizeCounty('77')]).toEqual([
      '06075',
      '26077',
      null,
    ]);
  });
});
