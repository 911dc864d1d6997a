import type { Name } from './name.js';

/** 形式 of a training session; brokerage staff have both (R06.3). */
export const TRAINING_FORMS = ['course', 'practice'] as const;
export type TrainingForm = (typeof TRAINING_FORMS)[number];
export const TRAINING_FORM_NAMES: Readonly<Record<TrainingForm, Name>> = {
  course: { zh: '课程', en: 'Course' },
  practice: { zh: '岗位实践', en: 'Practice at the post' },
};

/** 考核结果. */
export const TRAINING_RESULTS = ['passed', 'failed'] as const;
export type TrainingResult = (typeof TRAINING_RESULTS)[number];
export const TRAINING_RESULT_NAMES: Readonly<Record<TrainingResult, Name>> = {
  passed: { zh: '合格', en: 'Passed' },
  failed: { zh: '不合格', en: 'Failed' },
};
