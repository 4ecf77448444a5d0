"""From one interview to the next: what one prepares to ask, and what has changed since."""
