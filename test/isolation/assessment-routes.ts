import type { RouteCase } from './route-case';
/** Cases of the routes of the assessments. */
export const assessmentRoutes: Record<string, RouteCase> = {};
