import 'dayjs/locale/es';
import account from './account.json';
import admin from './admin.json';
import assessments from './assessments.json';
import auth from './auth.json';
import common from './common.json';
import directory from './directory.json';
import partnerships from './partnerships.json';
import readiness from './readiness.json';
import shell from './shell.json';
import tenants from './tenants.json';

/** Spanish catalogs, loaded as one chunk when somebody chooses Spanish. */
export const es = { assessments, account, admin, auth, common, directory, partnerships, readiness, shell, tenants };
