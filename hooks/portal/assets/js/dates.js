// Days on the calendar, without a time of day: a date is its midnight in UTC, whatever the zone of the reader.

/** A day from `2027-01-31`; null when it is none. */
export function day(text) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? "");
  if (!match) return null;
  const date = new Date(Date.UTC(match[1], match[2] - 1, match[3]));
  return iso(date) === text ? date : null;
}

/** `2027-01-31`. */
export function iso(date) {
  return date.toISOString().slice(0, 10);
}

/** So many days later. */
export function plusDays(date, days) {
  return new Date(date.getTime() + days * 864e5);
}

/** The same day of the month so many months later, or the last day of a month that has no such day. */
export function plusMonths(date, months) {
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return first;
}
