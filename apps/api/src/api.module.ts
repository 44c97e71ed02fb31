import { Module } from '@nestjs/common';
import { AccessModule } from '@platform/access';
import { AuthModule } from '@platform/auth';
import { ClockModule } from '@platform/clock';
import { ConfigModule } from '@platform/config';
import { DatabaseModule } from '@platform/database';
import { HttpModule } from '@platform/http';
import { LinksHttpModule } from '@platform/links';
import { OutboxModule } from '@platform/outbox';
import { DirectoryHttpModule } from '@domain/directory';
import { PartnershipsHttpModule } from '@domain/partnerships';

/** Everything that answers HTTP. */
@Module({
  imports: [
    ConfigModule,
    ClockModule,
    DatabaseModule,
    AccessModule,
    OutboxModule,
    HttpModule,
    AuthModule,
    LinksHttpModule,
    DirectoryHttpModule,
    PartnershipsHttpModule,
  ],
})
export class ApiModule {}
