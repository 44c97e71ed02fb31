import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { Config } from '@platform/config';
import { FileAccess } from './file-access';
import { filesPolicy } from './files.policy';
import { Files } from './files.service';
import { FileStorage } from './storage/file-storage';
import { FolderStorage } from './storage/folder-storage';
import { S3Storage } from './storage/s3-storage';

/** Files for every module: in the data folder, or in a bucket when S3_URL is set. */
@Global()
@Module({
  providers: [
    FileAccess,
    Files,
    {
      provide: FileStorage,
      inject: [Config],
      useFactory: (config: Config) =>
        config.s3 ? new S3Storage(config.s3) : new FolderStorage(join(config.dataDir, 'files', 'stored')),
    },
  ],
  exports: [FileAccess, Files, FileStorage],
})
export class FilesModule {
  constructor(access: Access) {
    access.register(filesPolicy);
  }
}
