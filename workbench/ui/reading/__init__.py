"""What the person reads back, in large type: she confirms, says otherwise, withdraws, and says how well she does it."""
