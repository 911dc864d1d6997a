/** One row of decision `topic-words` that the text hit. */
export interface TopicWord {
  topic: string;
  word: string;
  weight: number;
}

/** The topic whose words weigh most, with the words found; of two equal ones the one found first. */
export function heaviestTopic(found: readonly TopicWord[]): { topic: string | null; words: string[] } {
  const weights = new Map<string, number>();
  for (const { topic, weight } of found) weights.set(topic, (weights.get(topic) ?? 0) + weight);
  let topic: string | null = null;
  for (const [candidate, weight] of weights) {
    if (topic === null || weight > (weights.get(topic) ?? 0)) topic = candidate;
  }
  const words = found.filter((row) => row.topic === topic).map(({ word }) => word);
  return { topic, words: [...new Set(words)] };
}
