"""What people were told of alerts, as long as they may read of them."""
