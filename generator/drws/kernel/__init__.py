"""What every subject stands on: records, texts, values, ids, problems, and the site they make."""
