import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { RequestPage } from '~/modules/bookings/approval/request-page.queries.server';
import { requestView } from '~/modules/bookings/approval/request-view';
import { PageHead } from '../layout/page-head';
import { MyColumns } from '../my/my-page';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import type { RefusedStep } from './refused-step';
import { reasonText, RequestFacts } from './request-facts';
import { RequestTalk } from './request-talk';
import { REQUEST_VIEW_TONE } from './request-view-tone';
import { StepNotice } from './step-notice';

type CustomerRequestViewProps = { request: RequestPage; said: string | null; refused: RefusedStep | null };

/** A request as whoever sent it sees it: how it stands, what there is to accept, and the conversation. */
export function CustomerRequestView({ request, said, refused }: CustomerRequestViewProps) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const view = requestView(request.state);
  const deadline = request.deadline === null ? '' : formatMoment(request.deadline, locale);
  const { decision } = request;
  return (
    <div className="wrap page stack">
      <PageHead title={t(`view.title.${view}`)} back={{ href: `/bestilling/${request.bookingId}`, label: t('page.back') }} />
      <StepNotice said={said} refused={refused} />
      <Notice tone={REQUEST_VIEW_TONE[view]} title={t(`view.notice.${view}`, { deadline })}>
        {view === 'declined' && decision && <p>{reasonText(decision, t)}</p>}
        {view === 'requested' && request.reservedOre > 0 && (
          <p>{t('customer.cardHeld', { amount: formatOre(request.reservedOre, locale) })}</p>
        )}
      </Notice>
      {view === 'conditions' && request.mayAnswer && <AcceptConditions request={request} />}
      <MyColumns side={<RequestFacts request={request} side="customer" />}>
        <RequestQuestions request={request} />
        <RequestTalk request={request} side="customer" refused={refused} />
        {request.mayAnswer && <Withdraw />}
      </MyColumns>
    </div>
  );
}

function AcceptConditions({ request }: { request: RequestPage }) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const { conditions, reservedOre, version } = request;
  return (
    <section className="request-conditions" aria-labelledby="vilkar">
      <h2 id="vilkar" className="h3">
        {t('customer.conditionsIntro')}
      </h2>
      <blockquote className="talk-body">{conditions}</blockquote>
      <form method="post" className="stack" data-reload>
        <input type="hidden" name="version" value={version} />
        <p className="small muted">{t('customer.acceptText')}</p>
        <div className="form-actions">
          <Button variant="primary" name="intent" value="accept">
            {reservedOre > 0 ? t('customer.accept', { amount: formatOre(reservedOre, locale) }) : t('customer.acceptFree')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function RequestQuestions({ request }: { request: RequestPage }) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  if (request.questions.length === 0 || !request.mayAnswer) return null;
  return (
    <section className="section" aria-labelledby="sporsmal">
      <SectionHeader id="sporsmal" title={t('customer.questions')} />
      <ul className="bullets">
        {request.questions.map((question) => (
          <li key={question.nb}>{question[locale]}</li>
        ))}
      </ul>
    </section>
  );
}

function Withdraw() {
  const { t } = useTranslation('approval');
  return (
    <section className="section no-print" aria-labelledby="trekk">
      <SectionHeader id="trekk" title={t('customer.withdrawTitle')} />
      <form method="post" className="stack" data-reload>
        <p>{t('customer.withdrawText')}</p>
        <div className="form-actions">
          <Button name="intent" value="withdraw">
            {t('customer.withdraw')}
          </Button>
        </div>
      </form>
    </section>
  );
}
