import { Global, Module } from '@nestjs/common';
import { Links } from './links.service';

/** Making and redeeming one-time links. */
@Global()
@Module({ providers: [Links], exports: [Links] })
export class LinksModule {}
