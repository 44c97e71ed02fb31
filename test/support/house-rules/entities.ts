import type { EntityMetadata } from 'typeorm';
import type { Query } from './tables';

/** A column as the database has it. */
export interface ColumnFacts {
  table: string;
  column: string;
  nullable: boolean;
  /** Whether an insert may leave it out. */
  optional: boolean;
}

/** All columns of the product. */
export function readColumns(query: Query): Promise<ColumnFacts[]> {
  return query<ColumnFacts>(
    `select table_name as table, column_name as column, is_nullable = 'YES' as nullable,
       is_nullable = 'YES' or column_default is not null or is_generated = 'ALWAYS' as optional
     from information_schema.columns where table_schema = 'public'`,
  );
}

/** What differs between the mapped entities and the tables. */
export function entityViolations(entities: EntityMetadata[], columns: ColumnFacts[]): string[] {
  return entities.flatMap((entity) => {
    const found = new Map(columns.filter((c) => c.table === entity.tableName).map((column) => [column.column, column]));
    if (found.size === 0) return [`${entity.name}: there is no table ${entity.tableName}`];
    const mapped = new Set(entity.columns.map((column) => column.databaseName));
    const wrong = entity.columns.flatMap((column) => {
      const real = found.get(column.databaseName);
      if (!real) return [`${entity.name}.${column.propertyName}: there is no column ${column.databaseName}`];
      if (real.nullable === column.isNullable) return [];
      return [`${entity.name}.${column.propertyName}: may ${real.nullable ? '' : 'not '}be null in the database`];
    });
    const forgotten = [...found.values()].filter((column) => !column.optional && !mapped.has(column.column));
    return [
      ...wrong,
      ...forgotten.map(({ column }) => `${entity.name}: the column ${column} must be set but is not mapped`),
    ];
  });
}
