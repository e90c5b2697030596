"""The Welsh of this project, proofread: spelling by a dictionary, mutations by rule. `tools/proofread.py` runs it."""
