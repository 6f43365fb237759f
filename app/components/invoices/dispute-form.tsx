import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { InvoicePage } from '~/modules/billing/invoices/invoice-view';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { TextAreaField } from '../ui/text-input';

const CODES = ['missing', 'too_long', 'not_possible'] as const;

type DisputeFormProps = { disputed: InvoicePage['disputed']; typed: string; error: string | null };

/** Notes that the payer disagrees, or that it is settled. */
export function DisputeForm({ disputed, typed, error }: DisputeFormProps) {
  const { t } = useTranslation('invoices');
  const code = CODES.find((known) => known === error);
  if (disputed) {
    return (
      <section className="desk-section no-print" aria-labelledby="dispute">
        <SectionHeader id="dispute" title={t('dispute.title')} />
        <div className="desk-gap">
          <Notice
            tone="warning"
            title={t('dispute.standing')}
            actions={
              <Form method="post">
                <Button name="intent" value="lift">
                  {t('dispute.lift')}
                </Button>
              </Form>
            }
          >
            {disputed.reason}
          </Notice>
        </div>
      </section>
    );
  }
  return (
    <section className="desk-section no-print" aria-labelledby="dispute">
      <SectionHeader id="dispute" title={t('dispute.title')} />
      <Form method="post" className="dispute-form">
        <p>{t('dispute.text')}</p>
        <TextAreaField
          id="reason"
          name="grunn"
          rows={2}
          label={t('dispute.reason')}
          defaultValue={typed}
          error={code && t(`dispute.${code}`)}
        />
        <Button name="intent" value="dispute">
          {t('dispute.note')}
        </Button>
      </Form>
    </section>
  );
}
