import type { Facts } from './facts.js';
import type { Subject } from './subject.js';

/** What the guard decided, kept on the request. */
export interface RequestContext {
  subject: Subject;
  view: 'full' | 'masked';
  facts?: Facts;
}
