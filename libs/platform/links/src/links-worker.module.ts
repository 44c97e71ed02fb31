import { Module } from '@nestjs/common';
import { LinksCleanUp } from './links-clean-up';

/** Cleaning up links that stopped working. */
@Module({ providers: [LinksCleanUp] })
export class LinksWorkerModule {}
