import type { DemoPeople, Me, MePerson } from './contract';

type Json<T> = { headers: { [name: string]: unknown }; content: { 'application/json': T } };
type Empty = { headers: { [name: string]: unknown }; content?: never };
type Body<T> = { content: { 'application/json': T } };
type NoParameters = { query?: never; header?: never; path?: never; cookie?: never };
type Unused = 'put' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

export interface paths {
  '/api/v1/me': { parameters: NoParameters; get: { parameters: NoParameters; responses: { 200: Json<Me> } } } & {
    [method in Unused | 'post']?: never;
  };
  '/api/v1/demo/people': {
    parameters: NoParameters;
    get: { parameters: NoParameters; responses: { 200: Json<DemoPeople> } };
  } & { [method in Unused | 'post']?: never };
  '/api/v1/auth/login': {
    parameters: NoParameters;
    post: {
      parameters: NoParameters;
      requestBody: Body<{ email: string; password: string; code?: string }>;
      responses: { 200: Json<{ person: MePerson; csrfToken: string }> };
    };
  } & { [method in Unused | 'get']?: never };
  '/api/v1/auth/logout': {
    parameters: NoParameters;
    post: { parameters: NoParameters; requestBody?: never; responses: { 204: Empty } };
  } & { [method in Unused | 'get']?: never };
  '/api/v1/auth/password-reset': {
    parameters: NoParameters;
    post: { parameters: NoParameters; requestBody: Body<{ email: string }>; responses: { 202: Empty } };
  } & { [method in Unused | 'get']?: never };
}
