import type { Answers, Command, CommandName } from './command.js';
import type { Processing } from './processing.js';
import type { Refusal } from './refusal.js';

/** Decides on one command: writes events and answers, or refuses and writes nothing. */
export type CommandProcessor<N extends CommandName> = (p: Processing, command: Command<N>) => Answers[N] | Refusal;
