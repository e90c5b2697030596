"""Meetings of bodies, their agendas, minutes and decisions."""
