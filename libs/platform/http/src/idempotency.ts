import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { catchError, concatMap, from, type Observable } from 'rxjs';
import { SecretBox } from '@platform/config';
import { Conflict, currentRequest, Invalid, newId } from '@platform/context';
import { CommitHook, Database, type RowChange, type Tx } from '@platform/database';
import type { KnownRequest } from './identity';
import { Unreadable } from './http-errors';

const IN_FLIGHT_SECONDS = 60;

interface StoredAnswer {
  request_hash: string;
  state: 'in_flight' | 'committed' | 'done';
  status: number | null;
  body: string | null;
  fresh: boolean;
}

/**
 * Makes a repeated POST harmless: with the same Idempotency-Key and body the first answer comes again. The claim is
 * confirmed in the same commit as the change, so that a process killed in between can neither lose nor double it.
 */
@Injectable()
export class Idempotency extends CommitHook implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
  ) {
    super();
    database.onCommit(this);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<KnownRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.identity || request.isMultipart?.())
      return next.handle();
    if (typeof key !== 'string' || key.length < 1 || key.length > 200)
      throw new Unreadable('Idempotency-Key must have 1 to 200 characters.', 'Idempotency-Key');
    const id = this.box.hash('idempotency', `${request.identity.accountId}\0${key}`);
    const hash = createHash('sha256')
      .update(`${request.url}\0${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    const reply = http.getResponse<FastifyReply>();
    return from(this.claim(id, hash)).pipe(
      concatMap((stored) => (stored ? from(this.replay(stored, hash, reply)) : this.carryOut(id, next, reply))),
    );
  }

  /** Confirms the claim together with each change of the request; a commit that is tried again confirms again. */
  async beforeCommit(tx: Tx, changes: readonly RowChange[]): Promise<void> {
    const claim = currentRequest()?.idempotency;
    if (!claim || changes.length === 0) return;
    const rows = await tx.query(
      `update idempotency_key set state = case state when 'done' then state else 'committed' end
       where claim = $1 returning 1`,
      [claim.claim],
    );
    if (rows.length === 0)
      throw new Conflict(
        'idempotency-taken-over',
        'The same request was sent again and carried out by another process.',
      );
  }

  /** Claims the key; answers what is stored when somebody else has it. */
  private async claim(id: string, hash: string): Promise<StoredAnswer | undefined> {
    const claim = newId();
    const stored = await this.database.system('idempotency', async (tx) => {
      const taken = await tx.query(
        `insert into idempotency_key (id, claim, request_hash, state, created_at) values ($1, $2, $3, 'in_flight', $4)
         on conflict (id) do update set claim = excluded.claim, created_at = excluded.created_at
         where idempotency_key.state = 'in_flight' and idempotency_key.request_hash = excluded.request_hash
           and idempotency_key.created_at < $4::timestamptz - make_interval(secs => $5)
         returning 1`,
        [id, claim, hash, tx.now, IN_FLIGHT_SECONDS],
      );
      if (taken.length) return undefined;
      const [row] = await tx.query<StoredAnswer>('select * from idempotency_key where id = $1', [id]);
      return row;
    });
    const running = currentRequest();
    if (!stored && running) running.idempotency = { claim };
    return stored;
  }

  private async replay(stored: StoredAnswer, hash: string, reply: FastifyReply): Promise<unknown> {
    if (stored.request_hash !== hash)
      throw new Invalid(
        'idempotency-other-request',
        'This Idempotency-Key was used for another request: use a new one.',
      );
    if (stored.state === 'in_flight')
      throw new Conflict(
        'idempotency-in-flight',
        'The same request is still being carried out: ask again in a moment.',
      );
    if (stored.state === 'committed' || stored.body === null)
      throw new Conflict(
        'idempotency-answer-lost',
        'This request was carried out, but its answer was lost: load the list to see the result.',
      );
    void reply.header('idempotency-replayed', 'true').status(stored.status!);
    return JSON.parse(this.box.open(stored.body)) as unknown;
  }

  private carryOut(id: string, next: CallHandler, reply: FastifyReply): Observable<unknown> {
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        await this.settle(id, reply.statusCode, this.box.seal(JSON.stringify(answer ?? null)));
        return answer;
      }),
      catchError(async (error: unknown) => {
        await this.giveBack(id);
        throw error instanceof HttpException ? error : (error as Error);
      }),
    );
  }

  private settle(id: string, status: number, body: string): Promise<unknown> {
    return this.database.system('idempotency', (tx) =>
      tx.query(`update idempotency_key set state = 'done', status = $2, body = $3 where id = $1`, [id, status, body]),
    );
  }

  /** A refused request changed nothing and may be sent again, corrected, under the same key. */
  private giveBack(id: string): Promise<unknown> {
    return this.database.system('idempotency', (tx) =>
      tx.query(`delete from idempotency_key where id = $1 and state = 'in_flight'`, [id]),
    );
  }
}
