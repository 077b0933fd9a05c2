/** What stands there until the answer does: nobody takes it for one. */
export const PLACEHOLDER = /^(?:### )?One moment…/;
