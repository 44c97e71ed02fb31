import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database } from '@platform/database';
import { Metrics } from './metrics';
import { Public } from './route-access';

/** What load balancers and monitors ask. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  /** The process runs. */
  @Get('health/live')
  @Public('says only that the process runs')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** The process can serve: its database answers. */
  @Get('health/ready')
  @HttpCode(200)
  @Public('says only whether the database answers')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    try {
      await this.database.system('health', (tx) => tx.query('select 1 as one'));
      return { status: 'ready' };
    } catch {
      void reply.status(503);
      return { status: 'database does not answer' };
    }
  }

  /** Figures for Prometheus. */
  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Public('holds counts and times by route, no ids')
  prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
