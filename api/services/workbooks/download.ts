/** A file for somebody to keep (下载). */
export interface Download {
  name: string;
  bytes: Uint8Array;
}
