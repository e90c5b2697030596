"""Completeness in public: which of the facts that people decide by are known of each organization."""
