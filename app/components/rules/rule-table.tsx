import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedRule } from '~/modules/bookings/rules/rules-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { VisuallyHidden } from '../ui/visually-hidden';
import { termLines } from './rule-words';

type RuleTableProps = {
  rules: readonly NamedRule[];
  /** What can be done with a rule. */
  actions?: ((rule: NamedRule) => ReactNode) | undefined;
};

/** Rules in words, the most general first. */
export function RuleTable({ rules, actions }: RuleTableProps) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  return (
    <Table
      caption={t('inForce.caption')}
      hideCaption
      stacked
      rows={rules}
      rowKey={({ id }) => id}
      columns={[
        { key: 'where', header: t('column.where'), rowHeader: true, cell: (rule) => placeName(rule, t) },
        { key: 'who', header: t('column.who'), cell: (rule) => groupName(rule.group, t) },
        { key: 'what', header: t('column.what'), cell: (rule) => termLines(rule, { t, locale }).join(' · ') },
        ...(actions
          ? [{ key: 'actions', header: <VisuallyHidden>{t('column.actions')}</VisuallyHidden>, align: 'end' as const, cell: actions }]
          : []),
      ]}
    />
  );
}

/** Where and for whom, to tell one rule from the others: `Øvingsrom, Unge`. */
export function ruleName(rule: NamedRule, t: TFunction<'rules'>): string {
  return `${placeName(rule, t)}, ${groupName(rule.group, t)}`;
}

function placeName({ roomName, roomKind }: NamedRule, t: TFunction<'rules'>): string {
  return roomName ?? t(`where.${roomKind ?? 'all'}`);
}

function groupName(group: NamedRule['group'], t: TFunction<'rules'>): string {
  return t(`group.${group ?? 'everyone'}`);
}
