// Masked text for whoever reads logs: in an address a label would be no host. Names and addresses that nobody can have.

/** `https://<host 1>/x` as `https://host-1.invalid/x`. */
export function withStandIns(text: string): string {
  return text
    .replace(/<host (\d{1,9})>/g, 'host-$1.invalid')
    .replace(/<address (\d{1,5})>/g, (_, number) => `198.18.${(Number(number) >> 8) & 255}.${Number(number) & 255}`);
}

/** The labels again. */
export function withoutStandIns(text: string): string {
  return text
    .replace(/host-(\d{1,9})\.invalid/g, '<host $1>')
    .replace(/198\.18\.(\d{1,3})\.(\d{1,3})/g, (_, high, low) => `<address ${Number(high) * 256 + Number(low)}>`);
}
