"""What is counted: measures, their figures, and charts of them."""
