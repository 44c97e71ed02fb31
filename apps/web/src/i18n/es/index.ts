import 'dayjs/locale/es';
import auth from './auth.json';
import common from './common.json';
import readiness from './readiness.json';
import shell from './shell.json';

/** Spanish catalogs, loaded as one chunk when somebody chooses Spanish. */
export const es = { auth, common, readiness, shell };
