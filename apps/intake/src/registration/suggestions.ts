import { Injectable } from '@nestjs/common';
import { PublishedModels } from '@huiying/zeebe';
import { heaviestTopic, type TopicWord } from './topic-weights.js';

export interface Suggestion {
  topic: string | null;
  kind: string | null;
  /** The words that led to the topic. */
  words: string[];
}

/**
 * What the words of a complaint suggest, by the published decisions `topic-words` and `classification`, in process: no text enters
 * the engine.
 */
@Injectable()
export class Suggestions {
  constructor(private readonly models: PublishedModels) {}

  /** A topic that somebody gave goes before the words. */
  suggest(text: string, orgType: string, given: { topic?: string; respondentType?: string } = {}): Suggestion {
    const found = heaviestTopic(this.topicWords(text));
    const topic = given.topic ?? found.topic;
    return { topic, kind: this.kindOf(topic ?? 'none', orgType, given.respondentType), words: found.words };
  }

  kindOf(topic: string, orgType: string, respondentType?: string | null): string | null {
    const context = { topic, orgType, respondentType: respondentType ?? null };
    const { output } = this.models.decisions().evaluate('classification', context);
    return (output as { kind?: string | null } | null)?.kind ?? null;
  }

  private topicWords(text: string): TopicWord[] {
    const { output } = this.models.decisions().evaluate('topic-words', { text });
    return Array.isArray(output) ? (output as TopicWord[]) : [];
  }
}
