import { toAuditQuery } from './use-audit';

describe('the period of the audit log', () => {
  it('is whole days of the zone, the last one included', () => {
    expect(toAuditQuery({ limit: 25, since: '2026-11-21', until: '2026-11-22' }, 'America/Detroit')).toEqual({
      limit: 25,
      from: '2026-11-21T05:00:00.000Z',
      to: '2026-11-23T05:00:00.000Z',
    });
  });

  it('is left out when nothing is chosen', () => {
    expect(toAuditQuery({ recordKind: 'person' }, 'UTC')).toEqual({ recordKind: 'person' });
  });
});
