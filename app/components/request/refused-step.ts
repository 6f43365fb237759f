import type { TFunction } from 'i18next';

/** A step that was refused, with what was typed. */
export type RefusedStep = { readonly intent: string; readonly code: string; readonly values: Readonly<Record<string, string>> };

const CODES = [
  'not_allowed',
  'already_answered',
  'too_late',
  'conditions_missing',
  'reason_missing',
  'missing',
  'message_missing',
  'too_long',
  'conversation_over',
] as const;

/** Codes that are told at a field; the others stand on top of the page. */
const AT_FIELD: ReadonlySet<string> = new Set(['conditions_missing', 'reason_missing', 'missing', 'message_missing', 'too_long']);

export function refusedStepText(code: string, t: TFunction<'approval'>): string {
  const known = CODES.find((candidate) => candidate === code);
  return t(known ? `refused.${known}` : 'refused.unknown');
}

export function isAtField(code: string): boolean {
  return AT_FIELD.has(code);
}
