export declare const RANKS: Readonly<Record<string, number>>;
export declare const PURE: readonly string[];
export declare const PURE_PACKAGES: readonly string[];
export declare const APPS: readonly string[];
export declare const APP_IMPORTS: Readonly<Record<string, readonly string[]>>;
