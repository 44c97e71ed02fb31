/**
 * Defaults of the readiness assessment that a tenant may change (marked as own defaults in the technical assistance
 * model, sections 3, 4 and 6). The limits that protect few respondents (3 and 5) are no settings: nobody may loosen them.
 */
export interface AssessmentSettings {
  /** Organizations that should be invited before answering opens; fewer is a warning. */
  minimumOrganizations: number;
  /** Systems (education, workforce, employers ...) these organizations should come from; fewer is a warning. */
  minimumSystems: number;
  /** Share of ratings among ratings and "don't know" below which no average is shown (0 to 1). */
  minimumCoverage: number;
  /** Raters from which on Krippendorff's alpha may be shown. */
  alphaMinimumRaters: number;
  /** Indicators from which on Krippendorff's alpha may be shown. */
  alphaMinimumIndicators: number;
  /** Age in months after which evidence is marked dated. */
  evidenceDatedAfterMonths: number;
  /** Months from one locked cycle to the next. */
  monthsBetweenCycles: number;
}

/** What holds for a tenant that changed nothing. */
export const defaultAssessmentSettings: Readonly<AssessmentSettings> = {
  minimumOrganizations: 3,
  minimumSystems: 3,
  minimumCoverage: 0.5,
  alphaMinimumRaters: 5,
  alphaMinimumIndicators: 10,
  evidenceDatedAfterMonths: 24,
  monthsBetweenCycles: 12,
};
