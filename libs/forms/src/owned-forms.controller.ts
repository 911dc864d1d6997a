import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { defineProblems, Problem, ServiceOnly } from '@huiying/platform';
import { IsObject, IsOptional, IsString, Length } from 'class-validator';
import { FormRegistry } from './form-registry.js';
import type { OwnedForm } from './owned-form.js';

defineProblems({
  'form-unknown': { zh: '没有这张表单', en: 'There is no such form' },
  'form-refused': { zh: '还有内容需要填写或修改', en: 'Some fields still need an answer or a change' },
});

class CheckBody {
  @IsString() @Length(1, 80) subjectNo: string;
  @IsString() @Length(1, 64) taskId: string;
  @IsString() @Length(1, 64) actorId: string;
  @IsOptional() @IsString() @Length(1, 80) group?: string;
  @IsObject() data: Record<string, unknown>;
}

/** The two routes of a form's owner (architecture §5), for the tasklist alone. */
@Controller('internal/forms')
export class OwnedFormsController {
  constructor(private readonly forms: FormRegistry) {}

  @Get(':formId')
  @ServiceOnly()
  start(
    @Param('formId') formId: string,
    @Query('subjectNo') subjectNo: string,
    @Query('taskId') taskId: string,
    @Query('actorId') actorId: string,
    @Query('group') group?: string,
  ): Promise<Record<string, unknown>> {
    return this.owner(formId).start({ formId, subjectNo, taskId, actorId, ...(group ? { group } : {}) });
  }

  @Post(':formId/check')
  @HttpCode(200)
  @ServiceOnly()
  async check(
    @Param('formId') formId: string,
    @Body() body: CheckBody,
  ): Promise<{ variables: Record<string, unknown> }> {
    const { data, ...subject } = body;
    const checked = await this.owner(formId).check(data, { formId, ...subject });
    if ('errors' in checked) throw new Problem('form-refused', 'rejected', { errors: checked.errors });
    return checked;
  }

  private owner(formId: string): OwnedForm {
    const owner = this.forms.find(formId);
    if (!owner) throw new Problem('form-unknown', 'missing');
    return owner;
  }
}
