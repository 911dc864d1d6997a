/** `GET /api/studio/models`: what runs. */
export interface ModelList {
  items: ModelView[];
}

export interface ModelView {
  id: string;
  name: string;
  type: 'process' | 'decision' | 'form';
  /** Running version of the engine. */
  version: number;
  publishedAt: string;
  /** Rule ids that the model names. */
  rules: string[];
}
