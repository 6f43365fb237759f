import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { RulesPage } from '~/modules/bookings/rules/rules-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { PublishedSet, RulesInForce } from './rules-in-force';

/** What holds, what will hold, what held, and the way to change it. */
export function RulesOverview({ page, mayEdit }: { page: RulesPage; mayEdit: boolean }) {
  const { t } = useTranslation('rules');
  const { inForce, planned, past, draft } = page;
  return (
    <>
      {mayEdit && <ChangeRules draft={draft} />}
      <RulesInForce set={inForce} />
      <p>
        <a href="/admin/naboer">{t('sound')}</a>
      </p>
      {planned.length > 0 && (
        <section className="desk-section" aria-labelledby="planned">
          <SectionHeader id="planned" title={t('planned.title')} />
          {planned.map((set) => (
            <div key={set.id}>
              <PublishedSet set={set} />
              {mayEdit && (
                <Form method="post" className="desk-gap">
                  <input type="hidden" name="intent" value="withdraw" />
                  <Button name="sett" value={set.id}>
                    {t('planned.withdraw')}
                  </Button>
                </Form>
              )}
            </div>
          ))}
        </section>
      )}
      {past.length > 0 && (
        <section className="desk-section" aria-labelledby="past">
          <SectionHeader id="past" title={t('past.title')} />
          {past.map((set) => (
            <PastSet key={set.id} set={set} />
          ))}
        </section>
      )}
    </>
  );
}

function ChangeRules({ draft }: Pick<RulesPage, 'draft'>) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  if (draft) {
    const moment = formatMoment(draft.updatedAt, locale);
    return (
      <Notice
        tone="warning"
        title={t('draft.waiting')}
        actions={
          <ButtonLink href="/admin/regler/kladd" variant="primary">
            {t('draft.continue')}
          </ButtonLink>
        }
      >
        {draft.updatedBy ? t('draft.lastBy', { moment, who: draft.updatedBy }) : t('draft.last', { moment })}
      </Notice>
    );
  }
  return (
    <Form method="post" className="desk-tools">
      <Button variant="primary" name="intent" value="start">
        {t('draft.start')}
      </Button>
      <p className="small muted">{t('draft.startNote')}</p>
    </Form>
  );
}

function PastSet({ set }: { set: RulesPage['past'][number] }) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  return (
    <details className="rules-past">
      <summary>{t('past.from', { moment: formatMoment(set.validFrom, locale, { year: true }) })}</summary>
      <PublishedSet set={set} />
    </details>
  );
}
