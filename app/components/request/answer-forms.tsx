import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import { DECLINE_REASONS } from '~/modules/bookings/approval/approval-policy';
import type { RequestPage } from '~/modules/bookings/approval/request-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { TextAreaField } from '../ui/text-input';
import { isAtField, type RefusedStep, refusedStepText } from './refused-step';

type AnswerFormsProps = { request: RequestPage; refused: RefusedStep | null };

/** Yes, yes on one condition, or no: each a form of its own, with what follows from it. */
export function AnswerForms({ request, refused }: AnswerFormsProps) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  if (!request.mayAnswer) {
    return request.deadline === null ? <p className="muted desk-gap">{t('house.over')}</p> : null;
  }
  return (
    <section aria-labelledby="svar">
      <SectionHeader id="svar" title={t('house.answer')} />
      {request.state === 'conditions' && request.deadline && (
        <p className="desk-gap">{t('house.offered', { deadline: formatMoment(request.deadline, locale) })}</p>
      )}
      <Approve request={request} />
      <details className="desk-action" open={refused?.intent === 'approve_if' || request.state === 'conditions'}>
        <summary className="h3">{t('house.conditionsTitle')}</summary>
        <ApproveIf request={request} refused={refused} />
      </details>
      <details className="desk-action" open={refused?.intent === 'decline'}>
        <summary className="h3">{t('house.declineTitle')}</summary>
        <Decline request={request} refused={refused} />
      </details>
    </section>
  );
}

function Approve({ request }: { request: RequestPage }) {
  const { t } = useTranslation('approval');
  const locale = useLocale();
  const { reservedOre, totalOre, paymentMethod, version } = request;
  const anew = paymentMethod === 'card' && totalOre > 0 && reservedOre === 0;
  return (
    <form method="post" className="desk-action desk-step" data-reload>
      <input type="hidden" name="version" value={version} />
      <p>{t(anew ? 'house.approveAnew' : 'house.approveText')}</p>
      <Button variant="primary" name="intent" value="approve">
        {reservedOre > 0 ? t('house.approveCard', { amount: formatOre(reservedOre, locale) }) : t('house.approve')}
      </Button>
    </form>
  );
}

function ApproveIf({ request, refused }: AnswerFormsProps) {
  const { t } = useTranslation('approval');
  const mine = refused?.intent === 'approve_if' ? refused : null;
  return (
    <form method="post" className="stack desk-gap" data-reload>
      <input type="hidden" name="version" value={request.version} />
      <input type="hidden" name="intent" value="approve_if" />
      <TextAreaField
        id="vilkar"
        name="vilkar"
        label={t('house.conditionsLabel')}
        hint={t('house.conditionsHint')}
        rows={3}
        maxLength={2000}
        defaultValue={mine?.values['vilkar'] ?? request.conditions ?? ''}
        error={mine && isAtField(mine.code) ? refusedStepText(mine.code, t) : undefined}
      />
      <div className="form-actions">
        <Button>{t('house.approveIf')}</Button>
      </div>
    </form>
  );
}

function Decline({ request, refused }: AnswerFormsProps) {
  const { t } = useTranslation('approval');
  const mine = refused?.intent === 'decline' ? refused : null;
  const error = mine && isAtField(mine.code) ? refusedStepText(mine.code, t) : undefined;
  const reasonMissing = mine?.code === 'missing';
  return (
    <form method="post" className="stack desk-gap" data-reload>
      <input type="hidden" name="version" value={request.version} />
      <input type="hidden" name="intent" value="decline" />
      <SelectField
        id="arsak"
        name="arsak"
        label={t('house.reasonLabel')}
        required
        defaultValue={mine?.values['arsak'] ?? ''}
        error={reasonMissing ? error : undefined}
        options={[
          { value: '', label: t('house.reasonChoose') },
          ...DECLINE_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) })),
        ]}
      />
      <TextAreaField
        id="begrunnelse"
        name="begrunnelse"
        label={t('house.reasonTextLabel')}
        hint={t('house.reasonTextHint')}
        rows={3}
        maxLength={2000}
        defaultValue={mine?.values['begrunnelse'] ?? ''}
        error={reasonMissing ? undefined : error}
      />
      <div className="form-actions">
        <Button>{t('house.decline')}</Button>
      </div>
    </form>
  );
}
