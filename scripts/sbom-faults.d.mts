export interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}
export interface Sbom {
  readonly bomFormat?: string;
  readonly metadata?: { readonly component?: { readonly 'bom-ref'?: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}
export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export declare const ALLOWED_LICENCES: readonly string[];
export declare const LICENCE_EXCEPTIONS: Readonly<
  Record<string, { readonly licence: string; readonly because: string }>
>;
export declare function runtimePart(sbom: Sbom, manifest: Manifest): Sbom;
export declare function sbomFaults(
  sbom: Sbom,
  manifest: Manifest,
  options: { readonly withTools: boolean },
): readonly string[];
