import { Global, Module } from '@nestjs/common';
import { ReadRules } from '@platform/database';
import { Access } from './access';

/** One set of rules for checks and for lists. */
@Global()
@Module({ providers: [Access, { provide: ReadRules, useExisting: Access }], exports: [Access, ReadRules] })
export class AccessModule {}
