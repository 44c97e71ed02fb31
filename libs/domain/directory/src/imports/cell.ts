// Marks that stand for "no value" in NCES and IPEDS files; see "Symbols" in the documentation of each.
const missing = new Set([
  '-1',
  '-2',
  '-3',
  '-9',
  'm',
  'n',
  '†',
  '‡',
  '–',
  '—',
  '-',
  '*',
  '**',
  '#',
  '~',
  'n/a',
  'na',
  'null',
  '.',
  '--',
  'not reported',
  'not applicable',
  'not available',
  'missing',
]);

// Most cells: printable ASCII words one blank apart, no formula; a short way because a file has millions of cells.
const alreadyClean = /^(?![='])[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/**
 * The text of a cell without what spreadsheets put around it: `="0100002"`, a leading apostrophe, non-breaking blanks, line
 * breaks, control characters.
 */
export function cleanCell(cell: string): string {
  if (cell === '' || alreadyClean.test(cell)) return cell;
  const text = cell
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  const formula = /^=\s*"(.*)"$/s.exec(text) ?? /^=\s*([0-9]+)$/.exec(text) ?? /^'(.+)$/s.exec(text);
  return (formula ? formula[1].replaceAll('""', '"') : text).trim();
}

/** Whether a cleaned cell says "no value": empty, or one of the marks of NCES and IPEDS. */
export const isMissing = (text: string): boolean => text === '' || missing.has(text.toLowerCase());

/** A heading in the form that is compared: lower case words without footnote marks and without a year in brackets. */
export const plainHeading = (heading: string): string =>
  cleanCell(heading)
    .replace(/\[.*?\].*$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Whether the first cell of a row begins a footnote or source line, as they stand below the data. */
export const isFootnote = (firstCell: string): boolean =>
  /^((an? )?['"“‘]?[†‡–—*#~](?!\d)|\(?\d\)\s|\[\d\]|(notes?|sources?|data source|legend|symbols?)\s*:)/i.test(
    firstCell.trim(),
  );
