import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { ShareView, SplitPage, SplitView } from '~/modules/bookings/split/split-page.queries.server';
import { PageHead } from '../layout/page-head';
import { MyColumns } from '../my/my-page';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';
import { paymentProblem } from './payment-problem';
import { SplitBar } from './split-bar';
import { SplitFacts } from './split-facts';
import { useLiveShares } from './use-live-shares';

type SplitProgressViewProps = { page: SplitPage; split: SplitView; refusal: string | null; now: Date };

const SHARE_TONES = { open: 'plain', pending: 'straw', paid: 'spruce', covered: 'spruce', returned: 'plain' } as const;

const TONES = { collecting: 'warning', completed: 'success', called_off: 'info', lapsed: 'danger' } as const;

/** Who has paid, what is missing and until when, with a link to send for each share. */
export function SplitProgressView({ page, split, refusal, now }: SplitProgressViewProps) {
  const { t } = useTranslation('split');
  const locale = useLocale();
  const { state, shares, paidCount, paidOre, openOre, deadline } = split;
  const isCollecting = state === 'collecting';
  useLiveShares(isCollecting);
  const total = formatOre(page.totalOre, locale);
  const words = { deadline: formatMoment(deadline, locale), paid: paidCount, of: shares.length, amount: formatOre(paidOre, locale), total };
  const isConfirmed = state === 'completed';
  const problem = isCollecting ? paymentProblem(refusal) : null;
  return (
    <div className="wrap page stack">
      <PageHead
        title={t(`progress.title.${state}`)}
        lead={<span role="status">{t(isCollecting || isConfirmed ? 'progress.lead' : 'progress.leadEnded', words)}</span>}
        back={
          isConfirmed ? { href: `/bestilling/${page.bookingId}`, label: t('form.back') } : { href: '/min-side', label: t('progress.home') }
        }
      />
      {problem && <Notice tone="danger" title={t(`problem.${problem}`)} announce />}
      <SplitBar parts={shares} />
      <Notice tone={TONES[state]} title={t(`progress.notice.${state}`, words)}>
        <p>{t(`progress.text.${state}`, words)}</p>
      </Notice>
      <MyColumns
        side={
          <>
            <section className="section" aria-labelledby="booked">
              <SectionHeader id="booked" title={t('progress.booked')} />
              <SplitFacts booking={page.booking} more={[{ term: t('facts.price'), value: total }]} />
            </section>
            {isCollecting && deadline > now && <Steps bookingId={page.bookingId} openOre={openOre} paidCount={paidCount} />}
            {(state === 'lapsed' || state === 'called_off') && (
              <ButtonLink variant="primary" href="/rom">
                {t('progress.again')}
              </ButtonLink>
            )}
          </>
        }
      >
        <section className="section" aria-labelledby="shares">
          <SectionHeader id="shares" title={t('progress.shares')} />
          <ul>
            {shares.map((share) => (
              <ShareItem key={share.position} share={share} isCollecting={isCollecting} />
            ))}
          </ul>
          {isCollecting && <p className="section-text">{t('progress.linkHint')}</p>}
        </section>
      </MyColumns>
    </div>
  );
}

function ShareItem({ share, isCollecting }: { share: ShareView; isCollecting: boolean }) {
  const { t } = useTranslation('split');
  const locale = useLocale();
  const { name, email, amountOre, standing, address, link } = share;
  return (
    <li className="split-share">
      <div className="list-row">
        <span>
          <b>{name}</b>
          <span className="list-row-sub num">{formatOre(amountOre, locale)}</span>
          {email && <span className="list-row-sub"> · {t('progress.mailed', { email })}</span>}
        </span>
        <Tag tone={SHARE_TONES[standing]}>{t(`progress.state.${standing}`)}</Tag>
      </div>
      {isCollecting && standing === 'open' && (
        <div className="split-link">
          <CopyButton text={link} labels={{ copy: t('progress.copy', { name }), copied: t('progress.copied') }} />
          <a href={address}>{t('progress.open', { name })}</a>
        </div>
      )}
    </li>
  );
}

function Steps({ bookingId, openOre, paidCount }: { bookingId: string; openOre: number; paidCount: number }) {
  const { t } = useTranslation('split');
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="steps">
      <SectionHeader id="steps" title={t('progress.steps')} />
      <form method="post" className="split-step" data-reload>
        <p className="small muted">{t('progress.restText')}</p>
        <Button variant="primary" wide name="steg" value="resten">
          {t('progress.rest', { amount: formatOre(openOre, locale) })}
        </Button>
      </form>
      <details className="split-step">
        <summary>{t('progress.stop')}</summary>
        <form method="post" className="stack" data-reload>
          <p>{paidCount > 0 ? t('progress.stopPaid') : t('progress.stopUnpaid')}</p>
          <div className="form-actions">
            <Button name="steg" value="stopp">
              {t('progress.stopConfirm')}
            </Button>
            <ButtonLink variant="quiet" href={`/bestilling/${bookingId}/avbestill`}>
              {t('progress.giveUp')}
            </ButtonLink>
          </div>
        </form>
      </details>
    </section>
  );
}
