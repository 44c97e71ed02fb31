import { Global, Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { Trace } from './trace';
import { tracePolicy } from './trace.policy';

/** Linking records is open to every module. */
@Global()
@Module({ providers: [Trace], exports: [Trace] })
export class TraceModule {
  constructor(access: Access) {
    access.register(tracePolicy);
  }
}
