/** What the bookkeeper begins with: sales in the books, payments that nobody has placed, and a file from the bank that waits. */
import { db } from '~/infrastructure/db.server';
import { localDateOf, addDays, type LocalDate } from '~/lib/local-time';
import { importBankFile, uploadBankFile } from '~/modules/billing/bank/import-bank-file.server';
import { bookMissingSales } from '~/modules/billing/ledger/book-card-sale.server';
import type { Actor } from '~/modules/identity/permissions';
import { SELLER } from './data/seller';

type DemoPayment = { readonly name: string; readonly kroner: string; readonly message: string };

const BOOKED: readonly DemoPayment[] = [
  { name: 'Moen Lydproduksjon AS', kroner: '1250.00', message: 'Leie november' },
  { name: 'Kari Berg', kroner: '450.00', message: 'Øvingsrom' },
];
const WAITING: readonly DemoPayment[] = [{ name: 'Jessheim Korps', kroner: '3600.00', message: 'Storsalen' }];

export async function seedBooks(now: Date): Promise<void> {
  await bookMissingSales(now);
  const role = await db.staffRole.findFirstOrThrow({ where: { role: 'bookkeeper' }, select: { personId: true } });
  const actor: Actor = { personId: role.personId, staffRoles: ['bookkeeper'], memberships: [] };
  const yesterday = addDays(localDateOf(now), -1);
  await importBankFile(actor, await upload(actor, BOOKED, addDays(yesterday, -1), now), now);
  await upload(actor, WAITING, yesterday, now);
}

async function upload(actor: Actor, payments: readonly DemoPayment[], date: LocalDate, now: Date): Promise<string> {
  const kept = await uploadBankFile(actor, { name: `camt054-${date}.xml`, bytes: new TextEncoder().encode(fileOf(payments, date)) }, now);
  if (!kept.ok) throw new Error(`The demo's bank file was refused: ${kept.code}`);
  return kept.value.fileId;
}

function fileOf(payments: readonly DemoPayment[], date: LocalDate): string {
  const entries = payments.map(
    ({ name, kroner, message }, index) =>
      `<Ntry><Amt Ccy="NOK">${kroner}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${date}</Dt></BookgDt>` +
      `<NtryDtls><TxDtls><Refs><AcctSvcrRef>DEMO-${date}-${index + 1}</AcctSvcrRef></Refs><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties>` +
      `<RmtInf><Ustrd>${message}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn><Ntfctn>` +
    `<Id>${date}</Id><Acct><Id><Othr><Id>${SELLER.bankAccount}</Id></Othr></Id></Acct>${entries.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n`
  );
}
