import { Global, Module } from '@nestjs/common';
import { Config, loadConfig } from './config';
import { SecretBox } from './secret-box';

/** Gives every module the one checked configuration; a wrong value stops the start. */
@Global()
@Module({ providers: [{ provide: Config, useFactory: () => loadConfig() }, SecretBox], exports: [Config, SecretBox] })
export class ConfigModule {}
