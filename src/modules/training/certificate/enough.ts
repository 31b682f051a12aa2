/** Four fifths of the half-days make a certificate (domain.md row 0.10); an absence with a reason is an absence. In whole numbers: 79 % never rounds up. */
export const wasThereEnough = (present: number, halfDays: number): boolean => halfDays > 0 && present * 5 >= halfDays * 4;
