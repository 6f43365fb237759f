import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NamedRule } from '~/modules/bookings/rules/rules-page.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { termLines } from './rule-words';

/** Rules in words, the most general first. */
export function RuleTable({ rules }: { rules: readonly NamedRule[] }) {
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
        { key: 'who', header: t('column.who'), cell: (rule) => groupName(rule, t) },
        { key: 'what', header: t('column.what'), cell: (rule) => termLines(rule, { t, locale }).join(' · ') },
      ]}
    />
  );
}

export function placeName({ roomName, roomKind }: NamedRule, t: TFunction<'rules'>): string {
  return roomName ?? t(`where.${roomKind ?? 'all'}`);
}

export function groupName({ group }: NamedRule, t: TFunction<'rules'>): string {
  return t(`group.${group ?? 'everyone'}`);
}
