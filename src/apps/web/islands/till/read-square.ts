interface Reader { detect(of: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }

const Detector = (globalThis as { BarcodeDetector?: new (of: { formats: readonly string[] }) => Reader }).BarcodeDetector;
const LOOKS_MS = 200;
const MOST_LOOKS = 150;

/** Does this browser read squares by itself? Where it does not, the number of the card is typed. */
export const readsSquares = Boolean(Detector && navigator.mediaDevices);

/** Shows what the camera sees beside a button until a square is read, half a minute at most; gives what stands in it. No picture is kept. */
export async function readSquare(beside: Element): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const seen = document.createElement('video');
  Object.assign(seen, { srcObject: stream, muted: true, playsInline: true, width: 280 });
  beside.after(seen);
  try {
    await seen.play();
    const reader = new Detector!({ formats: ['qr_code'] });
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const [found] = await reader.detect(seen);
      if (found) return found.rawValue;
      await new Promise((resolve) => { setTimeout(resolve, LOOKS_MS); });
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    seen.remove();
  }
}
