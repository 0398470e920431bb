// What cards are made of.

/** Any element or action of a card. */
export type CardElement = { readonly type: string } & { readonly [property: string]: unknown };
