const words = [
  'password', 'motdepasse', 'azertyuiop', 'qwertyuiop', 'administrateur', 'administrator', 'administration', 'bienvenue',
  'welcome', 'iloveyou', 'jetaime', 'bonjour', 'tunisie', 'tunis', 'maroc', 'morocco', 'casablanca', 'rabat', 'sousse', 'sfax',
  'esperance', 'raja', 'wydad', 'clubafricain', 'mohamed', 'mohammed', 'fatima', 'princess', 'soleil', 'doudou', 'football',
  'barcelona', 'realmadrid', 'superman', 'sunshine', 'letmein', 'secret', 'changeme', 'hadina', 'guichet', 'citess',
  'كلمةالسر', 'كلمةالمرور', 'تونس', 'المغرب', 'محمد', 'فاطمة', 'مرحبا', 'بسمالله', 'الحمدلله',
];
const endings = ['', '1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '2020', '2021', '2022', '2023', '2024', '2025', '2026', '2027'];
const whole = [
  '1q2w3e4r5t6y', 'qazwsxedcrfv', 'azertyuiopqsdfghjklm', 'qwertyuiopasdfghjkl', 'passwordpassword', 'motdepassemotdepasse',
  'azertyazerty', 'qwertyqwerty', 'adminadminadmin', 'abc123abc123', 'a1b2c3d4e5f6', '123123123123', '112233445566', '147258369147',
  'correcthorsebatterystaple', 'bismillah786', 'bismillahirrahmanirrahim', 'alhamdulillah', 'inchallahinchallah',
];

/** Passwords guessers try first, in lower case without signs: common words of our countries with the usual numbers behind them. */
export const commonPasswords: ReadonlySet<string> = new Set([...whole, ...words.flatMap((word) => endings.flatMap((end) => [word + end, word + word + end]))]);
