import { Injectable } from '@nestjs/common';
import type { InternalRegistration } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';

interface WordFound {
  word: string;
  weight: number;
}

/** Lighter words say nothing of what a complaint is about. */
const LEAST_WEIGHT = 3;

/**
 * The words of decision `topic-words` that stand in a complaint. The text is asked for, looked at and forgotten: it is never kept here
 * (R06.5 needs the subject, not the sentence).
 */
@Injectable()
export class WordsOfText {
  constructor(private readonly models: PublishedModels) {}

  in({ subject, description }: Pick<InternalRegistration, 'subject' | 'description'>): string[] {
    const text = `${subject ?? ''}\n${description}`;
    const { output } = this.models.decisions().evaluate('topic-words', { text });
    const found = (output ?? []) as unknown as WordFound[];
    return [...new Set(found.filter(({ weight }) => weight >= LEAST_WEIGHT).map(({ word }) => word.trim()))];
  }
}
