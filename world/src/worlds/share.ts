/** The part of a total that falls to one of several, as even as whole numbers allow; the parts add up to the total. */
export const shareOf = (total: number, parts: number, at: number): number =>
  Math.floor((total * (at + 1)) / parts) - Math.floor((total * at) / parts);

/** Own digits of an area within its parent. */
export const digits = (number: number): string => String(number).padStart(3, '0');
