/** Content of a file of trusted keys. */
export interface TrustedKeyFile {
  readonly keys: readonly { readonly id: string; readonly use: string; readonly publicKey: string }[];
}

export interface PackCounts {
  readonly entries: number;
  readonly chains: number;
  readonly erased: number;
  readonly withheld: number;
}

export interface PackVerdict {
  /** The first thing that is wrong; `null` when everything holds. */
  readonly fault: string | null;
  readonly line: number | null;
  readonly kind?: string;
  readonly counts?: PackCounts;
}

export function verifyPack(pack: string | Buffer, keys: TrustedKeyFile, since?: object | null): PackVerdict;
