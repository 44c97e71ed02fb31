const COLUMNS = [
  ['name', 'case'],
  ['connections', 'conn.'],
  ['rps', 'req/s'],
  ['p50Ms', 'p50 ms'],
  ['p99Ms', 'p99 ms'],
  ['floorRps', 'floor req/s'],
  ['ratio', 'of floor'],
];

/** Prints rows as one table: names left, figures right. */
export function printTable(rows) {
  const cells = [COLUMNS.map(([, title]) => title), ...rows.map((row) => COLUMNS.map(([key]) => String(row[key])))];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  for (const line of cells)
    console.log(
      line.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  '),
    );
}
