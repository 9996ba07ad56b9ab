/** The words of the assessment pages in English. */
import type { zhAssessment } from './zh-assessment.ts';

export const enAssessment: typeof zhAssessment = {
  assessment: {
    title: 'Assessment',
    parts: 'Parts of the assessment',
    schemes: 'Schemes',
    values: 'Reported values',
    years: 'The year’s steps',
  },
};
