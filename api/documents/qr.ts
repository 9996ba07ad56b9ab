/** QR codes (二维码) as the outline of their dark squares: drawn by whoever shows them. */
export interface Qr {
  /** Squares along one side. */
  size: number;
  /** The dark squares as the path of an SVG of that size. */
  path: string;
}

/** The QR code of a text. */
export async function qrOf(text: string): Promise<Qr> {
  const { create } = await import('qrcode');
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = [...data].flatMap((dark, n) =>
    dark === 1 ? [`M${n % size} ${Math.floor(n / size)}h1v1h-1z`] : [],
  );
  return { size, path: squares.join('') };
}
