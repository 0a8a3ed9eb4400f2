export declare function chromiumLaunch(): {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string | undefined>;
};
