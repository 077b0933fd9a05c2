/** The 18 kinds of identifier that HIPAA names, in its order: 45 CFR 164.514(b)(2)(i)(A) to (R). */
export const privacyKinds = {
  name: { label: 'a name or initials' },
  place: { label: 'an address or a place smaller than a state' },
  date: { label: 'a date, or an age over 89' },
  phone: { label: 'a phone number' },
  fax: { label: 'a fax number' },
  email: { label: 'an email address' },
  ssn: { label: 'a social security number' },
  record: { label: 'a medical record number' },
  plan: { label: 'a health plan number' },
  account: { label: 'an account number' },
  license: { label: 'a certificate or license number' },
  vehicle: { label: 'a vehicle or license plate' },
  device: { label: 'a device’s serial number' },
  url: { label: 'a web address' },
  ip: { label: 'an IP address' },
  biometric: { label: 'a fingerprint or voiceprint' },
  photo: { label: 'a picture' },
  other: { label: 'what may fit one person alone' },
} as const;
export type PrivacyKind = keyof typeof privacyKinds;
