/** A contract from the offer to the lease in force, with the evidence of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { i18nFor } from '~/http/i18n.server';
import { db } from '~/infrastructure/db.server';
import { tokenOf } from '~/infrastructure/secret-address.server';
import { newId } from '~/lib/ids.server';
import type { Actor } from '~/modules/identity/permissions';
import { findCode } from '~/modules/identity/find-code';
import { findDocumentFile } from '~/modules/leases/papers/document.queries.server';
import { noteSent } from '~/modules/leases/signing/note-sent.server';
import { type ContractInput, sendContract, withdrawContract } from '~/modules/leases/signing/send-contract.server';
import { askForSigningCode, declineContract, noteLook, signContract } from '~/modules/leases/signing/sign-contract.server';
import { SIGNER_TOKEN } from '~/modules/leases/signing/signing';
import { signingMail } from '~/modules/leases/signing/signing-mail';
import { loadSigningMail } from '~/modules/leases/signing/signing-mail.queries.server';
import { findSigningPage, verifySigning } from '~/modules/leases/signing/signing-page.queries.server';
import { seedHouse } from '../../../prisma/seed/house';
import { insertLease } from '../../support/leases';
import { readPdf } from '../../support/read-pdf';

const NOW = new Date('2026-11-22T09:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const ORIGIN = { address: '192.0.2.7', userAgent: 'Nettleser' };

let manager: Actor;
let organisationId: string;
let roomIds: string[];

beforeAll(async () => {
  const house = await seedHouse(db, { now: NOW });
  organisationId = house.organisations['Raknehaug lyd'] ?? '';
  manager = { personId: house.accounts.manager, staffRoles: ['manager'], memberships: [] };
  roomIds = (await db.room.findMany({ where: { parentId: null, parts: { none: {} } }, orderBy: { position: 'asc' } })).map(({ id }) => id);
});

async function offered() {
  const lease = await insertLease(db, { organisationId, state: 'offered', startsOn: '2027-01-01' });
  await db.leaseSlot.create({ data: { id: newId(), leaseId: lease.id, roomId: roomIds.pop() ?? '' } });
  return lease;
}

const input: ContractInput = {
  ...{ locale: 'nb' as const, extra: ['Leietakeren kan male veggene.'] },
  ...{ tenant: { name: 'Tora Tangen', email: 'tora@raknehaug.example' }, landlord: { name: 'Leder Lie', email: 'leder@huset.example' } },
};

async function sent() {
  const lease = await offered();
  expect(await sendContract(manager, lease.id, input, NOW)).toEqual({ ok: true, value: null });
  const signing = await db.signing.findFirstOrThrow({
    where: { document: { leaseId: lease.id } },
    include: { signers: true, document: true },
  });
  const link = (party: string) => {
    const id = signing.signers.find((signer) => signer.party === party)?.id ?? '';
    return { id, token: tokenOf(SIGNER_TOKEN, id) };
  };
  return { lease, signing, tenant: link('tenant'), landlord: link('landlord') };
}

async function codeFor(signerId: string): Promise<string> {
  const { codeIssuedAt } = await db.signer.findUniqueOrThrow({ where: { id: signerId } });
  const mail = await loadSigningMail({ kind: 'code', signerId, issuedAt: codeIssuedAt?.toISOString() ?? '' });
  const { text } = signingMail(mail!.facts, i18nFor('nb').getFixedT(null, 'signingMail'));
  return findCode(text) ?? '';
}

const byName = (sessionEmail: string | null = null, code: string | null = null) => ({ typedName: 'Tora Tangen', code, sessionEmail });

describe('a contract', () => {
  test('says what the lease says, clause by clause', async () => {
    const { signing } = await sent();
    const file = await findDocumentFile(manager, signing.documentId);
    const text = readPdf(file?.bytes ?? new Uint8Array()).pages.join(' ');
    for (const said of [
      ...[
        '1. Partene',
        'Raknehaug lyd',
        'Lokalet skal brukes til: Atelier.',
        'Leie av atelier: 8 000,00 kr i måneden',
        'husleieloven § 4-2',
      ],
      ...['tvangsfullbyrdelsesloven § 13-2', 'Leietakeren kan male veggene.', '1. januar 2027'],
    ]) {
      expect(text).toContain(said);
    }
  });

  test('signed by both is sealed with its evidence, and the lease comes into force', async () => {
    const { lease, signing, tenant, landlord } = await sent();
    await noteSent({ signingId: signing.id, signerId: tenant.id, messageId: '<1@sundbytunet>' }, NOW);
    await noteSent({ signingId: signing.id, signerId: tenant.id, messageId: '<1@sundbytunet>' }, NOW);
    await noteLook(tenant.token, 'opened', ORIGIN, NOW);
    await noteLook(tenant.token, 'downloaded', ORIGIN, NOW);
    await askForSigningCode(tenant.token, ORIGIN, NOW);
    expect(await signContract(tenant.token, byName(null, await codeFor(tenant.id)), ORIGIN, later(2))).toEqual({ ok: true, value: null });
    expect((await db.lease.findUniqueOrThrow({ where: { id: lease.id } })).state).toBe('offered');
    expect(
      await signContract(landlord.token, { ...byName('LEDER@huset.example'), typedName: 'Leder Lie' }, ORIGIN, later(5)),
    ).toMatchObject({ ok: true });

    expect((await db.lease.findUniqueOrThrow({ where: { id: lease.id } })).state).toBe('signed');
    expect(await db.claim.count({ where: { leaseSlot: { leaseId: lease.id }, active: true } })).toBeGreaterThan(0);
    const proof = await verifySigning(signing.id);
    expect(proof).toMatchObject({ state: 'signed', brokenAt: null, fileIntact: true, sealedIntact: true });
    expect(proof?.events.map(({ kind }) => kind)).toEqual([
      ...['created', 'sent', 'opened', 'downloaded', 'code_sent', 'code_verified', 'signed', 'signed', 'sealed'],
    ]);
    const sealed = await findDocumentFile(manager, signing.documentId);
    const pages = readPdf(sealed?.bytes ?? new Uint8Array()).pages;
    const evidence = pages.slice(-2).join(' ');
    for (const said of [
      'Bevis for signeringen',
      signing.document.sha256.slice(0, 20),
      'Tora Tangen, leietaker',
      '192.0.2.7',
      '<1@sundbytunet>',
      'engangskode',
    ]) {
      expect(pages.join(' ').replaceAll(' ', '')).toContain(said.replaceAll(' ', ''));
    }
    expect(evidence).not.toBe('');
    const mails = await Promise.all([tenant, landlord].map(({ id }) => loadSigningMail({ kind: 'signed', signerId: id })));
    expect(new Set(mails.map((mail) => Buffer.from(mail?.attachment?.bytes ?? []).toString('base64'))).size).toBe(1);
    expect(await signContract(tenant.token, byName(), ORIGIN, later(9))).toMatchObject({ code: 'already_signed' });
  });

  test('takes a code once it is right and young; five wrong ones need a new one', async () => {
    const { tenant } = await sent();
    expect(await signContract(tenant.token, byName(), ORIGIN, NOW)).toMatchObject({ code: 'code_missing' });
    await askForSigningCode(tenant.token, ORIGIN, NOW);
    const code = await codeFor(tenant.id);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await signContract(tenant.token, byName(null, code), ORIGIN, later(15))).toMatchObject({ code: 'code_expired' });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await signContract(tenant.token, byName(null, wrong), ORIGIN, NOW)).toMatchObject({ code: 'code_wrong' });
    }
    expect(await signContract(tenant.token, byName(null, code), ORIGIN, NOW)).toMatchObject({ code: 'code_expired' });
    await askForSigningCode(tenant.token, ORIGIN, later(1));
    expect(await signContract(tenant.token, byName(null, await codeFor(tenant.id)), ORIGIN, later(2))).toMatchObject({ ok: true });
  });

  test('sends ten codes at most', async () => {
    const { tenant } = await sent();
    for (let sends = 0; sends < 10; sends += 1) expect((await askForSigningCode(tenant.token, ORIGIN, later(sends))).ok).toBe(true);
    expect(await askForSigningCode(tenant.token, ORIGIN, later(11))).toMatchObject({ code: 'too_many' });
  });

  test('is not signed by the session of somebody else, nor after the lease was changed', async () => {
    const { lease, tenant } = await sent();
    expect(await signContract(tenant.token, byName('leder@huset.example'), ORIGIN, NOW)).toMatchObject({ code: 'code_missing' });
    await db.lease.update({ where: { id: lease.id }, data: { version: { increment: 1 } } });
    expect(await signContract(tenant.token, byName(input.tenant.email), ORIGIN, NOW)).toMatchObject({ code: 'lease_changed' });
  });

  test('signed by both at the same moment is sealed once', async () => {
    const { signing, tenant, landlord } = await sent();
    const both = await Promise.all([
      signContract(tenant.token, byName(input.tenant.email), ORIGIN, NOW),
      signContract(landlord.token, byName(input.landlord.email), ORIGIN, NOW),
      signContract(landlord.token, byName(input.landlord.email), ORIGIN, NOW),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await verifySigning(signing.id)).toMatchObject({ state: 'signed', brokenAt: null, sealedIntact: true });
  });

  test('declined or withdrawn is over, and a new version can go out', async () => {
    const { lease, signing, tenant } = await sent();
    expect(await sendContract(manager, lease.id, input, NOW)).toMatchObject({ code: 'signing_open' });
    expect(await declineContract(tenant.token, 'For dyrt', ORIGIN, NOW)).toMatchObject({ ok: true });
    expect(await signContract(tenant.token, byName(input.tenant.email), ORIGIN, NOW)).toMatchObject({ code: 'not_open' });
    expect(await withdrawContract(manager, signing.id, NOW)).toMatchObject({ code: 'not_open' });
    expect(await sendContract(manager, lease.id, input, later(1))).toMatchObject({ ok: true });
    const second = await db.signing.findFirstOrThrow({
      where: { state: 'open', document: { leaseId: lease.id } },
      include: { document: true },
    });
    expect(second.document.version).toBe(2);
    expect(await withdrawContract(manager, second.id, later(2))).toMatchObject({ ok: true });
    expect(await verifySigning(second.id)).toMatchObject({ state: 'withdrawn', brokenAt: null });
  });

  test.each([
    ['of a draft', { state: 'draft' as const }, input, 'not_offered'],
    ['by one person for both', {}, { ...input, landlord: { name: 'Tora', email: 'TORA@raknehaug.example' } }, 'same_signer'],
  ])('%s is not sent', async (_, change, given, code) => {
    const lease = await offered();
    await db.lease.update({ where: { id: lease.id }, data: change });
    expect(await sendContract(manager, lease.id, given, NOW)).toMatchObject({ ok: false, code });
    expect(await db.document.count({ where: { leaseId: lease.id } })).toBe(0);
  });

  test('has evidence that the database lets nobody change, and that tells when somebody did', async () => {
    const { signing, tenant } = await sent();
    await noteLook(tenant.token, 'opened', ORIGIN, NOW);
    const where = { signingId: signing.id };
    await expect(db.signatureEvent.updateMany({ where, data: { address: '198.51.100.1' } })).rejects.toThrow(/never changed/);
    await expect(db.signatureEvent.deleteMany({ where })).rejects.toThrow(/never changed/);
    await expect(db.$executeRaw`TRUNCATE signature_event`).rejects.toThrow(/never changed/);
    // Only who may alter the table itself could do it: the chain shows it all the same.
    await db.$executeRaw`ALTER TABLE signature_event DISABLE TRIGGER USER`;
    await db.signatureEvent.updateMany({ where: { ...where, position: 2 }, data: { address: '198.51.100.1' } });
    await db.$executeRaw`ALTER TABLE signature_event ENABLE TRIGGER USER`;
    expect(await verifySigning(signing.id)).toMatchObject({ brokenAt: 2 });
  });

  test('is behind a link that nobody can guess', async () => {
    const { tenant } = await sent();
    expect(await findSigningPage(tenant.token)).toMatchObject({ state: 'open', signer: { party: 'tenant' } });
    expect(await findSigningPage(tokenOf(SIGNER_TOKEN, newId()))).toBeNull();
    expect(await findSigningPage('ingen')).toBeNull();
  });
});
