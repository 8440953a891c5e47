import type { CommandOf, CommandType } from '../command.ts';
import type { Refusal } from '../refusal.ts';
import type { Recorder } from './recorder.ts';

/** What a handler answers: nothing when it recorded its events, or why not. It refuses before it records. */
export type Outcome = undefined | { readonly ok: false; readonly refusal: Refusal };

/** Decides one command on a case that exists and to a party that may ask it. */
export type Handler<Type extends CommandType> = (r: Recorder, command: CommandOf<Type>) => Outcome;
