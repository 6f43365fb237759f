import { useTranslation } from 'react-i18next';
import type { KnownRegisterState } from '~/modules/organisations/organisation';
import { Tag } from '../ui/tag';

const TONE = { live: 'spruce', not_checked: 'straw', winding_up: 'red', bankrupt: 'red', deleted: 'red', removed: 'red' } as const;

/** Where an organisation stands in the register, in a word. */
export function RegisterTag({ state }: { state: KnownRegisterState }) {
  const { t } = useTranslation('organisations');
  return <Tag tone={TONE[state]}>{t(`state.${state}`)}</Tag>;
}
