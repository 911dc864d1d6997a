import type { ValuesOf } from '../variables/index.js';
import { caseMessages } from './case.messages.js';
import { organisationMessages } from './organisation.messages.js';
import { qualityMessages } from './quality.messages.js';
import { storesMessages } from './stores.messages.js';

/** Messages that the models catch: name → key and variables (processes.md §5, §8). Start messages go by outbox.message(startsProcess). */
export const Messages = { ...caseMessages, ...qualityMessages, ...storesMessages, ...organisationMessages } as const;
type MessageName = keyof typeof Messages;
export type MessageVariables<N extends MessageName> = ValuesOf<(typeof Messages)[N]['variables']>;
