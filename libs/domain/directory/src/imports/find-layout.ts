import { cleanCell, plainHeading } from './cell';
import { ccdLea } from './ccd-lea';
import { ccdSchool } from './ccd-school';
import type { ImportFormat } from './import-format';
import { UnreadableImport } from './import-problem';
import { ipedsHd } from './ipeds-hd';
import { ncesDistrictSearch, ncesSchoolSearch } from './nces-search';
import { plainOrganizations } from './plain-organizations';
import type { ColumnMap } from './row-reader';
import type { SourceRow } from './source-row';

/** Every list that can be imported; a file is of the first one whose required headings it has. */
export const importFormats: readonly ImportFormat[] = [
  ipedsHd,
  ccdSchool,
  ccdLea,
  ncesSchoolSearch,
  ncesDistrictSearch,
  plainOrganizations,
];

/** Rows that may stand above the heading. */
export const deepestHeading = 40;

/** A recognized heading row. */
export interface Layout {
  format: ImportFormat;
  columns: ColumnMap;
  /** Line of the heading. */
  headerLine: number;
  /** Cells of the heading without empty ones at its end. */
  width: number;
  /** Headings that are not imported. */
  ignoredColumns: string[];
}

function positionsOf(format: ImportFormat, headings: string[]): Map<string, number> {
  const found = Object.entries(format.columns).map(([field, names]): [string, number] => {
    const heading = names.find((name) => headings.includes(name));
    return [field, heading === undefined ? -1 : headings.indexOf(heading)];
  });
  return new Map(found.filter(([, position]) => position >= 0));
}

function layoutOf(row: SourceRow): Layout | null {
  const width = row.cells.findLastIndex((cell) => cleanCell(cell) !== '') + 1;
  const headings = row.cells.slice(0, width);
  const plain = headings.map(plainHeading);
  for (const format of importFormats) {
    const positions = positionsOf(format, plain);
    if (!format.required.every((field) => positions.has(field))) continue;
    const used = new Set(positions.values());
    const ignoredColumns = headings.filter((heading, at) => !used.has(at) && cleanCell(heading) !== '').map(cleanCell);
    return { format, columns: { positions, headings }, headerLine: row.line, width, ignoredColumns };
  }
  return null;
}

/** The heading row among the first rows of a table and what list it belongs to; null when there is none. */
export function findLayout(rows: SourceRow[]): Layout | null {
  for (const row of rows.slice(0, deepestHeading)) {
    const layout = layoutOf(row);
    if (layout) return layout;
  }
  return null;
}

interface NearMiss {
  format: ImportFormat;
  row: SourceRow;
  missing: string[];
  hits: number;
}

const nearMisses = (rows: SourceRow[]): NearMiss[] =>
  rows.slice(0, deepestHeading).flatMap((row) =>
    importFormats.map((format) => {
      const positions = positionsOf(format, row.cells.map(plainHeading));
      const missing = format.required.filter((field) => !positions.has(field));
      return { format, row, missing, hits: positions.size };
    }),
  );

/** Says what a table without a known heading lacks: the missing columns of the list it resembles most, or all lists we know. */
export function explainUnknownLayout(rows: SourceRow[]): UnreadableImport {
  const nearest = nearMisses(rows).sort((a, b) => b.hits - a.hits)[0];
  if (!nearest || nearest.hits < 3) {
    const titles = importFormats.map((format) => format.title).join('; ');
    return new UnreadableImport(
      'unknown-layout',
      `No heading of a known list was found in the first ${deepestHeading} rows. Known lists: ${titles}.`,
    );
  }
  const names = nearest.missing.map((field) => `"${nearest.format.columns[field][0]}"`).join(', ');
  return new UnreadableImport(
    'columns-missing',
    `Line ${nearest.row.line} looks like the heading of "${nearest.format.title}", but lacks the column ${names}.`,
  );
}
