"""Services, and the ways to narrow them down."""
