// An iCalendar file (RFC 5545) of deadlines, made in the browser.
import { iso } from "./dates.js";

const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.split("\n");

function escape(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A line of at most 75 octets; what is longer goes on after a line break and a space. */
function fold(line) {
  const encoder = new TextEncoder();
  const lines = [];
  let current = "";
  let size = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (size + length > (lines.length ? 74 : 75)) {
      lines.push(current);
      current = "";
      size = 0;
    }
    current += character;
    size += length;
  }
  return [...lines, current].join("\r\n ");
}

/**
 * The file's text. `events` have a slug, a title, a text, a link and a date. `stamp` is the day up to which the guide is
 * true: with it and the slug the same events are recognized when the file is read again.
 */
export function calendar(name, language, stamp, events) {
  const moment = `${stamp.replaceAll("-", "")}T000000Z`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//Into Nijmegen//Guide//${language.toUpperCase()}`];
  lines.push("CALSCALE:GREGORIAN", `X-WR-CALNAME:${escape(name)}`, "X-WR-TIMEZONE:Europe/Amsterdam", ...ZONE);
  for (const event of events) {
    const date = iso(event.date).replaceAll("-", "");
    lines.push("BEGIN:VEVENT", `UID:${event.slug}@guide.into-nijmegen`, `DTSTAMP:${moment}`);
    lines.push(`DTSTART;TZID=Europe/Amsterdam:${date}T090000`, `DTEND;TZID=Europe/Amsterdam:${date}T093000`);
    lines.push(`SUMMARY:${escape(event.title)}`, `DESCRIPTION:${escape(event.text)}`, `URL:${event.link}`);
    lines.push("TRANSP:TRANSPARENT", "END:VEVENT");
  }
  return [...lines, "END:VCALENDAR"].map(fold).join("\r\n") + "\r\n";
}
