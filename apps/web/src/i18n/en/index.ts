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

/** English catalogs by feature; their shape is the type of every key. */
export const en = { assessments, account, admin, auth, common, directory, partnerships, readiness, shell, tenants };
