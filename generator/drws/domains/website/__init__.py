"""What every site has, whatever it is about: the entrance, search, the parity record, and files for programs."""
