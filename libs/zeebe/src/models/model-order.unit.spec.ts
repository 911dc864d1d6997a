import { inOrderOfUse, type ModelFile } from './model-order.js';

const model = (name: string, content = ''): ModelFile => ({ name, content: Buffer.from(content) });
const process = (id: string, { calls = [] as string[], started = false } = {}) =>
  model(
    `${id}.bpmn`,
    `<bpmn:process id="${id}">${calls.map((called) => `<zeebe:calledElement processId="${called}" />`).join('')}</bpmn:process>` +
      (started ? `<bpmn:message id="m" name="start-${id}" />` : ''),
  );

it('brings decisions and forms, then what is called, then what a message starts', () => {
  const files = [
    process('complaint-handling', { calls: ['review-appeal', 'eligibility-check', '=handlingProcess'], started: true }),
    process('department-handling'),
    process('review-appeal', { calls: ['notify-complainant'], started: true }),
    process('notify-complainant'),
    process('eligibility-check'),
    model('a--b.form'),
    model('routing.dmn'),
  ];
  expect(inOrderOfUse(files).map(({ name }) => name)).toEqual([
    'routing.dmn',
    'a--b.form',
    'department-handling.bpmn',
    'eligibility-check.bpmn',
    'notify-complainant.bpmn',
    'review-appeal.bpmn',
    'complaint-handling.bpmn',
  ]);
});

it('takes processes that call each other', () => {
  const files = [process('a', { calls: ['b'] }), process('b', { calls: ['a'] })];
  expect(inOrderOfUse(files)).toHaveLength(2);
});
