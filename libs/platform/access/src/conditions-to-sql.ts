import type { EntityMetadata } from 'typeorm';

/** A node of CASL's condition tree. */
export interface ConditionNode {
  operator: string;
  field?: string;
  value: unknown;
}

const COMPARE: Record<string, string> = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' };
const OVER_MANY = ['eq', 'in'];

/** Writes one condition tree as SQL over `alias`, with parameters only. Its meaning is that of `ability.can`. */
export class ConditionsToSql {
  readonly params: Record<string, unknown> = {};
  private counter = 0;

  constructor(
    private readonly metadata: EntityMetadata,
    private readonly alias: string,
  ) {}

  /** The condition as SQL. @throws Error for an operator or a field that has no SQL form. */
  write(node: ConditionNode): string {
    const parts = () => (node.value as ConditionNode[]).map((part) => this.write(part));
    if (node.operator === 'and') return parts().length ? `(${parts().join(' AND ')})` : 'TRUE';
    if (node.operator === 'or') return parts().length ? `(${parts().join(' OR ')})` : 'FALSE';
    if (node.operator === 'not') return `(${parts().join(' OR ')}) IS NOT TRUE`; // NULLs as in JavaScript
    const path = node.field!.split('.');
    if (path.length > 1) return this.related(node, path);
    this.refuseUnordered(node, path[0]);
    return this.compare(node, this.column(this.metadata, path[0], this.alias));
  }

  /** To JavaScript null is less than 1, to SQL it is not. */
  private refuseUnordered({ operator }: ConditionNode, property: string): void {
    if (['lt', 'lte', 'gt', 'gte'].includes(operator) && this.metadata.findColumnWithPropertyName(property)?.isNullable)
      throw new Error(`${this.metadata.name}.${property} may be null: an access condition cannot compare it.`);
  }

  private param(value: unknown): string {
    const name = `can_${this.alias}_${this.counter++}`;
    this.params[name] = value;
    return `:${name}`;
  }

  private column(metadata: EntityMetadata, property: string, alias: string): string {
    const column = metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${metadata.name} has no column ${property} for an access condition.`);
    return `"${alias}"."${column.databaseName}"`;
  }

  private compare(node: ConditionNode, column: string): string {
    const { operator, value } = node;
    if (operator === 'eq') return value === null ? `${column} IS NULL` : `${column} = ${this.param(value)}`;
    if (operator === 'ne')
      return value === null ? `${column} IS NOT NULL` : `${column} IS DISTINCT FROM ${this.param(value)}`;
    if (operator in COMPARE) return `${column} ${COMPARE[operator]} ${this.param(value)}`;
    if (operator === 'in') return this.oneOf(column, value as unknown[]);
    if (operator === 'nin') return `${this.oneOf(column, value as unknown[])} IS NOT TRUE`;
    if (operator === 'exists') return value ? `${column} IS NOT NULL` : `${column} IS NULL`;
    throw new Error(`The access condition ${operator} has no SQL form.`);
  }

  private oneOf(column: string, values: unknown[]): string {
    const present = values.filter((value) => value !== null);
    const parts = present.length ? [`${column} = ANY(${this.param(present)})`] : [];
    if (present.length < values.length) parts.push(`${column} IS NULL`);
    return parts.length ? `(${parts.join(' OR ')})` : 'FALSE';
  }

  /** A condition over a relation becomes EXISTS: a join would multiply rows and totals. */
  private related(node: ConditionNode, [name, property, ...deeper]: string[]): string {
    const relation = this.metadata.findRelationWithPropertyPath(name);
    if (!relation || deeper.length) throw new Error(`${this.metadata.name} has no relation for ${node.field}.`);
    if (!OVER_MANY.includes(node.operator) || [node.value].flat().includes(null))
      throw new Error(`${node.operator} ${String(node.value)} over a relation has no single meaning.`);
    const other = relation.inverseEntityMetadata;
    const alias = `can_${this.alias}_r${this.counter++}`;
    const owner = relation.isOwning ? relation : relation.inverseRelation!;
    const joins = owner.joinColumns.map(({ databaseName, referencedColumn }) => {
      const [mine, theirs] = relation.isOwning
        ? [databaseName, referencedColumn!.databaseName]
        : [referencedColumn!.databaseName, databaseName];
      return `"${alias}"."${theirs}" = "${this.alias}"."${mine}"`;
    });
    const condition = this.compare(node, this.column(other, property, alias));
    return `EXISTS (SELECT 1 FROM "${other.tableName}" "${alias}" WHERE ${joins.join(' AND ')} AND ${condition})`;
  }
}
