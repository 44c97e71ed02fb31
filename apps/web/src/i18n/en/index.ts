import auth from './auth.json';
import common from './common.json';
import readiness from './readiness.json';
import shell from './shell.json';

/** English catalogs by feature; their shape is the type of every key. */
export const en = { auth, common, readiness, shell };
