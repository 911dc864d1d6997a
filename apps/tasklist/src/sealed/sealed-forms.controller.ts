import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { SealedAnswers, SealedForm } from '@huiying/contracts';
import { Problem, ServiceOnly } from '@huiying/platform';
import { IsObject } from 'class-validator';
import { FormDesk } from '../forms/form-desk.js';

class SealedAnswersBody {
  @IsObject() data: Record<string, unknown>;
}

/** Published forms for employee-reports, which shows and completes its tasks itself: the schema, and answers held against it. */
@Controller('internal/sealed-forms')
export class SealedFormsController {
  constructor(private readonly forms: FormDesk) {}

  @Get(':formId')
  @ServiceOnly()
  read(@Param('formId') formId: string): SealedForm {
    const schema = this.forms.schema(taskOf(formId));
    if (!schema) throw new Problem('form-missing', 'unavailable');
    return { schema: { ...schema } };
  }

  /** Nothing is kept: answers come, are compared, go back. @throws Problem invalid-fields with every field */
  @Post(':formId/check')
  @HttpCode(200)
  @ServiceOnly()
  check(@Param('formId') formId: string, @Body() { data }: SealedAnswersBody): SealedAnswers {
    return { answers: this.forms.validated(taskOf(formId), data) };
  }
}

/** A form by itself: which task shows it is not said. */
function taskOf(formId: string) {
  return { id: '', subjectNo: '', formId, candidateGroups: [] };
}
