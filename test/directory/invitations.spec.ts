import { Accounts } from '@platform/auth';
import { MailRenderer, type MailData } from '@platform/mail';
import type { Tenant } from '@domain/directory';
import { Partnership, PartnershipMember } from '@domain/partnerships';
import { TestApp } from '../support/app';
import {
  anOrganization,
  aPerson,
  aTenant,
  inTenant,
  signIn as newSession,
  type SignedInPerson,
  unique,
} from '../support/builders/directory';
import { type Answer, as } from '../support/client';

const PASSWORD = 'four quiet green rivers';
let app: TestApp;
let tenant: Tenant;
let admin: SignedInPerson;
let at: string;
const mails: { template: string; data: MailData; text: string; to: string | null }[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  tenant = await aTenant(app);
  admin = await aPerson(app, tenant, { role: 'state_admin', displayName: 'Ada Admin' });
  at = `/t/${tenant.slug}`;
  const renderer = app.nest.get(MailRenderer);
  const render = renderer.render.bind(renderer);
  jest.spyOn(renderer, 'render').mockImplementation((template, data, frame) => {
    const mail = render(template, data, frame);
    mails.push({ template, data, text: `${mail.subject}\n${mail.text}`, to: frame.name });
    return mail;
  });
});
beforeEach(() => {
  mails.length = 0;
});
afterAll(() => app.close());

const newcomer = (more: object = {}) => ({
  email: `new-${unique()}@example.org`,
  displayName: 'Nora New',
  role: 'coach',
  scope: 'tenant',
  ...more,
});
const token = (): string => mails.at(-1)!.data.link!.split('/l/')[1];
const accept = (sent: object, link = token()) => as(app).post(`/links/${link}`, sent);
const signIn = (email: string, password = PASSWORD) => as(app).post('/auth/login', { email, password });

/** Somebody with a login and a password, known in another tenant only. */
async function someoneElsewhere(): Promise<SignedInPerson> {
  const person = await aPerson(app, await aTenant(app), { role: 'coach' });
  await app.nest.get(Accounts).setPassword(person.accountId, PASSWORD);
  return { ...person, headers: await newSession(app, person.accountId) };
}

