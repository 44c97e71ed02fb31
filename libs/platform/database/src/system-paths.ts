/**
 * The only ways past the tenant boundary, each with the place that may use it. A test compares this list with the code:
 * a new privileged path is a decision that is read, not something that slips in.
 */
export const SYSTEM_PATHS = {
  'sign-in': 'libs/platform/auth',
  links: 'libs/platform/links',
  relay: 'libs/platform/outbox',
  jobs: 'libs/platform/jobs',
  idempotency: 'libs/platform/http',
  'audit-seal': 'libs/platform/audit',
  tenants: 'libs/domain/directory',
  instruments: 'libs/domain/assessments',
  health: 'libs/platform/http',
  demo: 'apps/cli',
} as const;

/** Name of a privileged path. */
export type SystemPath = keyof typeof SYSTEM_PATHS;
