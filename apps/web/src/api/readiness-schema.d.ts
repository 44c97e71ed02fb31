/** Types of the readiness routes, in the shape of the generated schema. */
type Json<T> = { headers: { [name: string]: unknown }; content: { 'application/json': T } };
type Empty = { headers: { [name: string]: unknown }; content?: never };
type Body<T> = { content: { 'application/json': T } };
type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
type Parameters<Path, Query> = [Path] extends [never]
  ? { query?: Query; header?: never; path?: never; cookie?: never }
  : { query?: Query; header?: { [name: string]: string }; path: Path; cookie?: never };
type Tenant = { tenant: string };
type One = Tenant & { id: string };
type Route<M extends Method, Path, Out, In = never, Query = never> = {
  parameters: { query?: never; header?: never; path?: never; cookie?: never };
} & {
  [K in M]: {
    parameters: Parameters<Path, Query>;
    requestBody?: [In] extends [never] ? never : Body<In>;
    responses: { 200: [Out] extends [never] ? Empty : Json<Out> };
  };
};
type Rest<M extends Method> = { [K in Exclude<Method, M>]?: never };
type Page<T> = { items: T[]; nextCursor: string | null; total: number; totalIsExact: boolean };
type ListQuery = { limit?: number; cursor?: string; sort?: string };

