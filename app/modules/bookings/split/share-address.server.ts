import { subjectToken } from '../../billing/subject-token.server';
import { shareSubject } from './split';

/** Path of a share's own page: whoever has it may pay the share. */
export function shareAddress(shareId: string): string {
  return `/andel/${subjectToken(shareSubject(shareId))}`;
}
