import { csvBatches, detectDelimiter } from './csv-rows';
import type { SourceRow } from './source-row';

async function rowsOf(text: string, limit?: number): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of csvBatches(Buffer.from(text), 'utf-8', undefined, limit)) rows.push(...batch);
  return rows;
}

describe('rows of a delimited text', () => {
  it.each([
    ['a,b;c,d', ','],
    ['Districts, all; of them\na;b;c;d', ';'],
    ['a\tb\tc', '\t'],
    ['a|b', '|'],
    ['one', ','],
  ])('find the separator of %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter);
  });

  it('keep stray quotes, doubled quotes and formula cells as text', async () => {
    expect((await rowsOf('6" pipe,"say ""hi""",="0100002"')).map((row) => row.cells)).toEqual([
      ['6" pipe', 'say "hi"', '="0100002"'],
    ]);
  });

  it('end with a clear refusal when there are more than allowed', async () => {
    expect(await rowsOf('a\nb\n\nc\n', 3)).toHaveLength(3);
    await expect(rowsOf('a\nb\n\nc\n', 2)).rejects.toThrow('more than 2 rows');
  });
});
