import { readFileSync } from 'node:fs';
import {
  CAN_HANDLE_NAMES,
  CAUSE_NAMES,
  COMPONENT_NAMES,
  DEFECT_TYPE_NAMES,
  DISPUTE_SIDE_NAMES,
  EVIDENCE_KIND_NAMES,
  EXTENT_NAMES,
  EMERGENCY_RESULT_NAMES,
  EXPOSURE_ABOUT_NAMES,
  HEARING_MODE_NAMES,
  JUSTIFIED_NAMES,
  KIND_NAMES,
  LIABILITY_NAMES,
  MEDIA_LEVEL_NAMES,
  MEDIUM_NAMES,
  MISCONDUCT_NAMES,
  RELEASE_CHANNEL_NAMES,
  REPORT_TELLING_NAMES,
  RESPONDENT_TYPE_NAMES,
  REVIEW_RESULT_NAMES,
  REVIEW_ROUTE_NAMES,
  SCOPE_NAMES,
  STORE_RESPONDENT_NAMES,
  TELLING_MODE_NAMES,
  REVISION_DECISION_NAMES,
  REVISION_TARGET_NAMES,
  TRAINING_FORM_NAMES,
  TOPIC_NAMES,
  type Name,
} from '@huiying/contracts';
import { modelFiles } from './model-files.js';

interface Field {
  key?: string;
  path?: string;
  values?: { label: string; value: unknown }[];
  components?: Field[];
}

/** Fields whose options are codes, as `form/key`; `*` = every form. */
const OPTIONS: Record<string, Readonly<Record<string, Name>>> = {
  '*/causeCode': CAUSE_NAMES,
  '*/component': COMPONENT_NAMES,
  '*/defectType': DEFECT_TYPE_NAMES,
  '*/extent': EXTENT_NAMES,
  '*/liability': LIABILITY_NAMES,
  'agency-complaint--judge-fault/respondentType': STORE_RESPONDENT_NAMES,
  'department-handling--take-order/canHandle': CAN_HANDLE_NAMES,
  'department-handling--take-order/kindRemark': KIND_NAMES,
  'eligibility-check--review-intake/kind': KIND_NAMES,
  'eligibility-check--review-intake/medium': MEDIUM_NAMES,
  'eligibility-check--review-intake/respondentType': RESPONDENT_TYPE_NAMES,
  'eligibility-check--review-intake/scope': SCOPE_NAMES,
  'eligibility-check--review-intake/topic': TOPIC_NAMES,
  'employee-report--give-outcome/mode': REPORT_TELLING_NAMES,
  'inter-store-dispute--rule-dispute/poorlyHandled': DISPUTE_SIDE_NAMES,
  'investigation--collect-evidence/kind': EVIDENCE_KIND_NAMES,
  'emergency-response--assess/result': EMERGENCY_RESULT_NAMES,
  'emergency-response--draft-release/channels': RELEASE_CHANNEL_NAMES,
  'investigation--hear-complainant/mode': HEARING_MODE_NAMES,
  'investigation--hear-respondent/mode': HEARING_MODE_NAMES,
  'investigation--write-report/justified': JUSTIFIED_NAMES,
  'media-exposure--answer-exposure/clarifiedLevel': MEDIA_LEVEL_NAMES,
  'media-exposure--check-exposure/about': EXPOSURE_ABOUT_NAMES,
  'media-exposure--check-exposure/medium': MEDIUM_NAMES,
  'media-exposure--check-exposure/mediaLevel': MEDIA_LEVEL_NAMES,
  'notify-complainant--tell-in-person/mode': TELLING_MODE_NAMES,
  'sales-complaint--give-feedback/mode': HEARING_MODE_NAMES,
  'supervision--open-file/misconduct': MISCONDUCT_NAMES,
  'supervision--open-file/respondentType': RESPONDENT_TYPE_NAMES,
  'review-appeal--admit-review/route': REVIEW_ROUTE_NAMES,
  'review-appeal--follow-authority/reviewResult': REVIEW_RESULT_NAMES,
  'review-appeal--re-review/reviewResult': REVIEW_RESULT_NAMES,
  'rule-revision--approve/approved': REVISION_DECISION_NAMES,
  'rule-revision--draft/target': REVISION_TARGET_NAMES,
  'training--plan-course/form': TRAINING_FORM_NAMES,
};

const flat = (fields: Field[]): Field[] => fields.flatMap((field) => [field, ...flat(field.components ?? [])]);
const chosen = modelFiles()
  .filter((path) => path.endsWith('.form'))
  .flatMap((path) => {
    const { id, components } = JSON.parse(readFileSync(path, 'utf8')) as { id: string; components: Field[] };
    return flat(components).flatMap(({ key, values }) => (key && values ? [{ id, key, values }] : []));
  });

it.each(chosen.map(({ id, key, values }) => [`${id}/${key}`, key, values] as const))(
  'options of %s are the codes with their Chinese names, or plain yes and no, or roles',
  (place, key, values) => {
    const codes = OPTIONS[place] ?? OPTIONS[`*/${key}`];
    if (codes) {
      expect(values).toEqual(Object.entries(codes).map(([value, { zh: label }]) => ({ label, value })));
      return;
    }
    const [first] = values;
    if (typeof first?.value === 'boolean') {
      expect(values.slice(0, 2).map(({ label, value }) => [label, value])).toEqual([
        ['是', true],
        ['否', false],
      ]);
      if (values.length > 2) expect(values[2]).toEqual({ label: '不能排除', value: 'unknown' });
    } else expect(['departments', 'department', 'responsible', 'respondentGroup', 'reportForm']).toContain(key);
  },
);

it('every list of codes has a field', () => {
  const places = chosen.map(({ id, key }) => `${id}/${key}`);
  for (const place of Object.keys(OPTIONS)) {
    expect(places.some((one) => one === place || one.endsWith(place.replace('*', '')))).toBe(true);
  }
});
