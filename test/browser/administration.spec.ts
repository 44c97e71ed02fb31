import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { inBrowser, Site, type Visitor } from '../support/browser';

const PASSWORD = 'four quiet green rivers';
const LIST = `name,kind,nces_lea
Climax-Scotts Community Schools,school_district,2609570
Portage Public School,school_district,
No Such District,school_district,26
`;

inBrowser('looking after people, organizations, settings and tenants', () => {
  let site: Site;
  let worker: INestApplicationContext;
  let folder: string;
  beforeAll(async () => {
    site = await Site.start();
    worker = await NestFactory.createApplicationContext(WorkerModule, { logger: false });
    folder = mkdtempSync(join(tmpdir(), 'braidway-lists-'));
  }, 90_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await worker.close();
    await site.close();
  });

  /** Opens the link of the newest mail to an address, as a person does: in the mailbox. */
  async function openMail(visitor: Visitor, email: string): Promise<void> {
    for (let tries = 0; tries < 40; tries++) {
      await visitor.open('/mailbox');
      const mail = visitor.page
        .getByRole('link', { name: new RegExp(email) })
        .or(visitor.page.getByText(email))
        .first();
      if (await mail.isVisible()) {
        await mail.click();
        break;
      }
      await visitor.page.waitForTimeout(250);
    }
    await visitor.page.locator('a[href*="/l/"]').first().click();
    await visitor.settled();
  }

  it('invites by mail; the person sets a password and lands in the role', async () => {
    const district = await site.as('district');
    await district.open('/t/michigan/people');
    await district.press('Invite a person');
    const dialog = district.page.getByRole('dialog');
    expect(await district.violations()).toEqual([]);
    await dialog.getByLabel('E-mail').fill('nora.new@example.org');
    await dialog.getByLabel('Name', { exact: true }).fill('Nora New');
    await district.choose('Role', 'Counselor');
    await district.choose('Organization', /Kalamazoo Public Schools/);
    await dialog.getByRole('button', { name: 'Send the invitation' }).click();
    await district.sees('An invitation is on its way to nora.new@example.org.');
    expect(district.problems).toEqual([]);
    await district.close();

    const nora = await site.visitor();
    await openMail(nora, 'nora.new@example.org');
    await nora.sees('District coordinator (demo) invites you.');
    await nora.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await nora.press('Accept the invitation');
    await nora.page.waitForURL('**/t/michigan/home');
    await nora.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    await nora.sees('Counselor, Kalamazoo Public Schools');
    expect(nora.problems).toEqual([]);
    await nora.close();
  }, 60_000);

  it('warns before an organization is made twice, and makes it when it is another one', async () => {
    const admin = await site.as('state-admin');
    await admin.open('/t/michigan/organizations');
    await admin.follow('New organization');
    await admin.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Kalamazoo Public School');
    await admin.choose('Kind', 'School district');
    await admin.press('Add the organization');
    await admin.sees('It may be here already');
    await admin.page.getByRole('alert').getByRole('link', { name: 'Kalamazoo Public Schools' }).waitFor();
    expect(await admin.violations()).toEqual([]);
    await admin.press('Mine is another one');
    await admin.page.getByRole('heading', { level: 1, name: 'Kalamazoo Public School', exact: true }).waitFor();
    expect(admin.problems).toEqual([]);
    await admin.close();
  });

  it('previews a list with its mistakes and doubts before anything is imported', async () => {
    const file = join(folder, 'districts.csv');
    writeFileSync(file, LIST);
    const admin = await site.as('state-admin');
    await admin.open('/t/michigan/imports');
    await admin.page.locator('input[type="file"]').setInputFiles(file);
    await admin.press('Show the preview');
    await admin.page.getByRole('heading', { level: 1, name: 'districts.csv' }).waitFor();
    await admin.sees('1 row needs your decision');
    await admin.sees(/7 digits/);
    await admin.press('Import the list');
    await admin.page.getByRole('dialog').getByRole('button', { name: 'Import the list' }).click();
    await admin.sees('The list is imported');
    await admin.open('/t/michigan/organizations?q=Climax');
    await admin.page.getByRole('link', { name: 'Climax-Scotts Community Schools' }).waitFor();
    expect(admin.problems).toEqual([]);
    await admin.close();
  }, 60_000);

  it('refuses a color that cannot be read, offers the nearest one, and uses it', async () => {
    const admin = await site.as('state-admin');
    await admin.open('/t/michigan/settings');
    const color = admin.page.getByRole('textbox', { name: /Color of buttons and links/ });
    await color.fill('#ffcc00');
    await admin.sees(/is too light to be read/);
    await admin.press(/^Use #/);
    await admin.sees(/on the darkest page ground/);
    const chosen = await color.inputValue();
    await admin.press('Save');
    await admin.sees('The settings are saved.');
    await admin.page.reload();
    await admin.settled();
    expect(await color.inputValue()).toBe(chosen);
    expect(chosen).not.toBe('#ffcc00');
    expect(await admin.violations()).toEqual([]);
    expect(admin.problems).toEqual([]);
    await admin.close();
  });

  it('lets the platform administrator make a tenant and see none of its records', async () => {
    const platform = await site.as('platform-admin');
    await platform.open('/platform/tenants');
    await platform.press('New tenant');
    const dialog = platform.page.getByRole('dialog');
    expect(await platform.violations()).toEqual([]);
    await dialog.getByLabel('Name', { exact: true }).fill('Ohio Career Pathways');
    await dialog.getByLabel('Name in the address').fill('ohio');
    await dialog.getByLabel('Name of the administrator').fill('Olive Ohio');
    await dialog.getByLabel('E-mail of the administrator').fill('olive@example.org');
    await dialog.getByRole('button', { name: 'Make the tenant' }).click();
    await platform.sees('Ohio Career Pathways is ready.');
    await platform.page.getByRole('row', { name: /Ohio Career Pathways/ }).waitFor();
    expect(platform.problems).toEqual([]);
    for (const tenant of ['ohio', 'michigan']) {
      await platform.open(`/t/${tenant}/organizations`);
      expect(await platform.page.locator('main').innerText()).not.toMatch(/Kalamazoo|Olive/);
      const answer = await platform.page.request.get(`/api/v1/t/${tenant}/organizations`);
      expect([tenant, answer.status()]).toEqual([tenant, 404]);
    }
    await platform.close();

    const olive = await site.visitor();
    await openMail(olive, 'olive@example.org');
    await olive.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await olive.press('Accept the invitation');
    await olive.page.waitForURL('**/t/ohio/**');
    await olive.close();
  }, 60_000);
});
