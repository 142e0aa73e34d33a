"""An indicator in the making: what facts offer for it, and what it says of one customer and of the whole book."""
