import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import writeXlsxFile, { type Cell as SheetCell } from 'write-excel-file/node';
import type { Page } from './page';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CELL_LENGTH = 32_767; // what Excel takes
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // no XML file may hold these
const HIDDEN = ['allowed', 'version', 'id'];

type Cell = string | number | boolean | null;

/** A cell that a spreadsheet would run as a formula is shown as text. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function flatten(value: unknown, prefix: string, into: Record<string, Cell>): void {
  if (value === null || value === undefined) into[prefix] = null;
  else if (value instanceof Date) into[prefix] = value.toISOString();
  else if (Array.isArray(value))
    into[prefix] = value.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))).join('; ');
  else if (typeof value === 'object')
    Object.entries(value).forEach(([name, inner]) => flatten(inner, prefix ? `${prefix}.${name}` : name, into));
  else into[prefix] = value as Cell;
}

function table(page: Page<object>): { columns: string[]; rows: Record<string, Cell>[] } {
  const rows = page.items.map((item) => {
    const row: Record<string, Cell> = {};
    flatten(item, '', row);
    return row;
  });
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => !HIDDEN.includes(name));
  return { columns, rows };
}

function asCsv(page: Page<object>): Buffer {
  const { columns, rows } = table(page);
  const cells = rows.map((row) =>
    columns.map((name) => (typeof row[name] === 'string' ? harmless(row[name]) : row[name])),
  );
  return Buffer.from(stringify([columns, ...cells], { bom: true, cast: { boolean: String } }));
}

async function asXlsx(page: Page<object>): Promise<Buffer> {
  const { columns, rows } = table(page);
  const head = columns.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map((name) => spreadsheetCell(row[name])));
  return writeXlsxFile([head, ...body], { stickyRowsCount: 1 }).toBuffer();
}

/** Text stays text, even when it begins like a formula. */
function spreadsheetCell(value: Cell | undefined): SheetCell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return { value: value.replace(UNPRINTABLE, '').slice(0, CELL_LENGTH), type: String };
  return { value };
}

/** Answers a list as CSV or XLSX when `?format=` or `Accept` asks for it, with the same filter and rights. */
@Injectable()
export class TableDownload implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { query } = http.getRequest<FastifyRequest<{ Querystring: { format?: string } }>>();
    const { format } = query;
    if (format !== 'csv' && format !== 'xlsx') return next.handle();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        if (!answer || !Array.isArray((answer as Page<object>).items)) return answer;
        const page = answer as Page<object>;
        const file = format === 'csv' ? asCsv(page) : await asXlsx(page);
        void reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX);
        void reply.header(
          'content-disposition',
          `attachment; filename="${context.getClass().name.replace('Controller', '').toLowerCase()}.${format}"`,
        );
        return file;
      }),
    );
  }
}
