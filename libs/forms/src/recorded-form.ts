import { Inject, Injectable } from '@nestjs/common';
import type { TaskOutcome } from '@huiying/contracts';
import { DecidedForm, type FormContext } from './decided-form.js';
import { FormRecords } from './form-records.js';

/**
 * A form whose answers are kept, sealed, when its task completes; what else follows stands in `completed`, after `super.completed`. One that
 * gives a `round` belongs to that round of the handling of its case, however late its completion is heard.
 */
@Injectable()
export abstract class RecordedForm extends DecidedForm {
  @Inject(FormRecords) protected readonly records: FormRecords;

  async completed(outcome: TaskOutcome, { manager }: FormContext): Promise<void> {
    await this.records.keep(manager, outcome, Number(outcome.variables['round'] ?? 0));
  }
}