export interface ReadinessSchemas {
  InstrumentListItem: {
    id: string;
    key: string;
    version: string;
    title: string;
    description: string | null;
    elementCount: number;
    indicatorCount: number;
    status: 'current' | 'former';
  };
  IndicatorResponse: {
    key: string;
    code: string;
    statement: string;
    level: 'state' | 'local' | 'both';
    descriptors: { [key: string]: string };
    evidenceHints: string[];
    crosswalk: string[];
    mayBeNotApplicable: boolean;
  };
  InstrumentStrategyResponse: {
    key: string;
    code: string;
    title: string;
    indicators: ReadinessSchemas['IndicatorResponse'][];
  };
  InstrumentElementResponse: {
    key: string;
    number: number;
    title: string;
    purpose: string | null;
    strategies: ReadinessSchemas['InstrumentStrategyResponse'][];
  };
  InstrumentResponse: {
    id: string;
    key: string;
    version: string;
    title: string;
    description: string | null;
    scale: {
      ordered: boolean;
      levels: { key: string; position: number; label: string; description: string | null }[];
      evidenceRequiredFrom: string | null;
    };
    defaultTarget: string | null;
    elements: ReadinessSchemas['InstrumentElementResponse'][];
    orders: { key: string; title: string; elements: { elementKey: string; number: number; title: string }[] }[];
  };
  AssessmentListItem: {
    id: string;
    version: number;
    title: string;
    partnershipId: string;
    partnershipName: string;
    level: 'state' | 'local';
    cycle: number;
    status: 'draft' | 'open' | 'closed' | 'in_consensus' | 'awaiting_approval' | 'locked' | 'superseded';
    dueOn: string | null;
    facilitatorName: string | null;
    respondentCount: number;
    submittedCount: number;
    myStatus: 'invited' | 'started' | 'submitted' | null;
    myAnswered: number;
    indicatorCount: number;
    lockedAt: string | null;
    updatedAt: string;
    allowed: string[];
  };
  AssessmentResponse: ReadinessSchemas['AssessmentListItem'] & {
    instrumentId: string;
    elementKeys: string[] | null;
    anonymity: 'named' | 'anonymous';
    purpose: string;
    facilitatorPersonId: string | null;
    openedAt: string | null;
    closedAt: string | null;
    supersededById: string | null;
    history: {
      status: ReadinessSchemas['AssessmentListItem']['status'];
      at: string;
      personName: string | null;
      reason: string | null;
    }[];
    respondents: {
      invited: number;
      started: number;
      submitted: number;
      organizations: number;
      systems: string[];
      missingSystems: string[];
      warnings: { code: string; message: string; params: { [key: string]: unknown } }[];
    };
    progress: { answered: number; total: number };
    consensus: { settled: number; unresolved: number; open: number; total: number };
  };
  RespondentResponse: {
    id: string;
    version: number;
    personId: string;
    personName: string;
    organizationId: string;
    organizationName: string;
    system: string | null;
    status: 'invited' | 'started' | 'submitted';
    answered: number;
    submittedAt: string | null;
    allowed: string[];
  };
  AnswerResponse: {
    indicatorKey: string;
    version: number;
    answer: 'level' | 'not_applicable' | 'dont_know';
    level: string | null;
    reason: string | null;
    note: string | null;
    evidence: { id: string; title: string }[];
    updatedAt: string;
  };
  EvidenceResponse: {
    id: string;
    version: number;
    partnershipId: string;
    assessmentId: string | null;
    title: string;
    kind: 'self_report' | 'document' | 'data';
    url: string | null;
    fileId: string | null;
    periodFrom: string | null;
    periodTo: string | null;
    indicatorKeys: string[];
    allowed: string[];
  };
  RatingResponse: {
    version: number;
    outcome: 'level' | 'not_applicable' | 'no_consensus' | 'unresolved';
    level: string | null;
    low: string | null;
    high: string | null;
    rationale: string;
    outsideReason: string | null;
    reason: string | null;
    dissent: { organizationId: string; organizationName: string; text: string }[];
    ownerPersonId: string | null;
    ownerName: string | null;
    dueOn: string | null;
    decidedAt: string;
  };
  SpreadResponse: {
    display: 'too_few' | 'dots' | 'percent';
    n?: number;
    dontKnow?: number;
    notApplicable?: number;
    noAnswer?: number;
    counts?: { [key: string]: number };
    range?: { lowest: string; highest: string; steps: number } | null;
    withinOne?: number;
    equalPairs?: number;
    moreSpreadThanChance?: boolean;
  };
  ConsensusItem: {
    indicatorKey: string;
    order: { category: number; rank: number; reasons: string[] };
    spread: ReadinessSchemas['SpreadResponse'];
    proposal: string | null;
    evidence: { id: string; title: string; kind: string; url: string | null; fileId: string | null }[];
    comments: string[];
    named: { personName: string; organizationName: string; answer: string; level: string | null }[] | null;
    rating: ReadinessSchemas['RatingResponse'] | null;
    allowed: string[];
  };
  ResultRollUpResponse: {
    medianLevel: string | null;
    lowestLevel: string | null;
    atOrAboveTarget: { count: number; of: number; share: number } | null;
    n: number;
    distribution: { [key: string]: number };
    notApplicable: number;
    unresolved: number;
    noConsensus: number;
    mean?: { value: number; n: number; coverage: number } | null;
  };
  StrategyResultResponse: {
    strategyKey: string;
    result: ReadinessSchemas['ResultRollUpResponse'];
    coverage: { value: number | null; shown: boolean };
  };
  ElementResultResponse: {
    elementKey: string;
    title: string;
    number: number;
    result: ReadinessSchemas['ResultRollUpResponse'];
    coverage: { value: number | null; shown: boolean };
    targetLevel: string | null;
    strategies: ReadinessSchemas['StrategyResultResponse'][];
  };
  ResultsResponse: {
    preview: boolean;
    elements: ReadinessSchemas['ElementResultResponse'][];
    statement: { respondents: number; systems: string[]; date: string | null; instrumentVersion: string };
    gapsByBand: { [key: string]: number };
  };
  TargetResponse: { indicatorKey: string; level: string | null; isDefault: boolean; version: number | null };
  GapResponse: {
    id: string;
    version: number;
    assessmentId: string;
    partnershipId: string;
    partnershipName: string;
    indicatorKey: string;
    indicatorCode: string;
    statement: string;
    elementKey: string;
    consensusLevel: string | null;
    targetLevel: string;
    size: number | null;
    provisional: boolean;
    impact: number | null;
    effort: number | null;
    proposedBand: string | null;
    band: string | null;
    bandReason: string | null;
    chosen: boolean;
    blockedBy: string[];
    order: number;
    allowed: string[];
  };
  HeatMapResponse: {
    instrument: { id: string; title: string; levels: { key: string; label: string; position: number }[] };
    elements: { key: string; number: number; title: string }[];
    partnerships: {
      id: string;
      name: string;
      level: 'state' | 'local';
      assessmentId: string | null;
      lockedAt: string | null;
      cells: {
        [key: string]: {
          level: string | null;
          n: number;
          coverage: number | null;
          belowTarget: boolean;
          unresolved: number;
        };
      };
    }[];
  };
  CaseloadPartnershipResponse: {
    id: string;
    name: string;
    level: 'state' | 'local';
    regionName: string | null;
    lastLockedAt: string | null;
    elements: { key: string; level: string | null; target: string | null }[];
    openRound: {
      id: string;
      title: string;
      status: ReadinessSchemas['AssessmentListItem']['status'];
      dueOn: string | null;
      submitted: number;
      respondents: number;
    } | null;
    openGaps: number;
    gapsWithoutBand: number;
    stale: boolean;
    lastActivityAt: string | null;
    missingSystems: string[];
    needsMe: { kind: string; assessmentId: string | null; count: number }[];
  };
  CaseloadResponse: { partnerships: ReadinessSchemas['CaseloadPartnershipResponse'][] };
  MyWorkResponse: {
    toAnswer: ReadinessSchemas['AssessmentListItem'][];
    consensus: ReadinessSchemas['AssessmentListItem'][];
    toApprove: ReadinessSchemas['AssessmentListItem'][];
    gapsByElement: {
      partnershipId: string;
      partnershipName: string;
      elementKey: string;
      title: string;
      open: number;
      chosen: number;
    }[];
    partnerships: { id: string; name: string; memberRole: string | null; missingSystems: string[] }[];
  };
}
type S = ReadinessSchemas;
type Move = { reason?: string };
type Step = Route<'post', One, S['AssessmentResponse'], Move> & Rest<'post'>;
type AnswerBody = {
  answer: S['AnswerResponse']['answer'];
  level?: string;
  reason?: string;
  note?: string;
  evidenceIds?: string[];
};
type ConsensusBody = {
  outcome: S['RatingResponse']['outcome'];
  level?: string;
  low?: string;
  high?: string;
  rationale?: string;
  outsideReason?: string;
  reason?: string;
  dissent?: { organizationId: string; text: string }[];
  ownerPersonId?: string;
  dueOn?: string;
  evidenceIds?: string[];
};
type NewAssessment = {
  partnershipId: string;
  instrumentId: string;
  title: string;
  dueOn?: string;
  anonymity: 'named' | 'anonymous';
  elementKeys?: string[];
  purpose?: string;
  facilitatorPersonId?: string;
};
type AssessmentChange = {
  title?: string;
  dueOn?: string | null;
  purpose?: string;
  facilitatorPersonId?: string;
  anonymity?: 'named' | 'anonymous';
  elementKeys?: string[] | null;
};
type NewEvidence = {
  partnershipId: string;
  title: string;
  kind: S['EvidenceResponse']['kind'];
  url?: string;
  fileId?: string;
  periodFrom?: string;
  periodTo?: string;
  indicatorKeys: string[];
  assessmentId?: string;
};
type GapChange = {
  impact?: number;
  effort?: number;
  band?: string | null;
  bandReason?: string | null;
  chosen?: boolean;
  blockedBy?: string[];
};
type Refused = { indicatorKey: string; rule: string; message: string };
type PersonItem = {
  id: string;
  displayName: string;
  email: string;
  status: string;
  roles: string[];
  organizations: { id: string; name: string; title: string | null }[];
};
type PartnershipItem = {
  id: string;
  name: string;
  level: 'state' | 'local';
  status: string;
  regionName: string | null;
};
type PartnershipOne = PartnershipItem & {
  members: { organizationId: string; organizationName: string; startsOn: string; endsOn: string | null }[];
};
type RoundQuery = ListQuery & { partnershipId?: string; status?: string };
type GapQuery = ListQuery & {
  assessmentId?: string;
  partnershipId?: string;
  elementKey?: string;
  band?: string;
  chosen?: string;
  current?: string;
};
type Indicator = One & { indicatorKey: string };
type A = '/api/v1/t/{tenant}/assessments';

