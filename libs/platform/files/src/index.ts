export { FileAccess, type FilePurpose } from './file-access';
export { FilesHttpModule } from './files-http.module';
export { FilesModule } from './files.module';
export { Files, type Incoming } from './files.service';
export { FilesWorkerModule } from './files-worker.module';
export { FileStorage, type StoredContent } from './storage/file-storage';
export { StoredFile } from './stored-file.entity';
