import { Module } from '@nestjs/common';
import { ClockModule } from '@platform/clock';
import { ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';

/** The services that commands work with: every module of the domain, without routes and without jobs. */
@Module({ imports: [ConfigModule, ClockModule, DatabaseModule] })
export class CliModule {}
