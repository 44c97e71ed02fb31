import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import messages from '../../data/import-messages.json';
import { findOrganizationKind } from '../organization-kind';
import { openImport, readImport, type ImportReading } from './read-import';

const bytesOf = (file: string): Buffer => readFileSync(join(__dirname, '../../test-data', file));
const read = (file: string, state?: string): Promise<ImportReading> => readImport(bytesOf(file), { state });
const readText = (text: string): Promise<ImportReading> => readImport(Buffer.from(text));

const ids = (reading: ImportReading): string[] =>
  reading.drafts.map((draft) => draft.externalIds.map((id) => `${id.scheme}:${id.value}`).join(' '));
const problems = (reading: ImportReading): string[] =>
  reading.problems.map((one) => `${one.line} ${one.severity} ${one.rule} ${one.column ?? '-'}`);

describe('CCD agencies', () => {
  it('are read from the layout of 2014-15 and later, a lost zero restored', async () => {
    const reading = await read('ccd-lea-2023.csv', 'MI');
    expect(reading).toMatchObject({
      format: 'ccd_lea',
      fileType: 'csv',
      encoding: 'utf-8',
      headerLine: 1,
      rowCount: 6,
    });
    expect(reading.drafts.map((draft) => `${draft.name} = ${draft.kind} ${draft.status}`)).toEqual([
      'Office of Early Childhood (OEC) = state_operated_education_agency open',
      'Kalamazoo RESA = educational_service_agency open',
      'Kalamazoo Public Schools = school_district open',
      'Central Nine Career Center = area_cte_center open',
      'Red Oak Academy = charter open',
      'Rural Community Schools Inc = charter closed',
    ]);
    expect(ids(reading)[0]).toBe('nces_lea:0900001 state_lea:CT-3490015');
    expect(problems(reading)).toEqual([
      '2 note zeros_restored LEAID',
      '2 warning other_state -',
      '5 warning kind_guessed LEA_TYPE',
      '5 warning other_state -',
      '6 warning not_yet_open UPDATED_STATUS',
      '7 warning closed UPDATED_STATUS',
      '7 warning other_state -',
    ]);
  });

  it('have the address where they are, phone and website in one form', async () => {
    const [, , kalamazoo] = (await read('ccd-lea-2023.csv')).drafts;
    expect(kalamazoo).toMatchObject({
      address: { street: '1220 HOWARD ST', city: 'KALAMAZOO', state: 'MI', zip: '49008-1871' },
      phone: expect.stringMatching(/^269-\d{3}-\d{4}$/),
      website: expect.stringMatching(/^https?:\/\//),
      sourceLine: 4,
      parentExternalId: null,
    });
  });

  it('are read from the tab-separated layout of earlier years with lower-case headings', async () => {
    const reading = await read('ccd-lea-2012.txt');
    expect(reading.format).toBe('ccd_lea');
    expect(ids(reading)).toEqual([
      'nces_lea:2619950 state_lea:39010',
      'nces_lea:0100005 state_lea:101',
      'nces_lea:2680600 state_lea:39000',
    ]);
    expect(reading.drafts[1].address).toEqual({
      street: '107 WEST MAIN ST',
      city: 'ALBERTVILLE',
      state: 'AL',
      zip: '35950',
    });
    expect(reading.drafts.map((draft) => [draft.countyFips, draft.status])).toEqual([
      ['26077', 'open'],
      ['01095', 'open'],
      ['26077', 'closed'],
    ]);
  });

  it('are read from the ZIP archive that NCES ships', async () => {
    const [packed, plain] = [await read('ccd-lea-2023.zip'), await read('ccd-lea-2023.csv')];
    expect(packed.archiveEntry).toBe('ccd_lea_029_2324.csv');
    expect(packed.drafts).toEqual(plain.drafts);
  });

  it('are refused row by row for a missing, malformed, rounded or repeated id', async () => {
    const reading = await read('repeated-id.csv');
    expect(reading.drafts.map((draft) => draft.sourceLine)).toEqual([2]);
    expect(
      reading.problems.filter((one) => one.severity === 'error').map((one) => [one.line, one.rule, one.params]),
    ).toEqual([
      [3, 'id_form', { value: '26199', expected: '7 digits, for example 2619950' }],
      [4, 'id_repeated', { value: '2619950', line: '2' }],
      [5, 'id_rounded', { value: '2.61995E+06', expected: '7 digits, for example 2619950' }],
      [6, 'id_missing', {}],
      [7, 'id_unknown_state', { value: '0319950', expected: '7 digits, for example 2619950' }],
    ]);
  });
});

describe('CCD schools', () => {
  it('hang under their district', async () => {
    const reading = await read('ccd-school-2023.csv');
    expect(reading.format).toBe('ccd_school');
    expect(reading.drafts.map((draft) => [draft.kind, draft.parentExternalId?.value, draft.status])).toEqual([
      ['school', '2619950', 'open'],
      ['area_cte_center', '2680600', 'open'],
      ['school', '0100005', 'closed'],
    ]);
    expect(ids(reading)[2]).toBe('nces_school:010000500870 state_school:AL-101-0010');
  });
});

describe('exports of the NCES search', () => {
  it('are read below their titles and above their notes, formula cells and marks taken off', async () => {
    const reading = await read('nces-district-search.csv');
    expect(reading).toMatchObject({
      format: 'nces_district_search',
      encoding: 'utf-8-bom',
      headerLine: 4,
      rowCount: 4,
    });
    expect(reading.skippedLines).toEqual([10, 11, 12, 13, 14, 15]);
    expect(reading.drafts.map((draft) => [draft.name, draft.kind, draft.address.zip])).toEqual([
      ['Kalamazoo Public Schools', 'school_district', expect.stringMatching(/^49008/)],
      ['Atlanta Community Schools', 'school_district', '49709-8000'],
      ['Kalamazoo RESA', 'educational_service_agency', expect.stringMatching(/^49002/)],
      ['Jumoke Academy District', 'charter', '06105'],
    ]);
    expect(ids(reading)[0]).toBe('nces_lea:2619950 state_lea:MI-39010');
    expect(problems(reading)).toEqual(['8 note zeros_restored NCES District ID']);
  });

  it('of schools are told apart from those of districts', async () => {
    const reading = await read('nces-school-search.csv');
    expect(reading.format).toBe('nces_school_search');
    expect(reading.drafts[0]).toMatchObject({
      kind: 'school',
      parentExternalId: { scheme: 'nces_lea', value: '2619950' },
    });
  });
});

describe('IPEDS institutions', () => {
  it('are read from Windows-1252 as NCES issued it', async () => {
    const reading = await read('ipeds-hd2022-latin1.csv', 'MI');
    expect(reading).toMatchObject({ format: 'ipeds_hd', encoding: 'windows-1252', rowCount: 9 });
    expect(reading.drafts.map((draft) => `${draft.name} = ${draft.kind} ${draft.status}`)).toEqual([
      'Kalamazoo Valley Community College = community_college open',
      'Western Michigan University = four_year_institution open',
      'Aquinas College = four_year_institution open',
      'Rutgers University-Camden = four_year_institution open',
      'Eastern International College-Belleville = four_year_institution closed',
      'Maricopa Community College System Office = college_system open',
      'GateWay Community College = community_college open',
      'Arizona State University - Mesa City Center = four_year_institution open',
      'Instituto Peñón – Camden = career_college open',
    ]);
    expect(ids(reading)[0]).toBe('ipeds_unitid:170541 opeid:00694900 ein:381850178 uei:T41BJJ3F9JZ9');
  });

  it('hang under the institution that reports for them, or under their system', async () => {
    const { drafts } = await read('ipeds-hd2022-latin1.csv');
    expect(drafts.slice(5, 8).map((draft) => draft.parentExternalId)).toEqual([
      null,
      { scheme: 'ipeds_system', value: '104020' },
      { scheme: 'ipeds_unitid', value: '104151' },
    ]);
  });

  it('keep a malformed UEI out with a warning and read an extension behind the phone number', async () => {
    const reading = await read('ipeds-hd2022-latin1.csv');
    expect(problems(reading).filter((one) => one.startsWith('10 '))).toEqual(['10 warning id_form UEIS']);
    expect(reading.drafts[8].phone).toBe('201-487-2203 ext. 110');
  });

  it('are read from a copy a spreadsheet spoiled: lost zeros, rounded phone numbers, other dates', async () => {
    const reading = await read('ipeds-hd2023-resaved.csv');
    expect(reading.encoding).toBe('utf-8-bom');
    expect(ids(reading)[0]).toBe('ipeds_unitid:143233 opeid:00163700 ein:352092595');
    expect(reading.drafts[0].phone).toBeNull();
    expect(problems(reading)).toContain('2 warning phone_form GENTELE');
    expect(reading.drafts[3]).toMatchObject({ name: 'Finlandia University', status: 'closed' });
    expect(problems(reading)).toContain('5 warning closed CLOSEDAT');
    expect(reading.drafts[4].parentExternalId).toEqual({ scheme: 'ipeds_unitid', value: '168847' });
  });

  it('are read with DUNS numbers, several in one cell, from the years before 2021', async () => {
    const reading = await read('ipeds-hd2020.csv');
    expect(ids(reading)[0]).toBe('ipeds_unitid:108232 opeid:00753100 ein:941637804 duns:826765604');
    expect(reading.drafts[5].externalIds.filter((id) => id.scheme === 'duns').length).toBeGreaterThan(1);
    expect(reading.drafts.map((draft) => draft.kind).slice(0, 3)).toEqual([
      'four_year_institution',
      'community_college',
      'adult_education_provider',
    ]);
    expect(problems(reading)).toContain('5 note replaced_by NEWID');
  });

  it('are read from 2010: lower-case headings with blanks, no UEI, no system', async () => {
    const reading = await read('ipeds-hd2010.csv');
    expect(reading.drafts.map((draft) => [draft.name, draft.kind, draft.website])).toEqual([
      ['KALAMAZOO VALLEY COMMUNITY COLLEGE', 'community_college', 'https://www.kvcc.edu'],
      ['KELLOGG COMMUNITY COLLEGE', 'community_college', 'https://www.kellogg.edu'],
    ]);
    expect(reading.problems).toEqual([]);
  });

  it('are read from the revised file when the archive holds both issues', async () => {
    const reading = await read('ipeds-hd2010.zip');
    expect(reading.archiveEntry).toBe('hd2010_rv.csv');
    expect(reading.drafts[0].name).toBe('KALAMAZOO VALLEY COMMUNITY COLLEGE');
  });
});

describe('our own template', () => {
  it('takes kinds by key or label, a parent by id, states by name, and cells with line breaks', async () => {
    const reading = await read('organizations-plain.csv');
    expect(reading).toMatchObject({ format: 'plain_organizations', ignoredColumns: ['note'] });
    expect(reading.drafts).toHaveLength(3);
    expect(reading.drafts[0]).toMatchObject({
      address: { street: '601 John St Suite E-110', city: 'Kalamazoo', state: 'MI', zip: '49007' },
      externalIds: [
        { scheme: 'ein', value: '382418383' },
        { scheme: 'naics', value: '622110' },
      ],
      website: 'https://www.bronsonhealth.com',
    });
    expect(reading.drafts[1]).toMatchObject({ kind: 'workforce_board', sourceLine: 4, phone: '269-383-2533 ext. 12' });
    expect(reading.drafts[2].parentExternalId).toEqual({ scheme: 'nces_lea', value: '2680600' });
    expect(problems(reading)).toEqual([
      '6 error kind_unknown kind',
      '7 error name_missing name',
      '8 error id_form ein',
      '8 error id_form naics',
      '8 warning website_form website',
      '8 warning status_unknown status',
    ]);
  });

  it('is read in Spanish, with semicolons, from UTF-16', async () => {
    const reading = await read('organizations-es-utf16.csv');
    expect(reading.encoding).toBe('utf-16le');
    expect(reading.drafts[0]).toMatchObject({
      name: 'Cámara de Comercio Peñón',
      kind: 'employer',
      phone: '269-555-0100',
    });
  });

  it('is read from the sheet of a workbook that has the heading, numbers and all', async () => {
    const reading = await read('organizations.xlsx');
    expect(reading).toMatchObject({ fileType: 'xlsx', sheet: 'Organizations', headerLine: 3, encoding: null });
    expect(reading.drafts.map((draft) => [draft.name, draft.sourceLine, draft.address.zip])).toEqual([
      ['Example Shore Schools', 4, '06106'],
      ['Example Foundry West', 5, '49007'],
    ]);
    expect(ids(reading)[0]).toBe('nces_lea:0900001');
  });

  it('refuses rows with too few or too many cells by line number and reads on', async () => {
    const reading = await read('ragged.csv');
    expect(problems(reading)).toEqual(['3 error row_too_short -', '6 error row_too_long -']);
    expect(reading.drafts.map((draft) => [draft.name, draft.sourceLine])).toEqual([
      ['Example One', 2],
      ['Example Three', 4],
      ['Example Five', 7],
    ]);
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['is empty', Buffer.alloc(0), 'empty', 'The file is empty.'],
    ['is an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'old-excel', 'save it as XLSX or CSV'],
    ['is a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-table', 'save it as CSV'],
    ['is a cut-off archive', bytesOf('ccd-lea-2023.zip').subarray(0, 900), 'broken-archive', 'ZIP archive is damaged'],
    [
      'is a cut-off workbook',
      bytesOf('organizations.xlsx').subarray(0, 3000),
      'broken-archive',
      'ZIP archive is damaged',
    ],
    ['has no known heading', Buffer.from('a,b\n1,2\n'), 'unknown-layout', 'IPEDS directory'],
    ['lacks a column', bytesOf('missing-column.csv'), 'columns-missing', 'lacks the column "instnm"'],
    ['has an open quotation mark', bytesOf('quote-not-closed.csv'), 'quote-not-closed', 'begins at line 3'],
    ['has a huge row', Buffer.from(`name,kind\n${'x'.repeat(300_000)}`), 'row-too-large', 'begins at line 2'],
  ])('says so and what to do: it %s', async (_what, bytes, reason, part) => {
    await expect(readImport(bytes)).rejects.toMatchObject({
      reason,
      status: 422,
      code: `directory.import-${reason}`,
      message: expect.stringContaining(part),
    });
  });

  it('never lets a workbook with damaged parts through', async () => {
    const bytes = Buffer.from(bytesOf('organizations.xlsx'));
    bytes.fill(0x41, 200, 1800);
    await expect(readImport(bytes)).rejects.toMatchObject({ status: 422 });
  });
});

describe('reading', () => {
  it('keeps line numbers across empty lines and cells with line breaks', async () => {
    const reading = await readText('\r\n\r\nname,kind\r\n\r\n"A\r\n\r\nB",employer\r\n,,\r\nC,employer');
    expect(reading.headerLine).toBe(3);
    expect(reading.drafts.map((draft) => [draft.name, draft.sourceLine])).toEqual([
      ['A B', 5],
      ['C', 9],
    ]);
  });

  it('of millions of empty lines ends soon', async () => {
    const reading = await readText(`name,kind\n${'\n'.repeat(3_000_000)}A,employer\n`);
    expect(reading.drafts.map((draft) => draft.sourceLine)).toEqual([3_000_002]);
  });

  it('cleans what is saved: no control characters, no overlong names', async () => {
    const reading = await readText(`name,kind\nA\u0007B,employer\n${'x'.repeat(201)},employer\n`);
    expect(reading.drafts.map((draft) => draft.name)).toEqual(['A B']);
    expect(problems(reading)).toEqual(['3 error name_too_long name']);
  });

  it('has a sentence in both languages for every rule and a known kind for every draft', async () => {
    const files = [
      'ccd-lea-2023.csv',
      'ipeds-hd2022-latin1.csv',
      'organizations-plain.csv',
      'repeated-id.csv',
      'ragged.csv',
    ];
    const texts: Record<string, { en: string; es: string }> = messages;
    for (const file of files) {
      const reading = await read(file, 'MI');
      for (const { rule, params } of reading.problems) {
        for (const text of [texts[rule].en, texts[rule].es]) {
          const wanted = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
          expect(Object.keys(params)).toEqual(expect.arrayContaining(wanted));
        }
      }
      expect(reading.drafts.filter((draft) => !findOrganizationKind(draft.kind))).toEqual([]);
    }
  });

  it('of 10,000 rows lets others in between again and again', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, at) => `26${String(at).padStart(5, '0')},District ${at},MI,Kalamazoo,49007,1`,
    );
    const opened = await openImport(Buffer.from(['LEAID,LEA_NAME,MSTATE,MCITY,MZIP,LEA_TYPE', ...rows].join('\n')));
    let turnsOfOthers = 0;
    let reading = true;
    const others = (): void => {
      turnsOfOthers += 1;
      if (reading) setImmediate(others);
    };
    setImmediate(others);
    let drafts = 0;
    for await (const batch of opened.batches) drafts += batch.drafts.length;
    reading = false;
    expect(drafts).toBe(10_000);
    expect(turnsOfOthers).toBeGreaterThanOrEqual(95);
  });
});
