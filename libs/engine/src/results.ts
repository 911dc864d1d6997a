import type { Answers } from './processing/command.js';
import { Refusal } from './processing/refusal.js';
import type { Key } from './record/key.js';
import type { AnyRecord } from './record/record.js';

type Result = Answers['CreateProcessInstanceWithResult'];

/** Callers that wait for the end of the instance that they have created. */
export class Results {
  private readonly waiting = new Map<Key, (result: Result | Refusal) => void>();

  /** @param timeout milliseconds of real time */
  wait(processInstanceKey: Key, timeout: number): Promise<Result | Refusal> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.waiting.delete(processInstanceKey);
        const message = `Expected process instance '${processInstanceKey}' to complete within ${timeout} ms, but it did not`;
        resolve(new Refusal('DEADLINE_EXCEEDED', message));
      }, timeout);
      timer.unref();
      this.waiting.set(processInstanceKey, (result) => {
        clearTimeout(timer);
        this.waiting.delete(processInstanceKey);
        resolve(result);
      });
    });
  }

  committed(records: readonly AnyRecord[]): void {
    if (!this.waiting.size) return;
    for (const record of records) {
      if (record.valueType !== 'PROCESS_INSTANCE_RESULT') continue;
      const { processDefinitionKey, bpmnProcessId, version, processInstanceKey, variables } = record.value;
      this.waiting.get(record.key)?.({ processDefinitionKey, bpmnProcessId, version, processInstanceKey, variables });
    }
  }

  close(): void {
    for (const resolve of [...this.waiting.values()]) resolve(new Refusal('UNAVAILABLE', 'The engine is closing'));
  }
}
