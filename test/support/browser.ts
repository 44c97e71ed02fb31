import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { Accounts } from '@platform/auth';
import { demoEmail } from '../../apps/cli/src/demo/demo-state';
import { TestApp } from './app';
import { signIn } from './builders/directory';
import { openChromium } from './chromium';
import { DEMO_PASSWORD, loadDemoParts } from './demo';

const WAIT_MS = 10_000;
const QUIET_ROUNDS = 4;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** `describe` for what needs a browser; only `SKIP_BROWSER=1` leaves it out, a missing browser fails. */
export const inBrowser = process.env.SKIP_BROWSER === '1' ? describe.skip : describe;

/** The real application with its pages and the demo, listening, and one browser for all visitors of a spec file. */
export class Site {
  private constructor(
    readonly app: TestApp,
    readonly url: string,
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  /** Starts it; call `close` in afterAll. */
  static async start(environment: Record<string, string> = {}): Promise<Site> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const folder = mkdtempSync(join(tmpdir(), 'braidway-site-'));
    const [app, browser] = await Promise.all([
      TestApp.start({ DEMO: 'true', DEMO_PASSWORD, PUBLIC_URL: url, DATA_DIR: folder, ...environment }),
      openChromium(),
    ]);
    await loadDemoParts(app);
    await app.nest.listen(port, '127.0.0.1');
    return new Site(app, url, browser, folder);
  }

  /** Somebody with a browser of their own, not signed in. */
  async visitor(options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await this.browser.newContext({
      ...{ baseURL: this.url, locale: 'en-US', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } },
      ...options,
    });
    context.setDefaultTimeout(WAIT_MS);
    return new Visitor(context, await context.newPage());
  }

  /** A demo person, signed in. */
  async as(login: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await this.visitor(options);
    const { id } = (await this.app.nest.get(Accounts).find(demoEmail(login)))!;
    const { cookie } = await signIn(this.app, id);
    const [name, value] = cookie.split('=');
    await visitor.context.addCookies([{ name, value, url: this.url, httpOnly: true, sameSite: 'Lax' }]);
    return visitor;
  }

  /** Ends browser, application and database. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One person at a browser. */
export class Visitor {
  /** What went wrong unseen: errors in the console, uncaught errors, refusals of the content security policy. */
  readonly problems: string[] = [];
  private waiting = 0;

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.problems.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isAnswer(message.text()))
        this.problems.push(`${page.url()}: ${message.text()}`);
    });
    page.on('request', () => this.waiting++);
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end as 'requestfinished', () => this.waiting--);
  }

  /** Opens an address and waits until the page has its heading and its records. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.settled();
  }

  /** Waits until the page has its heading and asks the server for nothing more. */
  async settled(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    for (let quiet = 0; quiet < QUIET_ROUNDS; quiet = this.waiting > 0 ? 0 : quiet + 1)
      await this.page.waitForTimeout(50);
  }

  /** A button by its name, or by a part of it. */
  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  /** Clicks a button by its name. */
  press(name: string | RegExp): Promise<void> {
    return this.button(name).first().click();
  }

  /** Clicks a link by its name. */
  follow(name: string | RegExp): Promise<void> {
    return this.page.getByRole('link', { name }).first().click();
  }

  /** Chooses an option of a list field. */
  async choose(field: string, option: string | RegExp): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** Waits until a text is on the page. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** What axe finds against WCAG 2.1 A and AA: rule and place of each violation. */
  async violations(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .options({ resultTypes: ['violations'] }) // details of what passed take most of the time
      .withTags(RULES)
      .setLegacyMode() // there are no frames of other origins
      .analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  }

  /** How many pixels the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.locator('html').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  }

  /** Ends the visit. */
  close(): Promise<void> {
    return this.context.close();
  }
}

/** The browser writes every answer from 400 on into the console; the pages handle them. */
function isAnswer(text: string): boolean {
  return /^Failed to load resource: the server responded with a status of 4\d\d/.test(text);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
