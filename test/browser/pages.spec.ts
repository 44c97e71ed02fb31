import * as fs from 'node:fs';
import * as path from 'node:path';
import { PROJECT_ROOT } from '@platform/config';
import { inBrowser, Site, type Visitor } from '../support/browser';
import { demoIds, type DemoIds } from '../support/demo-ids';

const WIDTHS = [1280, 390];
const NARROWEST = 320;
const TABS_AT_MOST = 60;

/** Who opens a page of the router, and at which address. A page that is missing here fails the first test. */
const VISITS: { page: string; as?: string; at: (ids: DemoIds) => string }[] = [
  { page: '/', at: () => '/' },
  { page: '/forgot-password', at: () => '/forgot-password' },
  { page: '/mailbox', at: () => '/mailbox' },
  { page: '/l/:token', at: ({ invitation }) => `/l/${invitation}` },
  { page: '/l/:token', at: () => '/l/not-a-link-of-ours' },
  { page: '/account', as: 'lead', at: () => '/account' },
  { page: '/platform/tenants', as: 'platform-admin', at: () => '/platform/tenants' },
  { page: 'home', as: 'coach', at: () => 'home' },
  { page: 'home', as: 'district', at: () => 'home' },
  { page: 'home', as: 'student', at: () => 'home' },
  { page: 'heat-map', as: 'coach', at: () => 'heat-map' },
  { page: 'assessments', as: 'lead', at: () => 'assessments' },
  { page: 'assessments/new', as: 'lead', at: () => 'assessments/new' },
  { page: 'assessments/:id', as: 'lead', at: ({ openRound }) => `assessments/${openRound}` },
  { page: 'assessments/:id/answer', as: 'district', at: ({ openRound }) => `assessments/${openRound}/answer` },
  { page: 'assessments/:id/consensus', as: 'coach', at: ({ talkRound }) => `assessments/${talkRound}/consensus` },
  { page: 'assessments/:id/results', as: 'lead', at: ({ lockedRound }) => `assessments/${lockedRound}/results` },
  { page: 'gaps', as: 'lead', at: () => 'gaps' },
  { page: 'gaps/:id', as: 'lead', at: ({ gap }) => `gaps/${gap}` },
  { page: 'partnerships', as: 'state-admin', at: () => 'partnerships' },
  { page: 'partnerships/new', as: 'state-admin', at: () => 'partnerships/new' },
  { page: 'partnerships/:id', as: 'lead', at: ({ partnership }) => `partnerships/${partnership}` },
  { page: 'organizations', as: 'state-admin', at: () => 'organizations' },
  { page: 'organizations/new', as: 'state-admin', at: () => 'organizations/new' },
  { page: 'organizations/:id', as: 'district', at: ({ organization }) => `organizations/${organization}` },
  { page: 'organizations/:id/edit', as: 'state-admin', at: ({ organization }) => `organizations/${organization}/edit` },
  { page: 'regions', as: 'state-admin', at: () => 'regions' },
  { page: 'imports', as: 'state-admin', at: () => 'imports' },
  { page: 'imports/:id', as: 'state-admin', at: ({ importRun }) => `imports/${importRun}` },
  { page: 'people', as: 'state-admin', at: () => 'people' },
  { page: 'people/:id', as: 'state-admin', at: ({ person }) => `people/${person}` },
  { page: 'settings', as: 'state-admin', at: () => 'settings' },
  { page: 'audit-log', as: 'auditor', at: () => 'audit-log' },
  { page: 'jobs', as: 'state-admin', at: () => 'jobs' },
];

/** Every address of the router; those of a tenant without `/t/:tenant/`. */
function pagesOfTheRouter(): string[] {
  const router = fs.readFileSync(path.join(PROJECT_ROOT, 'apps/web/src/app/router.tsx'), 'utf8');
  return [...router.matchAll(/\bpage\(\s*'([^']+)'/g)].map(([, page]) => page);
}

it('visits every page of the router', () => {
  const pages = pagesOfTheRouter();
  expect(pages.length).toBeGreaterThan(20);
  expect([...new Set(VISITS.map(({ page }) => page))].sort()).toEqual([...pages].sort());
});

inBrowser('every page', () => {
  let site: Site;
  let ids: DemoIds;
  const people = new Map<string, Visitor>();
  beforeAll(async () => {
    site = await Site.start();
    ids = await demoIds(site.app);
  }, 300_000);
  afterAll(() => site.close());

  /** One browser per person: signing in is not what is tested here. */
  const visitorOf = async (login = ''): Promise<Visitor> => {
    const known = people.get(login) ?? (await (login ? site.as(login) : site.visitor()));
    people.set(login, known);
    known.problems.length = 0;
    await known.page.setViewportSize({ width: WIDTHS[0], height: 900 });
    await known.page.emulateMedia({ colorScheme: 'light' });
    return known;
  };
  const open = async ({ as, at }: (typeof VISITS)[number]): Promise<Visitor> => {
    const visitor = await visitorOf(as);
    const address = at(ids);
    await visitor.open(address.startsWith('/') ? address : `/t/michigan/${address}`);
    return visitor;
  };

  it.each(VISITS.map((visit) => [`${visit.page} as ${visit.as ?? 'a guest'}`, visit] as const))(
    '%s is accessible in light and dark, on a desk and on a phone, and reached by keyboard',
    async (_, visit) => {
      const visitor = await open(visit);
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of WIDTHS) {
          await visitor.page.emulateMedia({ colorScheme });
          await visitor.page.setViewportSize({ width, height: 900 });
          await visitor.page.waitForTimeout(50);
          const place = `${colorScheme}, ${width} px`;
          found.push(...(await visitor.violations()).map((violation) => `${place}: ${violation}`));
          const wider = await visitor.overflow();
          if (wider > 0) found.push(`${place}: ${wider} px wider than the window`);
        }
      await visitor.page.setViewportSize({ width: NARROWEST, height: 900 });
      if ((await visitor.overflow()) > 0) found.push(`wider than ${NARROWEST} px`);
      await visitor.page.setViewportSize({ width: WIDTHS[0], height: 900 });
      if (!(await reachedByKeyboard(visitor))) found.push('its main action is not reached by keyboard');
      expect([...found, ...visitor.problems]).toEqual([]);
    },
    60_000,
  );
});

/** Whether Tab leads to the filled button of the page, or to the first thing to use where there is none. */
async function reachedByKeyboard({ page }: Visitor): Promise<boolean> {
  const main = page.locator('main').first();
  const filled = main.locator(':is(a, button)[data-variant="filled"]:not([disabled]):visible').first();
  const any = main.locator('a[href]:visible, button:not([disabled]):visible, input:visible').first();
  const target = (await filled.count()) > 0 ? filled : any;
  if ((await target.count()) === 0) return true; // a page to read
  await page.locator('body').click({ position: { x: 1, y: 1 } });
  for (let presses = 0; presses < TABS_AT_MOST; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element.ownerDocument.activeElement === element)) return true;
  }
  return false;
}
