import type { FormSchema } from '../forms/form-schema.js';

/** Process and element of the tasklist's own task; no engine knows them. */
export const HAND_OVER_PROCESS = 'hand-over';
export const HAND_OVER_ELEMENT = 'register';
export const HAND_OVER_FORM = `${HAND_OVER_PROCESS}--${HAND_OVER_ELEMENT}`;
export const HAND_OVER_NAME = '转办登记';

/** 转办登记: who takes the matter in until its process is deployed. */
export const HAND_OVER_SCHEMA: FormSchema = {
  id: HAND_OVER_FORM,
  components: [
    { type: 'textfield', key: 'target', label: '转办事项', readonly: true },
    { type: 'textarea', key: 'registration', label: '登记与安排', validate: { required: true, maxLength: 500 } },
  ],
};
