import type { RegisterAnswer } from './register-answer';

/** `unknown`: no such number. `unavailable`: the register did not answer, or not so that it could be read; it may later. */
export type RegisterReply = RegisterAnswer | { readonly state: 'unknown' } | { readonly state: 'unavailable' };
