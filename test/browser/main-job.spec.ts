import { inBrowser, Site, type Visitor } from '../support/browser';

const ROUND = 'Readiness before the spring meeting';
const ELEMENTS = [/Build cross-system partnerships/, /Engage and align employers/, /Policies and programs/];
const TEAM = [
  ['Kalamazoo Public Schools', 'District coordinator (demo)'],
  ['Kalamazoo Valley Community College', 'College liaison (demo)'],
  ['Michigan Works! Southwest', 'Workforce board staff (demo)'],
  ['Prairie Ridge Precision (demo)', 'Employer (demo)'],
];

/** One after another: each step needs the one before. */
inBrowser('a partnership rates itself, from the first draft to its gaps', () => {
  let site: Site;
  let lead: Visitor;
  let address: string;
  beforeAll(async () => {
    site = await Site.start();
    lead = await site.visitor();
    await lead.open('/');
    await lead.press(/Partnership lead \(demo\)/);
    await lead.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
  }, 300_000);
  afterAll(() => site.close());

  let broken = false;
  /** A step of the story; after one that failed the rest fails at once. */
  const step = (name: string, work: () => Promise<void>) =>
    it(
      name,
      async () => {
        expect(broken ? 'an earlier step failed' : 'all is well').toBe('all is well');
        broken = true;
        await work();
        broken = false;
      },
      60_000,
    );

  step('the lead plans a round of three elements', async () => {
    const { page } = lead;
    await lead.follow('Rounds');
    await lead.follow('New round');
    await lead.choose('Partnership', 'Kalamazoo Region Career Pathways Partnership');
    await page.getByLabel('Title').fill(ROUND);
    for (const element of ELEMENTS) await page.getByRole('checkbox', { name: element }).check();
    await page.getByRole('radio', { name: 'Named' }).check();
    await lead.press('Make the draft');
    await page.getByRole('heading', { level: 1, name: ROUND }).waitFor();
    address = new URL(page.url()).pathname;
    expect(await lead.button('Open for answers').isDisabled()).toBe(true);
    await lead.sees('Nobody is invited yet. Invite people of at least three systems below');
  });

  step('the lead invites four organizations and opens the round', async () => {
    await lead.press('Invite people');
    for (const [organization, person] of TEAM) {
      await lead.choose('Organization', organization);
      await lead.page.getByRole('checkbox', { name: person, exact: true }).check();
      await lead.press('Invite 1 person');
      await lead.page.getByRole('row', { name: new RegExp(person.replace(/[()]/g, '.')) }).waitFor();
    }
    await lead.press('Open for answers');
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Open for answers' }).click();
    await lead.sees('The round is open. Everybody invited gets a mail.');
  });

  step('the district answers with the mouse: levels, a note, not applicable, don’t know, evidence', async () => {
    const district = await enter('District coordinator (demo)');
    const { page } = district;
    const card = (code: string) => page.getByRole('region', { name: new RegExp(`^${code.replaceAll('.', '\\.')} `) });
    await startAnswering(district);
    await card('1.1.1').getByText('Exploring').click();
    await card('1.1.1').getByLabel('Note').fill('Human services was never asked.');
    await card('1.1.2').getByText('Not applicable').click();
    await card('1.1.2').getByLabel('Why does it not apply?').fill('Our district has no employers of its own.');
    await card('1.1.3').getByText("Don't know").click();
    await card('1.1.4').getByText('Implementing').click();
    await card('1.1.4')
      .getByRole('button', { name: /Add evidence/ })
      .click();
    const dialog = page.getByRole('dialog');
    expect(await district.violations()).toEqual([]);
    await dialog.getByLabel('Address').fill('https://documents.demo.braidway.example/board-minutes');
    await dialog.getByLabel('Title').fill('Minutes of the board, signed');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await card('1.1.4')
      .getByRole('link', { name: /Minutes of the board, signed/ })
      .waitFor();
    await district.sees(/^Saved/);

    await page.reload();
    await district.settled();
    expect(
      await card('1.1.1')
        .getByRole('radio', { name: /Exploring/ })
        .isChecked(),
    ).toBe(true);
    expect(await card('1.1.1').getByLabel('Note').inputValue()).toBe('Human services was never asked.');
    expect(await card('1.1.2').getByRole('radio', { name: 'Not applicable' }).isChecked()).toBe(true);
    expect(await card('1.1.2').getByLabel('Why does it not apply?').inputValue()).toContain('no employers');
    expect(await card('1.1.3').getByRole('radio', { name: "Don't know" }).isChecked()).toBe(true);
    await card('1.1.4')
      .getByRole('link', { name: /Minutes of the board, signed/ })
      .waitFor();
    await answerByKeys(district, {}, 4);
    await send(district, { exploring: 1, not_applicable: 1, dont_know: 1, implementing: 1, planning: 32 });
  });

  for (const [name, first, given] of [
    ['College liaison (demo)', '4', { sustaining: 1, implementing: 1, planning: 34 }],
    ['Workforce board staff (demo)', '2', { implementing: 1, planning: 35 }],
    ['Employer (demo)', '3', { implementing: 2, planning: 34 }],
  ] as const)
    step(`${name} answers with the keyboard alone`, async () => {
      const visitor = await enter(name);
      await startAnswering(visitor);
      await answerByKeys(visitor, { 0: first, 3: '3' });
      await send(visitor, given);
    });

  step('the lead closes answering and starts the talk', async () => {
    await lead.open(address);
    await lead.sees('4 of 4 people have sent answers.');
    await lead.press('Close answering');
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Close answering' }).click();
    await lead.press('Start the talk');
    await lead.follow('Continue the talk');
    await lead.page.getByRole('heading', { level: 1, name: 'Agenda of the talk' }).waitFor();
    await lead.sees('Discuss first: answers are opposed.');
    await lead.sees('Some rated it, others say it does not apply.');
  });

  step('the team confirms together what nobody doubts', async () => {
    await lead.press('Confirm 34 together');
    await lead.sees('34 indicators are confirmed.');
    await lead.sees('34 of 36 recorded');
  });

  step('the team agrees on what it doubts, with evidence, a reason and a dissenting view', async () => {
    const { page } = lead;
    await lead.press('Go on with the next');
    await lead.sees('4 people rated');
    expect(await lead.violations()).toEqual([]);
    await page
      .getByRole('group', { name: 'Agreed level' })
      .getByRole('button', { name: /Implementing/ })
      .click();
    await lead.press('Add evidence');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address').fill('https://documents.demo.braidway.example/roster-2026');
    await dialog.getByLabel('Title').fill('Roster of 2026');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: /Roster of 2026/ }).waitFor();
    await page.getByLabel('Reason, in one sentence').fill('All systems but one have a named delegate.');
    await lead.press('Add a view');
    await lead.choose('Organization', 'Kalamazoo Public Schools');
    await page.getByLabel('Its view').fill('Without human services this is a plan, not a team.');
    await lead.press(/Save and next/);
    await lead.sees('1.1.1 is recorded.');
  });

  step('the team leaves one indicator unresolved with an owner and a day, by keyboard', async () => {
    const { page } = lead;
    await page.getByText('1.1.2').first().waitFor();
    await page.keyboard.press('3');
    await lead.sees('Level 3 Implementing needs evidence');
    await lead.sees('Nobody answered this level. Why does the team agree on it?');
    await page.keyboard.press('u');
    await lead.choose('Who settles it?', /Workforce board staff/);
    await page.getByLabel('By when?').fill('12/31/2030');
    await page.keyboard.press('Control+Enter');
    await lead.sees('1.1.2 is recorded.');
    await lead.open(`${address}/consensus`);
    await lead.sees('36 of 36 recorded');
    await lead.press('Ask for approval');
    await lead.sees('Approval is asked for.');
  });

  step('the lead approves and locks; the result is there by element, with radar and table', async () => {
    const { page } = lead;
    await lead.open(address);
    await lead.press('Approve and lock');
    await page.getByRole('dialog').getByRole('button', { name: 'Approve and lock' }).click();
    await lead.sees('The result is approved and locked.');
    await lead.follow('Open results');
    await page.getByRole('heading', { level: 1, name: /results/ }).waitFor();
    await page.getByRole('img', { name: /Elements at a glance/ }).waitFor();
    await page.getByText('Show as table').first().click();
    await page.getByRole('figure', { name: 'Elements at a glance' }).getByRole('table').waitFor();
    await lead.sees('1 unresolved');
    await lead.sees(/Self-assessment of 4 people/);
  });

  step('the lead judges impact and effort of a gap, and takes it on', async () => {
    const { page } = lead;
    await lead.follow('Open gaps');
    await page.getByRole('heading', { level: 1, name: 'Gaps' }).waitFor();
    await lead.settled();
    await page
      .getByRole('link', { name: /Learners, workers, families/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /1\.1\.3/ }).waitFor();
    await page
      .getByRole('radiogroup', { name: /^Impact/ })
      .getByText('3 High')
      .click();
    await page
      .getByRole('radiogroup', { name: /^Effort/ })
      .getByText('1 Low')
      .click();
    await lead.sees('Proposed band: Do now');
    await lead.press('Save priority');
    await lead.sees('Priority saved.');
    await page.getByRole('switch', { name: 'Chosen for this cycle' }).click();
    await lead.sees('Chosen for this cycle.');
    await page.reload();
    await lead.settled();
    expect(await page.getByRole('switch', { name: 'Chosen for this cycle' }).isChecked()).toBe(true);
    expect(lead.problems).toEqual([]);
  });

  step('the coach sees the new levels on the heat map', async () => {
    const coach = await site.as('coach');
    await coach.open('/t/michigan/home');
    await coach.follow('Heat map');
    await coach.settled();
    const row = coach.page.getByRole('row', { name: /Kalamazoo Region/ });
    await row
      .getByRole('button', { name: /Partners/ })
      .first()
      .click();
    await coach.sees(/1 unresolved|1\.1\.3/);
    await coach.follow('Open results');
    await coach.page.getByRole('heading', { level: 1, name: /Kalamazoo Region.*results/ }).waitFor();
    expect(new URL(coach.page.url()).pathname).toBe(`${address}/results`);
    expect(coach.problems).toEqual([]);
    await coach.close();
  });

  async function enter(name: string): Promise<Visitor> {
    const visitor = await site.visitor();
    await visitor.open('/');
    await visitor.page
      .getByRole('button', { name: new RegExp(name.replace(/[()]/g, '.')) })
      .first()
      .click();
    await visitor.page.waitForURL('**/t/michigan/**');
    await visitor.settled();
    return visitor;
  }

  async function startAnswering(visitor: Visitor): Promise<void> {
    await visitor.page
      .getByRole('link', { name: new RegExp(ROUND) })
      .first()
      .click();
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    await visitor.settled();
    if (await visitor.page.getByRole('link', { name: 'Start answering' }).count())
      await visitor.follow('Start answering');
    await visitor.sees('0 of 36 looked at');
  }

  /** Answers everything from card `from` of the first element on with 2, or as `answers` say for the first element. */
  async function answerByKeys({ page }: Visitor, answers: Record<number, string>, from = 0): Promise<void> {
    for (let element = 0; element < ELEMENTS.length; element++) {
      const cards = await page.locator('[data-indicator]').count();
      const first = await page.locator('[data-indicator]').first().getAttribute('data-indicator');
      for (let card = 0; card < cards; card++) {
        await page.keyboard.press('j');
        if (element > 0 || card >= from) await page.keyboard.press((element === 0 && answers[card]) || '2');
      }
      const next = page.getByRole('button', {
        name: element < ELEMENTS.length - 1 ? 'Next element' : 'Review and send',
      });
      await next.focus();
      await page.keyboard.press('Enter');
      await page.locator(`[data-indicator="${first}"]`).waitFor({ state: 'detached' });
    }
  }

  /** Hands the answers in; on the server they are what was chosen: how many of each. */
  async function send(visitor: Visitor, given: Record<string, number>): Promise<void> {
    await visitor.page.getByRole('heading', { level: 1, name: 'Review and send' }).waitFor();
    await visitor.sees(/Everything is looked at/);
    expect(await visitor.violations()).toEqual([]);
    await visitor.button('Send my answers').focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.sees('Your answers are sent');
    const { items } = (await (await visitor.page.request.get(`/api/v1${address}/responses`)).json()) as {
      items: { answer: string; level: string | null }[];
    };
    const counts: Record<string, number> = {};
    for (const { answer, level } of items) counts[level ?? answer] = (counts[level ?? answer] ?? 0) + 1;
    expect(counts).toEqual(given);
    expect(visitor.problems).toEqual([]);
    await visitor.close();
  }
});
