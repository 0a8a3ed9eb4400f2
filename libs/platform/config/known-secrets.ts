/** Passwords that stand in examples, tests and demonstrations: anybody knows them. */
const KNOWN_PASSWORDS = new Set([
  'changeme',
  'demo-secret',
  'example',
  'password',
  'postgres',
  'secret',
  'test-only',
  'front_door',
  'front-door',
]);

/** Whether the password in a URL is one that anybody knows. */
export function hasKnownPassword(url: string): boolean {
  // More than one host makes no URL: with the first alone it is one, and the password is the same.
  const withOneHost = url.replace(/,[^@/?#]*(?=([/?#].*)?$)/, '');
  if (!URL.canParse(withOneHost)) return false;
  const { username, password } = new URL(withOneHost);
  return password !== '' && (password === username || KNOWN_PASSWORDS.has(decodeURIComponent(password).toLowerCase()));
}
