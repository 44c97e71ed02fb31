import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planImport } from '../duplicates';
import { readImport, type ImportReading } from './read-import';

const data = join(__dirname, '../../../../../../shared/data');
const describeWithReference = existsSync(data) ? describe : describe.skip;

const count = (values: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
const kinds = (reading: ImportReading): Record<string, number> => count(reading.drafts.map((draft) => draft.kind));
const read = (file: string): Promise<ImportReading> => readImport(readFileSync(join(data, file)));

describeWithReference('whole public lists (skipped without the reference folder ../shared/data)', () => {
  it.each([
    ['districts/ccd_lea_2023-24_MI_IN_CT.csv', 'ccd_lea', 'utf-8', 1555],
    ['districts/nces_district_search_MI.csv', 'nces_district_search', 'utf-8', 883],
    ['districts/nces_district_search_FL.csv', 'nces_district_search', 'utf-8', 83],
    ['colleges/ipeds_hd2023_MI_IN_OH_KY.csv', 'ipeds_hd', 'utf-8-bom', 632],
    ['colleges/ipeds_hd2022_MI_AZ_NJ.csv', 'ipeds_hd', 'windows-1252', 429],
    ['colleges/ipeds_hd2020_CA.csv', 'ipeds_hd', 'utf-8', 700],
  ])('%s is read without losing a row', async (file, format, encoding, rows) => {
    const reading = await read(file);
    expect(reading).toMatchObject({ format, encoding, rowCount: rows, skippedLines: [] });
    expect(reading.drafts).toHaveLength(rows);
    expect(reading.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });

  it('have the kinds that Michigan has: 56 intermediate districts among its agencies', async () => {
    expect(kinds(await read('districts/nces_district_search_MI.csv'))).toEqual({
      charter: 286,
      educational_service_agency: 56,
      school_district: 537,
      state_operated_education_agency: 4,
    });
  });

  it('keep every OPEID of a file that lost the zeros', async () => {
    const reading = await read('colleges/ipeds_hd2023_MI_IN_OH_KY.csv');
    const opeids = reading.drafts.flatMap((draft) => draft.externalIds.filter((id) => id.scheme === 'opeid'));
    expect(opeids).toHaveLength(627);
    expect(opeids.filter((id) => /^0\d{7}$/.test(id.value))).toHaveLength(626); // the other one begins with 3
  });

  it('mark the three institutions that closed in 2023', async () => {
    const reading = await read('colleges/ipeds_hd2023_MI_IN_OH_KY.csv');
    expect(reading.drafts.filter((draft) => draft.status === 'closed').map((draft) => draft.name)).toEqual([
      'Finlandia University',
      'Hussian College-Daymar College Columbus',
      'Compass College of Film and Media',
    ]);
  });

  it('raise no question among official lists: every organization has its own number', async () => {
    const { drafts } = await read('colleges/ipeds_hd2023_MI_IN_OH_KY.csv');
    expect((await planImport(drafts, [])).counts).toMatchObject({ create: 629, duplicate: 0, conflict: 0, skipped: 3 });
  });
});
