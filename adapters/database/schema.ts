// The tables, the same in every database. Times are milliseconds since 1970; JSON is text.

export interface Schema {
  readonly dialog: {
    readonly conversation: string;
    readonly tenant: string;
    readonly state: string;
    /** Of the last write; see `write-dialog.ts`. */
    readonly version: string;
    readonly written_at: number;
  };
  /** Who has a part in the cases of a conversation. */
  readonly dialog_person: {
    readonly conversation: string;
    readonly tenant: string;
    readonly person: string;
  };
  readonly outcome: {
    readonly tenant: string;
    readonly article: string;
    readonly issue: string;
    readonly repair: string;
    readonly helped: number;
    readonly failed: number;
  };
  /** `body` is the ticket; the other columns say what of it is searched for. */
  readonly ticket: {
    readonly tenant: string;
    readonly number: number;
    readonly case_id: string;
    readonly revision: number;
    readonly fingerprint: string;
    readonly state: string;
    readonly requester: string;
    readonly opened_at: number;
    readonly changed_at: number;
    readonly body: string;
  };
  /** The requester and the followers of a ticket. */
  readonly ticket_person: {
    readonly tenant: string;
    readonly ticket: number;
    readonly person: string;
  };
  readonly ticket_number: {
    readonly tenant: string;
    /** The last one that was taken. */
    readonly last: number;
  };
  readonly delivery: {
    readonly tenant: string;
    readonly ticket: number;
    readonly target: string;
    readonly event: number;
    readonly state: 'waiting' | 'delivered' | 'undelivered';
    readonly attempts: number;
    readonly written_at: number;
    /** Of one that is claimed: when the claim runs out. */
    readonly due_at: number;
    /** Whose it is for now; differs with every claim. */
    readonly claim: string | null;
    readonly problem: string | null;
  };
  /** What a target calls a ticket. */
  readonly remote_ticket: {
    readonly tenant: string;
    readonly ticket: number;
    readonly target: string;
    readonly id: string;
    readonly name: string;
    readonly url: string | null;
    /** When the target was last asked how the ticket does; 0 before that. */
    readonly asked_at: number;
  };
  readonly conversation_reference: {
    readonly conversation: string;
    readonly tenant: string;
    readonly reference: string;
  };
}
