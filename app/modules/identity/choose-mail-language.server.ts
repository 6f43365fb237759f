import { recordAudit } from '~/infrastructure/audit.server';
import { inTransaction } from '~/infrastructure/db.server';
import type { Locale } from '~/lib/locale';
import { update } from './person.repository.server';

/** Somebody chooses the language of the mails they get, from the next one on. */
export async function chooseMailLanguage(personId: string, locale: Locale): Promise<void> {
  await inTransaction(async (tx) => {
    await update(tx, personId, { locale });
    await recordAudit(tx, {
      actor: { kind: 'person', personId },
      action: 'person.language_chosen',
      subjectType: 'person',
      subjectId: personId,
      after: { locale },
    });
  });
}
