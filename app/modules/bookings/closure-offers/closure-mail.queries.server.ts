/** What a mail about a closure needs to know, read when it is sent; null when nobody has to be told any more. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import type { Interval } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { asLocale } from '../checkout-request';
import type { ClosureNews } from './closure-offer.messages';
import { findReason, letterAddress } from './closure-offer.repository.server';

export interface ClosureMailFacts {
  readonly recipient: string;
  readonly name: string;
  readonly locale: Locale;
  readonly reference: string;
  /** Why the house closes. */
  readonly reason: string;
  readonly mayKeep: boolean;
  /** The dates it is about, in order of time; at least one. */
  readonly dates: readonly (Interval & { readonly roomName: string; readonly answerBy: Date })[];
  readonly url: string;
}

export async function loadClosureMail({ letterId, kind, offerIds }: ClosureNews): Promise<ClosureMailFacts | null> {
  const letter = await db.closureLetter.findUnique({
    where: { id: letterId },
    select: {
      planId: true,
      plan: { select: { terms: { select: { mayKeep: true } } } },
      booking: { select: { id: true, reference: true, locale: true, person: { select: { email: true, name: true } } } },
      offers: {
        where: kind === 'offered' ? { state: { in: ['open', 'unanswered'] } } : { state: 'withdrawn', id: { in: offerIds ?? [] } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        select: { startsAt: true, endsAt: true, answerBy: true, room: { select: { name: true } } },
      },
    },
  });
  if (!letter || letter.offers.length === 0) return null;
  const { booking, plan, planId } = letter;
  const locale = asLocale(booking.locale);
  return {
    recipient: booking.person.email,
    name: booking.person.name,
    ...{ locale, reference: booking.reference },
    reason: (await findReason(db, planId))[locale],
    mayKeep: plan.terms?.mayKeep ?? false,
    dates: letter.offers.map(({ startsAt, endsAt, answerBy, room }) => ({ start: startsAt, end: endsAt, answerBy, roomName: room.name })),
    url: kind === 'offered' ? `${env.PUBLIC_URL}${letterAddress(letterId)}` : `${env.PUBLIC_URL}/bestilling/${booking.id}`,
  };
}
