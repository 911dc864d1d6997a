import { eventsOf, type StreamEvent } from './sse.js';
import { isUserTask, taskOf, type JobRecord } from './engine-record.js';

const record: JobRecord = {
  position: 41,
  key: '2251799813685300',
  timestamp: Date.parse('2026-03-02T10:00:00+08:00'),
  valueType: 'JOB',
  intent: 'CREATED',
  value: {
    type: 'io.camunda.zeebe:userTask',
    bpmnProcessId: 'eligibility-check',
    processDefinitionVersion: 3,
    processInstanceKey: '2251799813685290',
    elementId: 'review-intake',
    elementInstanceKey: '2251799813685299',
    customHeaders: {
      form: 'eligibility-check--review-intake',
      deadlineRule: 'R04.4,R13.3',
      'io.camunda.zeebe:candidateGroups': '["intake-desk"]',
      'io.camunda.zeebe:formKey': 'x',
    },
  },
};

describe('a job record', () => {
  it('is a user task with the headers of the model and the groups of Zeebe', () => {
    expect(isUserTask(record)).toBe(true);
    expect(taskOf(record)).toMatchObject({
      jobKey: '2251799813685300',
      groups: ['intake-desk'],
      assignee: null,
      formId: 'eligibility-check--review-intake',
      headers: { form: 'eligibility-check--review-intake', deadlineRule: 'R04.4,R13.3' },
    });
  });

  it('may name a person, or one group as bare text', () => {
    const named = (headers: Record<string, string>) =>
      taskOf({ ...record, value: { ...record.value, customHeaders: headers } });
    expect(named({ 'io.camunda.zeebe:assignee': 'p-1' })).toMatchObject({ assignee: 'p-1', groups: [], formId: null });
    expect(named({ 'io.camunda.zeebe:candidateGroups': 'finance' }).groups).toEqual(['finance']);
  });
});

describe('a server-sent stream', () => {
  const read = async (...pieces: string[]) => {
    const found: StreamEvent[] = [];
    const bytes = (function* () {
      for (const piece of pieces) yield new TextEncoder().encode(piece);
    })();
    const chunks = { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve(bytes.next()) }) };
    for await (const event of eventsOf(chunks as AsyncIterable<Uint8Array>)) found.push(event);
    return found;
  };

  it('may be cut anywhere; comments are no events', async () => {
    expect(
      await read(
        ': records\n\nid: 4',
        '1\nevent: record\nda',
        'ta: {"a":1}\n',
        '\n:\n\nid: 42\ndata: {"b":2}\n\nid: 43\ndata: x',
      ),
    ).toEqual([
      { id: '41', data: '{"a":1}' },
      { id: '42', data: '{"b":2}' },
    ]);
  });

  it('may tell how far it is without an event', async () => {
    expect(await read(':\nid: 44\n\n')).toEqual([{ id: '44', data: undefined }]);
  });
});
