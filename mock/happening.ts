/** Something that changed, for the log. No secret is in it. */
export type Happening =
  | { what: 'challenge'; id: string; task: string; status: string; failure?: string }
  | { what: 'transaction'; id: string; blockchain: string; status: string; failure?: string }
  | { what: 'webhook'; event: string; url: string; attempt: number; outcome: string; milliseconds: number };
