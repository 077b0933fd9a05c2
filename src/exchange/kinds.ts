/** What a person knows of what they keep, by table. */
export const nounsOf: Readonly<Record<string, { one: string; many: string }>> = {
  Contact: { one: 'person', many: 'people' },
  LogEntry: { one: 'interaction', many: 'interactions' },
  Program: { one: 'program', many: 'programs' },
  LooseEnd: { one: 'loose end', many: 'loose ends' },
  Defender: { one: 'defender', many: 'defenders' },
  Interview: { one: 'interview', many: 'interviews' },
  Offer: { one: 'offer', many: 'offers' },
  Signal: { one: 'clue', many: 'clues' },
  Reminder: { one: 'reminder', many: 'reminders' },
  AuditAnswer: { one: 'audit answer', many: 'audit answers' },
  SelfAnswers: { one: 'set of self-check answers', many: 'sets of self-check answers' },
  BucketCheck: { one: 'self-check', many: 'self-checks' },
};
