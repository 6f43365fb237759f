import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config';

/** The one table of addresses: Norwegian paths in the address bar, English names in the code. */
export default [
  index('routes/site/home.tsx'),
  route('rom', 'routes/site/rooms.tsx'),
  route('rom/:slug', 'routes/site/room.tsx'),
  route('rom/:slug/bestill', 'routes/site/room-book.tsx'),
  route('rom/:slug/innsjekk', 'routes/site/room-check-in.tsx'),
  route('rom/:slug/dor', 'routes/site/room-door.tsx'),
  route('kalender', 'routes/site/calendar.tsx'),
  route('kalender/:file', 'routes/site/calendar-feed.ts'),
  route('priser', 'routes/site/prices.tsx'),
  route('logg-inn', 'routes/site/sign-in.tsx'),
  route('logg-inn/kode', 'routes/site/sign-in-code.tsx'),
  route('logg-ut', 'routes/site/sign-out.ts'),
  route('sprak/:locale', 'routes/site/language.ts'),

  route('min-side', 'routes/my/home.tsx'),
  route('min-side/innlogginger', 'routes/my/sessions.tsx'),
  route('min-side/kalendere', 'routes/my/calendars.tsx'),
  route('bestilling/:id', 'routes/my/booking.tsx'),
  route('bestilling/:id/betal', 'routes/my/booking-pay.ts'),
  route('bestilling/:id/avbestill', 'routes/my/booking-cancel.tsx'),
  route('bestilling/:id/innsjekk', 'routes/my/booking-check-in.tsx'),
  route('bestilling/:id/kvittering', 'routes/my/booking-receipt.ts'),
  route('bestilling/:id/kalender.ics', 'routes/my/booking-calendar.ts'),

  layout('routes/admin/layout.tsx', [
    ...prefix('admin', [
      index('routes/admin/desk.tsx'),
      route('kalender', 'routes/admin/calendar.tsx'),
      route('bestillinger', 'routes/admin/bookings.tsx'),
      route('bestillinger.csv', 'routes/admin/bookings-export.ts'),
      route('bestillinger/ny', 'routes/admin/booking-new.tsx'),
      route('bestillinger/:id', 'routes/admin/booking.tsx'),
      route('stengninger', 'routes/admin/closures.tsx'),
      route('las', 'routes/admin/lock-retry.ts'),
      route('regler', 'routes/admin/rules.tsx'),
      route('utstyr', 'routes/admin/equipment.tsx'),
      route('utstyr/:id', 'routes/admin/equipment-item.tsx'),
      route('regler/kladd', 'routes/admin/rule-draft.tsx'),
      route('regler/kladd/regel', 'routes/admin/rule-edit.tsx'),
      route('regler/kladd/virkning', 'routes/admin/rule-effect.tsx'),
      route('betalinger', 'routes/admin/payments.tsx'),
    ]),
  ]),

  route('demo/innboks', 'routes/demo/inbox.tsx'),
  route('demo/innboks/:id', 'routes/demo/mail.tsx'),
  route('demo/innboks/:id/vedlegg/:index', 'routes/demo/mail-attachment.ts'),

  ...prefix('api/v1', [
    route('rooms', 'routes/api/rooms.ts'),
    route('rooms/:slug/availability', 'routes/api/availability.ts'),
    route('quote', 'routes/api/quote.ts'),
    route('openapi.json', 'routes/api/openapi.ts'),
  ]),
  route('webhooks/stripe', 'routes/webhooks/stripe.ts'),
  route('*', 'routes/site/not-found.tsx'),
] satisfies RouteConfig;
