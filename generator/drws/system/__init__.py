"""What the machine is asked for: the time, processes, folders, Node.js."""
