import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatClockSpan, formatDay, formatMoment } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { localDateOf } from '~/lib/local-time';
import type { PolicyDescription } from '~/modules/pricing/cancellation-policy';
import type { BookPage } from '~/modules/bookings/book-page.queries.server';
import { RoomIllustration } from '../illustrations/room-illustration';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { BookingSummaryPaper } from './booking-summary-paper';
import { QuoteLines } from './quote-lines';
import { StickyPayBar } from './sticky-pay-bar';

type BookSummaryProps = { page: BookPage; signedIn: boolean; paying: boolean };

/** The sheet with the price, the rule for backing out, and the one button. */
export function BookSummary({ page, signedIn, paying }: BookSummaryProps) {
  const { t } = useTranslation('booking');
  const locale = useLocale();
  const { room, slot, preview, policy, draft } = page;
  const decision = preview.decision?.ok ? preview.decision.value : null;
  const onAccount = page.payers.some(({ value, onAccount: invoiced }) => invoiced && value === draft.betaler);
  const { answerHours: hours } = page;
  const total = decision ? formatOre(decision.quote.totalOre, locale) : '';
  const holdText = () => {
    const byCard = decision !== null && decision.quote.totalOre > 0 && !onAccount;
    if (hours !== null) return t(byCard ? 'bookPage.askCard' : 'bookPage.askOther', { hours, price: total });
    return byCard ? t('bookPage.hold') : undefined;
  };
  const action = decision && (
    <>
      <input type="hidden" name="totalOre" value={decision.quote.totalOre} />
      <Button id="pay" variant="primary" size="xl" wide disabled={paying}>
        {hours === null
          ? payLabel({ t, signedIn, onAccount, total, free: decision.quote.totalOre === 0 })
          : t(signedIn ? 'bookPage.ask' : 'bookPage.signInAndAsk')}
      </Button>
      {page.mayShare && (
        <Button name="videre" value="deling" wide disabled={paying}>
          {t('bookingPage.split')}
        </Button>
      )}
      {!signedIn && <p className="small muted booking-pay-note">{t('bookPage.signInNote')}</p>}
    </>
  );
  return (
    <>
      <BookingSummaryPaper
        label={t('bookPage.summary')}
        illustration={
          <RoomIllustration
            slug={room.slug}
            kind={room.kind === 'rehearsal' || room.kind === 'production' ? room.kind : 'dissemination'}
            label={room.name}
          />
        }
        when={slot ? <WhenLines slot={slot} locale={locale} /> : t('bookPage.choose')}
        facts={draft.formal ? `${room.name} · ${draft.formal}` : room.name}
        lines={decision && <QuoteLines lines={decision.quote.lines} support={page.support} />}
        action={action ?? (slot && <p className="small muted">{t('bookPage.chooseFree')}</p>)}
        policy={decision && policy ? policySentence(policy, t, locale) : undefined}
        hold={holdText()}
      />
      {decision && (
        <StickyPayBar
          text={t('bookPage.yourPrice')}
          amount={total}
          action={
            <Button variant="straw" disabled={paying}>
              {hours === null ? t(onAccount ? 'bookPage.bookFree' : 'bookPage.payShort') : t('bookPage.ask')}
            </Button>
          }
        />
      )}
    </>
  );
}

function WhenLines({ slot, locale }: { slot: { start: Date; end: Date }; locale: Locale }) {
  return (
    <>
      {capitalise(formatDay(localDateOf(slot.start), locale))}
      <br />
      {formatClockSpan(slot.start, slot.end, locale)}
    </>
  );
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function payLabel({
  t,
  signedIn,
  onAccount,
  total,
  free,
}: {
  t: TFunction<'booking'>;
  signedIn: boolean;
  onAccount: boolean;
  total: string;
  free: boolean;
}): string {
  if (onAccount) return t('bookPage.bookOnAccount');
  if (free) return t('bookPage.bookFree');
  return signedIn ? t('bookPage.pay', { price: total }) : t('bookPage.signInFirst', { price: total });
}

/** "Gratis avbestilling til i dag kl. 10.00. Etter det betaler du full pris." */
export function policySentence(policy: PolicyDescription, t: TFunction<'booking'>, locale: Locale): { strong: string; rest: string } {
  const last = policy.later[0];
  const share = last ? last.refundBp : 0;
  if (!policy.freeUntil) {
    const now = policy.refundBpNow;
    return { strong: now > 0 ? t('bookPage.policyShareNow', { share: formatShare(now, locale) }) : t('bookPage.policyNone'), rest: '' };
  }
  return {
    strong: t('bookPage.policyFree', { moment: formatMoment(policy.freeUntil, locale) }),
    rest: share > 0 ? t('bookPage.policyLateShare', { share: formatShare(share, locale) }) : t('bookPage.policyLateFull'),
  };
}
