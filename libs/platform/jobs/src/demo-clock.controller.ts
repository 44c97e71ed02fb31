import { Body, Controller, Get, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock, ShiftedClock } from '@platform/clock';
import { NotFound } from '@platform/context';
import { Public } from '@platform/http';
import { DemoClock } from './demo-clock';
import { MoveDemoClockRequest } from './dto/demo-clock.request';
import { DemoClockResponse } from './dto/demo-clock.response';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** The demo's clock. Nothing is at this address outside a demo, or for callers from another machine. */
@Controller('api/v1/demo/clock')
export class DemoClockController {
  constructor(
    private readonly demo: DemoClock,
    private readonly clock: Clock,
  ) {}

  /** The demo's present. */
  @Get()
  @Public('serves demos only, and only callers on the same machine')
  get(@Req() request: FastifyRequest): DemoClockResponse {
    this.admit(request);
    return this.response();
  }

  /** Moves the demo's present; what falls due by that is run. */
  @Put()
  @Public('serves demos only, and only callers on the same machine')
  async move(@Req() request: FastifyRequest, @Body() body: MoveDemoClockRequest): Promise<DemoClockResponse> {
    this.admit(request);
    const dueHandedOver = await this.demo.moveTo(new Date(body.now));
    return this.response(dueHandedOver);
  }

  private admit(request: FastifyRequest): void {
    if (!this.demo.movable || !LOOPBACK.includes(request.ip)) throw new NotFound('address');
  }

  private response(dueHandedOver?: boolean): DemoClockResponse {
    return { now: this.clock.now(), offsetMs: (this.clock as ShiftedClock).offsetMs, dueHandedOver };
  }
}
