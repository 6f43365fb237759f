import type { TFunction } from 'i18next';
import type { Locale } from '~/lib/locale';
import { projectWords, type ToldPart } from '../project/project-words';
import { type CommitmentShape, manyWords } from '../series/commitment-words';
import type { ManyWords } from './booking.mail';

/** A booking as a mail tells it: both null for one of a single time. */
export interface ToldMany {
  /** All of its dates, when it is a series or a project. */
  readonly shape: CommitmentShape | null;
  /** The parts of a project, in order of time; null for what is none. */
  readonly parts: readonly ToldPart[] | null;
}

type Texts = { readonly project: TFunction<'project'>; readonly series: TFunction<'series'> };

/** What a mail says in place of one time; null where there is one. */
export function wordsOfMany({ shape, parts }: ToldMany, { project, series }: Texts, locale: Locale): ManyWords | null {
  if (parts) return projectWords(parts, project, locale);
  return shape && manyWords(shape, series, locale);
}
