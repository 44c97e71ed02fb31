export { startEmbedded, runningEmbedded } from './embedded-server';
export type { Embedded, EmbeddedOptions } from './embedded-server';
export { EmbeddedError } from './embedded.error';
export { provisionDatabase } from './provision';
export type { OwnedDatabase } from './provision';
export { folderHolder, lockFolder } from './folder-lock';
export type { FolderLock } from './folder-lock';
export { isAlive, commandLineOf, waitUntil } from './process-info';
