import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDuration, formatMoment } from '~/lib/format-time';
import type { NamedRule, RuleDraft } from '~/modules/bookings/rules/rules-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { DraftSeenFields } from './draft-seen-fields';
import { PeakForm } from './peak-form';
import { RuleTable, ruleName } from './rule-table';
import { groupNames } from './rule-words';

type RuleDraftViewProps = { draft: RuleDraft; errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> | null };

/** The draft: its rules to change, its peak hours, what it contradicts itself in, and the way on. */
export function RuleDraftView({ draft, errors, values }: RuleDraftViewProps) {
  const { t } = useTranslation('rules');
  return (
    <>
      <Contradictions draft={draft} />
      <section aria-labelledby="rules">
        <SectionHeader id="rules" title={t('draft.rules')} />
        {draft.rules.length === 0 ? (
          <EmptyState title={t('draft.noRules')}>{t('inForce.noneText')}</EmptyState>
        ) : (
          <RuleTable rules={draft.rules} actions={(rule) => <RuleActions draft={draft} rule={rule} />} />
        )}
        <div className="form-actions">
          <ButtonLink href="/admin/regler/kladd/regel" icon="plus">
            {t('draft.add')}
          </ButtonLink>
        </div>
        <p className="desk-gap small muted">{t('inForce.winning')}</p>
      </section>
      <PeakForm draft={draft} errors={errors} values={values} />
      <section className="desk-section" aria-labelledby="next">
        <SectionHeader id="next" title={t('draft.next')} />
        <div className="form-actions">
          <ButtonLink href="/admin/regler/kladd/virkning" variant="primary" iconAfter="arrow-right">
            {t('draft.toEffect')}
          </ButtonLink>
          <Form method="post">
            <DraftSeenFields draft={draft} />
            <Button name="intent" value="discard">
              {t('draft.discard')}
            </Button>
          </Form>
        </div>
        <LastChange draft={draft} />
      </section>
    </>
  );
}

function RuleActions({ draft, rule }: { draft: RuleDraft; rule: NamedRule }) {
  const { t } = useTranslation('rules');
  const name = ruleName(rule, t);
  return (
    <Form method="post" className="row-of">
      <DraftSeenFields draft={draft} />
      <input type="hidden" name="regel" value={rule.id} />
      <ButtonLink href={`/admin/regler/kladd/regel?regel=${rule.id}`} aria-label={t('draft.changeNamed', { name })}>
        {t('draft.change')}
      </ButtonLink>
      <Button name="intent" value="remove" aria-label={t('draft.removeNamed', { name })}>
        {t('draft.remove')}
      </Button>
    </Form>
  );
}

function Contradictions({ draft: { contradictions } }: { draft: RuleDraft }) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  if (contradictions.length === 0) return null;
  return (
    <Notice tone="danger" title={t('contradiction.title')}>
      <ul className="bullets">
        {contradictions.map(({ roomName, group, minMinutes, maxMinutes }) => (
          <li key={`${roomName} ${group}`}>
            {t('contradiction.line', {
              room: roomName,
              who: group === null ? t('group.everyone').toLowerCase() : groupNames([group], t),
              min: formatDuration(minMinutes, locale),
              max: formatDuration(maxMinutes, locale),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function LastChange({ draft: { updatedAt, updatedBy } }: { draft: RuleDraft }) {
  const { t } = useTranslation('rules');
  const moment = formatMoment(updatedAt, useLocale());
  return <p className="small muted">{updatedBy ? t('draft.lastBy', { moment, who: updatedBy }) : t('draft.last', { moment })}</p>;
}
