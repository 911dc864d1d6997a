import { TRAINING_FORMS, TRAINING_RESULTS, type TrainingForm } from '@huiying/contracts';
import type { Answers } from '@huiying/forms';
import { defineProblems } from '@huiying/platform';
import type { Attendance, Trainee } from './trainings.js';

defineProblems({
  'training-course-missing': { zh: '经纪人员培训须安排课程', en: 'Brokerage staff need a course' },
  'training-practice-missing': { zh: '经纪人员培训须安排岗位实践', en: 'Brokerage staff need practice at the post' },
  'training-attendance': {
    zh: '每一位应参加人员登记一次，且只登记应参加人员',
    en: 'Everybody who was to attend stands in the list once, and nobody else',
  },
  'training-present': { zh: '请为每一位登记到场或缺席', en: 'Say of everybody whether they were present' },
  'training-result': { zh: '到场人员须有考核结果', en: 'Whoever attended has a result' },
});

const MISSING: Readonly<Record<TrainingForm, string>> = {
  course: 'training-course-missing',
  practice: 'training-practice-missing',
};

/** R06.3: brokerage staff are trained by course and by practice; others by either. */
export function requireForms(answers: Answers, brokerage: boolean): void {
  const planned = new Set(answers.lines('sessions').map(({ form }) => form));
  if (!brokerage) return;
  for (const form of TRAINING_FORMS) if (!planned.has(form)) answers.refuse('sessions', MISSING[form]);
}

/** The attendance list: each of those who were to come once; whoever was present has a result. */
export function readAttendance(
  answers: Answers,
  expected: readonly Pick<Trainee, 'personId'>[],
  everybodyPresent: boolean,
): Attendance[] {
  const attendance = attendanceOf(answers.raw('attendance'), everybodyPresent);
  // Who was passed over is not absent.
  if (!everybodyPresent && answers.lines('attendance').some(({ present }) => typeof present !== 'boolean'))
    answers.refuse('attendance', 'training-present');
  const named = new Set(attendance.map(({ personId }) => personId));
  const complete = expected.every(({ personId }) => named.has(personId));
  if (!complete || named.size < attendance.length || attendance.length !== expected.length)
    answers.refuse('attendance', 'training-attendance');
  if (attendance.some(({ present, result }) => present && result === null))
    answers.refuse('attendance', 'training-result');
  return attendance;
}

export function attendanceOf(value: unknown, everybodyPresent: boolean): Attendance[] {
  const lines = Array.isArray(value) ? (value as unknown[]) : [];
  return lines
    .filter((line): line is Record<string, unknown> => typeof line === 'object' && line !== null)
    .map(({ personId, present, result }) => ({
      personId: typeof personId === 'string' ? personId.trim() : '',
      present: everybodyPresent || present === true,
      result: TRAINING_RESULTS.find((known) => known === result) ?? null,
    }));
}
