import { Module } from '@nestjs/common';
import { LinksController } from './links.controller';
import { LinksModule } from './links.module';

/** The addresses behind the page of a one-time link. */
@Module({ imports: [LinksModule], controllers: [LinksController] })
export class LinksHttpModule {}
