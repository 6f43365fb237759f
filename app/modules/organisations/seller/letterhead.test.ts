import { describe, expect, test } from 'vitest';
import { amountTable, factRows, layOutLetter, paragraph, subheading } from '~/lib/letter-layout';
import { letterheadOf } from './letterhead';
import { sellerSchema } from './seller.schema';
import { readPdf } from '../../../../tests/support/read-pdf';
import { renderPdf } from '~/infrastructure/pdf.server';

const seller = sellerSchema.parse({
  name: 'Tunet AS',
  organisationNumber: '310001376',
  addressLine: 'Tunvegen 1',
  postalCode: '2050',
  city: 'Jessheim',
  email: 'post@tunet.example',
  phone: '+47 400 00 000',
  bankAccount: '15030000000',
  businessRegister: true,
  vatRegistered: true,
  voluntaryLetting: null,
});

const rows = Array.from({ length: 40 }, (_, index) => [`Rom ${String(index + 1)}`, '8 000,00 kr']);

const letter = layOutLetter({
  locale: 'nb',
  madeAt: new Date('2026-12-01T09:00:00Z'),
  sender: letterheadOf(seller, 'nb'),
  receiver: ['Šattar Łukasz & Co', 'Storgata 1', '2050 Jessheim'],
  facts: [{ term: 'Dato', value: '1. desember 2026' }],
  heading: 'Ny leie fra 1. januar',
  body: [
    paragraph('Leien går ned med −38,54 kr i måneden.'),
    subheading('Hva det gjelder'),
    factRows([{ term: 'Avtale', value: 'L-1007' }]),
    amountTable(
      [
        { heading: 'Hva', width: '*' },
        { heading: 'Beløp', width: 80, amount: true },
      ],
      rows,
      [{ label: 'Til sammen', value: '320 000,00 kr' }],
    ),
  ],
});

describe('a letter of the house', () => {
  test('says who writes to whom, on every page how many there are, and repeats the head of its table', async () => {
    const { pages, language } = readPdf(await renderPdf(letter));
    expect(language).toBe('nb');
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Tunet AS');
    expect(pages[0]).toContain('Šattar Łukasz & Co');
    expect(pages[0]).toContain('Ny leie fra 1. januar');
    expect(pages[0]).toContain('−38,54 kr i måneden.');
    expect(pages[0]).toContain('AvtaleL-1007');
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('HvaBeløp');
      expect(page).toContain(`Org.nr. 310 001 376 MVA · ForetaksregisteretSide ${String(index + 1)} av 2`);
    }
    expect(pages[1]).toContain('Til sammen320 000,00 kr');
  });

  test('has the same bytes however often it is made', async () => {
    const [first, second] = [await renderPdf(letter), await renderPdf(letter)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('fetches nothing and reads no file', async () => {
    for (const image of ['/etc/hostname', 'http://127.0.0.1:1/picture.png', 'package.json']) {
      await expect(renderPdf({ ...letter, content: [{ image }] })).rejects.toThrow();
    }
  });
});
