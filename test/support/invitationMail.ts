/** An invitation as a program's coordinator writes it, for the fall of 2026. */
export const invitationMail = `Dear Dr. Ruiz,

We are pleased to invite you to interview at Northfield Internal Medicine on Tuesday, November 10, 2026, from 9 AM to 1 PM EST via Zoom.

Please respond by Friday, October 16, 2026 at 5 PM EDT.

Carla Jennings, Program Coordinator`;
