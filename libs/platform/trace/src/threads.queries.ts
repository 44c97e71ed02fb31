import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { ThreadResponse } from './dto/thread.response';
import { Trace, type TraceNode } from './trace';

const NODES_AT_MOST = 500;

interface LinkRow {
  from_kind: string;
  from_id: string;
  to_kind: string;
  to_id: string;
  kind: string;
  created_at: Date;
}

const keyOf = ({ kind, id }: TraceNode) => `${kind} ${id}`;
const fromOf = (link: LinkRow): TraceNode => ({ kind: link.from_kind, id: link.from_id });
const toOf = (link: LinkRow): TraceNode => ({ kind: link.to_kind, id: link.to_id });

/**
 * Follows threads both ways. A record that the viewer may not read is as if it were not there: no title, no kind, no
 * count, and nothing beyond it that is not reached in another way.
 */
@Injectable()
export class ThreadsQueries {
  constructor(
    private readonly database: Database,
    private readonly trace: Trace,
  ) {}

  /** Everything the viewer may see that a record came of or that came of it. @throws NotFound */
  thread(actor: Actor, start: TraceNode): Promise<ThreadResponse> {
    return this.database.read(actor, async (tx) => {
      const titles = await this.visible(tx, [start]);
      if (titles.size === 0) throw new NotFound();
      const links = new Map<string, LinkRow>();
      for (let frontier = [start]; frontier.length > 0 && titles.size < NODES_AT_MOST;) {
        const found = await linksOf(tx, frontier);
        const ends = found.flatMap((link) => [fromOf(link), toOf(link)]).filter((node) => !titles.has(keyOf(node)));
        const fresh = await this.visible(tx, ends.slice(0, NODES_AT_MOST));
        fresh.forEach((title, key) => titles.set(key, title));
        found.forEach((link) => links.set(`${keyOf(fromOf(link))} ${keyOf(toOf(link))} ${link.kind}`, link));
        frontier = [...new Map(ends.map((node) => [keyOf(node), node])).values()].filter((n) => fresh.has(keyOf(n)));
      }
      return answer(start, titles, [...links.values()]);
    });
  }

  /** Titles of those of the records that the viewer may read, by key. */
  private async visible(tx: Tx, nodes: TraceNode[]): Promise<Map<string, string>> {
    const titles = new Map<string, string>();
    for (const kind of new Set(nodes.map((node) => node.kind))) {
      const description = this.trace.description(kind);
      if (!description) continue;
      const ids = nodes.filter((node) => node.kind === kind).map(({ id }) => id);
      const rows = await tx.readable(description.entity, 'node').where('node.id = any(:ids)', { ids }).getMany();
      rows.forEach((row) => titles.set(keyOf({ kind, id: row.id }), description.title(row)));
    }
    return titles;
  }
}

function linksOf(tx: Tx, nodes: TraceNode[]): Promise<LinkRow[]> {
  const places = [tx.tenantId, nodes.map(({ kind }) => kind), nodes.map(({ id }) => id)];
  const columns = 'from_kind, from_id, to_kind, to_id, kind, created_at';
  const side = (end: string) =>
    `select ${columns} from trace_link where tenant_id = $1 and ${end}_id = any($3::uuid[])
     and (${end}_kind, ${end}_id) in (select * from unnest($2::text[], $3::uuid[]))`;
  return tx.query<LinkRow>(`${side('from')} union ${side('to')} order by created_at`, places);
}

function answer(start: TraceNode, titles: Map<string, string>, links: LinkRow[]): ThreadResponse {
  const shown = links.filter((link) => titles.has(keyOf(fromOf(link))) && titles.has(keyOf(toOf(link))));
  return {
    start,
    nodes: [...titles].map(([key, title]) => ({ kind: key.split(' ')[0], id: key.split(' ')[1], title })),
    links: shown.map((link) => ({ from: fromOf(link), to: toOf(link), kind: link.kind, at: link.created_at })),
    complete: titles.size < NODES_AT_MOST,
  };
}
