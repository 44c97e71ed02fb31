import { Accounts, Sessions } from '@platform/auth';
import { demoEmail } from '../../apps/cli/src/demo/demo-state';
import { inBrowser, Site, type Visitor } from '../support/browser';
import { DEMO_PASSWORD } from '../support/demo';

inBrowser('signing in and out', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.start();
  }, 300_000);
  afterAll(() => site.close());

  const scheme = ({ page }: Visitor) => page.locator('html').getAttribute('data-mantine-color-scheme');

  it('opens the first page of a demo person with one click on the card', async () => {
    const visitor = await site.visitor();
    await visitor.open('/');
    await visitor.press(/^.*District coordinator \(demo\)/);
    await visitor.page.waitForURL('**/t/michigan/home');
    await visitor.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });

  it('says what is wrong with a password, and not whether there is an account', async () => {
    const visitor = await site.visitor();
    await visitor.open('/');
    for (const email of [demoEmail('lead'), 'nobody@example.org']) {
      await visitor.page.getByLabel('Work e-mail').fill(email);
      await visitor.page.getByLabel('Password', { exact: true }).fill('not the password');
      await visitor.press(/^Sign in$/);
      await visitor.sees('E-mail and password do not match an account.');
    }
    await visitor.page.getByLabel('Work e-mail').fill(demoEmail('lead'));
    await visitor.page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL('**/t/michigan/**');
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  });

  it('keeps the language that was chosen, before and after signing in', async () => {
    const visitor = await site.visitor();
    await visitor.open('/');
    await visitor.press('Español');
    await visitor.page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor();
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { level: 1, name: 'Iniciar sesión' }).waitFor();
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('es');
    await visitor.press(/Ofrece puestos/);
    await visitor.page.waitForURL('**/t/michigan/home');
    await visitor.page.getByRole('heading', { level: 1, name: 'Mi trabajo' }).waitFor();
    await visitor.close();
  });

  it('shows light or dark as the device does until somebody chooses', async () => {
    const visitor = await site.as('lead', { colorScheme: 'dark' });
    await visitor.open('/t/michigan/home');
    expect(await scheme(visitor)).toBe('dark');
    await visitor.press(/account menu/);
    await visitor.page.getByRole('menuitemradio', { name: 'Light' }).click();
    expect(await scheme(visitor)).toBe('light');
    await visitor.page.reload();
    await visitor.settled();
    expect(await scheme(visitor)).toBe('light');
    await visitor.close();
  });

  it('lets the coach change between the two states', async () => {
    const visitor = await site.as('coach');
    await visitor.open('/t/michigan/home');
    await visitor.sees('Kalamazoo Region Career Pathways Partnership');
    await visitor.press(/Change workplace/);
    await visitor.page.getByRole('menuitem', { name: /Kansas Career Pathways/ }).click();
    await visitor.page.waitForURL('**/t/kansas/**');
    await visitor.sees('South Central Kansas Pathways Partnership');
    expect(await visitor.page.getByText('Kalamazoo').count()).toBe(0);
    await visitor.close();
  });

  it('signs out, and the way back leads to sign-in', async () => {
    const visitor = await site.as('lead');
    await visitor.open('/t/michigan/partnerships');
    await visitor.press(/account menu/);
    await visitor.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await visitor.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await visitor.page.goBack();
    await visitor.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await visitor.close();
  });

  it('leads back to the page after a session that was ended elsewhere', async () => {
    const visitor = await site.as('lead');
    await visitor.open('/t/michigan/home');
    const account = (await site.app.nest.get(Accounts).find(demoEmail('lead')))!;
    await site.app.nest.get(Sessions).end(account.id);
    await visitor.follow('Gaps');
    await visitor.sees('Your session has ended.');
    await visitor.press(/Partnership lead \(demo\)/);
    await visitor.page.waitForURL('**/t/michigan/gaps');
    await visitor.page.getByRole('heading', { level: 1, name: 'Gaps' }).waitFor();
    await visitor.close();
  });
});
