/** Margins in millimetres, GB/T 9704—2012 §5.2.1; a page on its side is the same page turned (§8), its 订口 above. */
export const pageMargins = {
  portrait: { top: 37, bottom: 35, left: 28, right: 26 },
  landscape: { top: 28, bottom: 26, left: 35, right: 37 },
} as const;
