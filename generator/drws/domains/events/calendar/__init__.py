"""Dates as calendars to subscribe to, in the form of the diary's calendars."""
