import type { Policy } from '@platform/access';
import { StoredFile } from './stored-file.entity';

/** Everybody may upload, and see what they uploaded; other files are reached through the records that use them. */
export const filesPolicy: Policy = (actor, allow) => {
  if (!actor.personId) return;
  allow(['create', 'read', 'delete'], StoredFile, { ownerPersonId: actor.personId });
};
