import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, unwrap } from './client';
import { pageRefusal } from './page-refusal';
import type { components } from './schema';

type Schemas = components['schemas'];

/** A version of an instrument with everything in it. */
export type Instrument = Schemas['InstrumentResponse'];
/** A top-level part of an instrument. */
export type InstrumentElement = Schemas['InstrumentElementResponse'];
/** A statement that is rated. */
export type Indicator = Schemas['IndicatorResponse'];
/** A round (assessment) as lists show it. */
export type RoundItem = Schemas['AssessmentListItem'];
/** A round with its history and how far everybody is. */
export type Round = Schemas['AssessmentResponse'];
/** State of a round. */
export type RoundStatus = RoundItem['status'];
/** Somebody who was asked to answer. */
export type Respondent = Schemas['RespondentResponse'];
/** One of the caller's own answers. */
export type Answer = Schemas['ResponseItem'];
/** An indicator on the table of the consensus talk. */
export type ConsensusItem = Schemas['ConsensusItem'];
/** What the team agreed on. */
export type ConsensusRating = Schemas['RatingResponse'];
/** Result of a round by element and strategy. */
export type Results = Schemas['ResultsResponse'];
/** Result of one element. */
export type ElementResult = Schemas['ElementResultResponse'];
/** What may be said about several indicators together. */
export type RollUp = Schemas['RollUpResponse'];
/** How far an indicator is from its target. */
export type Gap = Schemas['GapResponse'];
/** The level aimed at for one indicator. */
export type Target = Schemas['TargetItem'];
/** Elements by partnerships. */
export type HeatMap = Schemas['HeatMapResponse'];
/** A partnership in a coach's caseload. */
export type CaseloadPartnership = Schemas['CaseloadPartnership'];
/** What waits for the caller. */
export type MyWork = Schemas['MyWorkResponse'];

/** Slug of the tenant of this page. */
export const useTenant = (): string => useParams().tenant ?? '';

/** An instrument version never changes, so it is read once. */
export const instrumentQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['instrument', id],
    queryFn: () => unwrap(api.GET('/api/v1/instruments/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    staleTime: Infinity,
  });

/** All instruments. */
export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => unwrap(api.GET('/api/v1/instruments')),
  staleTime: 300_000,
});

/** A page of rounds. */
export const roundsQuery = (tenant: string, query: Record<string, string | number>) =>
  queryOptions({
    queryKey: ['rounds', tenant, query],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/assessments', { params: { path: { tenant }, query } })),
    placeholderData: keepPreviousData,
  });

/** One round. */
export const roundQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['round', tenant, id],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/assessments/{id}', { params: { path: { tenant, id } } })),
    throwOnError: pageRefusal,
  });

/** Everybody who was asked to answer a round. */
export const respondentsQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['respondents', tenant, id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/assessments/{id}/respondents', { params: { path: { tenant, id } } })),
  });

/** The caller's own answers. */
export const answersQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['answers', tenant, id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/assessments/{id}/responses', { params: { path: { tenant, id } } })),
    refetchOnWindowFocus: false,
  });

/** What is on the table of the consensus talk; `team` is what a projector may show, whoever asks. */
export const consensusQuery = (tenant: string, id: string, view: 'own' | 'team') =>
  queryOptions({
    queryKey: ['consensus', tenant, id, view],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/t/{tenant}/assessments/{id}/consensus', { params: { path: { tenant, id }, query: { view } } }),
      ),
    placeholderData: keepPreviousData,
  });

/** The result of a round. */
export const resultsQuery = (tenant: string, id: string | undefined) =>
  queryOptions({
    queryKey: ['results', tenant, id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/assessments/{id}/results', { params: { path: { tenant, id: id ?? '' } } })),
    enabled: id !== undefined,
  });

/** Target levels of a round, defaults filled in. */
export const targetsQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['targets', tenant, id],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/assessments/{id}/targets', { params: { path: { tenant, id } } })),
  });

/** What a record came of and what came of it. */
export const threadQuery = (tenant: string, kind: string, id: string) =>
  queryOptions({
    queryKey: ['thread', tenant, kind, id],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/threads', { params: { path: { tenant }, query: { kind, id } } })),
  });

/** A page of gaps. */
export const gapsQuery = (tenant: string, query: Record<string, string | number> | undefined) =>
  queryOptions({
    queryKey: ['gaps', tenant, query],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/gaps', { params: { path: { tenant }, query } })),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  });

/** One gap. */
export const gapQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['gap', tenant, id],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/gaps/{id}', { params: { path: { tenant, id } } })),
    throwOnError: pageRefusal,
  });

/** Evidence of a partnership, a round or an indicator. */
export const evidenceQuery = (tenant: string, query: Record<string, string | number>) =>
  queryOptions({
    queryKey: ['evidence', tenant, query],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/evidence', { params: { path: { tenant }, query } })),
  });

/** Elements by partnerships. */
export const heatMapQuery = (tenant: string, query: Record<string, string>) =>
  queryOptions({
    queryKey: ['heat-map', tenant, query],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/readiness/heat-map', { params: { path: { tenant }, query } })),
    placeholderData: keepPreviousData,
  });

/** The caseload. */
export const caseloadQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['caseload', tenant],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/readiness/caseload', { params: { path: { tenant } } })),
  });

/** What waits for the caller. */
export const myWorkQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['my-work', tenant],
    queryFn: () => unwrap(api.GET('/api/v1/t/{tenant}/readiness/my-work', { params: { path: { tenant } } })),
  });

/** Partnerships to choose from. */
export const partnershipChoicesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['partnership-choices', tenant],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/t/{tenant}/partnerships', {
          params: { path: { tenant }, query: { limit: 200, sort: 'name' } },
        }),
      ),
    staleTime: 60_000,
  });

/** A partnership with its members. */
export const partnershipTeamQuery = (tenant: string, id: string | undefined) =>
  queryOptions({
    queryKey: ['partnership-team', tenant, id],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/partnerships/{id}', { params: { path: { tenant, id: id ?? '' } } })),
    enabled: id !== undefined,
  });

/** People who work for an organization. */
export const peopleOfQuery = (tenant: string, organizationId: string | null) =>
  queryOptions({
    queryKey: ['people-of', tenant, organizationId],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/t/{tenant}/people', {
          params: { path: { tenant }, query: { organizationId: organizationId ?? '', limit: 200 } },
        }),
      ),
    enabled: organizationId !== null,
  });

/** Regions to choose from. */
export const regionChoicesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['region-choices', tenant],
    queryFn: () =>
      unwrap(api.GET('/api/v1/t/{tenant}/regions', { params: { path: { tenant }, query: { limit: 200 } } })),
    staleTime: 60_000,
  });
