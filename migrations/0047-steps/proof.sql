do $$
begin
  assert has_column_privilege('hadina_app', 'incubation.applicant', 'age_band', 'update'), 'the age band of an applicant cannot be kept';
  assert not has_column_privilege('hadina_app', 'incubation.applicant', 'sex', 'update'), 'the sex of an applicant can be rewritten';
  assert not has_column_privilege('hadina_report', 'incubation.applicant', 'age_band', 'select'), 'figures read the age band of a row';
end $$;
