import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { SessionCookie } from './session-cookie';
import type { SignedInRequest } from './signed-in';

/** Sends the successor of a session's secret along with the answer. */
@Injectable()
export class RenewCookie implements NestInterceptor {
  constructor(private readonly cookie: SessionCookie) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const value = http.getRequest<SignedInRequest>().signedIn?.cookie;
    if (value) this.cookie.write(http.getResponse<FastifyReply>(), value);
    return next.handle();
  }
}
