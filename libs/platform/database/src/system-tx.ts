import type { QueryRunner } from 'typeorm';

/** A transaction outside any tenant: it reaches the global and local tables, and no tenant's rows. */
export class SystemTx {
  constructor(
    private readonly runner: QueryRunner,
    /** The clock's instant at which the transaction began. */
    readonly now: Date,
  ) {}

  /** Runs SQL with parameters and returns its rows. */
  query<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.runner, sql, params);
  }
}

/** TypeORM answers UPDATE and DELETE with [rows, count]: only the rows are of interest here. */
export async function rowsOf<T>(runner: QueryRunner, sql: string, params: unknown[]): Promise<T[]> {
  const result = await runner.query(sql, params, true);
  return (result.records ?? []) as T[];
}
