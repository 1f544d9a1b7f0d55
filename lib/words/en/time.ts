/** Times relative to now, and dates with their parts as Intl writes them. The zone is the reader's. */
export const TIME = {
  "time.now": "just now",
  "time.ago.minutes": "{count, number} min ago",
  "time.ago.hours": "{count, number} h ago",
  "time.ago.days": "{count, plural, one {# day ago} other {# days ago}}",
  "time.in.minutes": "in {count, number} min",
  "time.in.hours": "in {count, number} h",
  "time.in.days": "in {count, plural, one {# day} other {# days}}",
  "time.overdue": "overdue",
  "time.moment": "{weekday} {day}, {clock} {zone}",
} as const;
