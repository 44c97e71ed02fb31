import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type Logger as Pino } from 'pino';
import { Config } from '@platform/config';
import { currentRequest } from '@platform/context';
import { errorForLog } from './error-for-log';

/** Structured log lines (JSON on standard output) without personal data: ids, never names, addresses or answers. */
@Injectable()
export class Logger implements LoggerService {
  private readonly pino: Pino;

  constructor(config: Config) {
    this.pino = pino({
      level: config.logLevel,
      base: { pid: process.pid },
      formatters: { level: (level) => ({ level }) },
      serializers: { err: errorForLog },
    });
  }

  /** Something worth knowing happened. */
  log(message: string, fields: object | string = {}): void {
    this.pino.info(this.withContext(fields), message);
  }

  /** Somebody must look at this. An Error under `error` is written with its stack. */
  error(message: string, fields: object | string = {}): void {
    const error = (fields as { error?: unknown }).error;
    this.pino.error({ ...this.withContext(fields), error: undefined, err: error }, message);
  }

  /** Something is not as it should be, but goes on. */
  warn(message: string, fields: object | string = {}): void {
    this.pino.warn(this.withContext(fields), message);
  }

  /** Details for developers. */
  debug(message: string, fields: object | string = {}): void {
    this.pino.debug(this.withContext(fields), message);
  }

  private withContext(fields: object | string): object {
    const request = currentRequest();
    const own = typeof fields === 'string' ? { context: fields } : fields;
    return request ? { requestId: request.requestId, operation: request.operation, ...own } : own;
  }
}