describe('an invitation', () => {
  it('brings a new person with a first password straight into the role', async () => {
    const college = await anOrganization(app, tenant, { name: 'Lake College', kind: 'community_college' });
    const body = newcomer({ role: 'college_liaison', scope: 'organization', scopeId: college.id, title: 'Dean' });
    const sent = await as(app, admin).post(`${at}/invitations`, body);
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      status: 'open',
      scopeName: 'Lake College',
      organizationId: college.id,
      invitedByName: 'Ada Admin',
      allowed: ['resend', 'revoke'],
    });
    expect(JSON.stringify(sent.body)).not.toContain(token());
    expect(mails[0].text).toContain('Ada Admin invites you to Lake College as college liaison.');

    const shown = await as(app).get(`/links/${token()}`);
    expect(shown.body).toMatchObject({
      purpose: 'invitation',
      about: {
        tenant: tenant.slug,
        placeName: 'Lake College',
        inviterName: 'Ada Admin',
        role: 'college_liaison',
        email: body.email,
      },
    });
    expect((await accept({ displayName: 'Nora', password: 'short' })).status).toBe(422);
    expect((await accept({ displayName: 'Nora Lund', password: PASSWORD })).body).toEqual({
      tenant: tenant.slug,
      email: body.email,
    });

    expect((await signIn(body.email)).status).toBe(200);
    const { items } = (await as(app, admin).get(`${at}/people?q=${body.email}`)).body;
    expect(items).toMatchObject([
      {
        displayName: 'Nora Lund',
        status: 'active',
        hasLogin: true,
        roles: ['college_liaison'],
        organizations: [{ id: college.id, title: 'Dean' }],
      },
    ]);
    expect((await as(app, admin).get(`${at}/invitations/${sent.body.id}`)).body).toMatchObject({
      status: 'accepted',
      allowed: [],
    });
  });

  it('asks somebody who signs in elsewhere for that password, and adds the role', async () => {
    const known = await someoneElsewhere();
    await as(app, admin).post(`${at}/invitations`, newcomer({ email: known.email.toUpperCase() }));
    expect((await as(app, known).get(`${at}/people`)).status).toBe(404);
    const wrong = await accept({ password: 'not the one that I use' });
    expect(wrong.body.errors).toMatchObject([{ path: 'password', rule: 'wrong-password' }]);
    expect((await accept({ password: PASSWORD })).status).toBe(200);
    expect((await as(app, known).get(`${at}/people`)).status).toBe(200);
    expect((await signIn(known.email)).status).toBe(200);
  });

  it('shows the same to and of everybody before the password is given', async () => {
    const known = await someoneElsewhere();
    const shapes = [];
    for (const email of [known.email, newcomer().email]) {
      const sent = await as(app, admin).post(`${at}/invitations`, newcomer({ email }));
      const { about } = (await as(app).get(`/links/${token()}`)).body;
      shapes.push([sent.status, sent.body.displayName, mails.at(-1)!.to, Object.keys(about), about.displayName]);
    }
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it('slows guessing a password down', async () => {
    const known = await someoneElsewhere();
    await as(app, admin).post(`${at}/invitations`, newcomer({ email: known.email }));
    const statuses = [];
    for (let guess = 0; guess < 12; guess += 1)
      statuses.push((await accept({ password: `wrong guess number ${guess}` })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('is accepted exactly once by many at once', async () => {
    const body = newcomer();
    await as(app, admin).post(`${at}/invitations`, body);
    const answers = await Promise.all([1, 2, 3, 4].map(() => accept({ password: PASSWORD })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const answer of answers.filter((other) => other.status !== 200))
      expect(['link-invalid', 'invalid']).toContain(answer.body.code);
    const { personId } = (await as(app, admin).get(`${at}/invitations?status=accepted&role=coach`)).body.items[0];
    expect((await as(app, admin).get(`${at}/access-grants?personId=${personId}`)).body.total).toBe(1);
  });

  it('gives the same answer when its link was used, replaced, withdrawn, too old or never was', async () => {
    const answers: Answer<{ code: string; detail: string }>[] = [];
    const { body } = await as(app, admin).post(`${at}/invitations`, newcomer());
    const first = token();
    expect((await as(app, admin).post(`${at}/invitations/${body.id}/resend`)).body.status).toBe('open');
    answers.push(await accept({ password: PASSWORD }, first));
    const second = token();
    expect((await as(app, admin).post(`${at}/invitations/${body.id}/revoke`)).body).toMatchObject({
      status: 'revoked',
      allowed: [],
    });
    answers.push(await accept({ password: PASSWORD }, second));
    expect((await as(app, admin).post(`${at}/invitations/${body.id}/resend`)).body.code).toBe(
      'directory.invitation-closed',
    );
    await as(app, admin).post(`${at}/invitations`, newcomer());
    await accept({ password: PASSWORD });
    answers.push(await accept({ password: PASSWORD }), await as(app).get(`/links/${token()}`));
    await as(app, admin).post(`${at}/invitations`, newcomer());
    const before = app.clock.offsetMs;
    app.clock.offsetMs = before + 15 * 86_400_000;
    answers.push(await accept({ password: PASSWORD }));
    app.clock.offsetMs = before;
    answers.push(await accept({ password: PASSWORD }, 'A'.repeat(43)));
    expect(answers.map((answer) => [answer.status, answer.body.code, answer.body.detail])).toEqual(
      answers.map(() => [404, 'link-invalid', answers[0].body.detail]),
    );
  });

  it('is not sent twice for the same role, nor to somebody who holds it or was deactivated', async () => {
    const body = newcomer();
    const { id, personId } = (await as(app, admin).post(`${at}/invitations`, body)).body;
    expect((await as(app, admin).post(`${at}/invitations`, body)).body).toMatchObject({
      code: 'directory.already-invited',
      invitationId: id,
    });
    await accept({ password: PASSWORD });
    expect((await as(app, admin).post(`${at}/invitations`, body)).body.code).toBe('directory.grant-exists');
    await as(app, admin).post(`${at}/people/${personId}/deactivate`);
    expect((await as(app, admin).post(`${at}/invitations`, body)).body.code).toBe('directory.person-deactivated');
  });

  it('dies with the access of the person it went to', async () => {
    const { personId } = (await as(app, admin).post(`${at}/invitations`, newcomer())).body;
    await as(app, admin).post(`${at}/people/${personId}/deactivate`);
    expect((await accept({ password: PASSWORD })).body.code).toBe('link-invalid');
  });

  it('goes to a corrected address, and can no longer be accepted by whoever got it by mistake', async () => {
    const wrong = newcomer();
    const sent = await as(app, admin).post(`${at}/invitations`, wrong);
    const strangers = token();
    const path = `${at}/people/${sent.body.personId}`;
    const { body: person } = await as(app, admin).get(path);
    const right = `right-${unique()}@example.org`;
    expect(await as(app, admin).patch(path, { email: right }, person.version)).toMatchObject({ status: 200 });
    expect((await accept({ password: PASSWORD }, strangers)).status).toBe(404);
    expect((await signIn(right)).status).toBe(401);
    expect(token()).not.toBe(strangers);
    expect((await accept({ password: PASSWORD })).body).toMatchObject({ email: right });
  });

  it('is refused with the rules of the access it promises', async () => {
    const fault = async (more: object) =>
      (await as(app, admin).post(`${at}/invitations`, newcomer(more))).body.errors[0];
    expect(await fault({ role: 'expert' })).toMatchObject({ path: 'accessEndsOn', rule: 'end-required' });
    expect(await fault({ accessEndsOn: '2020-01-01' })).toMatchObject({
      path: 'accessEndsOn',
      rule: 'not-before-start',
    });
    expect(await fault({ email: 'nobody' })).toMatchObject({ path: 'email', rule: 'isEmail' });
  });
});

describe('who may invite', () => {
  it('is an organization into its own roles, mentors and counselors, and nothing else', async () => {
    const [mine, theirs] = [await anOrganization(app, tenant), await anOrganization(app, tenant)];
    const coordinator = await aPerson(app, tenant, { role: 'district_coordinator', organizationId: mine.id });
    const invite = async (role: string, scopeId: string, more: object = {}) =>
      (
        await as(app, coordinator).post(
          `${at}/invitations`,
          newcomer({ role, scope: 'organization', scopeId, ...more }),
        )
      ).status;
    expect(await invite('counselor', mine.id)).toBe(201);
    expect(await invite('district_coordinator', mine.id)).toBe(201);
    expect(await invite('mentor', mine.id, { organizationId: theirs.id })).toBe(422);
    expect(await invite('college_liaison', mine.id)).toBe(403);
    expect(await invite('counselor', theirs.id)).toBe(403);
    expect((await as(app, coordinator).post(`${at}/invitations`, newcomer())).status).toBe(403);
    expect((await as(app, coordinator).get(`${at}/invitations`)).body.total).toBe(2);

    const { version } = (await as(app, admin).get(`${at}/settings`)).body;
    await as(app, admin).patch(
      `${at}/settings`,
      { values: { rolesByOrganizations: ['district_coordinator'] } },
      version,
    );
    expect(await invite('counselor', mine.id)).toBe(403);
  });

  it('keeps employers from inviting into roles that see more than their own', async () => {
    const firm = await anOrganization(app, tenant, { kind: 'employer' });
    const employer = await aPerson(app, tenant, { role: 'employer', organizationId: firm.id });
    const body = newcomer({ role: 'counselor', scope: 'organization', scopeId: firm.id });
    expect((await as(app, employer).post(`${at}/invitations`, body)).status).toBe(403);
  });

  it('is a lead into the partnerships that they lead, for people of its members', async () => {
    const [member, stranger] = [await anOrganization(app, tenant), await anOrganization(app, tenant)];
    const partnership = await inTenant(app, tenant, async (tx) => {
      const values = { level: 'local' as const, regionId: null, vision: '', status: 'active' as const, demoKey: null };
      const made = await tx.rows(Partnership).insert({ name: `Partnership ${unique()}`, ...values });
      await tx.rows(PartnershipMember).insert({
        partnershipId: made.id,
        organizationId: member.id,
        role: 'member',
        startsOn: '2020-01-01',
        endsOn: null,
      });
      return made;
    });
    const lead = await aPerson(app, tenant, { role: 'lead', scope: 'partnership', scopeId: partnership.id });
    const invite = (organizationId: string | null, scopeId = partnership.id) =>
      as(app, lead).post(
        `${at}/invitations`,
        newcomer({ role: 'lead', scope: 'partnership', scopeId, organizationId }),
      );
    expect((await invite(null)).body.errors[0]).toMatchObject({ path: 'organizationId', rule: 'member' });
    expect((await invite(stranger.id)).body.errors[0]).toMatchObject({ path: 'organizationId', rule: 'member' });
    expect((await invite(member.id)).body).toMatchObject({
      scopeName: partnership.name,
      organizationName: member.name,
    });
    expect((await invite(member.id, stranger.id)).status).toBe(403);
  });

  it('is nobody in another tenant, and other people of this one do not see invitations', async () => {
    const { body } = await as(app, admin).post(`${at}/invitations`, newcomer());
    const foreign = await aPerson(app, await aTenant(app), { role: 'state_admin' });
    const coach = await aPerson(app, tenant, { role: 'coach' });
    expect((await as(app, foreign).get(`${at}/invitations/${body.id}`)).status).toBe(404);
    expect((await as(app, foreign).post(`${at}/invitations`, newcomer())).status).toBe(404);
    expect((await as(app, coach).get(`${at}/invitations`)).body.total).toBe(0);
    expect((await as(app, coach).get(`${at}/invitations/${body.id}`)).status).toBe(404);
  });
});
