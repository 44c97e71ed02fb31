import { checkPassword } from './password-rules';

const rule = (password: string, email = 'ada.lovelace@example.org') => {
  try {
    checkPassword(password, email);
    return 'accepted';
  } catch (error) {
    return (error as { errors: { rule: string }[] }).errors[0].rule;
  }
};

it('asks for 12 to 200 characters, and counts characters rather than bytes', () => {
  expect(rule('elevenchars')).toBe('too-short');
  expect(rule('sturdybeacon')).toBe('accepted');
  expect(rule('😀😃😄😁😆😅😂🤣')).toBe('too-short');
  expect(rule('correct lamp '.repeat(15).padEnd(200, 'x'))).toBe('accepted');
  expect(rule('x'.repeat(201))).toBe('too-long');
});

it.each(['Ada.Lovelace@Example.org', 'ada.lovelace2026', '!!ada.lovelace!!'])(
  'refuses the address itself: %s',
  (password) => expect(rule(password)).toBe('is-email'),
);

it.each([
  'Password2026!',
  '123456789012',
  'aaaaaaaaaaaa',
  'abababababab',
  'Welcome12345',
  'abcdefghijkl',
  'QWERTYUIOP12',
])('refuses what is tried first: %s', (password) => expect(rule(password)).toBe('common'));

it.each(['purple tractor seven', 'nur kleine buchstaben', 'надежныйключик', '8319-0274-6650-1187'])(
  'asks for no mixture of letters, digits and signs: %s',
  (password) => expect(rule(password)).toBe('accepted'),
);
