"""What is owed and when: duties, meetings, decisions, milestones, calendars."""
