import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFixture, pressOnPayPage, roomBooking, type Fixture } from './stand-in-fixture';

describe('the pay page', () => {
  let fixture: Fixture;

  beforeEach(async () => {
    fixture = await openFixture();
  });
  afterEach(() => fixture.close());

  const open = async (changes: Parameters<typeof roomBooking>[0] = {}) => {
    const session = await fixture.stripe.checkout.sessions.create(roomBooking(changes));
    const url = session.url ?? '';
    return { session, url, page: await (await fetch(url)).text() };
  };

  it('says in the session’s language that no money moves', async () => {
    const norwegian = (await open()).page;
    expect(norwegian).toContain('<html lang="nb">');
    expect(norwegian).toContain('Prøvebetaling – ingen penger flyttes');
    expect(norwegian).toMatch(/500,00\s?kr|kr\s?500,00/);
    const english = (await open({ locale: 'en' })).page;
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('Stand-in for Stripe, no real money');
  });

  it('needs no scripts, and escapes what it shows', async () => {
    const { page } = await open({
      line_items: [{ price_data: { currency: 'nok', unit_amount: 1_000, product_data: { name: '<script>alert("x")</script>' } } }],
    });
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('value="4242 4242 4242 4242"');
  });

  it('asks for an address only when it has none', async () => {
    const { customer_email: _, ...anonymous } = roomBooking();
    const session = await fixture.stripe.checkout.sessions.create(anonymous);
    const url = session.url ?? '';
    expect(await (await fetch(url)).text()).toContain('name="email"');
    const card = { action: 'pay', card_number: '4242424242424242' };
    expect((await pressOnPayPage(url, card)).status).toBe(402);
    expect((await pressOnPayPage(url, { ...card, email: 'ola@example.no' })).status).toBe(303);
    const paid = await fixture.stripe.checkout.sessions.retrieve(session.id);
    expect(paid.customer_details?.email).toBe('ola@example.no');
    expect((await open()).page).not.toContain('name="email"');
  });

  it('tells when there is nothing left to pay', async () => {
    const paid = await open();
    await fixture.control('POST', `/sessions/${paid.session.id}/pay`);
    expect(await (await fetch(paid.url)).text()).toContain('Betalingen er fullført');
    const expired = await open();
    await fixture.stripe.checkout.sessions.expire(expired.session.id);
    expect(await (await fetch(expired.url)).text()).toContain('Betalingen er utløpt');
    expect((await pressOnPayPage(expired.url, { action: 'pay', card_number: '4242424242424242' })).status).toBe(410);
    expect((await fetch(`${fixture.standIn.url}/c/pay/cs_test_unknown`)).status).toBe(404);
  });

  it('is not for other sites to control', async () => {
    const response = await fetch(`${fixture.standIn.url}/_control/clock`, { headers: { origin: 'https://elsewhere.example' } });
    expect(response.status).toBe(403);
  });
});
