import type admin from './nb/admin.json';
import type auth from './nb/auth.json';
import type bands from './nb/bands.json';
import type booking from './nb/booking.json';
import type calendar from './nb/calendar.json';
import type calendars from './nb/calendars.json';
import type closures from './nb/closures.json';
import type common from './nb/common.json';
import type demo from './nb/demo.json';
import type equipment from './nb/equipment.json';
import type hosting from './nb/hosting.json';
import type doors from './nb/doors.json';
import type home from './nb/home.json';
import type mail from './nb/mail.json';
import type my from './nb/my.json';
import type rooms from './nb/rooms.json';
import type rules from './nb/rules.json';

/** Shape of all texts; Norwegian is the source, English must match it (proved by a test). */
export type Resources = {
  admin: typeof admin;
  auth: typeof auth;
  bands: typeof bands;
  booking: typeof booking;
  calendar: typeof calendar;
  calendars: typeof calendars;
  closures: typeof closures;
  common: typeof common;
  demo: typeof demo;
  doors: typeof doors;
  home: typeof home;
  equipment: typeof equipment;
  hosting: typeof hosting;
  mail: typeof mail;
  my: typeof my;
  rooms: typeof rooms;
  rules: typeof rules;
};
