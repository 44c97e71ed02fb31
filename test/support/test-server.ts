import type { Embedded } from '../../libs/platform/embedded/src';

/** The database server of a test run, kept between global setup and teardown. */
export interface TestServer {
  server: Embedded;
  dir: string;
}

/** Role that owns and migrates the test databases: as in production neither superuser nor exempt from row security. */
export const TEST_OWNER = { role: 'braidway_owner', password: 'owner' };

/** Role that the application signs in with: owns nothing. */
export const TEST_LOGIN = { role: 'braidway_login', password: 'login' };
