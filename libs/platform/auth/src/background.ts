import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

/** Small work that nobody waits for and whose loss does no harm; at shutdown it is finished first. */
@Injectable()
export class Background implements OnModuleDestroy {
  private readonly running = new Set<Promise<void>>();
  private readonly logger = new Logger('Auth');

  /** Starts `work`; a failure is only logged. */
  run(name: string, work: () => Promise<unknown>): void {
    const done = work()
      .then(() => undefined)
      .catch((error: Error) => this.logger.warn(`${name} failed: ${error.message}`))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  /** Waits for everything that was started. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.running);
  }
}
