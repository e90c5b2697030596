"""What was found when somebody looked: files that tests and timetables write to `data/audits/`, and that pages only repeat."""
