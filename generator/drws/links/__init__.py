"""Links to pages of others: do they still lead somewhere? Asked on a timetable, by `drws links`, and never in a build."""
