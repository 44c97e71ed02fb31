import { createPostgresBackend, Queue, type Processor, Worker, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import type { Config } from '@platform/config';

const PREFIX = '{braidway}'; // in braces: all keys of a queue must lie in one slot of a Redis cluster
const CONNECTIONS = 12;

/** Where BullMQ keeps its jobs: Redis when REDIS_URL is set, else its own schema of the database. */
export class QueueConnection {
  private readonly redis?: Redis;
  private readonly pool?: Pool;

  constructor(config: Config, onError: (error: Error) => void) {
    if (config.redisUrl) this.redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null });
    else
      this.pool = new Pool({
        connectionString: config.databaseDirectUrl,
        max: CONNECTIONS,
        keepAlive: true,
        options: '-c search_path=bullmq',
      });
    this.redis?.on('error', onError);
    this.pool?.on('error', onError).setMaxListeners(50);
  }

  /** A queue to add to. */
  queue(name: string): Queue {
    const streams = { events: { maxLen: 1000 } }; // nobody reads them
    return new Queue(name, { ...this.options, streams }, this.backend as never);
  }

  /** A worker that is started by `run`. */
  worker(name: string, processor: Processor, options: Omit<WorkerOptions, 'connection'>): Worker {
    return new Worker(name, processor, { ...this.options, ...options, autorun: false }, this.backend as never);
  }

  /** Closes the connections; queues and workers must be closed before. */
  async close(): Promise<void> {
    await this.pool?.end();
    this.redis?.disconnect();
  }

  private get options(): { connection: never; prefix?: string } {
    return this.redis ? { connection: this.redis as never, prefix: PREFIX } : { connection: this.pool as never };
  }

  private get backend(): unknown {
    return this.redis ? undefined : createPostgresBackend; // BullMQ's default is Redis
  }
}
