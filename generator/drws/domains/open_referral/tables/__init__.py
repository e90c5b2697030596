"""The feeds as tables for spreadsheets and databases: CSV, described by a Tabular Data Package."""
