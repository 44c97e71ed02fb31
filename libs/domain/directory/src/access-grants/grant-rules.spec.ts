import { faultsOfGrant, type WantedGrant } from './grant-rules';

const NODE = '0193c0de-0000-7000-8000-000000000001';
const grant = (values: Partial<WantedGrant>): WantedGrant => ({
  role: 'lead',
  scope: 'partnership',
  scopeId: NODE,
  startsOn: '2026-11-21',
  endsOn: null,
  ...values,
});
const rules = (values: Partial<WantedGrant>) => faultsOfGrant(grant(values)).map(({ path, rule }) => [path, rule]);

it('accepts a role at a scope where it has a meaning', () => {
  expect(rules({})).toEqual([]);
  expect(rules({ role: 'state_admin', scope: 'tenant', scopeId: null })).toEqual([]);
  expect(rules({ endsOn: '2026-11-21' })).toEqual([]);
});

it('refuses a role where it has none', () => {
  expect(rules({ role: 'lead', scope: 'tenant', scopeId: null })).toEqual([['scope', 'scope-of-role']]);
  expect(rules({ role: 'state_admin', scope: 'organization' })).toEqual([['scope', 'scope-of-role']]);
});

it('asks for the node of every scope but the tenant', () => {
  expect(rules({ scopeId: null })).toEqual([['scopeId', 'node']]);
  expect(rules({ role: 'coach', scope: 'tenant' })).toEqual([['scopeId', 'no-node']]);
});

it('asks experts and auditors for a last day', () => {
  expect(rules({ role: 'expert' })).toEqual([['endsOn', 'end-required']]);
  expect(rules({ role: 'auditor', endsOn: '2027-01-01' })).toEqual([]);
});

it('refuses a last day before the first', () => {
  expect(rules({ endsOn: '2026-11-20' })).toEqual([['endsOn', 'not-before-start']]);
});
