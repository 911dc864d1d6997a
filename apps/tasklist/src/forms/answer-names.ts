import { Injectable } from '@nestjs/common';
import type { NamedAnswers, NamedValue } from '@huiying/contracts';
import { Directory } from '@huiying/platform';
import { type ChosenIds, chosenIds } from './chosen-ids.js';
import type { FormSchema } from './form-schema.js';

/** What the ids among the answers of a form were called when it was filled in: later its owner may offer others, or call them otherwise. */
@Injectable()
export class AnswerNames {
  constructor(private readonly directory: Directory) {}

  /** @param offered asks the form's owner what it opens with; only where one of its options was chosen */
  async of(
    schema: FormSchema,
    answers: Readonly<Record<string, unknown>>,
    offered: () => Promise<Record<string, unknown>>,
  ): Promise<NamedAnswers> {
    const chosen = chosenIds(schema, answers);
    const people = chosen.filter(({ valuesKey }) => valuesKey === undefined).flatMap(({ ids }) => ids);
    const persons = people.length === 0 ? [] : await this.directory.persons(people);
    const opened = chosen.some(({ valuesKey }) => valuesKey !== undefined) ? await offered() : {};
    const known = ({ valuesKey }: ChosenIds): NamedValue[] =>
      valuesKey === undefined
        ? persons.map(({ id, name }) => ({ value: id, label: name }))
        : optionsOf(opened[valuesKey]);
    const named: NamedAnswers = {};
    for (const field of chosen) {
      const names = known(field).filter(({ value }) => field.ids.includes(String(value)));
      if (names.length > 0) named[field.key] = [...(named[field.key] ?? []), ...names];
    }
    return named;
  }
}

function optionsOf(offered: unknown): NamedValue[] {
  return Array.isArray(offered) ? (offered as Partial<NamedValue>[]).filter(isNamed) : [];
}

function isNamed(option: Partial<NamedValue>): option is NamedValue {
  return option.value !== undefined && typeof option.label === 'string';
}
