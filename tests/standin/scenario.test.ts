import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardSaleScenario, type ScenarioStep } from './card-sale-scenario';
import { reservedCardScenario } from './reserved-card-scenario';
import { halfAnHourFromNow, openFixture, type Fixture } from './stand-in-fixture';

type Answer = Record<string, unknown>;

/** Replays the steps in order; each is a test of its own, so that the first difference has a name. */
function replay(steps: readonly ScenarioStep[], client: () => Stripe): void {
  const saved: Record<string, unknown> = { run: randomUUID(), inHalfAnHour: halfAnHourFromNow() };

  for (const step of steps) {
    it(step.says, async () => {
      const [method = '', path = ''] = (fillIn(step.call, saved) as string).split(' ');
      const key = step.idempotencyKey === undefined ? {} : { idempotencyKey: fillIn(step.idempotencyKey, saved) as string };
      const answer = await answerOf(client().rawRequest(method, path, fillIn(step.params ?? {}, saved) as Answer, key));
      expect(answer).toMatchObject(fillIn(step.answers, saved) as Answer);
      if (step.saveAs !== undefined) saved[step.saveAs] = answer;
    });
  }
}

async function answerOf(call: Promise<unknown>): Promise<Answer> {
  try {
    return (await call) as Answer;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { statusCode, rawType, code, param } = error;
    return { statusCode, rawType, code, param };
  }
}

function fillIn(value: unknown, saved: Answer): unknown {
  if (typeof value === 'string') {
    if (/^\$\w+$/.test(value)) return saved[value.slice(1)];
    return value.replace(/\$(\w+)(?:\.(\w+))?/g, (_, name: string, field?: string) => {
      const found = saved[name];
      return String(field === undefined ? found : (found as Answer)[field]);
    });
  }
  if (Array.isArray(value)) return value.map((item) => fillIn(item, saved));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, saved)]));
}

const SCENARIOS = { 'a card sale': cardSaleScenario, 'a reserved card': reservedCardScenario };

for (const [name, steps] of Object.entries(SCENARIOS)) {
  describe(`the scenario of ${name}, against the stand-in`, () => {
    let fixture: Fixture;
    beforeAll(async () => {
      fixture = await openFixture();
    });
    afterAll(() => fixture.close());
    replay(steps, () => fixture.stripe);
  });
}

const sandboxKey = process.env['STRIPE_SANDBOX_KEY'];
if (sandboxKey !== undefined && sandboxKey !== '') {
  for (const [name, steps] of Object.entries(SCENARIOS)) {
    describe(`the scenario of ${name}, against Stripe’s sandbox`, () => {
      if (!/^[sr]k_test_/.test(sandboxKey)) throw new Error('STRIPE_SANDBOX_KEY is not a key of test mode.');
      const sandbox = new Stripe(sandboxKey);
      replay(steps, () => sandbox);
    });
  }
}