export interface ReadinessPaths {
  '/api/v1/instruments': Route<'get', never, Page<S['InstrumentListItem']>> & Rest<'get'>;
  '/api/v1/instruments/{id}': Route<'get', { id: string }, S['InstrumentResponse']> & Rest<'get'>;
  '/api/v1/t/{tenant}/assessments': Route<'get', Tenant, Page<S['AssessmentListItem']>, never, RoundQuery> &
    Route<'post', Tenant, S['AssessmentResponse'], NewAssessment> &
    Rest<'get' | 'post'>;
  '/api/v1/t/{tenant}/assessments/{id}': Route<'get', One, S['AssessmentResponse']> &
    Route<'patch', One, S['AssessmentResponse'], AssessmentChange> &
    Rest<'get' | 'patch'>;
  '/api/v1/t/{tenant}/assessments/{id}/open': Step;
  '/api/v1/t/{tenant}/assessments/{id}/close': Step;
  '/api/v1/t/{tenant}/assessments/{id}/start-consensus': Step;
  '/api/v1/t/{tenant}/assessments/{id}/request-approval': Step;
  '/api/v1/t/{tenant}/assessments/{id}/return': Step;
  '/api/v1/t/{tenant}/assessments/{id}/lock': Step;
  '/api/v1/t/{tenant}/assessments/{id}/reopen': Step;
  '/api/v1/t/{tenant}/assessments/{id}/submit': Step;
  '/api/v1/t/{tenant}/assessments/{id}/unsubmit': Step;
  '/api/v1/t/{tenant}/assessments/{id}/respondents': Route<'get', One, { items: S['RespondentResponse'][] }> &
    Route<'post', One, S['RespondentResponse'], { personId: string; organizationId: string }> &
    Rest<'get' | 'post'>;
  '/api/v1/t/{tenant}/respondents/{id}': Route<'delete', One, never> & Rest<'delete'>;
  '/api/v1/t/{tenant}/assessments/{id}/responses': Route<
    'get',
    One,
    { items: S['AnswerResponse'][]; submittedAt: string | null }
  > &
    Rest<'get'>;
  '/api/v1/t/{tenant}/assessments/{id}/responses/{indicatorKey}': Route<
    'put',
    Indicator,
    S['AnswerResponse'],
    AnswerBody
  > &
    Route<'delete', Indicator, never> &
    Rest<'put' | 'delete'>;
  '/api/v1/t/{tenant}/assessments/{id}/consensus': Route<
    'get',
    One,
    { items: S['ConsensusItem'][] },
    never,
    { view?: 'own' | 'team' }
  > &
    Rest<'get'>;
  '/api/v1/t/{tenant}/assessments/{id}/consensus/{indicatorKey}': Route<
    'put',
    Indicator,
    S['ConsensusItem'],
    ConsensusBody
  > &
    Rest<'put'>;
  '/api/v1/t/{tenant}/assessments/{id}/consensus/confirm': Route<
    'post',
    One,
    { confirmed: string[]; refused: Refused[] },
    { indicatorKeys: string[] }
  > &
    Rest<'post'>;
  '/api/v1/t/{tenant}/assessments/{id}/results': Route<'get', One, S['ResultsResponse']> & Rest<'get'>;
  '/api/v1/t/{tenant}/assessments/{id}/targets': Route<'get', One, { items: S['TargetResponse'][] }> & Rest<'get'>;
  '/api/v1/t/{tenant}/assessments/{id}/targets/{indicatorKey}': Route<
    'put',
    Indicator,
    S['TargetResponse'],
    { level: string }
  > &
    Rest<'put'>;
  '/api/v1/t/{tenant}/gaps': Route<'get', Tenant, Page<S['GapResponse']>, never, GapQuery> & Rest<'get'>;
  '/api/v1/t/{tenant}/gaps/{id}': Route<'get', One, S['GapResponse']> &
    Route<'patch', One, S['GapResponse'], GapChange> &
    Rest<'get' | 'patch'>;
  '/api/v1/t/{tenant}/evidence': Route<
    'get',
    Tenant,
    Page<S['EvidenceResponse']>,
    never,
    ListQuery & { partnershipId?: string; assessmentId?: string; indicatorKey?: string }
  > &
    Route<'post', Tenant, S['EvidenceResponse'], NewEvidence> &
    Rest<'get' | 'post'>;
  '/api/v1/t/{tenant}/files': Route<'post', Tenant, { id: string; name: string }, FormData> & Rest<'post'>;
  '/api/v1/t/{tenant}/readiness/heat-map': Route<
    'get',
    Tenant,
    S['HeatMapResponse'],
    never,
    { level?: string; regionId?: string; instrumentId?: string }
  > &
    Rest<'get'>;
  '/api/v1/t/{tenant}/readiness/caseload': Route<'get', Tenant, S['CaseloadResponse']> & Rest<'get'>;
  '/api/v1/t/{tenant}/readiness/my-work': Route<'get', Tenant, S['MyWorkResponse']> & Rest<'get'>;
  '/api/v1/t/{tenant}/regions': Route<'get', Tenant, Page<{ id: string; name: string }>, never, ListQuery> &
    Rest<'get'>;
  '/api/v1/t/{tenant}/partnerships': Route<
    'get',
    Tenant,
    Page<PartnershipItem>,
    never,
    ListQuery & { status?: string; level?: string }
  > &
    Rest<'get'>;
  '/api/v1/t/{tenant}/partnerships/{id}': Route<'get', One, PartnershipOne> & Rest<'get'>;
  '/api/v1/t/{tenant}/people': Route<
    'get',
    Tenant,
    Page<PersonItem>,
    never,
    ListQuery & { organizationId?: string; status?: string }
  > &
    Rest<'get'>;
}
