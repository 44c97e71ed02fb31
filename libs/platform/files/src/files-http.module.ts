import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '@platform/config';
import { removeLeftovers } from './content/receive';
import { FilesController } from './files.controller';
import { FilesQueries } from './files.queries';
import { Files } from './files.service';

const HOUR_MS = 3_600_000;

/** Routes of files. Uploads that a killed process has left behind are removed at the next start. */
@Module({ controllers: [FilesController], providers: [FilesQueries] })
export class FilesHttpModule implements OnApplicationBootstrap {
  constructor(private readonly config: Config) {}

  /** An upload takes less than an hour: what is older belongs to nobody. */
  async onApplicationBootstrap(): Promise<void> {
    await removeLeftovers(Files.incomingFolder(this.config), HOUR_MS);
  }
}
