import type { AssessmentSettings } from './assessment-settings';

/** Whether evidence is old enough to be marked dated (ta-model 3.6); all days are ISO dates. */
export function isEvidenceDated(datedOn: string, today: string, settings: AssessmentSettings): boolean {
  return addMonths(datedOn, settings.evidenceDatedAfterMonths) < today;
}

/** The day the next cycle is due after a cycle was locked (ta-model 3.7); ISO dates. */
export function nextCycleOn(lockedOn: string, settings: AssessmentSettings): string {
  return addMonths(lockedOn, settings.monthsBetweenCycles);
}

/** The same day some months later, or the last day of that month when it is shorter. */
function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
