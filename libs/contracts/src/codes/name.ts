/** A word for people, Chinese first. */
export interface Name {
  readonly zh: string;
  readonly en: string;
}
